"""Somebody of the other side, who reads by a personal link."""

import re

import pytest
from django.test import Client

from tilts.agreements.drafting.models import Version
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator
from tilts.mail.models import OutgoingMail


@pytest.fixture
def negotiator(draft):
    """Somebody of the college, who was sent the first version."""
    made = Negotiator(
        agreement=draft,
        party=draft.parties.exclude(partner=None).get(),
        name="Nino",
        email="nino@modus.example",
        language="en",
    )
    made.save()
    actions.propose_to_all(draft)
    draft.refresh_from_db()
    return Negotiator.objects.get()


@pytest.fixture
def link(negotiator):
    """The address of the personal link, as the mail has it."""
    return re.search(r"/p/\S+", OutgoingMail.objects.get().body).group()


def version():
    """The one that was proposed last."""
    return Version.objects.order_by("-position").first()


def post(link, school, **data):
    """What a guest sends, from outside every school, on the text as it is now."""
    answer = Client(headers={"accept-language": "en"}).post(link, {"hash": version().content_hash} | data, follow=True)
    return answer.text
