"""Days, sums and names of countries as a paper writes them, from CLDR through Babel."""

from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from tilts.core.languages import locale_of

# Digits, where a long date would need a case ending ("no 2024. gada 1. jūnija") that CLDR doesn't give. English names
# the month, because its readers don't agree on the order of digits. Other languages as CLDR has it.
_SHORT_DAYS = {"en": "d MMM y", "lv": "dd.MM.y.", "ka": "dd.MM.y"}


def _locale(language: str) -> Locale:
    """CLDR's; "en" alone would be American, and 04/12 is another day there."""
    return locale_of("en-gb" if language == "en" else language)


def long_day(day: date, language: str) -> str:
    """A day with the month in words, in the nominative: for a label or a table, not inside a Latvian sentence.

    >>> long_day(date(2027, 4, 2), "en"), long_day(date(2027, 4, 2), "lv")
    ('2 April 2027', '2027. gada 2. aprīlis')
    """
    return format_date(day, "long", locale=_locale(language))


def short_day(day: date, language: str) -> str:
    """A day for a narrow column or small type; fits into a sentence.

    >>> short_day(date(2027, 4, 2), "en"), short_day(date(2027, 4, 2), "lv")
    ('2 Apr 2027', '02.04.2027.')
    """
    return format_date(day, _SHORT_DAYS.get(language, "short"), locale=_locale(language))


def span_of_days(first: date, last: date, language: str) -> str:
    """From the first day to the last, both included; one day is told once.

    >>> span_of_days(date(2027, 4, 2), date(2027, 4, 15), "en")
    '2 April 2027 – 15 April 2027'
    """
    if last < first:
        raise ValueError(f"the last day {last} lies before the first day {first}")
    return long_day(first, language) if first == last else f"{long_day(first, language)} – {long_day(last, language)}"


def money(amount: Decimal, currency: str, language: str) -> str:
    """A sum with the code of its currency (ISO 4217) behind it, always with cents, as everywhere in Tilts.

    >>> money(Decimal("1234.5"), "EUR", "en"), money(Decimal("1234.5"), "EUR", "lv")
    ('1,234.50\\xa0EUR', '1\\xa0234,50\\xa0EUR')
    """
    return format_currency(amount, currency, format="#,##0.00\N{NO-BREAK SPACE}¤¤", locale=_locale(language))


def country_name(code: str, language: str) -> str:
    """The country's name (code: ISO 3166-1 alpha-2); an unknown code stands for itself.

    >>> country_name("GE", "en"), country_name("GE", "lv")
    ('Georgia', 'Gruzija')
    """
    return str(_locale(language).territories.get(code.upper(), code))
