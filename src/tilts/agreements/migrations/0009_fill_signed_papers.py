"""Versions signed before their day and their counterparts were kept: the day was that of coming into force."""

from django.db import migrations
from django.db.models import F

KIND = "agreements.agreement"


def fill(apps, schema_editor):
    versions = apps.get_model("agreements", "Version").objects
    papers = apps.get_model("agreements", "SignedPaper").objects
    counterparts = apps.get_model("signing", "Counterpart").objects.exclude(sealed=None).order_by("position")
    signed = versions.filter(in_force_on__isnull=False, signed_on=None, agreement__is_copy=False)
    for version in signed.exclude(signed_papers__isnull=False):
        of_version = counterparts.filter(
            school=version.school,
            envelope__kind=KIND,
            envelope__state="complete",
            envelope__subject_id=version.agreement_id,
            envelope__papers__position=1,
            envelope__papers__content_hash=version.content_hash,
        )
        last = of_version.order_by("-envelope").values("envelope")[:1]
        for each in of_version.filter(envelope__in=last):
            papers.create(
                school=version.school,
                version=version,
                position=each.position,
                side=each.side,
                way=each.way,
                file=each.sealed,
            )
    signed.update(signed_on=F("in_force_on"))


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0008_agreement_that_is_renewed"),
        ("signing", "0001_envelopes"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
