"""What is true of people: who is a minor when, which accounts and travel documents serve. Pure.

Numbers of bank accounts are checked by `python-stdnum`, which carries SWIFT's register of IBANs.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

import phonenumbers
import stdnum.bic
import stdnum.exceptions
import stdnum.iban
import stdnum.numdb

from tilts.core.spans import Span

AGE_OF_MAJORITY: Final = 18  # years, in Latvia (Civil Law, section 219) and in Georgia (Civil Code, article 12)


# Age


def comes_of_age_on(born_on: date) -> date:
    """The first day on which somebody is no minor; born on 29 February, it is 1 March.

    >>> comes_of_age_on(date(2004, 2, 29))
    datetime.date(2022, 3, 1)
    """
    try:
        return born_on.replace(year=born_on.year + AGE_OF_MAJORITY)
    except ValueError:
        return date(born_on.year + AGE_OF_MAJORITY, 3, 1)


def is_minor(born_on: date, on: date) -> bool:
    """Under 18 on that day; on the 18th birthday no longer."""
    return on < comes_of_age_on(born_on)


@dataclass(frozen=True)
class Minority:
    """Whether somebody is a minor during a stay.

    on_first_day: under 18 on the day the span begins (papers need a guardian, whatever comes later).
    comes_of_age_on: the 18th birthday where it falls on a day of the span, the first and the last included.
    """

    on_first_day: bool
    comes_of_age_on: date | None


def minor_during(born_on: date, span: Span) -> Minority:
    """Both facts about a span of days; let it begin with the day of travel.

    >>> minor_during(date(2004, 5, 10), Span(date(2022, 5, 1), date(2022, 5, 20)))
    Minority(on_first_day=True, comes_of_age_on=datetime.date(2022, 5, 10))
    """
    day = comes_of_age_on(born_on)
    return Minority(is_minor(born_on, span.starts_on), day if span.contains(day) else None)


# Numbers


class BadNumber(ValueError):
    """A number that can't be right; `code` and `values` make the sentence.

    The message holds the code alone: errors are logged, numbers of accounts are not.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def read_phone(text: str, region: str) -> str:
    """A telephone number as E.164; region (ISO 3166) completes one without a country code. Raises BadNumber.

    >>> read_phone("26 100 100", "LV"), read_phone("00995 599 123 456", "GE")
    ('+37126100100', '+995599123456')
    """
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise BadNumber("phone", text=_short(text)) from error
    if not phonenumbers.is_valid_number(number):
        raise BadNumber("phone", text=_short(text))
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def shown_phone(number: str) -> str:
    """E.164 as people read it, +371 26 100 100; whatever else is stored as it stands."""
    try:
        return str(phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    except phonenumbers.NumberParseException:
        return number


# Travel documents


def expires_before_end(expires_on: date, stay: Span) -> bool:
    """Does a document end before the stay does? It still serves on the day it expires on."""
    return expires_on < stay.ends_on


def read_document_number(text: str) -> str:
    """The number of a passport or identity card in capitals, without blanks and hyphens.

    6 to 20 Latin letters and digits; ICAO Doc 9303 has up to 9, older cards have more. Raises BadNumber.
    """
    number = _without_blanks(text)
    _refuse_foreign_letters(number)
    if not re.fullmatch(r"[A-Z0-9]{6,20}", number) or not any(sign.isdigit() for sign in number):
        raise BadNumber("document", text=_short(text))
    return number


# Bank accounts


def read_iban(text: str) -> str:
    """An account's number in capitals, without blanks: known country, its length and form, checksum (mod 97).

    Raises BadNumber: letters (not Latin ones), country, length, form or checksum.

    >>> read_iban(" ge29 nb00-0000 0101 9049 17 ")
    'GE29NB0000000101904917'
    """
    number = _without_blanks(text)
    _refuse_foreign_letters(number)
    if not re.match(r"[A-Z]{2}[0-9]{2}", number):
        raise BadNumber("iban_start")
    country, rest = number[:2], number[4:]
    expected = iban_length(country)
    if expected is None:
        raise BadNumber("iban_country", letters=country)
    if len(number) != expected:
        raise BadNumber("iban_length", country=country, expected=expected, found=len(number))
    # Before the checksum, which would only say that something is wrong.
    signs = "".join(f"{_SIGNS[kind]}{{{count}}}" for count, kind in _parts(country))
    if not re.fullmatch(signs, rest):
        raise BadNumber("iban_form", country=country)
    try:
        return stdnum.iban.validate(number)
    except stdnum.exceptions.ValidationError as error:
        raise BadNumber("iban_checksum") from error


def iban_length(country: str) -> int | None:
    """How many characters the IBANs of a country have; None where it has none.

    >>> iban_length("LV"), iban_length("US")
    (21, None)
    """
    parts = _parts(country)
    return 4 + sum(count for count, _ in parts) if parts else None


#: The kinds of signs in SWIFT's register: digits, capitals, both.
_SIGNS: Final = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}


def _parts(country: str) -> list[tuple[int, str]]:
    """How many signs of which kind follow each other behind country and check digits."""
    found = stdnum.numdb.get("iban").info(country)
    bban = found[0][1].get("bban", "") if found else ""
    return [(int(count), kind) for count, kind in re.findall(r"(\d+)!([nac])", bban)]


def read_bic(text: str) -> str:
    """A bank's code of 8 or 11 characters, in capitals. Raises BadNumber."""
    number = _without_blanks(text)
    _refuse_foreign_letters(number)
    try:
        return stdnum.bic.validate(number)
    except stdnum.exceptions.ValidationError as error:
        raise BadNumber("bic", text=_short(text)) from error


def in_fours(number: str) -> str:
    """An account number as banks print it.

    >>> in_fours("LV80BANK0000435195001")
    'LV80 BANK 0000 4351 9500 1'
    """
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def masked_iban(number: str) -> str:
    """Enough to know one's own account again.

    >>> masked_iban("LV80BANK0000435195001")
    'LV… …5001'
    """
    return f"{number[:2]}… …{number[-4:]}" if number else ""


def masked_document(number: str) -> str:
    """The last three signs of a document's number.

    >>> masked_document("LV1234567")
    '…567'
    """
    return f"…{number[-3:]}" if number else ""


def _without_blanks(text: str) -> str:
    """Capitals without blanks, hyphens, dots and invisible marks, and without “IBAN” in front."""
    letters = unicodedata.normalize("NFKC", text).upper()
    kept = "".join(
        letter
        for letter in letters
        if not letter.isspace() and unicodedata.category(letter) not in {"Cc", "Cf", "Pd"} and letter != "."
    )
    return re.sub(r"^IBAN:?", "", kept)


def _refuse_foreign_letters(number: str) -> None:
    # A Russian or Georgian keyboard has letters that look like Latin ones or stand on their keys.
    foreign = next((letter for letter in number if not letter.isascii()), None)
    if foreign:
        raise BadNumber("foreign_letter", letter=foreign)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
