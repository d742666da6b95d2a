"""The year of approval has moved into `approved_on`."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("projects", "0011_fill_approved_on")]

    operations = [
        migrations.RemoveField(model_name="strategy", name="approved_year"),
        migrations.RemoveField(model_name="strategyevent", name="approved_year"),
    ]
