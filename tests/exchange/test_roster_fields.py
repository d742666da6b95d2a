import json
from datetime import date, timedelta
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.exchange.class_lists import TODAY
from tilts.exchange import fields
from tilts.exchange.fields import Mistake

BLNS = Path(__file__).parents[3] / "shared/facts/security/blns.json"
REGIONS = ("LV", "GE", "EE", "LT", "PL", "DE")


def mistake(read, *arguments):
    with pytest.raises(Mistake) as caught:
        read(*arguments)
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        "2004-03-09",
        "2004.03.09.",
        "2004-03-09 00:00:00",
        "2004-03-09T00:00:00Z",
        "09.03.2004",
        "09.03.2004.",
        "9.3.2004. g.",
        " 9. 3. 2004",
        "09\u00a0.03\u00a0.2004",
        "9.3.04",
        "09/03/2004",
        "09-03-2004",
        "9. marts 2004",
        "2004. gada 9. marts",
        "2004.gada 9.martā",
        "9 March 2004",
        "March 9th, 2004",
        "9-Mar-04",
        "9 марта 2004 г.",
        "9 მარტი, 2004",
        "2004 წლის 9 მარტი",
        "38055",
        "38055.0",
        "09032004",
        "9032004",
        "20040309",
        "090304",
        "38055.5",
        "9. III 2004",
        "9 Mar 04",
        "9mar2004",
        "2004 m. kovo 9 d.",
        "9 marca 2004 r.",
        "9. März 2004",
        "9. märts 2004",
        "svētdiena, 2004. gada 9. marts",
        "09.03.2004, Daugavpils",
    ],
)
def test_birth_date_is_read_as_schools_write_it(text):
    assert fields.read_birth_date(text, TODAY) == date(2004, 3, 9)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.02.2004", "no_such_day"),
        ("2004-02-30", "no_such_day"),
        ("31. februāris 2004", "no_such_day"),
        ("03/25/2004", "no_such_day"),
        ("00.00.0000", "no_such_day"),
        ("nav zināms", "no_date"),
        ("9.3", "no_date"),
        ("l9.03.2004", "no_date"),
        ("09.O3.2004", "no_date"),
        ("' OR 9=3 -- 2004", "no_date"),
        ("09.03.2004, 12.05.2003", "no_date"),
        ("9.3.200", "no_date"),
        ("2004", "date_incomplete"),
        ("marts 2004", "date_incomplete"),
        ("01.02.2022", "date_in_future"),
        ("01.02.2012", "too_young"),
        ("31.01.1931", "too_old"),
    ],
)
def test_birth_date_says_what_is_wrong(text, code):
    assert mistake(fields.read_birth_date, text, TODAY) == code


@pytest.mark.parametrize(
    ("text", "year"), [("01.02.05", 2005), ("01.02.11", 2011), ("01.02.32", 1932), ("01.02.85", 1985)]
)
def test_two_digit_years_fall_where_somebody_may_travel(text, year):
    assert fields.read_birth_date(text, TODAY).year == year


def test_ages_of_ten_and_ninety_are_the_last_possible_ones():
    assert fields.read_birth_date("31.01.2012", TODAY) == date(2012, 1, 31)
    assert mistake(fields.read_birth_date, "01.02.2012", TODAY) == "too_young"
    assert fields.read_birth_date("01.02.1931", TODAY) == date(1931, 2, 1)


@given(st.dates(date(1940, 1, 1), TODAY - timedelta(days=366 * 11)))
def test_written_dates_come_back(day):
    serial = str((day - date(1899, 12, 30)).days)
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%d%m%Y}", f"{day:%Y%m%d}", serial):
        assert fields.read_birth_date(text, TODAY) == day
    assert fields.read_birth_date(f"{day:%m/%d/%Y}", TODAY, month_first=True) == day


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ieva", "Ieva"),
        ("  Ieva\u00a0 Anna ", "Ieva Anna"),
        ("BĒRZIŅA-ŠĶĒLE", "Bērziņa-Šķēle"),
        ("ozola", "Ozola"),
        ("Bērziņa – Kalniņa", "Bērziņa-Kalniņa"),
        ("O’Nīls", "O'Nīls"),
        ("D'ANGELO", "D'Angelo"),
        ("McDonalds", "McDonalds"),
        ("de Vrīss", "de Vrīss"),
        ("ИВАНКОВА", "Иванкова"),
        ("ბერიძე", "ბერიძე"),
        ("ᲑᲔᲠᲘᲫᲔ", "ბერიძე"),
        ("Be\u0304rzs", "Bērzs"),
        ("Ie\u200bva", "Ieva"),
        ("Anna\nMarija", None),
        ("3. Anna", "Anna"),
    ],
)
def test_names_are_tidied_but_not_changed(text, name):
    if name is None:
        assert mistake(fields.read_name, text) == "two_people"
    else:
        assert fields.read_name(text) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("=cmd|' /C calc'!A0", "formula"),
        ("=Laura", "formula"),
        ("+Ieva", "formula"),
        ("@SUM(A1)", "formula"),
        ("Ieva un Anna", "two_people"),
        ("Ieva & Anna", "two_people"),
        ("Ozola / Kalne", "two_people"),
        ("Ozola Ieva; Kalns Jānis", "two_people"),
        ("ანა და ნინო", "two_people"),
        ("Анна и Мария", "two_people"),
        ("0", "name_without_letters"),
        ("???", "name_without_letters"),
        ("Ieva2", "name_signs"),
        ("Z\u0321\u0489\u032e\u033d\u0353", "name_signs"),
        ("Ozola (dz. Kalne)", "name_signs"),
        ("<script>alert(1)</script>", "name_signs"),
        ("x" * 101, "name_too_long"),
    ],
)
def test_names_say_what_is_wrong(text, code):
    assert mistake(fields.read_name, text) == code


