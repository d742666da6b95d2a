"""An agreement that two schools of one installation keep."""

import pytest

from tilts.accounts.schools import in_school
from tilts.agreements.drafting.models import Version
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import connect
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator


@pytest.fixture
def other_school(other_school):
    """It is called as the partner of the draft is."""
    other_school.name = "Koledža “Modus”"
    other_school.save()
    return other_school


@pytest.fixture
def shared(draft, other_school):
    """Proposed, with a copy in the other school."""
    party = draft.parties.exclude(partner=None).get()
    Negotiator.objects.create(agreement=draft, party=party, email="nino@modus.example", language="en")
    actions.propose_to_all(draft)
    draft.refresh_from_db()
    connect(draft, other_school, party, may_agree=True)
    with in_school(other_school):
        take_letters()
    return draft


def copy_in(school):
    """The copy, and its versions."""
    with in_school(school):
        return Agreement.objects.get(is_copy=True), list(Version.objects.order_by("position"))
