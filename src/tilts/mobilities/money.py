"""What flows tell of a project's money: whom it is promised to, what the school is due, what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from tilts.accounts.models import School
from tilts.funding.rules import PREPARATORY_VISIT, Grant, Group, organisation
from tilts.funding.sentences import problem_sentence
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.printed import printed_numbers
from tilts.mobilities.queries import MobilityGrant, flows_of, grants_of, mobilities_of_all
from tilts.people.models import Need
from tilts.projects.models import Project
from tilts.projects.money import sources
from tilts.projects.money.rules import Counts, together
from tilts.projects.money.sources import Achieved, Instalment, OwnSupport, Promise
from tilts.projects.values.queries import tables_of

_SOURCE = "mobility/"

State, Role = Mobility.State, Mobility.Role


def register() -> None:
    """Called once, when the app is ready."""
    sources.register_promises("stays", promises_of)
    sources.register_own("stays", own_support_of)
    sources.register_counts("stays", achieved_of)
    sources.register_condition("stays", missing_for)


def source_of(mobility_pk: int) -> str:
    """How a stay is named among the promises of a project."""
    return f"{_SOURCE}{mobility_pk}"


def promises_of(project: Project, school: School) -> list[Promise]:
    """Everybody's grant, as far as it is theirs; cancelled stays have none."""
    return [
        _promise(each, flow)
        for flow in flows_of(project)
        if flow.is_funded_here
        for each in grants_of(flow, school).grants
        if each.mobility.state != State.CANCELLED and not each.is_zero_grant
    ]


def _promise(found: MobilityGrant, flow: Flow) -> Promise:
    """What is bought or provided is earned from the funder as well, and is never promised to the person."""
    mobility, grant = found.mobility, found.grant
    parts = together({line.category: line.amount_eur} for line in grant.lines if line.recipient == "participant")
    return Promise(
        source=source_of(mobility.pk),
        person_id=mobility.person_id,
        label=flow.name,
        parts=dict(found.split.parts),  # type: ignore[arg-type]
        url=reverse("mobilities:mobility", args=[flow.pk, mobility.pk]),
        problem=" ".join(problem_sentence(problem) for problem in grant.problems),
        is_provisional=grant.status == "provisional",
        earned=parts if mobility.state == State.DONE else {},
        bought=together(
            {each.line.category: each.kept_eur}
            for each in found.split.lines
            if each.provision and each.provision.way == "bought"
        ),
    )


def own_support_of(project: Project, school: School) -> OwnSupport:
    """What the school is due by the number of its participants: of all who are to travel, and of those who did."""
    people = [each for each in _people_of(project) if each.role == Role.PARTICIPANT]
    return OwnSupport(
        _own_parts(project, people), _own_parts(project, [each for each in people if each.state == State.DONE])
    )


def _own_parts(project: Project, people: Sequence[Mobility]) -> dict[str, Decimal]:
    reference, tables = project.reference_parts, tables_of(project)
    if reference is None or tables is None:
        return {}
    fewer = with_fewer_opportunities(people)
    groups: dict[tuple[str, str], list[Mobility]] = {}
    for each in people:
        groups.setdefault((each.flow.activity, each.flow.partner.country), []).append(each)
    before: dict[str, int] = {}
    grants: list[Grant] = []
    for (activity, country), members in groups.items():
        group = Group(
            call_year=reference.call_year,
            action=reference.action_with_field,
            national_agency=reference.national_agency,
            activity=activity,
            participants=len(members),
            before=before.get(activity, 0),
            receiving_country=country,
            fewer_opportunities=sum(each.person_id in fewer for each in members),
        )
        before[activity] = group.before + len(members)
        grants += organisation(group, tables)
    return together({line.category: line.amount_eur} for grant in grants for line in grant.lines)


def achieved_of(project: Project) -> Achieved:
    """The six counts of all flows that the project pays for."""
    people = _people_of(project)
    fewer = with_fewer_opportunities([each for each in people if each.role == Role.PARTICIPANT])
    return Achieved(
        planned=sum((count(each, each.span.days, fewer) for each in people), Counts()),
        done=sum(
            (count(each, attended.days, fewer) for each in people if (attended := each.attended) is not None), Counts()
        ),
    )


def count(mobility: Mobility, days: int, fewer: set[int]) -> Counts:
    """One stay of so many days in the six counts; fewer: persons who count as having fewer opportunities."""
    if mobility.flow.activity == PREPARATORY_VISIT:  # who prepares a stay is no participant
        return Counts()
    if mobility.role == Role.ACCOMPANYING:
        return Counts(accompanying=1)
    return Counts(
        participants=1,
        days=days,
        fewer_opportunities=int(mobility.person_id in fewer),
        blended=int(mobility.flow.mode == Flow.Mode.BLENDED),
        green=int(mobility.flow.green),
    )


def _people_of(project: Project) -> list[Mobility]:
    """Who travels at the project's cost, each with its flow at hand; cancelled stays are left out."""
    flows = {flow.pk: flow for flow in flows_of(project) if flow.is_funded_here}
    people = [each for each in mobilities_of_all(flows.values()) if each.state != State.CANCELLED]
    for each in people:
        each.flow = flows[each.flow_id]
    return people


def with_fewer_opportunities(people: Sequence[Mobility]) -> set[int]:
    """Who counts so. Only their number leaves this module, never who they are or why."""
    needs = Need.objects.filter(person__in={each.person_id for each in people})
    return {need.person_id for need in needs if need.has_fewer_opportunities}


def missing_for(project: Project, instalments: Sequence[Instalment]) -> Mapping[Instalment, Sequence[str]]:
    """The grant agreement must be printed; the last of several instalments waits for the stay."""
    numbers = {each: _number_in(each.source) for each in instalments}
    stays = {
        each.pk: each for each in Mobility.objects.filter(pk__in=[number for number in numbers.values() if number])
    }
    printed = printed_numbers({each.flow_id for each in stays.values()})
    return {
        instalment: list(_missing(stays[number], printed[stays[number].flow_id], instalment))
        for instalment, number in numbers.items()
        if number in stays
    }


def _missing(stay: Mobility, printed: set[str], instalment: Instalment) -> Iterator[str]:
    if f"{Kind.GRANT.value}{stay.pk}" not in printed:
        yield _("The grant agreement is not printed.")
    if instalment.is_last_of_several and stay.state != State.DONE:
        yield _("The stay is not confirmed yet.")


def _number_in(source: str) -> int | None:
    number = source.removeprefix(_SOURCE)
    return int(number) if source.startswith(_SOURCE) and number.isdecimal() else None
