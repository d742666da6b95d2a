"""What makes a flow a possible one. Pure."""

from dataclasses import dataclass

from tilts.core.spans import Span


@dataclass(frozen=True)
class OutsideProject:
    """Days of the stay lie outside the project's."""

    project: Span


@dataclass(frozen=True)
class TooManyParticipants:
    """More participants than seats; accompanying persons take none."""

    participants: int
    seats: int


PlanProblem = OutsideProject | TooManyParticipants


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
