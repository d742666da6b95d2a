"""The strategy gets goals, regions and indicators, accreditations their sectors and what they renew."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_school_is_public"),
        ("files", "0001_initial"),
        ("projects", "0009_money_paid_back"),
    ]

    operations = [
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="goal")),
                ("text", models.TextField(blank=True, verbose_name="more about it")),
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
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="projects.strategy"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="goal")),
                ("text", models.TextField(blank=True, verbose_name="more about it")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="projects.goal",
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
                (
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="indicator")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="counted from")),
                (
                    "unit",
                    models.CharField(
                        blank=True, help_text="For example: people, hours, %.", max_length=60, verbose_name="unit"
                    ),
                ),
                (
                    "adds",
                    models.CharField(
                        choices=[("up", "the sum of its years"), ("not", "as in its last year")],
                        default="up",
                        help_text="Only for figures that are typed by hand.",
                        max_length=3,
                        verbose_name="the whole period",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        help_text="Only for figures that are typed by hand: a report, a minute; with its date.",
                        max_length=300,
                        verbose_name="where the results stand",
                    ),
                ),
                (
                    "goal",
                    tilts.accounts.owned.SchoolForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="indicators",
                        to="projects.goal",
                        verbose_name="goal",
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
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indicators", to="projects.strategy"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="indicator")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="counted from")),
                (
                    "unit",
                    models.CharField(
                        blank=True, help_text="For example: people, hours, %.", max_length=60, verbose_name="unit"
                    ),
                ),
                (
                    "adds",
                    models.CharField(
                        choices=[("up", "the sum of its years"), ("not", "as in its last year")],
                        default="up",
                        help_text="Only for figures that are typed by hand.",
                        max_length=3,
                        verbose_name="the whole period",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        help_text="Only for figures that are typed by hand: a report, a minute; with its date.",
                        max_length=300,
                        verbose_name="where the results stand",
                    ),
                ),
                (
                    "goal",
                    tilts.accounts.owned.SchoolForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.goal",
                        verbose_name="goal",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="projects.indicator",
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
                (
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyRegion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the strategy calls it: nearest neighbours.", max_length=200, verbose_name="region"
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="countries",
                    ),
                ),
                (
                    "is_outside_eu",
                    models.BooleanField(default=False, verbose_name="all countries outside the European Union"),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
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
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="regions", to="projects.strategy"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StrategyRegionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "in_other_languages",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        editable=False,
                        help_text="By language, then by name of the field: WORDED.",
                        verbose_name="in other languages",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the strategy calls it: nearest neighbours.", max_length=200, verbose_name="region"
                    ),
                ),
                (
                    "countries",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=2),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="countries",
                    ),
                ),
                (
                    "is_outside_eu",
                    models.BooleanField(default=False, verbose_name="all countries outside the European Union"),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="projects.strategyregion",
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
                (
                    "strategy",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.strategy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1950),
                            django.core.validators.MaxValueValidator(2199),
                        ],
                        verbose_name="year",
                    ),
                ),
                ("planned", models.PositiveIntegerField(blank=True, null=True, verbose_name="plan")),
                ("achieved", models.PositiveIntegerField(blank=True, null=True, verbose_name="result")),
                (
                    "indicator",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="targets", to="projects.indicator"
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
                "ordering": ["year", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("school", "indicator", "year"), name="target_once_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1950),
                            django.core.validators.MaxValueValidator(2199),
                        ],
                        verbose_name="year",
                    ),
                ),
                ("planned", models.PositiveIntegerField(blank=True, null=True, verbose_name="plan")),
                ("achieved", models.PositiveIntegerField(blank=True, null=True, verbose_name="result")),
                (
                    "indicator",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="projects.indicator",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="projects.target",
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="accreditation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="accreditation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="accreditation",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strategy",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strategy",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="strategy",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="accreditation",
            name="decided_on",
            field=models.DateField(blank=True, help_text="Granted or refused.", null=True, verbose_name="decided on"),
        ),
        migrations.AddField(
            model_name="accreditation",
            name="renews",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                help_text="The one that it follows.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="renewals",
                to="projects.accreditation",
                verbose_name="renews",
            ),
        ),
        migrations.AddField(
            model_name="accreditation",
            name="sectors",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("vet", "Vocational education and training"),
                        ("school", "School education"),
                        ("adult", "Adult education"),
                        ("higher", "Higher education"),
                        ("youth", "Youth"),
                    ],
                    max_length=10,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="sectors",
            ),
        ),
        migrations.AddField(
            model_name="accreditationevent",
            name="decided_on",
            field=models.DateField(blank=True, help_text="Granted or refused.", null=True, verbose_name="decided on"),
        ),
        migrations.AddField(
            model_name="accreditationevent",
            name="renews",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                help_text="The one that it follows.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="projects.accreditation",
                verbose_name="renews",
            ),
        ),
        migrations.AddField(
            model_name="accreditationevent",
            name="sectors",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("vet", "Vocational education and training"),
                        ("school", "School education"),
                        ("adult", "Adult education"),
                        ("higher", "Higher education"),
                        ("youth", "Youth"),
                    ],
                    max_length=10,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="sectors",
            ),
        ),
        migrations.AddField(
            model_name="strategy",
            name="approval",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="files.storedfile",
                verbose_name="the approved paper",
            ),
        ),
        migrations.AddField(
            model_name="strategy",
            name="approved_on",
            field=models.DateField(blank=True, null=True, verbose_name="approved on"),
        ),
        migrations.AddField(
            model_name="strategy",
            name="approved_precision",
            field=models.CharField(
                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                default="day",
                max_length=5,
                verbose_name="approval known",
            ),
        ),
        migrations.AddField(
            model_name="strategy",
            name="isced_codes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=4),
                blank=True,
                default=list,
                size=None,
                verbose_name="priority fields of education",
            ),
        ),
        migrations.AddField(
            model_name="strategyevent",
            name="approval",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="files.storedfile",
                verbose_name="the approved paper",
            ),
        ),
        migrations.AddField(
            model_name="strategyevent",
            name="approved_on",
            field=models.DateField(blank=True, null=True, verbose_name="approved on"),
        ),
        migrations.AddField(
            model_name="strategyevent",
            name="approved_precision",
            field=models.CharField(
                choices=[("day", "to the day"), ("month", "to the month"), ("year", "to the year")],
                default="day",
                max_length=5,
                verbose_name="approval known",
            ),
        ),
        migrations.AddField(
            model_name="strategyevent",
            name="isced_codes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=4),
                blank=True,
                default=list,
                size=None,
                verbose_name="priority fields of education",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accreditation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (NEW."applied_year", NEW."decided_on", NEW."id", NEW."in_other_languages", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."renews_id", NEW."school_id", NEW."sectors", NEW."source_title", NEW."source_url", NEW."state", NEW."title", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="80b7a180f79e759f8060d4f397c5d9b9591e5516",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38064",
                    table="projects_accreditation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accreditation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (NEW."applied_year", NEW."decided_on", NEW."id", NEW."in_other_languages", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."renews_id", NEW."school_id", NEW."sectors", NEW."source_title", NEW."source_url", NEW."state", NEW."title", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="778b2af29c8449771a1449e7e8d4e7cbb99e826f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d7a16",
                    table="projects_accreditation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accreditation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_accreditationevent" ("applied_year", "decided_on", "id", "in_other_languages", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "renews_id", "school_id", "sectors", "source_title", "source_url", "state", "title", "valid_from", "valid_until") VALUES (OLD."applied_year", OLD."decided_on", OLD."id", OLD."in_other_languages", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."renews_id", OLD."school_id", OLD."sectors", OLD."source_title", OLD."source_url", OLD."state", OLD."title", OLD."valid_from", OLD."valid_until"); RETURN NULL;',
                    hash="86e0716118f8a7570a6d9f4c0d6c8aafec125668",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_21b40",
                    table="projects_accreditation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (NEW."approval_id", NEW."approved_by", NEW."approved_on", NEW."approved_precision", NEW."from_year", NEW."id", NEW."in_other_languages", NEW."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."priorities", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."to_year"); RETURN NULL;',
                    hash="8edef6711f5a812c91162f0cf8a7446a9623c609",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9bbf0",
                    table="projects_strategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (NEW."approval_id", NEW."approved_by", NEW."approved_on", NEW."approved_precision", NEW."from_year", NEW."id", NEW."in_other_languages", NEW."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."priorities", NEW."school_id", NEW."source_title", NEW."source_url", NEW."title", NEW."to_year"); RETURN NULL;',
                    hash="efc98b036f7ed07f2645cf62c771b93c0d483da4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6ac32",
                    table="projects_strategy",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategy",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_strategyevent" ("approval_id", "approved_by", "approved_on", "approved_precision", "from_year", "id", "in_other_languages", "isced_codes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priorities", "school_id", "source_title", "source_url", "title", "to_year") VALUES (OLD."approval_id", OLD."approved_by", OLD."approved_on", OLD."approved_precision", OLD."from_year", OLD."id", OLD."in_other_languages", OLD."isced_codes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."priorities", OLD."school_id", OLD."source_title", OLD."source_url", OLD."title", OLD."to_year"); RETURN NULL;',
                    hash="01e4acd2f6dd285dd63585989c82bb027319de96",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3ae55",
                    table="projects_strategy",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="accreditation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("renews", None), models.Q(("renews", models.F("id")), _negated=True), _connector="OR"
                ),
                name="accreditation_does_not_renew_itself",
                violation_error_message="It can't renew itself.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                    hash="8738feb8bc1f5e52de0f5dd5f51d62bc54b55a40",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8220d",
                    table="projects_goal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."strategy_id", NEW."text", NEW."title"); RETURN NULL;',
                    hash="04fcc7e370d07d329209bfca3969deaede31d7b3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38581",
                    table="projects_goal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_goalevent" ("id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "strategy_id", "text", "title") VALUES (OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."strategy_id", OLD."text", OLD."title"); RETURN NULL;',
                    hash="1ff2d174977d900c87499ec2bfe76025213a81f7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5a505",
                    table="projects_goal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (NEW."adds", NEW."evidence", NEW."goal_id", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."school_id", NEW."source", NEW."strategy_id", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="efb4d06ba75892d1740786f0484df5d316cdc8be",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2d764",
                    table="projects_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (NEW."adds", NEW."evidence", NEW."goal_id", NEW."id", NEW."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."school_id", NEW."source", NEW."strategy_id", NEW."title", NEW."unit"); RETURN NULL;',
                    hash="dda5f68381c89e0467f2021c67fb329809a6c63b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c2cc9",
                    table="projects_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="indicator",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_indicatorevent" ("adds", "evidence", "goal_id", "id", "in_other_languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "source", "strategy_id", "title", "unit") VALUES (OLD."adds", OLD."evidence", OLD."goal_id", OLD."id", OLD."in_other_languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."school_id", OLD."source", OLD."strategy_id", OLD."title", OLD."unit"); RETURN NULL;',
                    hash="184d48372bd5f732f7a139333be026a9e4575347",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3d6ed",
                    table="projects_indicator",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyregion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (NEW."countries", NEW."id", NEW."in_other_languages", NEW."is_outside_eu", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."school_id", NEW."strategy_id"); RETURN NULL;',
                    hash="af809b7f0f6aff015d82b71ca4f6dd6db16480d5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5433f",
                    table="projects_strategyregion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyregion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (NEW."countries", NEW."id", NEW."in_other_languages", NEW."is_outside_eu", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."school_id", NEW."strategy_id"); RETURN NULL;',
                    hash="0cf403e7352ee8c62f4ec88b2dfd3421b72261e9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_12b77",
                    table="projects_strategyregion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategyregion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_strategyregionevent" ("countries", "id", "in_other_languages", "is_outside_eu", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "school_id", "strategy_id") VALUES (OLD."countries", OLD."id", OLD."in_other_languages", OLD."is_outside_eu", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."school_id", OLD."strategy_id"); RETURN NULL;',
                    hash="95a1c8e35057f1f539bfa1369934676f7e7091e3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ad3e8",
                    table="projects_strategyregion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (NEW."achieved", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned", NEW."school_id", NEW."year"); RETURN NULL;',
                    hash="3d5b0889c097f750b841ce42304986f17292a51a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9ce37",
                    table="projects_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (NEW."achieved", NEW."id", NEW."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned", NEW."school_id", NEW."year"); RETURN NULL;',
                    hash="b63542a7dd46244c5a0c617fc3f68b490dd76fc2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c534d",
                    table="projects_target",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="target",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "projects_targetevent" ("achieved", "id", "indicator_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "school_id", "year") VALUES (OLD."achieved", OLD."id", OLD."indicator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."planned", OLD."school_id", OLD."year"); RETURN NULL;',
                    hash="7284d8444924d08d608916c2aeb450dcc6d9a5f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d5422",
                    table="projects_target",
                    when="AFTER",
                ),
            ),
        ),
    ]
