"""Projects recorded before get the keys they are found and sorted by, and the programme that their reference tells."""

from django.db import migrations

from tilts.core.names import search_key, sort_key


def fill(apps, schema_editor):
    for project in apps.get_model("projects", "Project").objects.select_related("school"):
        project.sort_key = sort_key(project.title, project.school.language)
        project.search_key = search_key(project.title)
        project.reference_key = search_key(project.reference.replace("_", "-"))
        call_year = project.reference[:4]
        if not project.programme and "-KA" in project.reference and call_year.isdigit():
            project.programme = "erasmus-2014" if int(call_year) <= 2020 else "erasmus-2021"
        project.save()


class Migration(migrations.Migration):
    dependencies = [("projects", "0002_programmes_states_money")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
