"""Work tells what could not be done; its files know which of them they are, so that work goes on after a kill."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="work",
            name="notes",
            field=models.JSONField(
                default=list, help_text="Sentences for who reads the result: what could not be done, and why. No names."
            ),
        ),
        migrations.AddField(
            model_name="workfile",
            name="key",
            field=models.CharField(
                blank=True,
                help_text="Which of the files of the work it is, where that must be known later.",
                max_length=60,
                default="",
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="workfile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("school", "work", "key"),
                name="work_file_once",
            ),
        ),
    ]
