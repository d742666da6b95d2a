"""The list of people is sorted by kind and by date of birth as quickly as by name."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_sign_in_cache"),
        ("people", "0002_what_the_office_knows"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["school", "kind", "sort_key"], name="person_by_kind"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["school", "born_on", "sort_key"], name="person_by_birth"),
        ),
    ]
