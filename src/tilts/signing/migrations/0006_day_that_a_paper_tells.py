from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signing", "0005_authority_of_who_signs_instead"),
    ]

    operations = [
        migrations.AddField(
            model_name="signaturerecord",
            name="signed_on",
            field=models.DateField(
                help_text="The day that the paper or the own signature tells, where it came in later.", null=True
            ),
        ),
    ]
