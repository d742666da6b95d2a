import django.db.models.deletion
import tilts.accounts.schools
import tilts.core.migrating
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        tilts.core.migrating.Together(
            operations=[
                migrations.CreateModel(
                    name="Numbering",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("pattern", models.CharField(blank=True, max_length=40, verbose_name="pattern")),
                        ("next_number", models.PositiveIntegerField(default=1, verbose_name="next number")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="For which year the next number counts, where the pattern has the year.",
                                null=True,
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
                        "constraints": [models.UniqueConstraint(fields=("school",), name="numbering_once_a_school")],
                    },
                ),
                migrations.CreateModel(
                    name="PaperNumber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "paper",
                            models.CharField(
                                help_text="Which paper it is, as its subject says: “flow:3/G17”.", max_length=60
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="number")),
                        ("given_at", models.DateTimeField(auto_now_add=True)),
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
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("school", "paper"), name="paper_has_one_number"),
                            models.UniqueConstraint(fields=("school", "number"), name="paper_number_given_once"),
                        ],
                    },
                ),
            ],
        ),
    ]
