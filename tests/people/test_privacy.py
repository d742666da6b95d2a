"""Everything the house holds of a person: given out, and erased."""

import json

import pytest

from tests.factories import MobilityFactory, PersonFactory
from tests.people.records import DOCUMENT_NUMBER, IBAN, NEED, whole_person
from tilts.accounts.roles import Role
from tilts.people import privacy
from tilts.people.models import BankAccount, Consent, EmergencyContact, Guardian, Need, Person, TravelDocument

OF_PEOPLE = (Guardian, BankAccount, TravelDocument, EmergencyContact, Consent, Need)


@pytest.fixture
def registry(monkeypatch):
    """A registry of the test's own."""
    monkeypatch.setattr(privacy, "_exporters", {})
    monkeypatch.setattr(privacy, "_erasers", {})


def test_the_export_holds_everything_and_is_json(school, registry):
    person = whole_person()
    privacy.register_exporter("stays", lambda one: [{"person": one.pk}])

    exported = json.loads(json.dumps(privacy.export_person(person)))

    assert list(exported) == [
        *("person", "guardians", "bank_account", "travel_document", "emergency_contact", "consents", "needs", "stays")
    ]
    assert exported["person"] | {"family_name": "Ozolkalne", "born_on": "2008-06-01"} == exported["person"]
    assert exported["bank_account"][0]["iban"] == IBAN
    assert exported["travel_document"][0]["number"] == DOCUMENT_NUMBER
    assert exported["needs"] == [{"kind": "health", "text": NEED, "has_fewer_opportunities": True, "by_link": False}]
    assert exported["stays"] == [{"person": person.pk}]


def test_every_table_of_people_that_points_to_a_person_is_in_the_export(school, registry):
    pointing = {
        relation.related_model
        for relation in Person._meta.related_objects
        if relation.related_model._meta.app_label == "people"
    }

    assert pointing == set(OF_PEOPLE)


def test_erasing_leaves_nothing(school, registry):
    person, other = whole_person(), PersonFactory()
    erased = []
    privacy.register_eraser("stays", lambda one: erased.append(one.pk))

    privacy.erase_person(person)

    assert erased == [person.pk]
    assert list(Person.objects.all()) == [other]
    assert [model.objects.count() for model in OF_PEOPLE] == [0] * len(OF_PEOPLE)


def test_what_is_binding_refuses_with_its_reasons_and_nothing_goes(school, registry):
    person = whole_person()
    gone = []
    privacy.register_eraser("stays", gone.append, must_stay=lambda _person: ["A grant is paid until 2032."])

    with pytest.raises(privacy.ErasureRefused) as refused:
        privacy.erase_person(person)

    assert refused.value.reasons == ("A grant is paid until 2032.",)
    assert gone == []
    assert person.bank_accounts.count() == 1


def test_a_record_that_nobody_registered_refuses_too_and_nothing_goes(school, registry):
    person = MobilityFactory().person
    Guardian.objects.create(person=person, name="Dace Liepa")
    privacy.register_eraser("guardians", lambda one: one.guardians.all().delete())

    with pytest.raises(privacy.ErasureRefused) as refused:
        privacy.erase_person(person)

    assert refused.value.reasons == ("There are still records that need this person, such as stays.",)
    assert person.guardians.count() == 1


def test_the_page_erases_once_the_name_is_typed(school, registry, browse):
    person, client = whole_person(), browse()
    address = f"/{school.slug}/people/{person.pk}/privacy/"

    wrong = client.post(address, {"name": "Elīna"})
    still_there = Person.objects.exists()
    right = client.post(address, {"name": "elina  OZOLKALNE"}, follow=True)

    assert wrong.context["form"].errors == {"name": ["This is not the name above. Nothing was erased."]}
    assert still_there
    assert not Person.objects.exists()
    assert "This person is erased." in right.text


def test_the_page_tells_what_stands_against_it(school, registry, browse):
    person = MobilityFactory().person
    privacy.register_eraser("grants", lambda _one: None, must_stay=lambda _one: ["A grant is paid until 2032."])

    page = browse().get(f"/{school.slug}/people/{person.pk}/privacy/").text

    assert "A grant is paid until 2032." in page
    assert "Erase for good" not in page


def test_the_page_tells_a_refusal_that_only_the_erasing_finds(school, registry, browse):
    person = MobilityFactory().person

    page = browse().post(f"/{school.slug}/people/{person.pk}/privacy/", {"name": str(person)})

    assert "There are still records that need this person, such as stays." in page.text
    assert Person.objects.filter(pk=person.pk).exists()


def test_the_file_is_saved_and_not_kept_by_the_browser(school, registry, browse):
    response = browse().get(f"/{school.slug}/people/{whole_person().pk}/privacy/data/")

    assert response.json()["bank_account"][0]["iban"] == IBAN
    assert response["Content-Disposition"].startswith("attachment")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.FINANCE, Role.TEACHER])
@pytest.mark.parametrize("page", ["", "data/"], ids=["page", "file"])
def test_only_who_may_give_out_and_erase(school, registry, browse, role, page):
    person = PersonFactory()

    assert browse(role).get(f"/{school.slug}/people/{person.pk}/privacy/{page}").status_code == 403


def test_erasing_is_logged_without_the_name(school, registry, caplog):
    person = whole_person()

    with caplog.at_level("INFO", logger="tilts"):
        privacy.erase_person(person)

    assert str(person.pk) in caplog.text
    assert "Ozolkalne" not in caplog.text
