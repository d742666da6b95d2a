"""Files for the bank, read back by a checker of their own."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.projects.money.pain_checker import ReadTransfer, read_pain
from tilts.demo.money import example_iban
from tilts.people.rules import read_iban
from tilts.projects.money.sepa import AREA, Account, CannotTransfer, Transfer, credit_transfers, plain

PAYER = Account("Daugavpils tehnikums", example_iban(1), "DEMOLV22")
NAME = "Kārlis Bērziņš"


def transfer(**changed):
    values = {"number": "TILTS-1-1", "name": NAME, "iban": example_iban(2), "amount_eur": Decimal("1146.64")}
    return Transfer(**{**values, "text": "2021-1-LV01-KA121-VET-000000021, 1", **changed})


def file_of(*transfers, payer=PAYER):
    return credit_transfers(
        transfers,
        payer,
        message="TILTS-20220411-1",
        made_at=datetime(2022, 4, 11, 9, 30, tzinfo=UTC),
        carry_out_on=date(2022, 4, 12),
    )


def test_a_file_says_who_pays_whom_what_and_when():
    second = transfer(number="TILTS-1-2", name="გიორგი მაისურაძე", amount_eur=Decimal(90))

    found = read_pain(file_of(transfer(), second))

    assert (found.message, found.payer, found.account) == ("TILTS-20220411-1", PAYER.name, PAYER.iban)
    assert (found.carry_out_on, found.total) == (date(2022, 4, 12), Decimal("1236.64"))
    assert found.transfers == (
        ReadTransfer(
            "TILTS-1-1",
            Decimal("1146.64"),
            "Karlis Berzins",
            example_iban(2),
            "2021-1-LV01-KA121-VET-000000021, 1",
        ),
        ReadTransfer(
            "TILTS-1-2", Decimal("90.00"), "giorgi maisuradze", example_iban(2), "2021-1-LV01-KA121-VET-000000021, 1"
        ),
    )


def test_the_same_input_gives_the_same_bytes():
    assert file_of(transfer()) == file_of(transfer())


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Kārlis Bērziņš & dēls", "Karlis Berzins + dels"),
        ("<b>Ltd</b>", "b Ltd /b"),
        ("//reference//", "reference"),
        ("Ж/Ж", "Zh/Zh"),
        ("a" * 80, "a" * 70),
        ("x" * 69 + " yz", "x" * 69),
        ("“Tilts” – 100 %", "'Tilts' - 100"),
        ("\u202e\n\t", ""),
    ],
)
def test_names_are_written_in_letters_that_every_bank_takes(text, letters):
    assert plain(text, 70) == letters


@given(name=st.text(min_size=1), text=st.text(), cents=st.integers(1, 99_999_999_999))
def test_whatever_is_typed_the_file_is_one_that_banks_take(name, text, cents):
    one = transfer(name=f"A{name}", text=text, amount_eur=Decimal(cents) / 100)

    assert read_pain(file_of(one)).total == one.amount_eur


@pytest.mark.parametrize(
    ("transfers", "payer", "code", "about"),
    [
        ((), PAYER, "nothing", ""),
        ((transfer(),), Account("Skola", ""), "account_missing", ""),
        ((transfer(),), Account("", example_iban(1)), "account_missing", ""),
        ((transfer(),), Account("Skola", "GE29NB0000000101904917"), "account_missing", ""),
        ((transfer(iban=""),), PAYER, "iban_missing", "TILTS-1-1"),
        ((transfer(iban="GE29NB0000000101904917"),), PAYER, "outside_area", "TILTS-1-1"),
        ((transfer(name="  "),), PAYER, "name_missing", "TILTS-1-1"),
        ((transfer(amount_eur=Decimal(0)),), PAYER, "amount", "TILTS-1-1"),
        ((transfer(amount_eur=Decimal("-5")),), PAYER, "amount", "TILTS-1-1"),
        ((transfer(amount_eur=Decimal("1.005")),), PAYER, "amount", "TILTS-1-1"),
        ((transfer(amount_eur=Decimal(10) ** 9),), PAYER, "too_much", "TILTS-1-1"),
    ],
)
def test_what_no_bank_would_carry_out_is_refused(transfers, payer, code, about):
    with pytest.raises(CannotTransfer) as refused:
        file_of(*transfers, payer=payer)

    assert (refused.value.code, refused.value.about) == (code, about)


def test_a_payer_without_a_bank_code_is_written_as_the_rules_say():
    content = file_of(transfer(), payer=Account("Skola", example_iban(1)))

    assert b"<Id>NOTPROVIDED</Id>" in content
    assert read_pain(content).payer == "Skola"


def test_no_name_and_no_account_ends_in_a_log():
    assert repr(transfer()) == "<Transfer TILTS-1-1>"


def test_invented_accounts_have_right_check_digits():
    assert [read_iban(example_iban(number)) for number in (1, 2, 10**12)] == [
        example_iban(number) for number in (1, 2, 10**12)
    ]
    assert len(AREA) == 42
