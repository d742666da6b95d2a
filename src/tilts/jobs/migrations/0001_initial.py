import django.db.models.deletion
import tilts.accounts.owned
import tilts.accounts.schools
import tilts.core.migrating
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("files", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Work",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                help_text="Name of its handler, for example “mobilities.papers”.", max_length=40
                            ),
                        ),
                        ("subject_id", models.BigIntegerField(help_text="Number of the record it is about.")),
                        ("options", models.JSONField(default=dict, help_text="Plain choices, no personal data.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Running"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("steps_done", models.PositiveIntegerField(default=0)),
                        ("steps_total", models.PositiveIntegerField(default=0)),
                        ("problem", models.TextField(blank=True, verbose_name="problem")),
                        (
                            "notes",
                            models.JSONField(
                                default=list,
                                help_text="Sentences for who reads the result: what could not be done, and why. No names.",
                            ),
                        ),
                        ("permission", models.CharField(help_text="Who has it may see this work.", max_length=40)),
                        ("created_at", models.DateTimeField(auto_now_add=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        (
                            "created_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.school",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "-pk"],
                        "indexes": [models.Index(fields=["school", "kind", "subject_id"], name="work_of_subject")],
                    },
                ),
                migrations.CreateModel(
                    name="WorkFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_pack", models.BooleanField(default=False, help_text="Holds all the others.")),
                        (
                            "key",
                            models.CharField(
                                blank=True,
                                help_text="Which of the files of the work it is, where that must be known later.",
                                max_length=60,
                            ),
                        ),
                        (
                            "file",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="files.storedfile"
                            ),
                        ),
                        (
                            "school",
                            models.ForeignKey(
                                db_index=False,
                                default=tilts.accounts.schools.current_school_id,
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="accounts.school",
                            ),
                        ),
                        (
                            "work",
                            tilts.accounts.owned.SchoolForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="jobs.work"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("key", ""), _negated=True),
                                fields=("school", "work", "key"),
                                name="work_file_once",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