@given(st.from_regex(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{1,12}(-[A-ZĀČĒ][a-zāčē]{1,9})?", fullmatch=True))
def test_capitals_of_names_come_back(name):
    assert fields.read_name(name.upper()) == name
    assert fields.read_name(name) == name


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("26123456", "LV", "+37126123456"),
        ("26 123 456", "LV", "+37126123456"),
        ("2612-34-56", "LV", "+37126123456"),
        ("37126123456", "LV", "+37126123456"),
        ("+371 (26) 123456", "LV", "+37126123456"),
        ("00371 26123456", "LV", "+37126123456"),
        ("Mob.: 26123456", "LV", "+37126123456"),
        ("26123456 (māte)", "LV", "+37126123456"),
        ("26123456/26123456", "LV", "+37126123456"),
        ("+995 599 12 34 56", "LV", "+995599123456"),
        ("599 12-34-56", "GE", "+995599123456"),
        ("37126123456", "GE", "+37126123456"),
        ("5123 4567", "EE", "+37251234567"),
        ("512 345 678", "PL", "+48512345678"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("37126123456.0", "LV", "+37126123456"),
        ("２６１２３４５６", "LV", "+37126123456"),
        ("26000000", "LV", "+37126000000"),  # round, and no number that Excel has shortened
        ("599000000", "GE", "+995599000000"),
    ],
)
def test_phones_become_e164(text, region, number):
    assert fields.read_phone(text, region) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3,71E+10", "phone_as_power"),
        ("3.71261E+10", "phone_as_power"),
        ("37100000000", "phone_as_power"),
        ("26123456, 29123456", "several_phones"),
        ("26123456\n29123456", "several_phones"),
        ("12345", "no_phone"),
        ("nav", "no_phone"),
        ("2612345", "no_phone"),
    ],
)
def test_phones_say_what_is_wrong(text, code):
    assert mistake(fields.read_phone, text, "LV") == code


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("shape", ["E164", "INTERNATIONAL", "NATIONAL"])
def test_phones_come_back_from_every_way_of_writing(region, shape):
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    written = phonenumbers.format_number(number, getattr(phonenumbers.PhoneNumberFormat, shape))

    assert fields.read_phone(written, region) == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ieva.Ozola@Example.ORG", "ieva.ozola@example.org"),
        (" ieva@example.org ", "ieva@example.org"),
        ("mailto:ieva@example.org", "ieva@example.org"),
        ("Ieva Ozola <ieva@example.org>", "ieva@example.org"),
        ("ieva@example.org.", "ieva@example.org"),
        ("ieva@example.org\nieva@example.org", "ieva@example.org"),
    ],
)
def test_emails_are_read(text, address):
    assert fields.read_email(text) == address


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ieva@example", "no_email"),
        ("ieva.example.org", "no_email"),
        ("ieva@example,org", "no_email"),
        ("ieva @example.org", "no_email"),
        ("iēva@example.org", "email_letter"),
        ("ieva@example.оrg", "email_letter"),
        ("nav", "no_email"),
        ("ieva@example.org; anna@example.org", "several_emails"),
    ],
)
def test_emails_say_what_is_wrong(text, code):
    assert mistake(fields.read_email, text) == code


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("090304-20001", date(2004, 3, 9)),
        ("09030420001", date(2004, 3, 9)),
        ("9030420001", date(2004, 3, 9)),
        ("90304-20001", date(2004, 3, 9)),
        ("090385-10001", date(1985, 3, 9)),
        ("320001-00001", None),
        ("310204-20001", None),
        ("01234567890", None),
        ("", None),
    ],
    ids=[
        "old",
        "without-hyphen",
        "lost-zero",
        "lost-zero-with-hyphen",
        "last-century",
        "new",
        "no-such-day",
        "georgian",
        "empty",
    ],
)
def test_birth_date_of_code_reads_old_latvian_codes_only(code, day):
    assert fields.birth_date_of_code(code) == day


def harmless(text: str) -> None:
    """Each reader gives a value or a Mistake, nothing else, and values hold nothing invisible."""
    readers = (
        fields.read_name,
        fields.read_email,
        lambda given: fields.read_phone(given, "LV"),
        lambda given: str(fields.read_birth_date(given, TODAY)),
        lambda given: fields.read_gender(given) or "",
        lambda given: fields.read_country(given) or "",
        lambda given: str(fields.birth_date_of_code(given)),
    )
    for read in readers:
        try:
            value = read(text)
        except Mistake:
            continue
        assert value == fields.plain(value)


@given(st.text())
@example("٠٩.٠٣.٢٠٠٤")
@example("9²")
@example("\ud800")
@example("99999999")
@example("1.1.99999999999999999999")
def test_no_text_makes_a_reader_stumble(text):
    harmless(text)


@given(st.text(alphabet="0123456789 ./-+eE,;()gmarts", max_size=24))
def test_no_number_like_text_makes_a_reader_stumble(text):
    harmless(text)


@pytest.mark.skipif(not BLNS.exists(), reason="the Big List of Naughty Strings is not beside this checkout")
def test_naughty_strings_make_no_reader_stumble():
    for text in json.loads(BLNS.read_text(encoding="utf-8")):
        harmless(text)
