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


@dataclass(frozen=True)
class Stated:
    """People as a page or a report states them, of one year; None is not known, which is another thing than 0."""

    year: int
    learners: int | None = None
    staff: int | None = None
    others: int | None = None
    in_all: int | None = None

    @property
    def people(self) -> int:
        """The stated total, or else what is known of its parts."""
        return self.in_all if self.in_all is not None else sum(filter(None, (self.learners, self.staff, self.others)))


def stated_by_year(stated: Iterable[Stated]) -> tuple[Stated, ...]:
    """The sums of each year, the latest first; unknown stays unknown where nothing is known.

    >>> stated_by_year([Stated(2012, learners=20, staff=5), Stated(2012, in_all=8)])
    (Stated(year=2012, learners=20, staff=5, others=None, in_all=33),)
    """
    years: dict[int, list[Stated]] = {}
    for each in stated:
        years.setdefault(each.year, []).append(each)
    return tuple(
        Stated(
            year,
            learners=_sum(each.learners for each in of_year),
            staff=_sum(each.staff for each in of_year),
            others=_sum(each.others for each in of_year),
            in_all=_sum(each.people or None for each in of_year),
        )
        for year, of_year in sorted(years.items(), reverse=True)
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def may_name_the_funder(state: str, reference: str, programme: str) -> bool:
    """Whether a project's page may say who pays: only where a grant is recorded, with its reference and programme.

    >>> may_name_the_funder("running", "2021-1-LV01-KA121-VET-000000021", "erasmus-2021")
    True
    >>> may_name_the_funder("applied", "2021-1-LV01-KA121-VET-000000021", "erasmus-2021")
    False
    """
    return state in GRANTED and bool(reference) and bool(programme)
