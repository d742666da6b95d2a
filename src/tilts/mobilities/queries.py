"""Reads: flows, who travels in them, and what each is granted."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower
from django.utils.formats import date_format

from tilts.accounts.models import School
from tilts.core.places import Point, distance_km
from tilts.funding.loading import tables_for
from tilts.funding.rules import Case, DailyRate, Grant, Participant, Problem, Reference, Tables, check_activity, grant
from tilts.mobilities.models import Flow, Mobility
from tilts.people.models import Person
from tilts.projects.models import Project, ProjectRate
from tilts.projects.queries import rates_of
from tilts.web.slots import Found


@dataclass(frozen=True)
class MobilityGrant:
    """A mobility with its grant."""

    mobility: Mobility
    grant: Grant


@dataclass(frozen=True)
class FlowGrants:
    """All grants of a flow and their sum."""

    grants: tuple[MobilityGrant, ...]

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
    """The school's flows, the newest first; with `search`, those whose name begins so, in small or capital letters."""
    # Asked for the flows on the page alone; a join would count the people of all flows, and again for the pages.
    travelling = Mobility.objects.filter(flow=OuterRef("pk"), role=Mobility.Role.PARTICIPANT).order_by()
    counted = travelling.values("flow").annotate(count=Count("pk")).values("count")
    found = Flow.objects.select_related("project", "partner").annotate(
        participant_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    )
    if search:
        # A school has few flows: no index is missed. As typed, too, for letters whose case the database can't change.
        typed, small = search.strip(), search.strip().lower()
        found = found.alias(small_name=Lower("name")).filter(
            Q(name__gte=typed, name__lt=typed + "\U0010ffff")
            | Q(small_name__gte=small, small_name__lt=small + "\U0010ffff")
        )
    return found


def flows_of(project: Project) -> QuerySet[Flow]:
    """The flows of one project."""
    return flows().filter(project=project)


def mobilities_of(flow: Flow) -> QuerySet[Mobility]:
    """Who travels in a flow: participants by name, then those who accompany them."""
    return Mobility.objects.filter(flow=flow).select_related("person").order_by("-role", "person__sort_key", "pk")


def people_not_in(flow: Flow) -> QuerySet[Person]:
    """Who could still be taken into the flow."""
    return Person.objects.exclude(mobilities__flow=flow)


def grants_of(flow: Flow, school: School) -> FlowGrants:
    """Every person's grant, by the rates entered for the project where there are any."""
    mobilities = mobilities_of(flow)
    tables = _tables_of(flow.project)
    if tables is None:
        unreadable = Grant((), (Problem("call_year_unknown", {"reference": flow.project.reference}),))
        return FlowGrants(tuple(MobilityGrant(mobility, unreadable) for mobility in mobilities))
    if not flow.is_funded_here:
        return FlowGrants(tuple(MobilityGrant(mobility, Grant(())) for mobility in mobilities))
    # Like people in one flow have like grants: each kind is worked out once.
    answers: dict[Case, Grant] = {}
    found = []
    for mobility in mobilities:
        case = _case(mobility, flow, school)
        if case not in answers:
            answers[case] = grant(case, tables)
        found.append(MobilityGrant(mobility, answers[case]))
    return FlowGrants(tuple(found))


def activity_problems(flow: Flow) -> tuple[Problem, ...]:
    """Whether the stay is as long as its activity allows in the project's call."""
    reference, tables = flow.project.reference_parts, _tables_of(flow.project)
    if reference is None or tables is None:
        return ()
    return check_activity(flow.activity, flow.span.days, reference.action_with_field, tables)


def _tables_of(project: Project) -> Tables | None:
    reference = project.reference_parts
    if reference is None:
        return None
    return tables_for(reference.call_year).with_daily_rates(_daily_rate(rate) for rate in rates_of(project))


def _daily_rate(rate: ProjectRate) -> DailyRate:
    return DailyRate(
        participant="learner" if rate.participant == ProjectRate.Participant.LEARNER else "staff",
        country_group=rate.country_group,
        from_day=rate.from_day,
        eur_per_day=rate.eur_per_day,
        reference=Reference(rate.source),
        is_example=rate.is_example,
    )


def distance_of(flow: Flow, school: School) -> Decimal:
    """Kilometres one way: between the towns, or as the flow says with its evidence."""
    return flow.own_distance_km or distance_km(Point(school.latitude, school.longitude), flow.partner.place)


def _case(mobility: Mobility, flow: Flow, school: School) -> Case:
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
        distance_km=distance_of(flow, school),
        activity_days=mobility.span.days,
        travel_days=flow.travel_days,
        green=flow.green,
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
