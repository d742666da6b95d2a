"""Flows planned before get the keys they are found and sorted by; long stays of VET learners the name of their rule."""

from django.db import migrations

from tilts.core.names import search_key, sort_key

LONG_STAY, LONG_STAY_OF_VET = "long_term_learner", "long_term_learner_erasmuspro"


def fill(apps, schema_editor):
    for flow in apps.get_model("mobilities", "Flow").objects.select_related("school", "project"):
        flow.sort_key = sort_key(flow.name, flow.school.language)
        flow.search_key = f" {search_key(flow.name)}"
        if flow.activity == LONG_STAY and "-VET-" in flow.project.reference:
            flow.activity = LONG_STAY_OF_VET
        flow.save()


def take_back(apps, schema_editor):
    apps.get_model("mobilities", "Flow").objects.filter(activity=LONG_STAY_OF_VET).update(activity=LONG_STAY)


class Migration(migrations.Migration):
    dependencies = [("mobilities", "0005_flow_keys_and_activities")]

    operations = [migrations.RunPython(fill, take_back)]
