"""Dates known to the day, the month or only the year, such as those of an old project. Pure."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

Precision = Literal["day", "month", "year"]

PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)

_FORMS: Final = (
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})"),
)
_YEARS: Final = range(1900, 2200)  # what an office writes; catches 0217 and 20177


@dataclass(frozen=True)
class PartialDate:
    """A day, or a month or year whose day nobody knows. Raises ValueError for one that is none (2017-02-31).

    >>> PartialDate(2017, 5).last_day
    datetime.date(2017, 5, 31)
    >>> str(PartialDate(2017, 5))
    '2017-05'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day needs its month: {self.year}, day {self.day}")
        if self.year not in _YEARS:
            raise ValueError(f"a year from {_YEARS.start} to {_YEARS.stop - 1}: {self.year}")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        """As ISO 8601 writes it: 2017, 2017-05 or 2017-05-24."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @classmethod
    def of(cls, day: date, precision: str = "day") -> "PartialDate":
        """The day as far as it is known: only its month or its year with such a precision."""
        if precision not in PRECISIONS:
            raise ValueError(f"a date is known to the {', '.join(PRECISIONS)}: {precision!r}")
        if precision == "year":
            return cls(day.year)
        return cls(day.year, day.month, day.day if precision == "day" else None)

    @property
    def as_written(self) -> date | str:
        """For a spreadsheet: the day itself, or else the month or year as a text, which no program takes for a day."""
        return date(self.year, self.month, self.day) if self.month and self.day else str(self)

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def read_partial_date(text: str) -> PartialDate | None:
    """A date as offices write it: 2017, 05.2017, 24.05.2017, 5/2017, or as ISO 8601; None for anything else.

    Day before month, as everywhere in Europe.

    >>> read_partial_date(" 5.2017 ")
    PartialDate(year=2017, month=5, day=None)
    >>> read_partial_date("31.02.2017") is None
    True
    """
    written = re.sub(r"\s", "", text).rstrip(".")
    for form in _FORMS:
        if found := form.fullmatch(written):
            parts = {name: int(number) for name, number in found.groupdict().items()}
            try:
                return PartialDate(**parts)
            except ValueError:
                return None
    return None
