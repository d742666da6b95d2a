"""What a programme pays for one person's stay, and why: pure rules over the dated figures of one call year.

A rule answers with amounts, codes and values; `sentences` words them. Figures come as `Tables`, made by `loading` from
the parameter files; a school's own daily rates are laid over them. Nothing here reads a file, the clock or a database.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
_KIND_OF: Final[dict[Participant, RateKind]] = {"learner": "learner", "staff": "staff", "accompanying": "staff"}

NEAR_EDGE_KM: Final = 5  # calculators differ by up to 2 km; closer to a band's edge than this, ask the funder's own
FARTHEST_KM: Final = 20_040  # half round the Earth, along the equator


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
class Band:
    """A band of one-way distances, [from_km, to_km); `green` is None where green travel is paid as any other."""

    from_km: int
    to_km: int | None
    standard: ParameterUse
    green: ParameterUse | None


@dataclass(frozen=True)
class Tier:
    """What a day is paid from `from_day` of the stay on, until the next tier begins."""

    from_day: int
    rate: ParameterUse


@dataclass(frozen=True)
class TierDays:
    """Days of a stay on which a rate of its own begins, and the last day the tables pay; None where they do not end."""

    begins: tuple[int, ...] = (1,)
    last: int | None = None


@dataclass(frozen=True)
class Activity:
    """Limits of an activity's length in days, travel excluded, both included; `ec_code` may be unknown (empty).

    participant: whose daily rates it is paid by.
    """

    name: str
    participant: RateKind
    ec_code: str
    least: ParameterUse
    most: ParameterUse


@dataclass(frozen=True)
class DailyRate:
    """A rate that a school entered from its grant agreement's annex. Staff rates also serve accompanying persons.

    from_day: first day of the stay it is paid for (1, then 15). eur_per_day: 0 or more, whole cents. country_group:
    as the call numbers it, the country's code in calls without groups, or ANY_GROUP for a rate that holds everywhere.
    Raises ValueError for anything else. An example (of a demo school) stays marked in every grant that uses it.
    """

    participant: RateKind
    country_group: str
    from_day: int
    eur_per_day: Decimal
    reference: Reference
    status: Status = "confirmed"
    is_example: bool = False

    def __post_init__(self) -> None:
        if self.participant not in KINDS:
            raise ValueError(f"daily rates are for learner or staff: {self.participant!r}")
        if self.from_day < 1:
            raise ValueError(f"days of a stay count from 1: {self.from_day}")
        if not self.eur_per_day.is_finite() or self.eur_per_day < 0 or not is_whole_cents(self.eur_per_day):
            raise ValueError(f"a daily rate must be 0 or more, in whole cents: {self.eur_per_day}")


@dataclass(frozen=True)
class Tables:
    """All figures of one call year. What the year has no figure for is absent, never another year's."""

    call_year: int
    countries: frozenset[str] = frozenset()  # every ISO code there is, to tell a typing error from a missing group
    actions: Mapping[str, str] = field(default_factory=dict)  # action code → sector
    national_agencies: frozenset[str] = frozenset()
    bands: tuple[Band, ...] = ()  # without gaps, nearest first
    travel_days: Mapping[Literal["standard", "green"], ParameterUse] = field(default_factory=dict)
    tier_days: Mapping[RateKind, TierDays] = field(default_factory=dict)
    country_groups: Mapping[tuple[RateKind, str], ParameterUse] = field(default_factory=dict)  # kind, ISO → group
    outside_groups: Mapping[tuple[str, str, str], ParameterUse] = field(default_factory=dict)  # action, agency, ISO
    daily_rates: Mapping[tuple[str, str, RateKind, str], tuple[Tier, ...]] = field(default_factory=dict)
    entered_rates: Mapping[tuple[RateKind, str], tuple[Tier, ...]] = field(default_factory=dict)
    activities: Mapping[tuple[str, str], Activity] = field(default_factory=dict)  # sector, name

    def with_daily_rates(self, rates: Iterable[DailyRate]) -> "Tables":
        """These tables with a school's own rates, which replace the agency's for each kind and group entered.

        Raises ValueError when the same day is entered twice for a kind and group.
        """
        entered: dict[tuple[RateKind, str], dict[int, Tier]] = {}
        for rate in rates:
            tiers = entered.setdefault((rate.participant, rate.country_group), {})
            if rate.from_day in tiers:
                raise ValueError(
                    f"two rates from day {rate.from_day} for {rate.participant} in country group {rate.country_group}"
                )
            tiers[rate.from_day] = Tier(
                rate.from_day,
                ParameterUse(
                    key=f"individual_support.entered.{rate.participant}.group_{rate.country_group}.day_{rate.from_day}",
                    value=rate.eur_per_day,
                    unit="EUR per day",
                    from_call=self.call_year,
                    status=rate.status,
                    reference=rate.reference,
                    is_example=rate.is_example,
                ),
            )
        return replace(
            self,
            entered_rates={key: tuple(tiers[day] for day in sorted(tiers)) for key, tiers in entered.items()},
        )

    def country_group(self, case: "Case") -> ParameterUse | None:
        """The receiving country's group: of the programme's own countries, or of those outside for this action."""
        country = case.receiving_country
        return (
            self.country_groups.get((_KIND_OF[case.participant], country))
            or self.outside_groups.get((case.action, case.national_agency, country))
            or self.outside_groups.get((case.action, "", country))
        )

    def tiers(self, case: "Case", group: str) -> tuple[Tier, ...]:
        """The school's own rates or else its agency's, first day first; empty when neither is known."""
        kind = _KIND_OF[case.participant]
        entered = self.entered_rates.get((kind, group)) or self.entered_rates.get((kind, ANY_GROUP))
        if entered is not None:
            return entered
        return self.daily_rates.get((case.national_agency, self.actions.get(case.action, ""), kind, group), ())

    def groups_of(self, kind: RateKind) -> Mapping[str, tuple[str, ...]]:
        """The call's country groups for learners or staff, in order, each with its countries; empty when unknown."""
        groups: dict[str, list[str]] = {}
        for (holder, country), group in self.country_groups.items():
            if holder == kind:
                groups.setdefault(str(group.value), []).append(country)
        return {group: tuple(sorted(groups[group])) for group in sorted(groups)}

    def first_days(self, kind: RateKind) -> tuple[int, ...]:
        """Days of a stay on which a rate of its own begins; day 1 alone where the call's are not known."""
        return self.tier_days.get(kind, TierDays()).begins


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
        if self.participant not in _KIND_OF:
            raise ValueError(f"a participant is learner, staff or accompanying: {self.participant!r}")


