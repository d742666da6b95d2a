from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signing", "0001_envelopes"),
    ]

    operations = [
        migrations.AddField(
            model_name="signer",
            name="guardian_of",
            field=models.CharField(
                blank=True,
                help_text="Name of the person under age for whom they sign.",
                max_length=150,
                verbose_name="guardian of",
            ),
        ),
    ]
