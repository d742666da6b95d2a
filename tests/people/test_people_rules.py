"""Who is a minor when; which accounts and documents serve."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tilts.core.spans import Span
from tilts.people import rules
from tilts.people.rules import BadNumber, Minority, comes_of_age_on, is_minor, minor_during, read_iban
from tilts.people.sentences import bad_number

STAY = Span(date(2022, 5, 1), date(2022, 5, 20))

# Examples of SWIFT's IBAN registry.
IBANS = {
    "LV": "LV80BANK0000435195001",
    "GE": "GE29NB0000000101904917",
    "EE": "EE382200221020145685",
    "LT": "LT121000011101001000",
    "PL": "PL61109010140000071219812874",
    "DE": "DE89370400440532013000",
}


# Age


@pytest.mark.parametrize(
    ("born_on", "during"),
    [
        (date(2004, 4, 30), Minority(on_first_day=False, comes_of_age_on=None)),
        (date(2004, 5, 1), Minority(on_first_day=False, comes_of_age_on=date(2022, 5, 1))),
        (date(2004, 5, 2), Minority(on_first_day=True, comes_of_age_on=date(2022, 5, 2))),
        (date(2004, 5, 20), Minority(on_first_day=True, comes_of_age_on=date(2022, 5, 20))),
        (date(2004, 5, 21), Minority(on_first_day=True, comes_of_age_on=None)),
    ],
    ids=["18-before", "18-on-the-first-day", "18-on-the-second", "18-on-the-last", "18-after"],
)
def test_who_is_a_minor_during_a_stay(born_on, during):
    assert minor_during(born_on, STAY) == during


@pytest.mark.parametrize(
    ("day", "minor"), [(date(2022, 2, 28), True), (date(2022, 3, 1), False)], ids=["28-february", "1-march"]
)
def test_who_was_born_on_29_february_comes_of_age_on_1_march(day, minor):
    assert is_minor(date(2004, 2, 29), day) is minor


@given(st.dates(date(1950, 1, 1), date(2020, 12, 31)))
def test_the_last_day_as_a_minor_is_the_one_before_coming_of_age(born_on):
    day = comes_of_age_on(born_on)

    assert is_minor(born_on, day - timedelta(days=1))
    assert not is_minor(born_on, day)
    assert day.year == born_on.year + 18


@pytest.mark.parametrize(
    ("expires_on", "too_early"),
    [(date(2022, 5, 19), True), (date(2022, 5, 20), False), (date(2030, 1, 1), False)],
    ids=["day-before-the-end", "on-the-last-day", "long-after"],
)
def test_a_document_serves_to_its_last_day(expires_on, too_early):
    assert rules.expires_before_end(expires_on, STAY) is too_early


# Bank accounts


@pytest.mark.parametrize("iban", IBANS.values(), ids=IBANS)
def test_the_registrys_examples_are_read_however_they_are_typed(iban):
    assert read_iban(iban) == iban
    assert read_iban(f" IBAN: {rules.in_fours(iban).lower()} ") == iban
    assert read_iban("\u00a0".join(iban)) == iban


@given(st.sampled_from(sorted(IBANS.values())), st.integers(2, 27), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(iban, position, digit):
    assume(position < len(iban) and iban[position].isdigit() and iban[position] != digit)

    with pytest.raises(BadNumber, match="iban_checksum"):
        read_iban(iban[:position] + digit + iban[position + 1 :])


@given(st.sampled_from(sorted(IBANS.values())), st.integers(4, 26))
def test_two_neighbours_that_changed_places_are_always_found(iban, position):
    assume(position + 1 < len(iban) and iban[position] != iban[position + 1])
    swapped = iban[:position] + iban[position + 1] + iban[position] + iban[position + 2 :]

    with pytest.raises(BadNumber, match=r"iban_(checksum|form)"):
        read_iban(swapped)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(text):
    for reader in (read_iban, rules.read_bic, rules.read_document_number, lambda typed: rules.read_phone(typed, "LV")):
        sentence = "read"
        try:
            reader(text)
        except BadNumber as error:
            sentence = bad_number(error)

        assert sentence


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("LV80BANK000043519500", "iban_length", {"country": "LV", "expected": 21, "found": 20}),
        ("GE29NB000000010190491700", "iban_length", {"country": "GE", "expected": 22, "found": 24}),
        ("LV80BAN00000435195001", "iban_form", {"country": "LV"}),
        ("EE38220022102014568O", "iban_form", {"country": "EE"}),
        ("US12 3456 7890", "iban_country", {"letters": "US"}),
        ("4921 8100 0000 1234", "iban_start", {}),
        ("LV80ВANK0000435195001", "foreign_letter", {"letter": "В"}),
        ("", "iban_start", {}),
    ],
    ids=[
        "too-short",
        "too-long",
        "digit-for-letter",
        "o-for-zero",
        "no-ibans-there",
        "card",
        "russian-letter",
        "empty",
    ],
)
def test_what_is_wrong_with_an_account_is_told(text, code, values):
    with pytest.raises(BadNumber) as error:
        read_iban(text)

    assert (error.value.code, error.value.values) == (code, values)


def test_the_sentence_about_an_account_does_not_repeat_it():
    with pytest.raises(BadNumber) as error:
        read_iban("LV80BANK000043519500")

    assert bad_number(error.value) == (
        "This account number (IBAN) has a length of 20; in this country (Latvia) it is 21. "
        "Please compare it with your bank's app."
    )
    assert "4351" not in repr(error.value)


@pytest.mark.parametrize(
    ("mask", "number", "shown"),
    [
        (rules.masked_iban, "LV80BANK0000435195001", "LV… …5001"),
        (rules.masked_iban, "", ""),
        (rules.masked_document, "LV1234567", "…567"),
        (rules.masked_document, "", ""),
    ],
    ids=["account", "no-account", "document", "no-document"],
)
def test_masked_numbers_show_their_end_alone(mask, number, shown):
    assert mask(number) == shown


# Other numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [("habalv22", "HABALV22"), ("HABA LV 22 XXX", "HABALV22XXX"), ("BAGAGE22", "BAGAGE22")],
    ids=["small", "long", "georgian"],
)
def test_codes_of_banks_are_read(text, number):
    assert rules.read_bic(text) == number


@pytest.mark.parametrize("text", ["HABALV2", "HABAZZ22", "12345678"], ids=["short", "no-country", "digits"])
def test_other_codes_of_banks_are_refused(text):
    with pytest.raises(BadNumber, match="bic"):
        rules.read_bic(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("lv 1234567", "LV1234567"), ("PA-123 4567", "PA1234567"), ("01ბ123456", None), ("12", None), ("PASSPORT", None)],
    ids=["blanks", "hyphen", "georgian-letter", "short", "no-digit"],
)
def test_numbers_of_documents(text, number):
    if number is None:
        with pytest.raises(BadNumber):
            rules.read_document_number(text)
    else:
        assert rules.read_document_number(text) == number


def test_phones_are_kept_in_one_form_and_shown_in_another():
    assert rules.read_phone("26 100 100", "LV") == "+37126100100"
    assert rules.shown_phone("+37126100100") == "+371 26 100 100"
    assert rules.shown_phone("by the door") == "by the door"
