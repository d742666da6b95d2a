from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signing", "0007_certificate_of_own_signature"),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name="worded",
            field=models.JSONField(
                blank=True, default=dict, editable=False, help_text="By name of the column, then by language."
            ),
        )
        for name in ("envelope", "signer")
    ]
