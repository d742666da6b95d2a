from django.db import migrations


def narrow(apps, schema_editor):
    """Papers of agreements name who signs: they open for who sees contacts, as the names on pages do."""
    numbers = set()
    for model, fields, of_agreements in (
        (apps.get_model("agreements", "Version"), ("paper", "sealed"), {}),
        (apps.get_model("agreements", "ReceivedPaper"), ("file",), {}),
        (apps.get_model("signing", "EnvelopePaper"), ("file",), {"envelope__kind": "agreements.agreement"}),
        (
            apps.get_model("signing", "Counterpart"),
            ("current", "scan", "sealed", "evidence"),
            {"envelope__kind": "agreements.agreement"},
        ),
    ):
        for row in model.objects.filter(**of_agreements).values_list(*(f"{field}_id" for field in fields)):
            numbers.update(filter(None, row))
    files = apps.get_model("files", "StoredFile").objects.filter(pk__in=numbers, permission="agreements.view")
    files.update(permission="partners.contacts")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0005_rows_of_what_is_changed"),
        ("files", "0001_initial"),
        ("signing", "0001_envelopes"),
    ]

    operations = [migrations.RunPython(narrow, migrations.RunPython.noop, elidable=True)]
