"""Telephone numbers and e-mail addresses."""

import re
import unicodedata
from functools import cache

import phonenumbers

from tilts.exchange.fields.text import Mistake, plain, short


def read_phone(text: str, default_region: str) -> str:
    """E.164 by libphonenumber's data; numbers without a country code belong to default_region. Raises Mistake.

    >>> read_phone("26 123 456", "LV"), read_phone("00371 2612-3456 (mamma)", "LV"), read_phone("599123456", "GE")
    ('+37126123456', '+37126123456', '+995599123456')
    """
    shown = short(text)
    text = re.sub(r"\.0+$", "", plain(re.sub(r"[/;,\n|]+", ";", unicodedata.normalize("NFKC", text))))
    if re.fullmatch(r"\d[.;]?\d*[eE]\+?\d+", text) or re.fullmatch(r"[1-9](?=\d{9})\d{1,6}0{6,}", text):
        raise Mistake("phone_as_power", text=shown)
    found = [number for part in text.split(";") if (number := _phone(part, default_region))]
    if len(set(found)) > 1:
        raise Mistake("several_phones", text=shown)
    number = found[0] if found else _phone(text.replace(";", ""), default_region)
    if not number:
        raise Mistake("no_phone", text=shown)
    return number


def _phone(text: str, default_region: str) -> str | None:
    usual, code = _national_numbers(default_region)
    national = text.replace(" ", "").replace("-", "").removeprefix(f"+{code}")
    if usual.fullmatch(national):
        return f"+{code}{national}"
    return _parsed_phone(text, default_region)


@cache
def _national_numbers(region: str) -> tuple[re.Pattern[str], int]:
    """What a valid number of the region looks like without its country code, and that code.

    Libphonenumber's own patterns, asked without its parser, which takes a hundred times as long. In a region with a
    trunk prefix none matches: there the parser has to tell prefix and number apart.
    """
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if (
        metadata is None
        or metadata.general_desc is None
        or metadata.country_code is None
        or metadata.national_prefix_for_parsing
    ):
        return re.compile(r"(?!)"), 0
    kinds = (
        *(metadata.fixed_line, metadata.mobile, metadata.toll_free, metadata.premium_rate, metadata.shared_cost),
        *(metadata.personal_number, metadata.voip, metadata.pager, metadata.uan, metadata.voicemail),
    )
    patterns = [kind.national_number_pattern for kind in kinds if kind and kind.national_number_pattern]
    general = metadata.general_desc.national_number_pattern
    return re.compile(rf"(?=(?:{general})\Z)(?:{'|'.join(patterns)})", re.ASCII), metadata.country_code


def _parsed_phone(text: str, default_region: str) -> str | None:
    written = "".join(letter for letter in text if letter in "+()-./ " or (letter.isascii() and letter.isdigit()))
    digits = re.sub(r"\D", "", written)
    if len(digits) < 5:
        return None
    for attempt in (written, f"+{digits}"):
        try:
            number = phonenumbers.parse(attempt, default_region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


EMAIL = re.compile(r"[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*@([a-z0-9-]+\.)+[a-z]{2,24}")


def read_email(text: str) -> str:
    """One address in small letters, without "mailto:" or brackets. Raises Mistake.

    >>> read_email("mailto:Ieva.Ozola@Example.ORG ")
    'ieva.ozola@example.org'
    """
    if len(text) <= 254 and EMAIL.fullmatch(text):
        return text
    written = [part for part in re.split(r"[\s;,<>()]+", plain(text).casefold().removeprefix("mailto:")) if part]
    addresses = {part.rstrip(".") for part in written if "@" in part}
    if len(addresses) > 1:
        raise Mistake("several_emails", text=short(text))
    address = next(iter(addresses), "")
    if foreign := next((letter for letter in address if letter.isalpha() and not letter.isascii()), ""):
        raise Mistake("email_letter", text=short(text), sign=foreign)
    if not EMAIL.fullmatch(address) or len(address) > 254 or written[-1].rstrip(".") != address:
        raise Mistake("no_email", text=short(text))
    return address
