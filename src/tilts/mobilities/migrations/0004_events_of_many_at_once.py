"""New rows of a statement give their events at once, not one by one: a big class list comes in several times as fast."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("mobilities", "0003_past_activity"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="mobility",
            name="insert_insert",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mobility",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "mobilities_mobilityevent" ("answered_at", "asked_at", "attended_from", "attended_until", "flow_id", "id", "insurance", "journey", "learning_outcomes", "own_ends_on", "own_starts_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "role", "school_id", "state") SELECT new_values."answered_at", new_values."asked_at", new_values."attended_from", new_values."attended_until", new_values."flow_id", new_values."id", new_values."insurance", new_values."journey", new_values."learning_outcomes", new_values."own_ends_on", new_values."own_starts_on", new_values."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."programme", new_values."role", new_values."school_id", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values; RETURN NULL;',
                    hash="e2b2bf67a41dba614997eb06694b9e963f01742d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_48b68",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="mobilities_mobility",
                    when="AFTER",
                ),
            ),
        ),
    ]
