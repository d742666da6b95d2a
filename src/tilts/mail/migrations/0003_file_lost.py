from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("mail", "0002_why_a_mail_is_not_sent"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoingmail",
            name="problem",
            field=models.CharField(
                blank=True,
                choices=[
                    ("refused", "the mail server refuses this address"),
                    ("server", "the mail server did not take it"),
                    ("file", "the storage has lost a file that goes with it"),
                ],
                max_length=10,
                verbose_name="problem",
            ),
        ),
    ]
