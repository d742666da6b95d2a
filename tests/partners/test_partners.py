"""Partners: their pages, the town that gives the distance, the list and its search."""

import pytest
from django.test import Client

from tests.factories import PartnerFactory
from tilts.accounts.roles import Role
from tilts.partners.forms import PartnerForm
from tilts.partners.models import Partner
from tilts.partners.queries import partners

FILLED = {"name": "Rakvere Ametikool", "kind": "school", "country": "EE", "town": "Rakvere"}


def test_a_partner_takes_the_place_of_its_town(school):
    form = PartnerForm(FILLED)

    partner = form.save()

    assert (round(partner.latitude, 2), round(partner.longitude, 2)) == (59.35, 26.36)


def test_an_unknown_town_is_told_with_the_cure(school):
    form = PartnerForm(FILLED | {"town": "Rakverre"})

    assert form.errors["town"] == [
        "There is no “Rakverre” in the list of towns. "
        "Check the spelling and the country, or give latitude and longitude below."
    ]


def test_coordinates_given_by_hand_serve_an_unknown_town(school):
    partner = PartnerForm(FILLED | {"town": "Väike-Maarja", "latitude": "59.126", "longitude": "26.25"}).save()

    assert (partner.town, partner.latitude, partner.longitude) == ("Väike-Maarja", 59.126, 26.25)


def test_a_changed_town_moves_the_partner(school):
    partner = PartnerForm(FILLED).save()
    before = {"latitude": partner.latitude, "longitude": partner.longitude}

    moved = PartnerForm(FILLED | before | {"town": "Tartu"}, instance=partner).save()

    assert (round(moved.latitude, 2), round(moved.longitude, 2)) == (58.38, 26.73)


@pytest.mark.parametrize("latitude", ["91", "-91", "north"], ids=["too-far-north", "too-far-south", "no-number"])
def test_a_latitude_that_is_none_is_refused(school, latitude):
    assert "latitude" in PartnerForm(FILLED | {"latitude": latitude, "longitude": "26"}).errors


def test_partners_stand_in_the_order_of_the_schools_language(school):
    for name in ("Zemgales skola", "Čakste", "Cēsu skola", "Daugava"):
        PartnerFactory(name=name)

    assert [partner.name for partner in partners()] == ["Cēsu skola", "Čakste", "Daugava", "Zemgales skola"]


@pytest.mark.parametrize("typed", ["zesp", "ZESPÓŁ", "Zespół Szkół"], ids=["plain", "capitals", "diacritics"])
def test_a_partner_is_found_by_the_beginning_of_its_name_in_any_letters(school, typed):
    found = PartnerFactory(name="Zespół Szkół Mostowych")
    PartnerFactory(name="Rakvere Ametikool")

    assert list(partners(typed)) == [found]


def test_who_may_change_sees_the_button_and_who_may_not_does_not(school, browse):
    coordinator, editor = browse(Role.COORDINATOR), browse(Role.EDITOR)

    assert "New partner" in coordinator.get(f"/{school.slug}/partners/").text
    assert "New partner" not in editor.get(f"/{school.slug}/partners/").text
    assert editor.post(f"/{school.slug}/partners/new/", FILLED).status_code == 403
    assert not Partner.objects.exists()


def test_a_new_partner_is_saved_and_shown(school, browse):
    client: Client = browse()

    response = client.post(f"/{school.slug}/partners/new/", FILLED, follow=True)

    partner = Partner.objects.get()
    assert response.redirect_chain == [(f"/{school.slug}/partners/{partner.pk}/", 302)]
    assert "Rakvere Ametikool is added." in response.text
    assert "Estonia" in response.text


def test_towns_are_suggested_while_typing(school, browse):
    response = browse().get(f"/{school.slug}/partners/towns/", {"town": "Dresd", "country": "DE"})

    assert response.text.strip() == '<option value="Dresden">DE</option>'