@dataclass(frozen=True)
class DaysAtRate:
    """So many days of a stay, paid by the tier that begins on `from_day`."""

    days: int
    from_day: int
    eur_per_day: Decimal


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


def grant(case: Case, tables: Tables) -> Grant:
    """The grant for one person's stay: each cost category answered by itself, its problems beside it.

    Raises ValueError when the tables are of another call year than the case.
    """
    if case.call_year != tables.call_year:
        raise ValueError(f"a case of call {case.call_year} can't be answered by the figures of {tables.call_year}")
    if case.action not in tables.actions:
        return Grant((), (Problem("action_unknown", {"action": case.action, "call_year": case.call_year}),))
    answers = [_agency_is_known(case, tables), travel(case, tables), individual_support(case, tables)]
    return Grant(
        lines=tuple(line for answer in answers for line in answer.lines),
        problems=tuple(problem for answer in answers for problem in answer.problems),
        warnings=tuple(warning for answer in answers for warning in answer.warnings),
    )


def travel(case: Case, tables: Tables) -> Grant:
    """Travel grant of one person: one amount for the return trip, by the band of the one-way distance.

    Green travel is paid its own amount where the band has one, else the standard amount. Below the first paid band
    the amount is 0. A distance of 0, or farther than the Earth allows, is a problem; a distance within 5 km of an edge
    where the amount changes, or in the outermost band, is a warning.
    """
    km = case.distance_km
    if km is None:
        return _no_sum("distance_missing")
    if not km.is_finite() or km <= 0:
        return _no_sum("distance_not_positive", distance_km=km)
    if km > FARTHEST_KM:
        return _no_sum("distance_too_far", distance_km=km, farthest_km=FARTHEST_KM)
    band = next((band for band in reversed(tables.bands) if band.from_km <= km), None)
    if band is None:
        return _no_sum("travel_rate_missing", call_year=case.call_year)
    rate = _travel_rate(band, green=case.green)
    amount = _amount(rate)
    reason: Reason
    if not amount:
        reason = "travel_too_near"
    elif not case.green:
        reason = "travel_standard"
    else:
        reason = "travel_green" if rate is band.green else "travel_green_as_standard"
    values = {"distance_km": km, "from_km": band.from_km, "to_km": band.to_km, "amount_eur": amount}
    return Grant((Line("travel", amount, reason, values, (rate,)),), warnings=_distance_warnings(case, km, tables))


