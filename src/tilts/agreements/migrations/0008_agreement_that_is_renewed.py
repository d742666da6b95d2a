import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import tilts.accounts.owned
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0007_papers_of_each_side"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agreement",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="agreement",
            name="renews",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                editable=False,
                help_text="The recorded agreement that this one goes on with.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="renewed_by",
                to="agreements.agreement",
                verbose_name="renews",
            ),
        ),
        migrations.AddField(
            model_name="agreementevent",
            name="renews",
            field=tilts.accounts.owned.SchoolForeignKey(
                blank=True,
                editable=False,
                help_text="The recorded agreement that this one goes on with.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agreements.agreement",
                verbose_name="renews",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "renews_id", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (NEW."areas", NEW."concluded", NEW."first_language", NEW."framework_id", NEW."id", NEW."in_other_languages", NEW."is_copy", NEW."is_open_ended", NEW."kind", NEW."notes", NEW."notice_by_us", NEW."notice_given_on", NEW."notice_months", NEW."notice_reason", NEW."notice_until", NEW."number", NEW."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."platform", NEW."reason", NEW."renewal", NEW."renewal_months", NEW."renews_id", NEW."school_id", NEW."second_language", NEW."signed_on", NEW."signed_precision", NEW."source_title", NEW."source_url", NEW."state", NEW."thread", NEW."title", NEW."valid_from", NEW."valid_until", NEW."worded_on"); RETURN NULL;',
                    hash="d3d124d088b2b759f7d52a6365a0633c464c3a45",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13a93",
                    table="agreements_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."areas" IS DISTINCT FROM (NEW."areas") OR OLD."concluded" IS DISTINCT FROM (NEW."concluded") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_other_languages" IS DISTINCT FROM (NEW."in_other_languages") OR OLD."is_copy" IS DISTINCT FROM (NEW."is_copy") OR OLD."is_open_ended" IS DISTINCT FROM (NEW."is_open_ended") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."notice_by_us" IS DISTINCT FROM (NEW."notice_by_us") OR OLD."notice_given_on" IS DISTINCT FROM (NEW."notice_given_on") OR OLD."notice_months" IS DISTINCT FROM (NEW."notice_months") OR OLD."notice_reason" IS DISTINCT FROM (NEW."notice_reason") OR OLD."notice_until" IS DISTINCT FROM (NEW."notice_until") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."other_areas" IS DISTINCT FROM (NEW."other_areas") OR OLD."platform" IS DISTINCT FROM (NEW."platform") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."renewal" IS DISTINCT FROM (NEW."renewal") OR OLD."renewal_months" IS DISTINCT FROM (NEW."renewal_months") OR OLD."renews_id" IS DISTINCT FROM (NEW."renews_id") OR OLD."school_id" IS DISTINCT FROM (NEW."school_id") OR OLD."second_language" IS DISTINCT FROM (NEW."second_language") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."signed_precision" IS DISTINCT FROM (NEW."signed_precision") OR OLD."source_title" IS DISTINCT FROM (NEW."source_title") OR OLD."source_url" IS DISTINCT FROM (NEW."source_url") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."thread" IS DISTINCT FROM (NEW."thread") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."valid_from" IS DISTINCT FROM (NEW."valid_from") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."worded_on" IS DISTINCT FROM (NEW."worded_on"))',
                    func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "renews_id", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (NEW."areas", NEW."concluded", NEW."first_language", NEW."framework_id", NEW."id", NEW."in_other_languages", NEW."is_copy", NEW."is_open_ended", NEW."kind", NEW."notes", NEW."notice_by_us", NEW."notice_given_on", NEW."notice_months", NEW."notice_reason", NEW."notice_until", NEW."number", NEW."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."platform", NEW."reason", NEW."renewal", NEW."renewal_months", NEW."renews_id", NEW."school_id", NEW."second_language", NEW."signed_on", NEW."signed_precision", NEW."source_title", NEW."source_url", NEW."state", NEW."thread", NEW."title", NEW."valid_from", NEW."valid_until", NEW."worded_on"); RETURN NULL;',
                    hash="0e720effdd99dc432fe81602aba4952951e9ce60",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_36fdd",
                    table="agreements_agreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agreements_agreementevent" ("areas", "concluded", "first_language", "framework_id", "id", "in_other_languages", "is_copy", "is_open_ended", "kind", "notes", "notice_by_us", "notice_given_on", "notice_months", "notice_reason", "notice_until", "number", "other_areas", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "platform", "reason", "renewal", "renewal_months", "renews_id", "school_id", "second_language", "signed_on", "signed_precision", "source_title", "source_url", "state", "thread", "title", "valid_from", "valid_until", "worded_on") VALUES (OLD."areas", OLD."concluded", OLD."first_language", OLD."framework_id", OLD."id", OLD."in_other_languages", OLD."is_copy", OLD."is_open_ended", OLD."kind", OLD."notes", OLD."notice_by_us", OLD."notice_given_on", OLD."notice_months", OLD."notice_reason", OLD."notice_until", OLD."number", OLD."other_areas", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."platform", OLD."reason", OLD."renewal", OLD."renewal_months", OLD."renews_id", OLD."school_id", OLD."second_language", OLD."signed_on", OLD."signed_precision", OLD."source_title", OLD."source_url", OLD."state", OLD."thread", OLD."title", OLD."valid_from", OLD."valid_until", OLD."worded_on"); RETURN NULL;',
                    hash="483384ddf5f24c884a82a4ef83e60d7bcd3fb44a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a07e3",
                    table="agreements_agreement",
                    when="AFTER",
                ),
            ),
        ),
    ]
