import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0004_several_schools_keep_a_copy"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="version",
            name="update_update",
        ),
        migrations.AddField(
            model_name="version",
            name="rows",
            field=models.JSONField(
                editable=False, help_text="What the content was made of, kept once a change of it begins.", null=True
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="version",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_how" IS DISTINCT FROM (NEW."agreed_how") OR OLD."agreement_id" IS DISTINCT FROM (NEW."agreement_id") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."content_hash" IS DISTINCT FROM (NEW."content_hash") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_force_on" IS DISTINCT FROM (NEW."in_force_on") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by" IS DISTINCT FROM (NEW."made_by") OR OLD."paper_id" IS DISTINCT FROM (NEW."paper_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."replaced_on" IS DISTINCT FROM (NEW."replaced_on") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."sealed_id" IS DISTINCT FROM (NEW."sealed_id") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until"))',
                    func='INSERT INTO "agreements_versionevent" ("agreed_at", "agreed_how", "agreement_id", "content", "content_hash", "id", "in_force_on", "made_at", "made_by", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "replaced_on", "school_id", "sealed_id", "valid_from", "valid_until") VALUES (NEW."agreed_at", NEW."agreed_how", NEW."agreement_id", NEW."content", NEW."content_hash", NEW."id", NEW."in_force_on", NEW."made_at", NEW."made_by", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."replaced_on", NEW."school_id", NEW."sealed_id", NEW."valid_from", NEW."valid_until"); RETURN NULL;',
                    hash="3b9380d554fcfa284339c4409db2d534bc13f927",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9bd2a",
                    table="agreements_version",
                    when="AFTER",
                ),
            ),
        ),
    ]
