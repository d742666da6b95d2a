"""Spans of days, such as a stay: both the first and the last day belong to it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """Days from `starts_on` to `ends_on`, both included. Raises ValueError when it would end before it starts."""

    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if self.ends_on < self.starts_on:
            raise ValueError(f"a span must not end before it starts: {self.starts_on} to {self.ends_on}")

    @property
    def days(self) -> int:
        """Calendar days, 1 or more.

        >>> Span(date(2022, 3, 1), date(2022, 3, 14)).days
        14
        """
        return (self.ends_on - self.starts_on).days + 1

    def contains(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on

    def covers(self, other: "Span") -> bool:
        """Whether every day of the other span is a day of this one."""
        return self.starts_on <= other.starts_on and other.ends_on <= self.ends_on

    def overlaps(self, other: "Span") -> bool:
        """Whether the spans share a day; spans that merely follow each other do not."""
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on
