"""Groups of partners entered before are found by the words of their name."""

from django.db import migrations

from tilts.core.names import search_key


def fill(apps, schema_editor):
    for row in apps.get_model("partners", "PartnerGroup").objects.all():
        row.search_key = f" {search_key(row.name)}"
        row.save(update_fields=["search_key"])


def take_back(apps, schema_editor):
    for row in apps.get_model("partners", "PartnerGroup").objects.all():
        row.search_key = search_key(row.name)[:300]
        row.save(update_fields=["search_key"])


class Migration(migrations.Migration):
    dependencies = [("partners", "0004_in_other_languages")]

    operations = [migrations.RunPython(fill, take_back)]
