"""The year of a strategy's approval becomes a date that is known to the year."""

from datetime import date

from django.db import migrations
from django.db.models.functions import ExtractYear


def fill(apps, schema_editor):
    for row in apps.get_model("projects", "Strategy").objects.exclude(approved_year=None):
        row.approved_on, row.approved_precision = date(row.approved_year, 1, 1), "year"
        row.save(update_fields=["approved_on", "approved_precision"])


def take_back(apps, schema_editor):
    known = apps.get_model("projects", "Strategy").objects.exclude(approved_on=None)
    known.update(approved_year=ExtractYear("approved_on"))


class Migration(migrations.Migration):
    dependencies = [("projects", "0010_strategy_whole")]

    operations = [migrations.RunPython(fill, take_back)]