def individual_support(case: Case, tables: Tables) -> Grant:
    """Support for a person's stay: so many EUR a day by country group, less from a later day on (usually the 15th).

    Funded days are the days of the activity and the travel days, as far as the call funds these; they are numbered
    one after the other, so that travel days count towards the 14. Whole cents, nothing is rounded.

    A learner, call 2021, agency ES01, 21 days in Latvia (group 3) and 2 travel days: 14 x 48 + 9 x 34 = 978 EUR.
    """
    problems = list(_day_problems(case, tables))
    group = tables.country_group(case)
    if group is None and (_KIND_OF[case.participant], ANY_GROUP) not in tables.entered_rates:
        problems.append(_no_group(case, tables))
    if problems:
        return Grant((), tuple(problems))

    limit = _travel_limit(case, tables)
    travel_days = 0 if limit is None else min(case.travel_days, int(_amount(limit)))
    funded_days = case.activity_days + travel_days if case.funded_days is None else case.funded_days
    paid = tables.tiers(case, str(group.value) if group is not None else ANY_GROUP)
    problem = _unpaid_days(case, tables, group, paid, funded_days)
    if problem is not None:
        return Grant((), (problem,))

    split = split_days(funded_days, paid)
    used = tuple(tier.rate for tier in paid if tier.from_day <= funded_days)
    explained: dict[str, object] = {
        "participant": case.participant,
        "country": case.receiving_country,
        "country_group": ANY_GROUP if group is None else group.value,
        "split": split,
        "activity_days": case.activity_days,
        "travel_days": travel_days,
        "travel_days_asked": case.travel_days,
        "is_example": any(rate.is_example for rate in used),
    }
    if case.funded_days is not None:
        explained["funded_days"] = case.funded_days
    parameters = (*(() if group is None else (group,)), *used, *(() if limit is None else (limit,)))
    amount = sum((part.days * part.eur_per_day for part in split), Decimal(0))
    return Grant((Line("individual_support", amount, "individual_support_by_day", explained, parameters),))


def split_days(days: int, tiers: Iterable[Tier]) -> tuple[DaysAtRate, ...]:
    """How many of the days each tier pays; tiers in order of their first day, the first beginning on day 1.

    120 days with tiers from day 1 and 15: 14 days by the first, 106 by the second. Raises ValueError for fewer than
    1 day or when day 1 has no tier.
    """
    if days < 1:
        raise ValueError(f"a stay has at least one day: {days}")
    begun = [tier for tier in tiers if tier.from_day <= days]
    if not begun or begun[0].from_day != 1:
        raise ValueError("the first tier must begin on day 1")
    ends = [tier.from_day for tier in begun[1:]] + [days + 1]
    return tuple(
        DaysAtRate(end - tier.from_day, tier.from_day, _amount(tier.rate))
        for tier, end in zip(begun, ends, strict=True)
    )


def check_activity(activity: str, activity_days: int, action: str, tables: Tables) -> tuple[Problem, ...]:
    """Whether a stay is as long as its activity allows (travel days not counted); empty when it is.

    activity: a name such as "short_term_learner". Exceptions for participants with fewer opportunities are the
    agency's to grant: the problem tells the limits.
    """
    known = tables.activities.get((tables.actions.get(action, ""), activity))
    if known is None:
        return (Problem("activity_unknown", {"activity": activity, "action": action, "call_year": tables.call_year}),)
    least, most = int(_amount(known.least)), int(_amount(known.most))
    if least <= activity_days <= most:
        return ()
    code: ProblemCode = "activity_too_short" if activity_days < least else "activity_too_long"
    values = {"activity": activity, "activity_days": activity_days, "least_days": least, "most_days": most}
    return (Problem(code, values),)


