"""A value as the module wants it, and back. Pure.

Written values are always texts: `+371 …` and leading zeros stay, and no program turns a day into a number.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from tilts.core.names import search_key
from tilts.exchange.module.rules.heads import word_key
from tilts.exchange.module.rules.records import Column, DateStyle, Dictionary, Kind, Value

#: Codes that the European Union writes otherwise than ISO 3166.
EU_CODES = {"GR": "EL", "GB": "UK"}

_FORMS = {DateStyle.ISO: "%Y-%m-%d", DateStyle.SLASHES: "%d/%m/%Y", DateStyle.DOTS: "%d.%m.%Y"}


class NotInList(ValueError):
    """The template lists the values it takes, and this one is none of them."""


#: The names of a country in the languages a template may be in, by its code.
CountryNames = Callable[[str], tuple[str, ...]]


def to_text(
    value: Value, kind: Kind, column: Column, style: DateStyle, known: Dictionary, countries: CountryNames
) -> str:
    """The text for a cell. Raises NotInList.

    money has two decimals and a point; days are written as `style` says; where the template lists the values of a
    column, the one is taken that means the same.
    """
    match kind:
        case "date" if isinstance(value, date):
            return value.strftime(_FORMS[style])
        case "money":
            return f"{Decimal(str(value)):.2f}"
        case "integer":
            return str(value)
        case "yes_no" | "gender":
            code = ("yes" if value else "no") if kind == "yes_no" else str(value)
            return _chosen(known.values[kind].get(code, (code,)), column)
        case "country":
            code = str(value)
            names = countries(code)
            return _chosen((code, EU_CODES.get(code, code), *names), column)
        case "activity":
            return _chosen(known.values[kind].get(str(value), (str(value),)), column)
        case "distance_band":
            return _band(Decimal(str(value)), column)
    return _chosen((str(value),), column) if column.choices else str(value)


def _chosen(ways: tuple[str, ...], column: Column) -> str:
    """The listed value that means the same, else the first way of writing it where there is no list."""
    if not column.choices:
        return ways[0]
    by_key = {word_key(choice): choice for choice in reversed(column.choices)}
    for way in ways:
        if found := by_key.get(word_key(way)):
            return found
    for way in ways:  # "LV - Latvia", "LM-SHORT-VET - Short-term learning mobility"
        folded = word_key(way)
        for key, choice in by_key.items():
            if len(folded) > 1 and (key.startswith(f"{folded} ") or key.endswith(f" {folded}")):
                return choice
    raise NotInList(ways[0])


def _band(km: Decimal, column: Column) -> str:
    """The listed band in which the distance lies; without a list the kilometres themselves."""
    if not column.choices:
        return f"{km:.0f}"
    for choice in column.choices:
        numbers = [int(re.sub(r"\D", "", found)) for found in re.findall(r"\d[\d .,]*", choice)]
        if len(numbers) >= 2 and numbers[0] <= km < numbers[1] + 1:
            return choice
        if len(numbers) == 1 and km >= numbers[0]:
            return choice
    raise NotInList(f"{km:.0f} km")


def to_value(text: str, kind: Kind, known: Dictionary, countries: Mapping[str, str]) -> Value | None:
    """What a text of the module means; None where it can't be read as its kind.

    Days come with the year first or the day first, money with a point or a comma.
    """
    match kind:
        case "date":
            return read_day(text)
        case "money":
            return read_money(text)
        case "integer":
            digits = re.fullmatch(r"(\d+)(?:[.,]0+)?", text.strip())
            return int(digits[1]) if digits else None
        case "yes_no":
            code = _code(text, known.values[kind])
            return None if code is None else code == "yes"
        case "gender":
            return _code(text, known.values[kind])
        case "country":
            key = word_key(text)
            return countries.get(key) or countries.get(key.split(" ")[0]) or countries.get(key.split(" ")[-1])
        case "activity":
            return _code(text, known.values[kind]) or text.split(" - ")[0].strip()
    return text


def read_day(text: str) -> date | None:
    """
    >>> read_day("02/05/2022"), read_day("2022-05-02 00:00:00")
    (datetime.date(2022, 5, 2), datetime.date(2022, 5, 2))
    """
    text = re.split(r"[T ]", text.strip())[0]
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def read_money(text: str) -> Decimal | None:
    """
    >>> read_money("1 275,00 EUR"), read_money("1,275.5"), read_money("1275")
    (Decimal('1275.00'), Decimal('1275.5'), Decimal('1275'))
    """
    bare = re.sub(r"[\s\u00a0\u202f€]|EUR", "", text)
    if not re.fullmatch(r"-?[\d.,]+", bare):
        return None
    cents = re.search(r"[.,](\d{1,2})$", bare)
    whole = re.sub(r"[.,]", "", bare[: cents.start()] if cents else bare)
    try:
        return Decimal(f"{whole}.{cents[1]}" if cents else whole)
    except InvalidOperation:
        return None


def same(ours: Value, theirs: Value) -> bool:
    """Do two values mean the same? Texts are compared without signs, accents, capitals and doubled blanks."""
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours == theirs or search_key(ours) == search_key(theirs)
    if isinstance(ours, Decimal) or isinstance(theirs, Decimal):
        return Decimal(str(ours)) == Decimal(str(theirs))
    return ours == theirs


def _code(text: str, values: Mapping[str, tuple[str, ...]]) -> str | None:
    key = word_key(text)
    return next((code for code, texts in values.items() if key in map(word_key, texts)), None)
