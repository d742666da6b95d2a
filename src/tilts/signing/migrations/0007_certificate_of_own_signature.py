from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("signing", "0006_day_that_a_paper_tells"),
    ]

    operations = [
        migrations.AddField(
            model_name="signaturerecord",
            name="issuer",
            field=models.CharField(
                blank=True, help_text="Who issued the certificate of an own signature.", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="signaturerecord",
            name="quality",
            field=models.CharField(blank=True, help_text="What that certificate says of its level.", max_length=20),
        ),
        migrations.AddField(
            model_name="signaturerecord",
            name="time_stamped_at",
            field=models.DateTimeField(blank=True, help_text="By the time-stamp in an own signature.", null=True),
        ),
        migrations.AddField(
            model_name="signaturerecord",
            name="time_stamped_by",
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
