from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signing", "0002_signer_guardian_of"),
    ]

    operations = [
        migrations.AddField(
            model_name="envelopenote",
            name="detail",
            field=models.CharField(blank=True, help_text="Masked addresses, as from one to another.", max_length=540),
        ),
        migrations.AddField(
            model_name="signaturerecord",
            name="sent_to",
            field=models.CharField(
                blank=True, help_text="Where link and code went, but for its owner masked.", max_length=260
            ),
        ),
    ]