def is_whole_cents(amount: Decimal) -> bool:
    """Whether a finite amount has no part of a cent."""
    return int(amount.normalize().as_tuple().exponent) >= -2


def _agency_is_known(case: Case, tables: Tables) -> Grant:
    if case.national_agency in tables.national_agencies:
        return Grant(())
    return _no_sum("national_agency_unknown", national_agency=case.national_agency)


def _no_group(case: Case, tables: Tables) -> Problem:
    if case.receiving_country not in tables.countries:
        return Problem("country_unknown", {"country_code": case.receiving_country})
    values = {"country": case.receiving_country, "action": case.action, "call_year": case.call_year}
    return Problem("country_group_missing", values)


def _day_problems(case: Case, tables: Tables) -> Iterator[Problem]:
    if case.funded_days is not None:
        if case.funded_days < 1:
            yield Problem("funded_days_not_positive", {"funded_days": case.funded_days})
        return
    if case.activity_days < 1:
        yield Problem("activity_days_not_positive", {"activity_days": case.activity_days})
    if case.travel_days < 0:
        yield Problem("travel_days_negative", {"travel_days": case.travel_days})
    if case.travel_days > 0 and _travel_limit(case, tables) is None:
        yield Problem("travel_days_limit_missing", {"call_year": case.call_year})


def _travel_limit(case: Case, tables: Tables) -> ParameterUse | None:
    """How many travel days are paid at most; None where the case has none of its own."""
    if case.funded_days is not None or not case.travel_days:
        return None
    return tables.travel_days.get("green" if case.green else "standard")


def _unpaid_days(
    case: Case, tables: Tables, group: ParameterUse | None, paid: tuple[Tier, ...], funded_days: int
) -> Problem | None:
    """The first tier that the stay reaches without a known rate, or its days behind the end of the tables.

    Without this a school that entered only the first rate would be paid it for the whole of a long stay.
    """
    days = tables.tier_days.get(_KIND_OF[case.participant], TierDays())
    known = {tier.from_day for tier in paid if tier.rate.value is not None}
    missing = min((start for start in {1, *days.begins} - known if start <= funded_days), default=None)
    if missing is not None:
        values = {
            "from_day": missing,
            "participant": case.participant,
            "country": case.receiving_country,
            "country_group": ANY_GROUP if group is None else group.value,
            "call_year": case.call_year,
            "national_agency": case.national_agency,
        }
        return Problem("daily_rate_missing" if missing == 1 else "later_daily_rate_missing", values)
    if days.last is not None and days.last < funded_days and max(known) <= days.last:
        values = {
            "participant": case.participant,
            "call_year": case.call_year,
            "funded_days": funded_days,
            "last_day": days.last,
        }
        return Problem("stay_beyond_rates", values)
    return None


def _distance_warnings(case: Case, km: Decimal, tables: Tables) -> tuple[Problem, ...]:
    warnings = []
    for nearer, farther in zip(tables.bands, tables.bands[1:], strict=False):
        if abs(km - farther.from_km) > NEAR_EDGE_KM:
            continue
        below, above = (_amount(_travel_rate(band, green=case.green)) for band in (nearer, farther))
        if below != above:
            values = {"distance_km": km, "edge_km": farther.from_km, "below_eur": below, "above_eur": above}
            warnings.append(Problem("distance_near_edge", values))
    if tables.bands[-1].from_km <= km:
        warnings.append(Problem("distance_very_far", {"distance_km": km}))
    return tuple(warnings)


def _travel_rate(band: Band, *, green: bool) -> ParameterUse:
    return band.green if green and band.green is not None else band.standard


def _amount(parameter: ParameterUse) -> Decimal:
    if not isinstance(parameter.value, Decimal):
        raise TypeError(f"{parameter.key} has no number: {parameter.value!r}")
    return parameter.value


def _no_sum(code: ProblemCode, **values: object) -> Grant:
    return Grant((), (Problem(code, values),))
