"""Figures as a language writes them, by way of Babel (CLDR), and which of several texts a reader gets."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import format_decimal


@cache
def locale_of(language: str) -> Locale:
    """Babel's locale for a language code as Django writes it ("lv", "en-gb").

    Raises ValueError or babel.UnknownLocaleError for what is no language.
    """
    return Locale.parse(language, sep="-")


def language_name(code: str, language: str) -> str:
    """The name of the language `code` in `language`; the code itself where CLDR has none.

    >>> language_name("ka", "en")
    'Georgian'
    """
    return str(locale_of(language).languages.get(code, code))


def format_number(number: Decimal | int, language: str) -> str:
    """A plain number with at most two decimals: 1,313.13 in English, 1 313,13 in Latvian."""
    return format_decimal(number, format="#,##0.##", locale=locale_of(language))


def text_for(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """The text in `language` and that language, or else in the nearest other one: English, then the first there is.

    >>> text_for({"lv": "Pavārs"}, "ka")
    ('Pavārs', 'lv')
    """
    if not texts:
        return "", ""
    chosen = next((code for code in (language, language.split("-")[0], "en") if texts.get(code)), next(iter(texts)))
    return texts[chosen], chosen
