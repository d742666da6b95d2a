"""People: who is the same person, order and search, their pages."""

from datetime import date

import pytest

from tests.factories import MobilityFactory, PersonFactory
from tilts.accounts.roles import Role
from tilts.core.names import search_key
from tilts.people.models import Person
from tilts.people.queries import known_people, people

FILLED = {"given_names": "Žanete", "family_name": "Ēvele", "kind": "learner", "born_on": "2004-03-09"}


def test_a_person_is_known_by_names_and_date_of_birth_together(school):
    ilze = PersonFactory(given_names="Ilze", family_name="Bērziņa", born_on=date(2004, 3, 9))
    PersonFactory(given_names="Anna", family_name="Bērziņa", born_on=date(2004, 3, 9))
    PersonFactory(given_names="Ilze", family_name="Bērziņa", born_on=date(2005, 1, 1))
    same = (search_key("BERZINA ilze"), date(2004, 3, 9))
    unknown = (search_key("Bērziņa Elza"), date(2004, 3, 9))

    assert known_people([same, unknown]) == {same: ilze}


def test_people_stand_in_latvian_order(school):
    for family_name in ("Žagare", "Zvirbule", "Ādamsone", "Avotiņa", "Ņikitina", "Nikolajeva"):
        PersonFactory(family_name=family_name)

    assert [person.family_name for person in people()] == [
        "Ādamsone",
        "Avotiņa",
        "Nikolajeva",
        "Ņikitina",
        "Zvirbule",
        "Žagare",
    ]


@pytest.mark.parametrize("typed", ["ozolina anna", "Anna", "anna marija oz", "ოზოლინა"])
def test_people_are_found_by_either_name_first(school, typed):
    found = PersonFactory(family_name="Ozoliņa", given_names="Anna Marija")
    PersonFactory(family_name="Annemane", given_names="Ieva")

    assert found in people(typed)
    assert not people("Marija Ozoliņa")


def test_people_are_renamed_for_the_search_too(school):
    person = PersonFactory(family_name="Ozoliņa", given_names="Anna")

    person.given_names = "Zane"
    person.save()

    assert (list(people("zane")), list(people("anna"))) == ([person], [])


def test_georgian_letters_are_found_by_latin_ones(school):
    found = PersonFactory(family_name="ხიდელი", given_names="ნინო")

    assert list(people("khid")) == [found]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_queries(school, browse, rows, django_assert_num_queries):
    PersonFactory.create_batch(rows)
    client = browse()
    client.get(f"/{school.slug}/people/")

    with django_assert_num_queries(9):
        assert client.get(f"/{school.slug}/people/").status_code == 200


def test_a_person_added_by_hand_is_shown_and_can_be_changed(school, browse):
    client = browse()

    client.post(f"/{school.slug}/people/new/", FILLED)
    person = Person.objects.get()
    client.post(f"/{school.slug}/people/{person.pk}/change/", FILLED | {"group": "LD-21"})

    assert "LD-21" in client.get(f"/{school.slug}/people/{person.pk}/").text


def test_a_date_that_is_none_is_told_at_its_field(school, browse):
    response = browse().post(f"/{school.slug}/people/new/", FILLED | {"born_on": "2004-02-31"})

    assert response.context["form"].errors == {"born_on": ["Enter a valid date."]}
    assert not Person.objects.exists()


def test_the_page_shows_stays_to_those_who_may_see_them(school, browse):
    mobility = MobilityFactory()

    page = browse(Role.FINANCE).get(f"/{school.slug}/people/{mobility.person_id}/")

    assert mobility.flow.name in page.text


def test_names_are_for_those_who_work_with_them(school, browse):
    person = PersonFactory()

    assert browse(Role.DIRECTOR).get(f"/{school.slug}/people/{person.pk}/").status_code == 200
    assert browse(Role.EDITOR).get(f"/{school.slug}/people/{person.pk}/").status_code == 403
