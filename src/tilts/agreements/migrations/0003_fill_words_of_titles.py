"""Agreements entered before are found by the words of their title."""

from django.db import migrations

from tilts.core.names import search_key


def fill(apps, schema_editor):
    for row in apps.get_model("agreements", "Agreement").objects.all():
        row.search_key = f" {search_key(row.title)}"
        row.save(update_fields=["search_key"])


def take_back(apps, schema_editor):
    for row in apps.get_model("agreements", "Agreement").objects.all():
        row.search_key = search_key(row.title)[:300]
        row.save(update_fields=["search_key"])


class Migration(migrations.Migration):
    dependencies = [("agreements", "0002_in_other_languages")]

    operations = [migrations.RunPython(fill, take_back)]
