"""Personal links: for one purpose, for a time, kept as a hash."""

from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.factories import PartnerFactory
from tilts.accounts import links
from tilts.accounts.models import PersonalLink
from tilts.accounts.schools import in_school
from tilts.partners.models import Partner


@pytest.fixture(autouse=True)
def _page(monkeypatch):
    def page(request, link):
        return HttpResponse(f"{link.subject_id}: {', '.join(Partner.objects.values_list('name', flat=True))}")

    monkeypatch.setitem(links._pages, "test.page", page)


def make(subject_id: int = 7, days: float = 1) -> str:
    address = links.make_link("test.page", subject_id=subject_id, expires_at=timezone.now() + timedelta(days=days))
    return address.removeprefix("http://127.0.0.1:8000")


def test_a_link_opens_its_page_inside_its_school_without_signing_in(school, other_school):
    PartnerFactory(name="Ours")
    with in_school(other_school):
        PartnerFactory(name="Theirs")
        theirs = make(subject_id=8)

    assert Client().get(make()).text == "7: Ours"
    assert Client().get(theirs).text == "8: Theirs"


def test_the_database_holds_no_secret(school):
    secret = make().split("/")[2]

    with connection.cursor() as cursor:
        cursor.execute("select * from accounts_personallink")
        (row,) = cursor.fetchall()
    assert secret not in str(row)


def test_a_guessed_link_is_not_found(school):
    make()

    response = Client().get("/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/")

    assert response.status_code == 404
    assert "This link is not known" in response.text


def test_a_link_past_its_time_and_a_revoked_one_say_that_they_ended(school):
    late, revoked = make(days=-0.01), make(subject_id=9)

    assert links.revoke_links("test.page", 9) == 1
    assert links.revoke_links("test.page", 9) == 0

    for address, why in ((late, "It worked until"), (revoked, f"{school.name} has withdrawn it")):
        response = Client().get(address)
        assert response.status_code == 410
        assert why in response.text
        assert f"Please ask {school.name} for a new one." in response.text


def test_another_schools_links_are_not_revoked(school, other_school):
    with in_school(other_school):
        theirs = make(subject_id=9)

    assert links.revoke_links("test.page", 9) == 0
    assert Client().get(theirs).status_code == 200


def test_the_address_is_kept_nowhere_on_the_way(school):
    response = Client().get(make())

    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_for_no_known_purpose_is_refused(school):
    with pytest.raises(KeyError):
        links.make_link("test.nothing", subject_id=1, expires_at=timezone.now())
    assert not PersonalLink.objects.exists()
