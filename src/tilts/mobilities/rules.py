"""What makes a flow a possible one. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tilts.core.names import search_key
from tilts.core.spans import Span


class FlowTime(StrEnum):
    """Where a day lies, seen from a stay's own days."""

    COMING = "coming"
    UNDER_WAY = "under_way"
    OVER = "over"


def time_of(stay: Span, today: date) -> FlowTime:
    """Is it yet to come, under way (on its first and last day too) or over?"""
    if today < stay.starts_on:
        return FlowTime.COMING
    return FlowTime.UNDER_WAY if today <= stay.ends_on else FlowTime.OVER


def journey(stay: Span, travel_days: int) -> Span:
    """The days away: half of the travel days lie before the stay, the odd one with them.

    >>> journey(Span(date(2022, 5, 2), date(2022, 5, 20)), 3)
    Span(starts_on=datetime.date(2022, 4, 30), ends_on=datetime.date(2022, 5, 21))
    """
    before, after = (travel_days + 1) // 2, travel_days // 2
    return Span(stay.starts_on - timedelta(days=before), stay.ends_on + timedelta(days=after))


@dataclass(frozen=True)
class OutsideProject:
    """Days of the stay lie outside the project's."""

    project: Span


@dataclass(frozen=True)
class TooManyParticipants:
    """More participants than seats; accompanying persons take none."""

    participants: int
    seats: int


@dataclass(frozen=True)
class SameOrganisation:
    """The school would send to itself."""

    name: str


@dataclass(frozen=True)
class HostNotIdentified:
    """The partner has neither an OID nor a full address; a company without OID is fine with its address."""

    name: str


PlanProblem = OutsideProject | TooManyParticipants | SameOrganisation | HostNotIdentified


@dataclass(frozen=True)
class Organisation:
    """A side of a stay, as far as it must be told from the other; numbers: OID, PIC, registration and the like."""

    name: str
    town: str
    address: str = ""
    oid: str = ""
    numbers: frozenset[str] = frozenset()


def side_problems(school: Organisation, partner: Organisation) -> tuple[PlanProblem, ...]:
    """Sender and host are never the same organisation, and the funder must know who the partner is."""
    same_name = (search_key(school.name), search_key(school.town)) == (
        search_key(partner.name),
        search_key(partner.town),
    )
    if same_name or (school.numbers & partner.numbers):
        return (SameOrganisation(partner.name),)
    return () if partner.oid or (partner.address and partner.town) else (HostNotIdentified(partner.name),)


def plan_problems(stay: Span, project: Span, participants: int, seats: int) -> tuple[PlanProblem, ...]:
    """What is wrong with the plan itself; empty when it is possible.

    stay: days of the activity, without travel.
    """
    problems: list[PlanProblem] = []
    if not project.covers(stay):
        problems.append(OutsideProject(project))
    if participants > seats:
        problems.append(TooManyParticipants(participants, seats))
    return tuple(problems)
