"""Reads: flows, who travels in them, and what each is granted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.formats import date_format

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.core.places import Point, distance_km
from tilts.core.spans import Span
from tilts.funding.activities import Choice, check_days, choices_for
from tilts.funding.loading import tables_for
from tilts.funding.rules import (
    PREPARATORY_VISIT,
    Case,
    Category,
    Grant,
    Group,
    Participant,
    Problem,
    Provision,
    Split,
    Tables,
    grant,
    organisation,
    split,
    together,
)
from tilts.mobilities.costs.queries import CostsOfFlow, costs_of
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.rules import Organisation
from tilts.partners.models import Partner, PartnerNumber
from tilts.partners.queries import partners
from tilts.people.models import Person
from tilts.projects.models import Project
from tilts.projects.queries import projects
from tilts.projects.values.queries import tables_of
from tilts.web.slots import Found

#: A participant whose stay is not cancelled.
_TAKES_A_SEAT = Q(role=Mobility.Role.PARTICIPANT) & ~Q(state=Mobility.State.CANCELLED)


@dataclass(frozen=True)
class MobilityGrant:
    """A mobility with its grant, and who gets what of it."""

    mobility: Mobility
    grant: Grant
    split: Split = field(default_factory=Split)
    is_zero_grant: bool = False  # takes part without one, and counts for the school's support all the same

    @property
    def to_pay(self) -> Mapping[Category, Decimal]:
        """What is paid to the person, by category; nothing while the grant has no sum."""
        return {} if self.grant.total_eur is None else self.split.parts


@dataclass(frozen=True)
class FlowGrants:
    """All grants of a flow and their sum."""

    grants: tuple[MobilityGrant, ...]
    own: Grant = field(default_factory=lambda: Grant(()))  # the school's money for them, in no sum of theirs

    @property
    def total_eur(self) -> Decimal:
        """Sum of the grants that have one; those with a problem count nothing."""
        return sum((each.grant.total_eur or Decimal(0) for each in self.grants), Decimal(0))

    @property
    def impossible_count(self) -> int:
        """How many have no sum."""
        return sum(each.grant.status == "impossible" for each in self.grants)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps grants from having a sum, each problem once."""
        return _once(problem for each in self.grants for problem in each.grant.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What to look at again, each once."""
        return _once(warning for each in self.grants for warning in each.grant.warnings)


def flows(search: str = "") -> QuerySet[Flow]:
    """The school's flows, the newest first; with `search`, those of which each typed word begins some word.

    Words of the flow's name and of the partner's names and towns count; so does how the project's title or reference
    begins.
    """
    # Asked for the flows on the page alone; a join would count the people of all flows, and again for the pages.
    travelling = Mobility.objects.filter(_TAKES_A_SEAT, flow=OuterRef("pk")).order_by()
    counted = travelling.values("flow").annotate(count=Count("pk")).values("count")
    found = Flow.objects.select_related("project", "partner").annotate(
        participant_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    )
    if not search.strip():
        return found
    whole = search_key(search)
    named = Q(*(Q(search_key__contains=f" {word}") for word in whole.split())) if whole else Q(pk__in=())
    return found.filter(
        named | Q(partner__in=partners(search).values("pk")) | Q(project__in=projects(search).values("pk"))
    )


def partners_of_flows() -> QuerySet[Partner]:
    """The partners that the school has flows with, by name."""
    return partners().filter(pk__in=Flow.objects.order_by().values("partner"))


def projects_of_flows() -> QuerySet[Project]:
    """The projects that the school has flows in."""
    return projects().filter(pk__in=Flow.objects.order_by().values("project"))


def years_of_flows() -> list[int]:
    """The years in which flows begin, the newest first."""
    return [day.year for day in Flow.objects.dates("starts_on", "year", order="DESC")]


def flows_of(project: Project) -> QuerySet[Flow]:
    """The flows of one project."""
    return flows().filter(project=project)


def mobilities_of(flow: Flow) -> QuerySet[Mobility]:
    """Who travels in a flow: participants by name, then those who accompany them."""
    return Mobility.objects.filter(flow=flow).select_related("person").order_by("-role", "person__sort_key", "pk")


def mobilities_of_all(flows: Iterable[Flow]) -> QuerySet[Mobility]:
    """Who travels in any of these flows, in the order of `mobilities_of`."""
    found = Mobility.objects.filter(flow__in=[flow.pk for flow in flows])
    return found.select_related("person").order_by("-role", "person__sort_key", "pk")


def people_not_in(flow: Flow) -> QuerySet[Person]:
    """Who could still be taken into the flow."""
    return Person.objects.exclude(mobilities__flow=flow)


def grants_of(flow: Flow, school: School, *, with_own: bool = False) -> FlowGrants:
    """Every person's grant, by the figures entered for the project where there are any.

    with_own: also what the school itself is paid for them, which asks for the project's other flows.
    """
    mobilities = mobilities_of(flow)
    tables = tables_of(flow.project)
    if tables is None:
        unreadable = Grant((), (_unreadable(flow.project),))
        return FlowGrants(tuple(MobilityGrant(mobility, unreadable) for mobility in mobilities))
    own = _school_grants(flow.project, tables).get(flow.pk) if with_own else None
    own = own or Grant(())
    if not flow.is_funded_here or flow.activity == PREPARATORY_VISIT:  # a visit is the school's own money
        return FlowGrants(tuple(MobilityGrant(mobility, Grant(())) for mobility in mobilities), own)
    costs = costs_of(flow)
    # Like people in one flow have like grants: each kind is worked out once.
    answers: dict[tuple[Case, tuple[Provision, ...]], tuple[Grant, Split]] = {}
    distance = distance_of(flow, school)
    found = []
    for mobility in mobilities:
        if costs.is_zero_grant(mobility):
            found.append(MobilityGrant(mobility, Grant(()), is_zero_grant=True))
            continue
        case = _case(mobility, flow, school, costs, distance)
        key = (case, costs.provisions_of(mobility))
        if key not in answers:
            answer = grant(case, tables)
            answers[key] = (answer, split(answer, key[1]))
        found.append(MobilityGrant(mobility, *answers[key]))
    return FlowGrants(tuple(found), own)


def to_pay(mobility: Mobility) -> Mapping[Category, Decimal]:
    """What is to be paid to the person for a stay, by category: the grant without what is bought or provided.

    Nothing while the grant has no sum, and for stays that are paid elsewhere. For many at once: `grants_of`.
    """
    found = grants_of(mobility.flow, current_school())
    return next((each.to_pay for each in found.grants if each.mobility.pk == mobility.pk), {})


@dataclass(frozen=True)
class Otherwise:
    """What may be another for a stay: its days, the mode of travel, the call year."""

    days: Span
    green: bool
    call_year: int


def grant_otherwise(mobility: Mobility, flow: Flow, school: School, other: Otherwise) -> Grant:
    """The stay's grant if it were otherwise. Of another call year the published figures alone are known."""
    reference, tables = flow.project.reference_parts, tables_of(flow.project)
    if reference is None or tables is None:
        return Grant((), (_unreadable(flow.project),))
    if other.call_year != reference.call_year:
        tables = tables_for(other.call_year)
    case = _case(mobility, flow, school, costs_of(flow))
    return grant(replace(case, call_year=other.call_year, activity_days=other.days.days, green=other.green), tables)


def overlapping(mobilities: Iterable[Mobility]) -> dict[int, Mobility]:
    """By stay another one of the same person whose days overlap, so that the days would be paid twice.

    Stays that this school does not pay for, and cancelled ones, pay nothing.
    """
    asked = list(mobilities)
    others: dict[int, list[Mobility]] = {}
    stays = Mobility.objects.filter(person__in={each.person_id for each in asked}).select_related("flow")
    for stay in stays.exclude(state=Mobility.State.CANCELLED):
        if stay.flow.is_funded_here:
            others.setdefault(stay.person_id, []).append(stay)
    return {
        each.pk: other
        for each in asked
        for other in others.get(each.person_id, [])
        if other.pk != each.pk and other.span.overlaps(each.span)
    }


def sides_of(flow: Flow, school: School) -> tuple[Organisation, Organisation]:
    """This school and the partner, as they are told from each other."""
    own = frozenset(filter(None, [school.registration_number.replace(" ", ""), school.oid]))
    numbers = {each.kind: each.number for each in PartnerNumber.objects.filter(partner=flow.partner)}
    partner = flow.partner
    return (
        Organisation(school.name, school.town, school.address, numbers=own),
        Organisation(
            partner.name,
            partner.town,
            partner.address,
            numbers.get(PartnerNumber.Kind.OID, ""),
            frozenset(number.replace(" ", "") for number in numbers.values()),
        ),
    )


def school_grant_of_project(project: Project) -> Grant:
    """What the school itself is paid for all flows of a project: its own money, no part of anybody's grant."""
    tables = tables_of(project)
    return Grant(()) if tables is None else together(_school_grants(project, tables).values())


def _school_grants(project: Project, tables: Tables) -> dict[int, Grant]:
    """By flow, the earliest first; flows without participants, or paid elsewhere, have none.

    Those of the same activity whose flows begin earlier count before later ones, for the amount falls.
    """
    reference = project.reference_parts
    if reference is None:
        return {}
    found: dict[int, Grant] = {}
    before: Counter[str] = Counter()
    for flow in flows_of(project).order_by("starts_on", "pk"):
        participants: int = flow.participant_count  # type: ignore[attr-defined]
        if not participants or not flow.is_funded_here:
            continue
        group = Group(
            call_year=reference.call_year,
            action=reference.action_with_field,
            national_agency=reference.national_agency,
            activity=flow.activity,
            participants=participants,
            before=before[flow.activity],
            receiving_country="" if flow.is_incoming else flow.partner.country,
        )
        found[flow.pk] = together(organisation(group, tables))
        before[flow.activity] += participants
    return found


def activity_problems(flow: Flow) -> tuple[Problem, ...]:
    """Whether the activity is one of the project's, and the stay as long as it allows in the project's call."""
    return check_days(flow.activity, flow.span.days, *_call_of(flow.project))


def activities_of(project: Project) -> tuple[Choice, ...]:
    """What a project may do, by its programme, action and call year."""
    return choices_for(*_call_of(project))


def _call_of(project: Project) -> tuple[str, str, int | None]:
    """Programme, action and call year; the year a project begins in where no reference tells the call's."""
    parts = project.reference_parts
    year = parts.call_year if parts is not None else project.starts_on.year
    return project.programme, project.action_code, year


def _unreadable(project: Project) -> Problem:
    return Problem("call_year_unknown", {"reference": project.reference})


def distance_of(flow: Flow, school: School) -> Decimal:
    """Kilometres one way: between the towns, or as the flow says with its evidence."""
    return flow.own_distance_km or distance_km(Point(school.latitude, school.longitude), flow.partner.place)


def _case(mobility: Mobility, flow: Flow, school: School, costs: CostsOfFlow, distance: Decimal | None = None) -> Case:
    """distance: of the flow, where it is at hand."""
    reference = flow.project.reference_parts
    if reference is None:
        raise ValueError(f"no call year in the reference {flow.project.reference!r}")
    mobility.flow = flow  # the flow is at hand: its days and texts need no query
    return Case(
        call_year=reference.call_year,
        action=reference.action_with_field,
        national_agency=reference.national_agency,
        participant=_participant(mobility),
        receiving_country=school.country if flow.is_incoming else flow.partner.country,
        distance_km=distance_of(flow, school) if distance is None else distance,
        activity_days=mobility.span.days,
        travel_days=flow.travel_days,
        green=flow.green,
        activity=flow.activity,
        extras=costs.extras_of(mobility),
    )


def _participant(mobility: Mobility) -> Participant:
    if mobility.role == Mobility.Role.ACCOMPANYING:
        return "accompanying"
    return "learner" if mobility.person.kind == Person.Kind.LEARNER else "staff"


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return tuple(found)


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: flows with whom they go to and when."""
    return [
        Found(each.name, each.get_absolute_url(), f"{each.partner} · {date_format(each.starts_on)}")
        for each in flows(text)[:most]
    ]
