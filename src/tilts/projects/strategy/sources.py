"""What an indicator can be counted from. Higher subjects register theirs in `AppConfig.ready()`:

    sources.register(Source("learners_abroad", _("Learners abroad"), find=learners_abroad))

A source finds the records themselves, each with its year: a figure is their sum, so it leads to every one of them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from tilts.projects.strategy.rules import Adds, Counted


@dataclass(frozen=True)
class Scope:
    """What is counted: the years of the strategy until today, and the countries that it puts first."""

    years: tuple[int, ...]
    countries: frozenset[str]
    today: date

    @property
    def first_day(self) -> date:
        return date(self.years[0], 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the last year, or today where that comes first."""
        return min(date(self.years[-1], 12, 31), self.today)


@dataclass(frozen=True)
class Source:
    """One way to count. permission: who may follow the figure to its records."""

    name: str
    label: str | Promise
    find: Callable[[Scope], Iterable[Counted]]
    adds: Adds = Adds.UP
    permission: str = "projects.view"


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let indicators be counted from it."""
    _sources[source.name] = source


def sources() -> list[Source]:
    """All ways to count, as they were registered."""
    return list(_sources.values())


def source(name: str) -> Source | None:
    """The way to count of this name; None for one by hand, or one that this version no longer has."""
    return _sources.get(name)
