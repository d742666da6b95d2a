from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("mail", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="outgoingmail",
            name="problem",
            field=models.CharField(
                blank=True,
                choices=[
                    ("refused", "the mail server refuses this address"),
                    ("server", "the mail server did not take it"),
                ],
                max_length=10,
                verbose_name="problem",
            ),
        ),
        migrations.AddIndex(
            model_name="outgoingmail",
            index=models.Index(
                condition=models.Q(("problem", ""), _negated=True), fields=["school"], name="mail_with_a_problem"
            ),
        ),
    ]
