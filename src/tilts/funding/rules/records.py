"""What the rules take and give: cases, lines, problems, grants, and figures with their sources. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal, get_args

Status = Literal["confirmed", "derived", "recalled", "missing"]
Participant = Literal["learner", "staff", "accompanying"]
RateKind = Literal["learner", "staff"]
Category = Literal[
    "travel",
    "individual_support",
    "organisational_support",
    "course_fees",
    "inclusion_support_organisations",
    "inclusion_support_participants",
    "preparatory_visit",
    "linguistic_support",
    "exceptional_costs",
    "subsistence",
    "project_management",
    "lump_sum",
    "grant",
]
Recipient = Literal["participant", "organisation"]
GrantStatus = Literal["final", "provisional", "impossible"]
Reason = Literal[
    "travel_too_near",
    "travel_standard",
    "travel_green",
    "travel_green_as_standard",
    "travel_replaced",
    "travel_domestic",
    "individual_support_by_day",
    "course_fees_by_day",
    "linguistic_support",
    "linguistic_support_long",
    "linguistic_support_short_staff",
    "expensive_travel",
    "real_cost_share",
    "inclusion_organisation",
    "organisational_support",
    "organisational_support_not_counted",
    "preparatory_visit",
    "nordplus_travel",
    "nordplus_subsistence",
    "nordplus_management",
    "lump_sum",
    "co_financed",
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
    "cost_missing",
    "organisational_support_missing",
    "course_days_not_positive",
    "course_days_beyond_activity",
    "participants_not_positive",
    "fewer_opportunities_too_many",
    "real_cost_not_positive",
    "travel_covers_enough",
    "domestic_travel_not_dear",
    "too_many_on_a_visit",
    "nordplus_country",
    "subsistence_missing",
    "lump_sum_unknown",
    "lump_sums_missing",
    "money_broken",
]

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
KINDS: Final[tuple[RateKind, ...]] = get_args(RateKind)

#: Stands for every country group in rates that know none, such as those given with a case.
ANY_GROUP: Final = ""

#: Paid to the school for what it does itself; all other categories pay what a participant needs.
OF_THE_ORGANISATION: Final[frozenset[Category]] = frozenset(
    {
        "organisational_support",
        "inclusion_support_organisations",
        "preparatory_visit",
        "project_management",
        "lump_sum",
        "grant",
    }
)

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
    is_computed: bool = False  # worked out from another figure, as the one who publishes it does


@dataclass(frozen=True)
class Extras:
    """What a stay costs beyond its days and its usual travel, as far as the case tells it; EUR for one person.

    real_travel_eur: the whole journey, where it is dear. domestic_travel_eur: the part within a country.
    linguistic: a course of the language is needed that the online courses don't give. real_inclusion_eur,
    visa_and_health_eur, guarantee_eur: real costs, for which there are receipts.
    """

    course_days: int = 0
    linguistic: bool = False
    real_travel_eur: Decimal | None = None
    domestic_travel_eur: Decimal | None = None
    real_inclusion_eur: Decimal | None = None
    visa_and_health_eur: Decimal | None = None
    guarantee_eur: Decimal | None = None


@dataclass(frozen=True)
class Case:
    """One person's stay, as far as its grant depends on it.

    action: "KA121-VET". national_agency: "LV01". receiving_country: two ISO letters. distance_km: one way, as the
    funder's calculator gives it. travel_days: days on the road before and after the activity, funded or not.
    green: the greater part of the journey by low-emission means. funded_days: all the days that are paid, where they
    are known as one figure; activity_days and travel_days are then not asked. activity: a name such as
    "courses_and_training", empty where nothing paid depends on it.
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
    activity: str = ""
    extras: Extras = Extras()

    def __post_init__(self) -> None:
        if self.participant not in KIND_OF:
            raise ValueError(f"a participant is learner, staff or accompanying: {self.participant!r}")


@dataclass(frozen=True)
class Group:
    """People of one activity in a project, as far as the school's own support depends on them.

    participants: how many, without accompanying persons. before: participants of the same activity that the project
    has already. receiving_country: empty for the programme's own. fewer_opportunities: how many of them.
    """

    call_year: int
    action: str
    national_agency: str
    activity: str
    participants: int
    before: int = 0
    receiving_country: str = ""
    fewer_opportunities: int = 0
    is_accompanying: bool = False


@dataclass(frozen=True)
class Line:
    """An amount with the code of its reason, the values the reason speaks of and the figures it rests on."""

    category: Category
    amount_eur: Decimal
    reason: Reason
    values: Mapping[str, object]
    parameters: tuple[ParameterUse, ...]

    @property
    def recipient(self) -> Recipient:
        """Whose money it is: the participant's, or the school's for its own work."""
        return "organisation" if self.category in OF_THE_ORGANISATION else "participant"


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


def together(answers: Iterable[Grant]) -> Grant:
    """Several categories as one grant, in their order."""
    lines: list[Line] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for answer in answers:
        lines += answer.lines
        problems += answer.problems
        warnings += answer.warnings
    return Grant(tuple(lines), tuple(problems), tuple(warnings))


def no_sum(code: ProblemCode, **values: object) -> Grant:
    """The answer of a category that can't be worked out, with what keeps it."""
    return Grant((), (Problem(code, values),))
