"""Earlier activities entered before are found by the words of their title, and sorted by it."""

from django.db import migrations

from tilts.core.names import search_key, sort_key


def fill(apps, schema_editor):
    for row in apps.get_model("mobilities", "PastActivity").objects.all().select_related("school"):
        row.search_key = f" {search_key(row.title)}"
        row.sort_key = sort_key(row.title, row.school.language)
        row.save(update_fields=["search_key", "sort_key"])


def take_back(apps, schema_editor):
    for row in apps.get_model("mobilities", "PastActivity").objects.all():
        row.search_key = search_key(row.title)[:300]
        row.save(update_fields=["search_key"])


class Migration(migrations.Migration):
    dependencies = [("mobilities", "0008_in_other_languages")]

    operations = [migrations.RunPython(fill, take_back)]
