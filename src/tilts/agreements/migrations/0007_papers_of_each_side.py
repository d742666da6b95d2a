import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
import tilts.accounts.schools
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("agreements", "0006_signed_papers_for_who_sees_contacts"),
        ("files", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignedPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("side", models.CharField(max_length=300, verbose_name="side")),
                (
                    "way",
                    models.CharField(help_text="Of signing.models.Way.", max_length=15, verbose_name="way of signing"),
                ),
                (
                    "file",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="file",
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
                    "version",
                    tilts.accounts.owned.SchoolForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signed_papers",
                        to="agreements.version",
                    ),
                ),
            ],
            options={
                "ordering": ["version", "position"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="version",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="version",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="version",
            name="update_update",
        ),
        migrations.AddField(
            model_name="version",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="signed"),
        ),
        migrations.AddField(
            model_name="versionevent",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="signed"),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="concluded",
            field=models.CharField(
                choices=[
                    ("at_a_distance", "At a distance"),
                    ("in_person", "In person"),
                    ("by_post", "By post"),
                    ("on_paper", "On paper, signed by hand"),
                    ("orally", "Orally"),
                    ("unknown", "Not known"),
                ],
                default="unknown",
                max_length=15,
                verbose_name="how it was concluded",
            ),
        ),
        migrations.AlterField(
            model_name="agreementevent",
            name="concluded",
            field=models.CharField(
                choices=[
                    ("at_a_distance", "At a distance"),
                    ("in_person", "In person"),
                    ("by_post", "By post"),
                    ("on_paper", "On paper, signed by hand"),
                    ("orally", "Orally"),
                    ("unknown", "Not known"),
                ],
                default="unknown",
                max_length=15,
                verbose_name="how it was concluded",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "signed_on", "valid_from", "valid_until") VALUES (NEW."agreed_at", NEW."agreed_how", NEW."agreement_id", NEW."content", NEW."content_hash", NEW."id", NEW."in_force_on", NEW."made_at", NEW."made_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."replaced_on", NEW."school_id", NEW."sealed_id", NEW."signed_on", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="e76defc0e9e4eceaa9eafa9b3666c96167ee3bee",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ef23",
                    table="agreements_version",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_how" IS DISTINCT FROM (NEW."agreed_how") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."content_hash" IS DISTINCT FROM (NEW."content_hash") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_force_on" IS DISTINCT FROM (NEW."in_force_on") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by" IS DISTINCT FROM (NEW."made_by") OR OLD."paper_id" IS DISTINCT FROM (NEW."paper_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."replaced_on" IS DISTINCT FROM (NEW."replaced_on") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sealed_id" IS DISTINCT FROM (NEW."sealed_id") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until"))',
                    func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "signed_on", "valid_from", "valid_until") VALUES (NEW."agreed_at", NEW."agreed_how", NEW."agreement_id", NEW."content", NEW."content_hash", NEW."id", NEW."in_force_on", NEW."made_at", NEW."made_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."replaced_on", NEW."school_id", NEW."sealed_id", NEW."signed_on", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="30cc53fd69449acbe86b1902aa5b5b3dd7d908d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9bd2a",
                    table="agreements_version",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "signed_on", "valid_from", "valid_until") VALUES (OLD."agreed_at", OLD."agreed_how", OLD."agreement_id", OLD."content", OLD."content_hash", OLD."id", OLD."in_force_on", OLD."made_at", OLD."made_by", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."replaced_on", OLD."school_id", OLD."sealed_id", OLD."signed_on", OLD."valid_from", OLD."valid_until"); RETURN NULL;',
                    hash="e874b1d4efba743c69af67d65968626457f8950d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c340",
                    table="agreements_version",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signedpaper",
            constraint=models.UniqueConstraint(
                fields=("school", "version", "position"), name="signed_paper_once_a_version"
            ),
        ),
    ]
