"""What the public pages say of years and of money. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: States of a project in which it has a grant; before, nothing may be said of one.
GRANTED: Final = frozenset({"granted", "running", "closed"})


@dataclass(frozen=True)
class Stays:
    """How many stays took place, and how many are planned and not confirmed. One person's stay is one."""

    done: int = 0
    planned: int = 0

    def __add__(self, other: "Stays") -> "Stays":
        return Stays(self.done + other.done, self.planned + other.planned)


@dataclass(frozen=True)
class Counted:
    """Stays that have a year, a direction and a country in common."""

    year: int
    is_incoming: bool
    country: str
    stays: Stays


@dataclass(frozen=True)
class Line:
    """A line of a table: what it is about, stays from the school and to it."""

    of: str
    outgoing: Stays
    incoming: Stays

    @property
    def both(self) -> Stays:
        return self.outgoing + self.incoming


def by_year(counted: Iterable[Counted]) -> tuple[Line, ...]:
    """A line for each year, the latest first.

    >>> [line.of for line in by_year([Counted(2017, False, "PL", Stays(17)), Counted(2018, True, "EE", Stays(2))])]
    ['2018', '2017']
    """
    return tuple(sorted(_lines((str(each.year), each) for each in counted), key=lambda line: line.of, reverse=True))


def by_country(counted: Iterable[Counted]) -> tuple[Line, ...]:
    """A line for each country by its code: most stays that took place first, then most planned ones."""
    lines = _lines((each.country, each) for each in counted)
    return tuple(sorted(lines, key=lambda line: (-line.both.done, -line.both.planned, line.of)))


def total(counted: Iterable[Counted]) -> Stays:
    """All of them together."""
    return sum((each.stays for each in counted), Stays())


def _lines(named: Iterable[tuple[str, Counted]]) -> list[Line]:
    found: dict[str, Line] = {}
    for of, each in named:
        line = found.get(of, Line(of, Stays(), Stays()))
        if each.is_incoming:
            found[of] = Line(of, line.outgoing, line.incoming + each.stays)
        else:
            found[of] = Line(of, line.outgoing + each.stays, line.incoming)
    return list(found.values())


def may_name_the_funder(state: str, reference: str, programme: str) -> bool:
    """Whether a project's page may say who pays: only where a grant is recorded, with its reference and programme.

    >>> may_name_the_funder("running", "2021-1-LV01-KA121-VET-000000021", "erasmus-2021")
    True
    >>> may_name_the_funder("applied", "2021-1-LV01-KA121-VET-000000021", "erasmus-2021")
    False
    """
    return state in GRANTED and bool(reference) and bool(programme)
