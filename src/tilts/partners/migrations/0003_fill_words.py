"""Partners that were there before are found by the words of their name and town."""

from django.db import migrations

from tilts.partners.rules import words


def fill_words(apps, schema_editor):
    word_model = apps.get_model("partners", "PartnerWord")
    for partner in apps.get_model("partners", "Partner").objects.iterator():
        word_model.objects.bulk_create(
            [
                word_model(school_id=partner.school_id, partner=partner, word=word)
                for word in sorted(words(partner.name, partner.town))
            ],
            ignore_conflicts=True,
        )


def empty_words(apps, schema_editor):
    apps.get_model("partners", "PartnerWord").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_names_numbers_sites_and_groups")]

    operations = [migrations.RunPython(fill_words, empty_words)]
