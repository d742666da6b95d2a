"""What stands on a person's page, who sees which of it, and the forms behind it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import PersonFactory
from tests.people.records import DOCUMENT_NUMBER, IBAN, NEED, whole_person
from tilts.accounts import roles
from tilts.accounts.roles import Role
from tilts.people.models import BankAccount, Consent, EmergencyContact, Guardian, Need, Person, TravelDocument

WHOLE_IBAN = "LV80 BANK 0000 4351 9500 1"


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.COORDINATOR, {WHOLE_IBAN, DOCUMENT_NUMBER, NEED}),
        (Role.FINANCE, {WHOLE_IBAN, DOCUMENT_NUMBER}),
        (Role.DIRECTOR, set()),
    ],
    ids=["coordinator", "finance", "director"],
)
def test_who_sees_whole_numbers_and_needs(school, browse, role, seen):
    person = whole_person()

    page = browse(role).get(f"/{school.slug}/people/{person.pk}/")

    assert {text for text in (WHOLE_IBAN, DOCUMENT_NUMBER, NEED) if text in page.text} == seen
    assert ("LV… …5001" in page.text) is (WHOLE_IBAN not in seen)
    assert ("Fewer opportunities" in page.text or "fewer opportunities" in page.text) is (NEED in seen)
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COORDINATOR, 200), (Role.FINANCE, 403), (Role.DIRECTOR, 403), (Role.EDITOR, 403)]
)
@pytest.mark.parametrize("part", ["guardians", "bank", "document", "emergency", "consents", "needs"])
def test_who_may_change_the_parts(school, browse, role, status, part):
    person = PersonFactory()

    assert browse(role).get(f"/{school.slug}/people/{person.pk}/{part}/new/").status_code == status


@pytest.mark.parametrize("part", ["bank", "document", "needs"])
def test_whoever_may_change_people_but_not_see_it_gets_no_form_that_shows_it(school, browse, part, monkeypatch):
    person = PersonFactory()
    monkeypatch.setitem(roles.MATRIX, "people.change", frozenset({Role.DIRECTOR}))

    assert browse(Role.DIRECTOR).get(f"/{school.slug}/people/{person.pk}/{part}/new/").status_code == 403


FORMS = {
    "guardians": (Guardian, {"kind": "institution", "name": "Daugavpils bāriņtiesa", "language": "lv"}),
    "bank": (BankAccount, {"iban": WHOLE_IBAN, "payee": "person"}),
    "document": (
        TravelDocument,
        {"kind": "passport", "number": "lv 1234567", "country": "LV", "expires_on": "2030-01-31"},
    ),
    "emergency": (EmergencyContact, {"name": "Pēteris Ozolkalns", "phone": "26 100 300"}),
    "consents": (Consent, {"purpose": "photos", "given_on": "2022-02-01", "given_how": "paper"}),
    "needs": (Need, {"kind": "diet", "text": "No nuts"}),
}


@pytest.mark.parametrize("part", FORMS)
def test_each_part_is_added_changed_and_removed(school, browse, part):
    model, filled = FORMS[part]
    person, client = PersonFactory(), browse()
    address = f"/{school.slug}/people/{person.pk}/{part}"

    added = client.post(f"{address}/new/", filled)
    row = model.objects.get(person=person)
    shown = client.get(f"{address}/{row.pk}/")
    changed = client.post(f"{address}/{row.pk}/", filled)
    asked = client.get(f"{address}/{row.pk}/remove/")
    removed = client.post(f"{address}/{row.pk}/remove/")

    assert [answer.status_code for answer in (added, shown, changed, asked, removed)] == [302, 200, 302, 200, 302]
    assert all(text in asked.text for text in ("Remove for good", str(person)))
    assert not model.objects.exists()


def test_numbers_are_stored_in_one_form(school, browse):
    person, client = PersonFactory(), browse()
    for part in ("bank", "document", "emergency"):
        client.post(f"/{school.slug}/people/{person.pk}/{part}/new/", FORMS[part][1])

    assert person.bank_accounts.get().iban == IBAN
    assert person.travel_documents.get().number == "LV1234567"
    assert person.emergency_contacts.get().phone == "+37126100300"


@pytest.mark.parametrize(
    ("part", "wrong", "field", "sentence"),
    [
        ("guardians", {"kind": "person"}, "__all__", "Give a name, or at least a phone number or an e-mail address."),
        ("bank", {"iban": "LV80BANK0000435195002", "payee": "person"}, "iban", "There is a slip"),
        ("bank", {"iban": IBAN, "payee": "guardian"}, "__all__", "Write the name of the account's owner."),
        ("document", FORMS["document"][1] | {"number": "?"}, "number", "is no number of a passport"),
        ("document", FORMS["document"][1] | {"country": "XX"}, "country", "Select a valid choice"),
        ("emergency", {"name": "Pēteris", "phone": "12"}, "phone", "is no phone number"),
        (
            "consents",
            {"purpose": "photos", "given_on": "2999-01-01", "given_how": "paper"},
            "given_on",
            "still to come",
        ),
        ("needs", {"kind": "magic", "text": "x"}, "kind", "Select a valid choice"),
        ("needs", {"kind": "diet", "text": ""}, "text", "This field is required."),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_what_is_wrong_is_told_at_its_field(school, browse, part, wrong, field, sentence):
    person = PersonFactory()

    response = browse().post(f"/{school.slug}/people/{person.pk}/{part}/new/", wrong)

    assert [each for each in response.context["form"].errors[field] if sentence in each]
    assert not FORMS[part][0].objects.exists()


def test_a_second_account_is_the_first_one_to_be_changed(school, browse):
    person = whole_person()
    account = person.bank_accounts.get()

    response = browse().get(f"/{school.slug}/people/{person.pk}/bank/new/")

    assert response.url == f"/{school.slug}/people/{person.pk}/bank/{account.pk}/"


def test_another_persons_account_is_not_there(school, browse):
    account = whole_person().bank_accounts.get()

    response = browse().get(f"/{school.slug}/people/{PersonFactory().pk}/bank/{account.pk}/")

    assert response.status_code == 404


def test_a_part_that_there_is_none_of_is_not_found(school, browse):
    assert browse().get(f"/{school.slug}/people/{PersonFactory().pk}/secrets/new/").status_code == 404


def test_a_consent_is_given_withdrawn_and_given_again_and_all_of_it_stays(school, browse):
    person, client = PersonFactory(), browse()
    address = f"/{school.slug}/people/{person.pk}/consents"
    given = {"purpose": "photos", "given_on": "2022-02-01", "given_how": "paper"}
    client.post(f"{address}/new/", given)
    twice = client.post(f"{address}/new/", given)
    first = Consent.objects.get()

    early = client.post(f"{address}/{first.pk}/", given | {"withdrawn_on": "2022-01-31"})
    client.post(f"{address}/{first.pk}/", given | {"withdrawn_on": "2022-03-01", "withdrawn_how": "mail"})
    client.post(f"{address}/new/", given | {"given_on": "2022-04-01"})

    assert twice.context["form"].non_field_errors() == ["This consent is already there."]
    assert early.context["form"].non_field_errors() == ["A consent can't be withdrawn before it was given."]
    assert [(consent.given_on, consent.is_live) for consent in person.consents.all()] == [
        (date(2022, 4, 1), True),
        (date(2022, 2, 1), False),
    ]


def test_the_page_says_who_is_a_minor_and_which_document_expired(school, browse):
    today = timezone.localdate()
    child = PersonFactory(born_on=date(today.year - 17, 1, 1))
    TravelDocument.objects.create(person=child, number="LV1234567", country="LV", expires_on=today - timedelta(days=1))
    client = browse()

    page = client.get(f"/{school.slug}/people/{child.pk}/").text

    assert "of age from" in page
    assert "Nobody is named yet who signs for this minor." in page
    assert "expired" in page
    assert "of age from" not in client.get(f"/{school.slug}/people/{PersonFactory().pk}/").text


def test_the_form_of_a_person_reads_phone_and_nationality(school, browse):
    person = PersonFactory(phone="as they like it")
    filled = {"given_names": "Ilze", "family_name": "Liepa", "kind": "learner", "born_on": "2004-03-09"}
    client, address = browse(), f"/{school.slug}/people/{person.pk}/change/"

    client.post(address, filled | {"phone": "as they like it", "nationality": "GE", "gender": "other"})
    untouched = Person.objects.get()
    wrong = client.post(address, filled | {"phone": "12"})
    client.post(address, filled | {"phone": "599 123 456", "nationality": "GE"})

    assert (untouched.phone, untouched.nationality, untouched.gender) == ("as they like it", "GE", "other")
    assert "is no phone number" in wrong.context["form"].errors["phone"][0]
    assert Person.objects.get().phone == "as they like it"
    client.post(address, filled | {"phone": "+995 599 123 456"})
    assert Person.objects.get().phone == "+995599123456"


def test_the_list_is_narrowed_sorted_and_exported(school, browse):
    PersonFactory(family_name="Alksne", group="LMT-21")
    PersonFactory(family_name="Bite", group="LD-21")
    PersonFactory(family_name="Cielava", group="", kind="staff")
    client, address = browse(), f"/{school.slug}/people/"

    def names(query: str) -> list[str]:
        return [row.record.family_name for row in client.get(address + query).context["table"].rows]

    assert names("?group=LD-21") == ["Bite"]
    assert names("?kind=staff") == ["Cielava"]
    assert names("?kind=learner&q=al") == ["Alksne"]
    assert names("?sort=-group") == ["Alksne", "Bite", "Cielava"]
    assert names("?group=nobody&kind=x") == ["Alksne", "Bite", "Cielava"]
    assert client.get(f"{address}export/?group=LD-21")["Content-Type"].endswith("spreadsheetml.sheet")
    assert browse(Role.EDITOR).get(f"{address}export/").status_code == 403


def test_the_spreadsheet_of_people_has_nothing_sealed(school, browse, django_assert_num_queries):
    whole_person()
    client = browse()

    with django_assert_num_queries(8):
        content = client.get(f"/{school.slug}/people/export/").content

    assert IBAN.encode() not in content
    assert NEED.encode() not in content


@pytest.mark.parametrize("parts", [1, 3])
def test_the_page_asks_the_same_number_of_queries(school, browse, parts, django_assert_num_queries):
    person = whole_person()
    for _ in range(parts - 1):
        Guardian.objects.create(person=person, name="Pēteris Ozolkalns")
        Need.objects.create(person=person, text="No nuts")
    client = browse()
    client.get(f"/{school.slug}/people/{person.pk}/")

    with django_assert_num_queries(15):
        client.get(f"/{school.slug}/people/{person.pk}/")
