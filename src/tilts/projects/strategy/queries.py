"""Reads: strategies, their figures, and whether a country or a field is one of those put first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from tilts.partners.models import DirectoryEntry, Partner
from tilts.projects.strategy.models import Goal, Indicator, Strategy, StrategyRegion
from tilts.projects.strategy.rules import Adds, Counted, Row, by_year, row, years_of
from tilts.projects.strategy.sources import Scope, Source, source


def strategies() -> QuerySet[Strategy]:
    """The school's strategies, the latest first."""
    return Strategy.objects.select_related("approval")


def years_in(strategy: Strategy, today: date) -> tuple[int, ...]:
    """The years that stand side by side on its pages."""
    return years_of(strategy.from_year, strategy.to_year, today.year)


@dataclass(frozen=True)
class Shown:
    """An indicator with its figures; source: None where they are typed by hand."""

    indicator: Indicator
    source: Source | None
    row: Row

    @property
    def label(self) -> str | Promise:
        """What is counted, or the unit of what is typed."""
        return self.source.label if self.source is not None else self.indicator.wording("unit")


def shown_by_goal(strategy: Strategy, today: date) -> list[tuple[Goal | None, list[Shown]]]:
    """Each goal with its indicators, those of no goal last. A source is asked once for each indicator."""
    scope = scope_of(strategy, today)
    indicators = list(strategy.indicators.select_related("goal").prefetch_related("targets"))
    shown = [_shown(each, scope, years_in(strategy, today)) for each in indicators]
    by_goal: list[tuple[Goal | None, list[Shown]]] = [
        (goal, [each for each in shown if each.indicator.goal_id == goal.pk]) for goal in strategy.goals.all()
    ]
    rest = [each for each in shown if each.indicator.goal_id is None]
    return [*by_goal, (None, rest)] if rest else by_goal


def records_of(indicator: Indicator, year: int, today: date) -> list[Counted]:
    """What an indicator counts in a year, by label; nothing for one that is typed by hand."""
    found = source(indicator.source)
    if found is None:
        return []
    counted = [each for each in found.find(scope_of(indicator.strategy, today)) if each.year == year]
    return _together(counted)


def scope_of(strategy: Strategy, today: date) -> Scope:
    """What its indicators count."""
    return Scope(years_in(strategy, today), countries_of(strategy.regions.all()), today)


def countries_of(regions: Iterable[StrategyRegion]) -> frozenset[str]:
    """The countries of all these regions."""
    return frozenset(code for region in regions for code in region.all_countries)


def priority_countries_of_strategies() -> frozenset[str]:
    """The countries that the strategies of this year put first; one that tells no years holds in every year."""
    year = timezone.localdate().year
    every = list(strategies().prefetch_related("regions"))
    current = [each for each in every if (each.from_year or year) <= year <= (each.to_year or year)]
    return frozenset().union(*(countries_of(each.regions.all()) for each in current))


@dataclass(frozen=True)
class PutFirst:
    """A strategy that puts an organisation first: by its country, by what it teaches."""

    strategy: Strategy
    regions: tuple[StrategyRegion, ...]
    fields: tuple[str, ...]


def put_first(subject: Partner | DirectoryEntry) -> list[PutFirst]:
    """The strategies in whose priority regions or fields an organisation is, the latest first.

    Those that are not over; where all are, the last one. What one of the directory teaches is not known.
    """
    codes = subject.programmes.values_list("isced_code", flat=True) if isinstance(subject, Partner) else ()
    taught, year = {code for code in codes if code}, timezone.localdate().year
    every, found = list(strategies().prefetch_related("regions")), []
    for strategy in [each for each in every if (each.to_year or year) >= year] or every[:1]:
        regions = tuple(each for each in strategy.regions.all() if subject.country in each.all_countries)
        fields = tuple(
            str(each) for each in strategy.fields_of_education if any(code.startswith(each.code) for code in taught)
        )
        if regions or fields:
            found.append(PutFirst(strategy, regions, fields))
    return found


def _shown(indicator: Indicator, scope: Scope, years: tuple[int, ...]) -> Shown:
    targets = list(indicator.targets.all())
    planned = {each.year: each.planned for each in targets if each.planned is not None}
    found, this_year = source(indicator.source), scope.today.year
    if found is not None:
        achieved, adds = by_year(found.find(scope), years, this_year), found.adds
    else:
        achieved = {each.year: each.achieved for each in targets if each.achieved is not None}
        adds = Adds(indicator.adds)
    return Shown(indicator, found, row(years, planned, achieved, adds, this_year))


def _together(counted: list[Counted]) -> list[Counted]:
    """The same record counted several times stands there once, with its sum."""
    ordered = sorted(counted, key=lambda each: (each.label, each.url))
    return [
        Counted(group[0].year, group[0].label, group[0].url, sum(each.number for each in group))
        for _key, members in groupby(ordered, key=lambda each: (each.label, each.url))
        for group in [list(members)]
    ]
