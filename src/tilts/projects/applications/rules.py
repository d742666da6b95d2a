"""What an application needs in its state, and what is next. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

#: So long before the last day of a call, or before a result is expected, the home page names it.
NEAR_DAYS: Final = 30

#: States in which something is still to come.
OPEN_STATES: Final = ("idea", "applied", "reserve", "granted")

#: States after which the same idea may be applied for once more, in another call.
AGAIN_STATES: Final = ("refused", "withdrawn")


class Need(StrEnum):
    """What should be known in a state and is not."""

    DEADLINE = "deadline"
    SINCE = "since"
    NUMBER = "number"
    EXPECTED = "expected"
    PLACE = "place"
    SCORE = "score"
    REASONS = "reasons"
    REFERENCE = "reference"
    GRANT = "grant"


class Next(StrEnum):
    """What comes next."""

    SUBMIT = "submit"
    RESULT = "result"
    BEGIN = "begin"


@dataclass(frozen=True)
class Facts:
    """What is known of an application. since: the day on which its state began."""

    state: str
    since: date | None = None
    deadline_on: date | None = None
    number: str = ""
    expected_on: date | None = None
    reserve_place: int | None = None
    score: Decimal | None = None
    reasons: str = ""
    reference: str = ""
    grant_eur: Decimal | None = None
    starts_on: date | None = None


@dataclass(frozen=True)
class Coming:
    """What comes next and by which day, as far as that is known."""

    what: Next
    on: date | None = None

    def is_late(self, today: date) -> bool:
        return self.on is not None and self.on < today

    def is_near(self, today: date) -> bool:
        """Whether its day is at most NEAR_DAYS ahead, or over."""
        return self.on is not None and (self.on - today).days <= NEAR_DAYS


def needs(facts: Facts) -> tuple[Need, ...]:
    """What should be known in this state and is not, in the order in which it is asked.

    >>> needs(Facts("applied", since=date(2026, 2, 19), number="KA121-1"))
    (<Need.EXPECTED: 'expected'>,)
    """
    return tuple(_needs(facts))


def coming(facts: Facts) -> Coming | None:
    """What is next; None where the application is over.

    >>> coming(Facts("idea", deadline_on=date(2027, 2, 19)))
    Coming(what=<Next.SUBMIT: 'submit'>, on=datetime.date(2027, 2, 19))
    """
    match facts.state:
        case "idea":
            return Coming(Next.SUBMIT, facts.deadline_on)
        case "applied" | "reserve":
            return Coming(Next.RESULT, facts.expected_on)
        case "granted":
            return Coming(Next.BEGIN, facts.starts_on)
    return None


def _needs(facts: Facts) -> Iterator[Need]:
    asked: dict[str, tuple[tuple[Need, object], ...]] = {
        "idea": ((Need.DEADLINE, facts.deadline_on),),
        "applied": ((Need.SINCE, facts.since), (Need.NUMBER, facts.number), (Need.EXPECTED, facts.expected_on)),
        "reserve": (
            (Need.SINCE, facts.since),
            (Need.SCORE, facts.score),
            (Need.PLACE, facts.reserve_place),
            (Need.EXPECTED, facts.expected_on),
        ),
        "granted": ((Need.SINCE, facts.since), (Need.REFERENCE, facts.reference), (Need.GRANT, facts.grant_eur)),
        "refused": ((Need.SINCE, facts.since), (Need.SCORE, facts.score), (Need.REASONS, facts.reasons)),
        "withdrawn": ((Need.SINCE, facts.since), (Need.REASONS, facts.reasons)),
    }
    for need, known in asked.get(facts.state, ()):
        if known in (None, ""):
            yield need
