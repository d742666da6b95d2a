"""Agreements of an older installation, brought to today's tables."""

from importlib import import_module

import pytest
from django.apps import apps

from tests.agreements.concluding.test_concluding import all_sign, sent
from tilts.agreements.models import SignedPaper, Version
from tilts.signing.models import Form

fill = import_module("tilts.agreements.migrations.0009_fill_signed_papers").fill


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
