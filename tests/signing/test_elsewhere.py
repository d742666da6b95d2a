"""What waits for somebody's signature in another of their schools."""

import re

import pytest

from tests.factories import SchoolFactory
from tests.signing.envelopes import TITLE, new_signer, sent
from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.signing.actions import NewSide
from tilts.signing.elsewhere import waiting_elsewhere
from tilts.signing.models import Signer


@pytest.fixture
def director(school, member):
    """Of this school, and of another, which has sent a paper to sign."""
    other = SchoolFactory(name="Cita skola")
    made = member(Role.DIRECTOR)
    Membership.objects.create(school=other, user=made, role=Role.DIRECTOR)
    with in_school(other):
        sent([NewSide("Cita skola", "click", [new_signer("Baiba", made.email, user=made)])])
    return made


def test_the_first_page_tells_of_the_other_school_and_leads_there(school, director, client):
    client.force_login(director)
    page = client.get(f"/{school.slug}/").text

    (found,) = waiting_elsewhere(director)
    other = Membership.objects.exclude(school=school).get(user=director).school
    with in_school(other):
        signer = Signer.objects.get()
        place = f"/{other.slug}/signing/{signer.counterpart.envelope_id}/signers/{signer.pk}/sign/"
    assert (found.title, found.school, found.url) == (TITLE, "Cita skola", place)
    assert f"“{TITLE}” waits for your signature in Cita skola" in page
    assert re.findall(r"href=\"([^\"]+/sign/)\"", page) == [place]


def test_who_may_not_sign_there_any_more_is_not_told(school, director):
    Membership.objects.exclude(school=school).filter(user=director).update(role=Role.TEACHER)

    assert waiting_elsewhere(director) == []
