"""Figures as a language writes them, by way of Babel (CLDR)."""

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


def format_number(number: Decimal | int, language: str) -> str:
    """A plain number with at most two decimals: 1,313.13 in English, 1 313,13 in Latvian."""
    return format_decimal(number, format="#,##0.##", locale=locale_of(language))
