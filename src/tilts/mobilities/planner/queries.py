"""Reads: what the wished flows would cost, and the counts to request beside those of last year."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final

from django.db.models import QuerySet

from tilts.funding import bulk
from tilts.funding.loading import newest_call, tables_for
from tilts.funding.rules import (
    PREPARATORY_VISIT,
    Case,
    Grant,
    Group,
    Participant,
    Tables,
    organisation,
    together,
)
from tilts.mobilities.models import Mobility, WishedFlow
from tilts.mobilities.money import count, with_fewer_opportunities
from tilts.mobilities.queries import activities_of
from tilts.projects.models import Project
from tilts.projects.money.rules import Counts
from tilts.projects.queries import projects
from tilts.projects.values.queries import tables_of

OLDEST_CALL: Final = 2020  # of calls before nobody plans any more


@dataclass(frozen=True)
class PlannedSum:
    """A wished flow with what its people would be granted; None where there is no sum."""

    wish: WishedFlow
    people_eur: Decimal | None
    is_final: bool = False


@dataclass(frozen=True)
class Base:
    """Whose figures a plan is worked out with: the newest project's, or what is published for another call."""

    project: Project
    action: str
    national_agency: str
    call_year: int
    tables: Tables
    is_published: bool = False


@dataclass(frozen=True)
class Plan:
    """All wished flows, by the figures of one call."""

    base: Base | None
    sums: tuple[PlannedSum, ...] = ()
    school_eur: Decimal = Decimal(0)
    achieved: Counts = field(default_factory=Counts)

    @property
    def people_eur(self) -> Decimal:
        return sum((each.people_eur or Decimal(0) for each in self.sums), Decimal(0))

    @property
    def total_eur(self) -> Decimal:
        return self.people_eur + self.school_eur

    @property
    def unknown(self) -> int:
        """How many wished flows have no sum."""
        return sum(each.people_eur is None for each in self.sums)

    @property
    def is_final(self) -> bool:
        return all(each.is_final for each in self.sums)

    @cached_property
    def requested(self) -> Counts:
        """The six counts to request."""
        return sum((_counts(each.wish) for each in self.sums), Counts())


def wishes() -> QuerySet[WishedFlow]:
    """The wished flows of the school."""
    return WishedFlow.objects.all()


def base_project() -> Project | None:
    """The newest project whose reference tells a call: its figures are the best guess at the next one's."""
    return next((each for each in projects()[:50] if each.reference_parts is not None), None)


def base(call_year: int | None = None) -> Base | None:
    """The figures to plan with: of the newest project, or those published for its action in another call year."""
    project = base_project()
    parts = project.reference_parts if project is not None else None
    tables = tables_of(project) if project is not None else None
    if project is None or parts is None or tables is None:
        return None
    is_published = call_year is not None and call_year != parts.call_year
    if call_year is not None and is_published:
        tables = tables_for(call_year)
    return Base(project, parts.action_with_field, parts.national_agency, tables.call_year, tables, is_published)


def other_calls(found: Base) -> list[int]:
    """Call years in which there is the same action, the newest first."""
    return [year for year in range(newest_call(), OLDEST_CALL, -1) if found.action in tables_for(year).actions]


def plan(last_year: int, call_year: int | None = None) -> Plan:
    """The plan, by the bulk engine; last_year: of the stays that took place beside it."""
    found, asked = base(call_year), list(wishes())
    if found is None:
        return Plan(None, tuple(PlannedSum(each, None) for each in asked), achieved=achieved_in(last_year))
    return Plan(found, tuple(_sums(found, asked)), _school_eur(found, asked), achieved_in(last_year))


def achieved_in(year: int) -> Counts:
    """The six counts of stays that began and took place in a year, at this school's cost."""
    done = Mobility.objects.filter(state=Mobility.State.DONE, attended_from__year=year).select_related("flow")
    stays = [each for each in done if each.flow.is_funded_here]
    fewer = with_fewer_opportunities([each for each in stays if each.role == Mobility.Role.PARTICIPANT])
    return sum((count(each, each.attended.days, fewer) for each in stays if each.attended), Counts())


def _sums(base: Base, asked: list[WishedFlow]) -> list[PlannedSum]:
    if not asked:
        return []
    kinds = {choice.name: choice.participant for choice in activities_of(base.project)}
    cases = [
        case
        for wish in asked
        for case in (_case(base, wish, kinds.get(wish.activity, "staff")), _case(base, wish, "accompanying"))
    ]
    found = bulk.grants(bulk.Stays.of(cases), base.action, base.national_agency, base.tables)
    sums = []
    for place, wish in enumerate(asked):
        if wish.activity == PREPARATORY_VISIT:  # the school's own money
            sums.append(PlannedSum(wish, Decimal(0), is_final=True))
            continue
        rows = [(2 * place, wish.participants), (2 * place + 1, wish.accompanying)]
        counted = [(row, number) for row, number in rows if number]
        cents = sum(int(found.total_cents[row]) * number for row, number in counted)
        is_possible = all(bool(found.is_possible[row]) for row, _number in counted)
        is_final = all(bool(found.is_final[row]) for row, _number in counted)
        sums.append(PlannedSum(wish, Decimal(cents) / 100 if is_possible else None, is_possible and is_final))
    return sums


def _case(base: Base, wish: WishedFlow, participant: Participant) -> Case:
    return Case(
        base.call_year,
        base.action,
        base.national_agency,
        participant,
        wish.country,
        wish.distance_km,
        wish.days,
        wish.travel_days,
        wish.green,
    )


def _school_eur(base: Base, asked: list[WishedFlow]) -> Decimal:
    """Organisational support, inclusion and preparatory visits; what is not known adds nothing."""
    before: dict[str, int] = {}
    answers: list[Grant] = []
    for wish in asked:
        group = Group(
            base.call_year,
            base.action,
            base.national_agency,
            wish.activity,
            wish.participants,
            before.get(wish.activity, 0),
            wish.country,
            wish.fewer_opportunities,
        )
        before[wish.activity] = group.before + wish.participants
        answers += organisation(group, base.tables)
    return sum((line.amount_eur for line in together(answers).lines), Decimal(0))


def _counts(wish: WishedFlow) -> Counts:
    """What it adds to the six counts; whoever is on a preparatory visit is no participant."""
    if wish.activity == PREPARATORY_VISIT:
        return Counts()
    return Counts(
        participants=wish.participants,
        days=wish.participants * wish.days,
        fewer_opportunities=wish.fewer_opportunities,
        blended=wish.participants if wish.blended else 0,
        green=wish.participants if wish.green else 0,
        accompanying=wish.accompanying,
    )
