"""What was signed in one act holds signed agreements, which name who signs: it opens for who may open each of them."""

from django.db import migrations


def narrow(apps, schema_editor):
    packs = apps.get_model("signing", "SignedPack").objects.exclude(file=None)
    files = apps.get_model("files", "StoredFile").objects
    files.filter(pk__in=packs.values("file"), permission="agreements.view").update(permission="partners.contacts")


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0009_fill_signed_papers"),
        ("files", "0001_initial"),
        ("signing", "0001_envelopes"),
    ]

    operations = [migrations.RunPython(narrow, migrations.RunPython.noop, elidable=True)]
