"""Agreements for tests, on their way from a draft into force."""

from datetime import date

import pytest

from tests.factories import PartnerFactory
from tilts.agreements.drafting import actions, queries
from tilts.agreements.drafting.models import Conditions
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.partners.models import PartnerName


@pytest.fixture
def draft(school):
    """A draft that can be proposed: with a college in Georgia, in Latvian and English."""
    partner = PartnerFactory(name="Modus", country="GE", town="Rustavi")
    PartnerName.objects.create(partner=partner, text="Koledža “Modus”", language="lv")
    made = actions.begin_draft(
        Agreement(
            title="Līgums",
            in_other_languages={"en": {"title": "Agreement"}},
            first_language="lv",
            second_language="en",
            valid_until=date(2029, 12, 31),
        ),
        [partner],
        head=("Maija Paraudziņa", "direktore@skola.example"),
    )
    Conditions.objects.create(agreement=made, weeks_from=3, weeks_to=5, learners_out=10, teachers_in=2)
    PlannedActivity.objects.create(
        agreement=made,
        text="Vizītes",
        condition="Kad drīkst ceļot.",
        in_other_languages={"en": {"text": "Visits", "condition": "Once one may travel."}},
    )
    return made


@pytest.fixture
def agreed(draft):
    """The same, agreed and with who signs for the college."""
    Signatory.objects.create(
        party=queries.parties_in_order(draft)[1],
        name="Nino Paraudze",
        office="Direktore",
        in_other_languages={"en": {"office": "Director"}},
        basis="head",
        email="nino@modus.example",
        language="ka",
        position=2,
    )
    actions.propose(draft)
    actions.agree(draft, how="by mail", agreed_sides=frozenset(queries.draft_of(draft).sides))
    draft.refresh_from_db()
    return draft
