"""Needs and numbers are sealed in the database, do not move between rows, and show nowhere by themselves."""

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db import connection

from tests.factories import PersonFactory
from tests.people.records import DOCUMENT_NUMBER, IBAN, NEED, whole_person
from tilts.core import encryption
from tilts.core.encryption import CannotOpen, Keyring, keyring, make_new_key, models_with_sealed_fields, sealed_fields
from tilts.core.secrets import data_keys
from tilts.people.actions import reseal_people
from tilts.people.models import BankAccount, Need, TravelDocument


def stored(table: str, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(f"select {column} from {table}")
        return bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("people_need", "kind", "health"),
        ("people_need", "text", NEED),
        ("people_need", "has_fewer_opportunities", "yes"),
        ("people_bankaccount", "iban", IBAN),
        ("people_traveldocument", "number", DOCUMENT_NUMBER),
    ],
    ids=["kind-of-need", "need", "fewer-opportunities", "account", "document"],
)
def test_the_database_holds_no_text_of_it(school, table, column, text):
    whole_person()

    inside = stored(table, column)

    assert text.encode() not in inside
    assert keyring().key_name(inside) == keyring().newest


def test_what_is_stored_comes_back(school):
    person = whole_person()

    need = person.needs.get()

    assert (need.kind, need.text, need.has_fewer_opportunities) == ("health", NEED, True)
    assert need.get_kind_display() == "Health"
    assert (person.bank_accounts.get().iban, person.travel_documents.get().number) == (IBAN, DOCUMENT_NUMBER)


def test_many_at_once_are_sealed_too(school):
    people = PersonFactory.create_batch(3)

    Need.objects.bulk_create(Need(person=person, text=f"need {person.pk}") for person in people)

    assert [need.text for need in Need.objects.all()] == [f"need {person.pk}" for person in people]


def test_an_empty_number_is_stored_empty(school):
    BankAccount.objects.create(person=PersonFactory(), iban="")

    assert stored("people_bankaccount", "iban") == b""
    assert BankAccount.objects.get().iban == ""


def test_a_number_put_into_another_persons_row_does_not_open(school):
    whole_person()
    other = BankAccount.objects.create(person=PersonFactory(), iban="GE29NB0000000101904917")
    with connection.cursor() as cursor:
        cursor.execute(
            "update people_bankaccount set iban = (select iban from people_bankaccount where id <> %s) where id = %s",
            [other.pk, other.pk],
        )

    with pytest.raises(CannotOpen, match="moved"):
        _ = BankAccount.objects.get(pk=other.pk).iban


def test_a_changed_byte_in_the_database_is_noticed(school):
    whole_person()
    with connection.cursor() as cursor:
        cursor.execute("update people_need set text = set_byte(text, 40, get_byte(text, 40) # 1)")

    with pytest.raises(CannotOpen, match="changed"):
        _ = Need.objects.get().text


def test_rows_can_neither_be_found_by_it_nor_changed_past_their_row(school):
    whole_person()

    with pytest.raises(FieldError, match="sealed"):
        BankAccount.objects.filter(iban=IBAN)
    with pytest.raises(TypeError, match="sealed"):
        BankAccount.objects.update(iban=IBAN)


def test_no_text_of_a_row_shows_what_is_sealed(school):
    person = whole_person()
    rows = [person.needs.get(), person.bank_accounts.get(), person.travel_documents.get()]

    shown = f"{rows} {[str(row) for row in rows]} {list(Need.objects.values())} {list(BankAccount.objects.values())}"

    assert [secret for secret in (IBAN, "health", "Diabetes", DOCUMENT_NUMBER) if secret in shown] == []


def test_a_row_is_read_without_opening_it(school, monkeypatch):
    whole_person()

    def refuse(*_arguments: object) -> str:
        raise AssertionError("opened")

    monkeypatch.setattr(Keyring, "open", refuse)

    assert list(BankAccount.objects.values_list("payee_name", flat=True)) == ["Dace Ozolkalne"]
    for row in (*BankAccount.objects.all(), *Need.objects.all()):
        assert str(row)
        row.save()


def test_no_history_keeps_anything_of_people(school):
    tracked = {model.pgh_tracked_model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")}

    assert {model._meta.label for model in tracked if model._meta.app_label == "people"} == set()


def test_the_sealed_fields_are_these():
    assert {
        model._meta.label: [field.name for field in sealed_fields(model)] for model in models_with_sealed_fields()
    } == {
        "people.BankAccount": ["iban"],
        "people.TravelDocument": ["number"],
        "people.Need": ["kind", "text", "has_fewer_opportunities"],
        "projects.Payment": ["iban", "payee_name"],
        "mobilities.InclusionCost": ["real_eur", "evidence"],
    }


@pytest.fixture
def own_keys(settings, tmp_path):
    """Keys that the test may renew."""
    settings.TILTS_DATA = tmp_path
    keyring.cache_clear()
    yield tmp_path
    keyring.cache_clear()


def test_a_new_key_takes_over_row_by_row_and_the_old_one_is_then_needed_no_more(school, own_keys, monkeypatch):
    whole_person()

    make_new_key()
    assert Need.objects.get().text == NEED
    assert [reseal_people(), reseal_people()] == [3, 0]

    monkeypatch.setattr(encryption, "keyring", lambda: Keyring(data_keys(own_keys)[:1]))
    assert (Need.objects.get().text, BankAccount.objects.get().iban) == (NEED, IBAN)
    assert TravelDocument.objects.get().number == DOCUMENT_NUMBER


def test_a_process_that_does_not_know_a_new_key_yet_reads_it(school, own_keys):
    before = keyring()
    whole_person()
    make_new_key()
    reseal_people()
    # As in another process: it still has the keys from before.
    encryption.keyring.cache_clear()
    encryption.installation_secrets.cache_clear()
    assert not before.has_key_of(stored("people_need", "text"))

    assert Need.objects.get().text == NEED
