"""Applications with what is known of them; projects on a reserve list or withdrawn."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_school_is_public"),
        ("projects", "0012_remove_approved_year"),
    ]

    operations = [
        migrations.AlterField(
            model_name="project",
            name="state",
            field=models.CharField(
                choices=[
                    ("idea", "Idea"),
                    ("applied", "Applied for"),
                    ("reserve", "On the reserve list"),
                    ("granted", "Granted"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("running", "Running"),
                    ("closed", "Closed"),
                ],
                default="running",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="projectevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("idea", "Idea"),
                    ("applied", "Applied for"),
                    ("reserve", "On the reserve list"),
                    ("granted", "Granted"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("running", "Running"),
                    ("closed", "Closed"),
                ],
                default="running",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="projectstep",
            name="state",
            field=models.CharField(
                choices=[
                    ("idea", "Idea"),
                    ("applied", "Applied for"),
                    ("reserve", "On the reserve list"),
                    ("granted", "Granted"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("running", "Running"),
                    ("closed", "Closed"),
                ],
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AlterField(
            model_name="projectstepevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("idea", "Idea"),
                    ("applied", "Applied for"),
                    ("reserve", "On the reserve list"),
                    ("granted", "Granted"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("running", "Running"),
                    ("closed", "Closed"),
                ],
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="last day of the call")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As the funder's confirmation names it.",
                        max_length=60,
                        verbose_name="number of the application",
                    ),
                ),
                (
                    "requested_eur",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="requested in EUR",
                    ),
                ),
                ("expected_on", models.DateField(blank=True, null=True, verbose_name="result expected by")),
                (
                    "score",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="score",
                    ),
                ),
                (
                    "score_of",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="of at most",
                    ),
                ),
                (
                    "reserve_place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="place on the reserve list"),
                ),
                (
                    "reasons",
                    models.TextField(
                        blank=True,
                        help_text="What the assessors praised and missed, or why it was withdrawn.",
                        verbose_name="reasons",
                    ),
                ),
                (
                    "project",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="applications", to="projects.project"
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
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("school", "project"), name="application_once_a_project"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score", None), ("score_of", None), ("score__lte", models.F("score_of")), _connector="OR"
                        ),
                        name="application_score_is_within_its_scale",
                        violation_error_message="The score is higher than the highest one.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("deadline_on", models.DateField(blank=True, null=True, verbose_name="last day of the call")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As the funder's confirmation names it.",
                        max_length=60,
                        verbose_name="number of the application",
                    ),
                ),
                (
                    "requested_eur",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="requested in EUR",
                    ),
                ),
                ("expected_on", models.DateField(blank=True, null=True, verbose_name="result expected by")),
                (
                    "score",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="score",
                    ),
                ),
                (
                    "score_of",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(Decimal("0"))],
                        verbose_name="of at most",
                    ),
                ),
                (
                    "reserve_place",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="place on the reserve list"),
                ),
                (
                    "reasons",
                    models.TextField(
                        blank=True,
                        help_text="What the assessors praised and missed, or why it was withdrawn.",
                        verbose_name="reasons",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="projects.application",
                    ),
                ),
                (
                    "project",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.project",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        default=tilts.accounts.schools.current_school_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.school",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (NEW."deadline_on", NEW."expected_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."reasons", NEW."requested_eur", NEW."reserve_place", NEW."school_id", NEW."score", NEW."score_of"); RETURN NULL;',
                    hash="23740a2847931581eaf0685d6530a6453e4f442c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff4fa",
                    table="projects_application",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (NEW."deadline_on", NEW."expected_on", NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."reasons", NEW."requested_eur", NEW."reserve_place", NEW."school_id", NEW."score", NEW."score_of"); RETURN NULL;',
                    hash="5c9ce5c1d1a5c2c532488b38db5c5ccbdccfda58",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3bd79",
                    table="projects_application",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="application",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_applicationevent" ("deadline_on", "expected_on", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "reasons", "requested_eur", "reserve_place", "school_id", "score", "score_of") VALUES (OLD."deadline_on", OLD."expected_on", OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."reasons", OLD."requested_eur", OLD."reserve_place", OLD."school_id", OLD."score", OLD."score_of"); RETURN NULL;',
                    hash="ce20fc85056a50c04dec3772f2e148963fb06ff3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e5b13",
                    table="projects_application",
                    when="AFTER",
                ),
            ),
        ),
    ]
