"""A country's values as one file between schools: the figures a school entered, with where each stands. Pure.

tilts: grant-agreement-values
call_year: 2026
action: KA121-VET
national_agency: LV01
values:
  - {key: travel.from_500_km.standard, value: "309.00", source: "Annex IV, page 3"}
daily_rates:
  - {participant: learner, country_group: "1", from_day: 1, eur_per_day: "59.00", source: "Annex IV, page 5"}
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import yaml

KIND: Final = "grant-agreement-values"
LARGEST_FILE: Final = 200_000  # bytes; a whole annex is some 5 000
MOST_ROWS: Final = 500
_LARGEST: Final = Decimal(99_999_999)


class FileRefused(ValueError):
    """The file is none of values; `code` and `place` say what is wrong."""

    def __init__(self, code: str, place: str = "") -> None:
        super().__init__(f"{code}: {place}")
        self.code, self.place = code, place


@dataclass(frozen=True)
class SharedValue:
    """One figure by its key."""

    key: str
    value: Decimal
    source: str


@dataclass(frozen=True)
class SharedRate:
    """One daily rate."""

    participant: str
    country_group: str
    from_day: int
    eur_per_day: Decimal
    source: str


@dataclass(frozen=True)
class SharedValues:
    """What one school entered of one call, action and national agency."""

    call_year: int
    action: str
    national_agency: str
    values: tuple[SharedValue, ...] = ()
    daily_rates: tuple[SharedRate, ...] = ()


def write(shared: SharedValues) -> str:
    """The file; the same values give the same text."""
    told = {
        "tilts": KIND,
        "call_year": shared.call_year,
        "action": shared.action,
        "national_agency": shared.national_agency,
        "values": [_plain(each) for each in shared.values],
        "daily_rates": [_plain(each) for each in shared.daily_rates],
    }
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=1000)


def read(content: bytes) -> SharedValues:
    """The values of a file, YAML or JSON. Raises FileRefused for whatever is none; nothing is taken on trust."""
    if len(content) > LARGEST_FILE:
        raise FileRefused("too_large")
    try:
        told = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise FileRefused("unreadable") from error
    if not isinstance(told, dict) or told.get("tilts") != KIND:
        raise FileRefused("another_file")
    year = told.get("call_year")
    if not isinstance(year, int) or isinstance(year, bool):
        raise FileRefused("malformed", "call_year")
    return SharedValues(
        call_year=year,
        action=_text(told, "action", "action", 20),
        national_agency=_text(told, "national_agency", "national_agency", 4),
        values=tuple(
            SharedValue(_text(row, "key", at, 100), _number(row, "value", at), _text(row, "source", at, 200))
            for at, row in _rows(told, "values")
        ),
        daily_rates=tuple(_rate(row, at) for at, row in _rows(told, "daily_rates")),
    )


def _plain(row: Any) -> dict[str, Any]:
    return {key: f"{value:.2f}" if isinstance(value, Decimal) else value for key, value in asdict(row).items()}


def _rows(told: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = told.get(name) or []
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise FileRefused("malformed", name)
    for number, row in enumerate(rows, start=1):
        place = f"{name}, {number}"
        if not isinstance(row, dict):
            raise FileRefused("malformed", place)
        yield place, row


def _rate(row: Mapping[str, Any], place: str) -> SharedRate:
    participant, day = row.get("participant"), row.get("from_day")
    if participant not in {"learner", "staff"}:
        raise FileRefused("malformed", f"{place}, participant")
    if not isinstance(day, int) or isinstance(day, bool) or not 1 <= day <= 366:
        raise FileRefused("malformed", f"{place}, from_day")
    group = _text(row, "country_group", place, 2)
    return SharedRate(participant, group, day, _number(row, "eur_per_day", place), _text(row, "source", place, 200))


def _text(row: Mapping[str, Any], name: str, place: str, longest: int) -> str:
    text = row.get(name)
    if not isinstance(text, str) or not text.strip() or len(text) > longest or not text.isprintable():
        raise FileRefused("malformed", place if place == name else f"{place}, {name}")
    return text.strip()


def _number(row: Mapping[str, Any], name: str, place: str) -> Decimal:
    """EUR or a share, 0 or more, in hundredths."""
    given = row.get(name)
    try:
        number = Decimal(str(given)) if isinstance(given, str | int | float) and not isinstance(given, bool) else None
    except InvalidOperation:
        number = None
    if number is None or not number.is_finite() or not 0 <= number < _LARGEST or number != round(number, 2):
        raise FileRefused("malformed", f"{place}, {name}")
    return number.quantize(Decimal("0.01"))
