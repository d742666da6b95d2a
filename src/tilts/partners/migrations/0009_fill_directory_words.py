"""The words of organisations that are in the directory already are kept under what they may be misspelt as."""

from django.db import migrations

from tilts.partners.rules.spelling import traces

_BATCH = 1000


def fill_words(apps, schema_editor):
    entries = apps.get_model("partners", "DirectoryEntry").objects
    words = apps.get_model("partners", "DirectoryWord")
    texts = entries.values_list("search_words", flat=True).iterator(chunk_size=_BATCH)
    there = sorted({word for text in texts for word in text.split() if traces(word)})
    for start in range(0, len(there), _BATCH):
        words.objects.bulk_create(
            [words(word=word, traces=traces(word)) for word in there[start : start + _BATCH]], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("partners", "0008_directory_words")]

    operations = [migrations.RunPython(fill_words, migrations.RunPython.noop)]
