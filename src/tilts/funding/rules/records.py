"""What the rules take and give: cases, lines, problems, grants, and figures with their sources. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal, get_args

Status = Literal["confirmed", "derived", "recalled", "missing"]
Participant = Literal["learner", "staff", "accompanying"]
RateKind = Literal["learner", "staff"]
Category = Literal["travel", "individual_support"]
GrantStatus = Literal["final", "provisional", "impossible"]
Reason = Literal[
    "travel_too_near",
    "travel_standard",
    "travel_green",
    "travel_green_as_standard",
    "individual_support_by_day",
]
ProblemCode = Literal[
    "call_year_unknown",
    "action_unknown",
    "national_agency_unknown",
    "country_unknown",
    "country_group_missing",
    "distance_missing",
    "distance_not_positive",
    "distance_too_far",
    "distance_near_edge",
    "distance_very_far",
    "travel_rate_missing",
    "activity_days_not_positive",
    "travel_days_negative",
    "funded_days_not_positive",
    "travel_days_limit_missing",
    "daily_rate_missing",
    "later_daily_rate_missing",
    "stay_beyond_rates",
    "activity_unknown",
    "activity_too_short",
    "activity_too_long",
]

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
KINDS: Final[tuple[RateKind, ...]] = get_args(RateKind)

#: Stands for every country group in rates that know none, such as those given with a case.
ANY_GROUP: Final = ""

# Accompanying persons are paid as staff in every call read so far.
KIND_OF: Final[dict[Participant, RateKind]] = {"learner": "learner", "staff": "staff", "accompanying": "staff"}


@dataclass(frozen=True)
class Reference:
    """Where a figure was read; `url` is empty for a document that has no public address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class ParameterUse:
    """One figure with its source. `from_call` is the first call year it holds for; `value` None when missing."""

    key: str
    value: Decimal | str | None
    unit: str
    from_call: int
    status: Status
    reference: Reference
    is_example: bool = False


@dataclass(frozen=True)
class Case:
    """One person's stay, as far as its grant depends on it.

    action: "KA121-VET". national_agency: "LV01". receiving_country: two ISO letters. distance_km: one way, as the
    funder's calculator gives it. travel_days: days on the road before and after the activity, funded or not.
    green: the greater part of the journey by low-emission means. funded_days: all the days that are paid, where they
    are known as one figure; activity_days and travel_days are then not asked.
    """

    call_year: int
    action: str
    national_agency: str
    participant: Participant
    receiving_country: str
    distance_km: Decimal | None
    activity_days: int
    travel_days: int = 0
    green: bool = False
    funded_days: int | None = None

    def __post_init__(self) -> None:
        if self.participant not in KIND_OF:
            raise ValueError(f"a participant is learner, staff or accompanying: {self.participant!r}")


@dataclass(frozen=True)
class Line:
    """An amount with the code of its reason, the values the reason speaks of and the figures it rests on."""

    category: Category
    amount_eur: Decimal
    reason: Reason
    values: Mapping[str, object]
    parameters: tuple[ParameterUse, ...]


@dataclass(frozen=True)
class Problem:
    """Why there is no sum, or (as a warning) what to look at again."""

    code: ProblemCode
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Grant:
    """The lines that could be answered; a problem leaves them but takes the total, a warning does neither."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def total_eur(self) -> Decimal | None:
        """Sum of the lines, or None while there is a problem."""
        return None if self.problems else sum((line.amount_eur for line in self.lines), Decimal(0))

    @property
    def status(self) -> GrantStatus:
        """Final only when every figure used is confirmed."""
        if self.problems:
            return "impossible"
        is_confirmed = all(used.status == "confirmed" for line in self.lines for used in line.parameters)
        return "final" if is_confirmed else "provisional"


def is_whole_cents(amount: Decimal) -> bool:
    """Whether a finite amount has no part of a cent."""
    return int(amount.normalize().as_tuple().exponent) >= -2


def amount_of(parameter: ParameterUse) -> Decimal:
    """The figure's number; TypeError for one that has none, such as a country's group."""
    if not isinstance(parameter.value, Decimal):
        raise TypeError(f"{parameter.key} has no number: {parameter.value!r}")
    return parameter.value


def no_sum(code: ProblemCode, **values: object) -> Grant:
    """The answer of a category that can't be worked out, with what keeps it."""
    return Grant((), (Problem(code, values),))
