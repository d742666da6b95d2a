"""What is answered by a personal link: the form, and what is kept of it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import PersonFactory
from tests.people.records import DOCUMENT_NUMBER, IBAN, whole_person
from tilts.people.actions import keep_answers
from tilts.people.answers import GROUPS, Answers, fields_of
from tilts.people.forms import AnswersForm
from tilts.people.models import BankAccount, EmergencyContact, Guardian, Need, TravelDocument

FILLED = {
    "address": "Parauga iela 2, Daugavpils",
    "phone": "26 100 100",
    "email": "elina@example.org",
    "iban": "LV80 BANK 0000 4351 9500 1",
    "payee": "guardian",
    "payee_name": "Dace Ozolkalne",
    "document_kind": "identity_card",
    "document_number": "pa 1234567",
    "document_country": "LV",
    "document_expires_on": "2999-01-31",
    "emergency_name": "Pēteris Ozolkalns",
    "emergency_relation": "father",
    "emergency_phone": "26 100 300",
    "guardian_name": "Dace Ozolkalne",
    "guardian_relation": "mother",
    "guardian_phone": "26 100 200",
    "guardian_email": "",
    "needs": "No nuts",
}


def form(filled: dict[str, str], person=None, asked=GROUPS) -> AnswersForm:
    return AnswersForm(person or PersonFactory(), fields_of(asked), filled)


def test_everything_answered_is_kept(school):
    person = PersonFactory(phone="", email="")
    filled = form(FILLED, person)

    assert filled.is_valid(), filled.errors
    assert keep_answers(person, filled.answers(), by_link=True) == frozenset(GROUPS)
    person.refresh_from_db()

    assert (person.address, person.phone, person.email) == (FILLED["address"], "+37126100100", "elina@example.org")
    account, document = person.bank_accounts.get(), person.travel_documents.get()
    assert (account.iban, account.payee, account.owner, account.by_link) == (IBAN, "guardian", "Dace Ozolkalne", True)
    assert (document.kind, document.number, document.country) == ("identity_card", "PA1234567", "LV")
    assert (document.expires_on, document.by_link) == (date(2999, 1, 31), True)
    contact = person.emergency_contacts.get()
    assert (contact.name, contact.relation, contact.phone) == ("Pēteris Ozolkalns", "father", "+37126100300")
    assert list(person.guardians.values_list("name", "relation", "phone", "email")) == [
        ("Dace Ozolkalne", "mother", "+37126100200", "")
    ]
    assert [(need.text, need.kind, need.by_link) for need in person.needs.all()] == [("No nuts", "other", True)]


def test_the_same_answers_twice_change_nothing(school):
    person = PersonFactory()
    answers = form(FILLED, person)
    assert answers.is_valid()

    for _ in range(2):
        keep_answers(person, answers.answers(), by_link=True)

    models = (BankAccount, TravelDocument, EmergencyContact, Guardian, Need)
    assert [model.objects.count() for model in models] == [1, 1, 1, 1, 1]


def test_newer_answers_take_the_place_of_older_ones_and_empty_ones_change_nothing(school):
    person = whole_person()
    given = Answers(iban="GE29NB0000000101904917", guardian_name="DACE OZOLKALNE", guardian_email="dace@example.org")

    assert keep_answers(person, given, by_link=True) == {"bank", "guardian"}

    account, guardian = person.bank_accounts.get(), person.guardians.get()
    assert (account.iban, account.owner, account.by_link) == (given.iban, "Elīna Ozolkalne", True)
    assert (guardian.relation, guardian.phone, guardian.email) == ("mother", "+37126100200", "dace@example.org")
    assert person.travel_documents.get().number == DOCUMENT_NUMBER
    assert person.needs.count() == 1


def test_a_guardian_of_another_name_is_a_second_one(school):
    person = whole_person()

    keep_answers(person, Answers(guardian_name="Pēteris Ozolkalns"), by_link=True)

    assert list(person.guardians.values_list("name", flat=True)) == ["Dace Ozolkalne", "Pēteris Ozolkalns"]


def test_nothing_answered_keeps_nothing(school):
    filled = form({"payee": "person"})

    assert filled.non_field_errors() == ["Nothing is filled in yet. Please answer what you can; the rest can follow."]
    assert keep_answers(PersonFactory(), Answers(payee="person"), by_link=True) == frozenset()
    assert not BankAccount.objects.exists()


def test_only_what_is_asked_is_shown_and_taken(school):
    filled = form(FILLED, asked=["bank"])

    assert list(filled.fields) == ["iban", "bic", "payee", "payee_name"]
    assert filled.is_valid()
    assert filled.answers().groups == {"bank"}


def test_asking_for_what_there_is_not_is_an_error(school):
    with pytest.raises(KeyError, match="shoe_size"):
        fields_of(["shoe_size"])
    with pytest.raises(KeyError, match="shoe_size"):
        AnswersForm(PersonFactory(), ["shoe_size"])


def test_the_form_shows_nothing_that_is_known_but_the_end_of_numbers(school):
    page = str(AnswersForm(whole_person(), fields_of(GROUPS)))

    assert "We have the account LV… …5001. Leave this empty to keep it." in page
    assert "We have the number that ends in 567. Leave this empty to keep it." in page
    known = (IBAN, DOCUMENT_NUMBER, "Dace", "Diabetes", "26100200")
    assert [text for text in known if text in page] == []


@pytest.mark.parametrize(
    ("filled", "errors"),
    [
        (
            {"iban": "LV80BANK0000435195002"},
            {
                "iban": [
                    "There is a slip in this account number (IBAN): a wrong digit, or two that changed places. "
                    "Please compare it with your bank's app."
                ]
            },
        ),
        (
            {"iban": IBAN, "payee": "other"},
            {"payee_name": ["Please also write the name of the account's owner."]},
        ),
        ({"payee_name": "Dace"}, {"iban": ["Please also write the account number (IBAN)."]}),
        (
            {"document_number": "PA1234567"},
            {
                "document_kind": ["Please also choose which document it is."],
                "document_country": ["Please also choose the country that gave the document out."],
                "document_expires_on": ["Please also write until when the document is valid."],
            },
        ),
        (
            {"emergency_name": "Pēteris"},
            {"emergency_phone": ["Please also write the phone of this person: we would have to call."]},
        ),
        (
            {"guardian_email": "dace@example.org"},
            {"guardian_name": ["Please also write the name of the parent or guardian."]},
        ),
        (
            {"phone": "call me"},
            {"phone": ["“call me” is no phone number. Write it with the code of its country, like +371 26 000 000."]},
        ),
    ],
    ids=["slip", "no-owner", "owner-alone", "document-begun", "no-phone-of-contact", "guardian-begun", "no-phone"],
)
def test_what_is_wrong_or_missing_is_told_in_plain_words(school, filled, errors):
    assert form(filled).errors == errors


def test_a_document_that_is_no_longer_valid_is_told(school):
    yesterday = timezone.localdate() - timedelta(days=1)

    errors = form(FILLED | {"document_expires_on": str(yesterday)}).errors

    assert list(errors) == ["document_expires_on"]
    assert "no longer valid" in errors["document_expires_on"][0]


def test_answers_do_not_show_in_a_log():
    assert repr(Answers(iban=IBAN, needs="No nuts")) == "<Answers: bank, needs>"
