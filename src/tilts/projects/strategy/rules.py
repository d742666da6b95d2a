"""A strategy's figures: what was planned for each year beside what its records count to. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tilts.core.places import EU, country_codes

#: So many years stand side by side at most; a longer period is cut off at its beginning.
MOST_YEARS: Final = 12


class Adds(StrEnum):
    """How the years of an indicator make a sum."""

    UP = "up"  # what happened in each year: participants, awards
    NOT = "not"  # what there was at the end of each year: agreements in force; the last year tells


class Verdict(StrEnum):
    """How a planned figure stands."""

    NONE = "none"  # nothing was planned, or nothing can be counted
    REACHED = "reached"
    OPEN = "open"  # there is still time
    MISSED = "missed"


@dataclass(frozen=True)
class Counted:
    """One record that an indicator counts: where it is found, and for how much it counts in a year."""

    year: int
    label: str
    url: str = ""
    number: int = 1


@dataclass(frozen=True)
class Cell:
    """One year of an indicator; None where nothing is planned, or nothing is known."""

    year: int
    planned: int | None
    achieved: int | None
    verdict: Verdict


@dataclass(frozen=True)
class Row:
    """An indicator: its years, and the whole period."""

    cells: tuple[Cell, ...]
    planned: int | None
    achieved: int | None
    verdict: Verdict


def years_of(from_year: int | None, to_year: int | None, this_year: int) -> tuple[int, ...]:
    """The years of a period; where its beginning or end is not known, five years are taken.

    >>> years_of(2017, None, 2026)
    (2017, 2018, 2019, 2020, 2021)
    """
    first = from_year or (to_year - 4 if to_year else this_year)
    last = to_year or first + 4
    return tuple(range(max(first, last - MOST_YEARS + 1), last + 1))


def row(
    years: Iterable[int], planned: Mapping[int, int], achieved: Mapping[int, int], adds: Adds, this_year: int
) -> Row:
    """Planned and achieved side by side; a year that is not in `achieved` is not known, which is another thing than 0.

    >>> row((2025, 2026), {2025: 10, 2026: 10}, {2025: 12, 2026: 3}, Adds.UP, 2026).verdict
    <Verdict.OPEN: 'open'>
    """
    cells = tuple(
        _cell(year, planned.get(year), achieved.get(year), is_over=year < this_year) for year in sorted(years)
    )
    whole_planned = _whole([cell.planned for cell in cells], adds)
    whole_achieved = _whole([cell.achieved for cell in cells], adds)
    is_over = bool(cells) and cells[-1].year < this_year
    return Row(cells, whole_planned, whole_achieved, _verdict(whole_planned, whole_achieved, is_over=is_over))


def by_year(counted: Iterable[Counted], years: Iterable[int], this_year: int) -> dict[int, int]:
    """How much the records count to in each year that has begun; 0 where there is none.

    >>> by_year([Counted(2025, "Dresden", number=12)], (2024, 2025, 2026), 2025)
    {2024: 0, 2025: 12}
    """
    sums = {year: 0 for year in years if year <= this_year}
    for each in counted:
        if each.year in sums:
            sums[each.year] += each.number
    return sums


def priority_countries(countries: Iterable[str], own_country: str, *, is_outside_eu: bool) -> frozenset[str]:
    """The countries of a priority region, never the school's own. is_outside_eu: all outside the European Union.

    >>> sorted(priority_countries(["EE", "LV"], "LV", is_outside_eu=False))
    ['EE']
    """
    wide = country_codes() - EU if is_outside_eu else frozenset()
    return (frozenset(countries) | wide) - {own_country}


def _cell(year: int, planned: int | None, achieved: int | None, *, is_over: bool) -> Cell:
    return Cell(year, planned, achieved, _verdict(planned, achieved, is_over=is_over))


def _whole(figures: list[int | None], adds: Adds) -> int | None:
    known = [figure for figure in figures if figure is not None]
    if not known:
        return None
    return sum(known) if adds is Adds.UP else known[-1]


def _verdict(planned: int | None, achieved: int | None, *, is_over: bool) -> Verdict:
    if planned is None or (achieved is None and is_over):
        return Verdict.NONE
    if achieved is not None and achieved >= planned:
        return Verdict.REACHED
    return Verdict.MISSED if is_over else Verdict.OPEN
