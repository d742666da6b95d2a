"""Agreements of an older installation, brought to today's tables."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from tests.agreements.concluding.test_concluding import all_sign, sent
from tilts.accounts.roles import Role
from tilts.agreements.models import SignedPaper, Version
from tilts.files.actions import store_file
from tilts.signing.containers import MEDIA_TYPE
from tilts.signing.models import Form, SignedPack

fill = import_module("tilts.agreements.migrations.0009_fill_signed_papers").fill
narrow = import_module("tilts.agreements.migrations.0010_packs_for_who_sees_contacts").narrow


@pytest.mark.parametrize("form", [Form.ONE_PDF, Form.COUNTERPARTS])
def test_a_version_signed_before_gets_its_day_and_the_paper_of_each_side(agreed, form):
    all_sign(sent(agreed, form=form))
    kept = list(SignedPaper.objects.values("version", "position", "side", "way", "file"))
    day = Version.objects.get().signed_on
    SignedPaper.objects.all().delete()
    Version.objects.update(signed_on=None)

    fill(apps, None)
    fill(apps, None)

    assert list(SignedPaper.objects.values("version", "position", "side", "way", "file")) == kept
    assert Version.objects.get().signed_on == day


def test_a_pack_of_before_opens_for_who_sees_the_names_on_its_papers(school, browse):
    file, other = (
        store_file(b"PK", name="Signed.asice", content_type=MEDIA_TYPE, permission="agreements.view", by=None)
        for _each in range(2)
    )
    SignedPack.objects.create(file=file, papers=1)
    editor, address = browse(Role.EDITOR), f"/{school.slug}{reverse('files:open', args=[file.pk])}"
    before = editor.get(address).status_code

    narrow(apps, None)

    other.refresh_from_db()
    assert (before, editor.get(address).status_code, other.permission) == (200, 404, "agreements.view")
