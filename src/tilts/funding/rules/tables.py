"""All figures of one call year, as the rules look them up. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Literal

from tilts.funding.rules.records import (
    ANY_GROUP,
    KIND_OF,
    KINDS,
    Case,
    ParameterUse,
    RateKind,
    Reference,
    Status,
    is_whole_cents,
)

Rounding = Literal["half_up", "down", "none"]


@dataclass(frozen=True)
class Band:
    """A band of one-way distances, [from_km, to_km); `green` is None where green travel is paid as any other."""

    from_km: int
    to_km: int | None
    standard: ParameterUse
    green: ParameterUse | None


def bands_from(rates: Mapping[int, tuple[ParameterUse, ParameterUse | None]]) -> tuple[Band, ...]:
    """Bands without gaps, from where each begins and what it pays, standard and green."""
    edges = sorted(rates)
    ends = [*edges[1:], None][: len(edges)]
    return tuple(Band(start, end, *rates[start]) for start, end in zip(edges, ends, strict=True))


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
class LaterRates:
    """How an agency makes the rates of later days out of the first one: first day → share, rounding to whole EUR."""

    shares: Mapping[int, Decimal]
    rounding: Rounding
    use: ParameterUse

    def rate(self, first: ParameterUse, from_day: int) -> ParameterUse | None:
        """The rate from that day on, marked as worked out; None where the agency has no share for it."""
        share = self.shares.get(from_day)
        if share is None or not isinstance(first.value, Decimal):
            return None
        exact = first.value * share
        value = exact if self.rounding == "none" else exact.quantize(Decimal(1), _ROUNDINGS[self.rounding])
        key = f"{first.key.rpartition('.')[0]}.day_{from_day}"
        return replace(first, key=key, value=value, status="derived", is_computed=True)


_ROUNDINGS = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


@dataclass(frozen=True)
class Step:
    """What one participant brings the organisation, from the so manieth of the same activity on."""

    from_participant: int
    eur: ParameterUse


@dataclass(frozen=True)
class Support:
    """Organisational support for an activity: its steps, first participant first, and the most for one group."""

    steps: tuple[Step, ...]
    most: ParameterUse | None = None


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
    later_rates: Mapping[str, LaterRates] = field(default_factory=dict)  # agency
    organisational: Mapping[tuple[str, str], Support] = field(default_factory=dict)  # sector, activity
    costs: Mapping[str, ParameterUse] = field(default_factory=dict)  # "course_fees.per_day" and the like

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Where each band begins."""
        return tuple(band.from_km for band in self.bands)

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

    def country_group(self, case: Case) -> ParameterUse | None:
        """The receiving country's group: of the programme's own countries, or of those outside for this action."""
        country = case.receiving_country
        return (
            self.country_groups.get((KIND_OF[case.participant], country))
            or self.outside_groups.get((case.action, case.national_agency, country))
            or self.outside_groups.get((case.action, "", country))
        )

    def tiers(self, case: Case, group: str) -> tuple[Tier, ...]:
        """The school's own rates or else its agency's, first day first; empty when neither is known.

        Where only the first rate is given and the agency's way to the later ones is known, these are worked out.
        """
        kind = KIND_OF[case.participant]
        given = (
            self.entered_rates.get((kind, group))
            or self.entered_rates.get((kind, ANY_GROUP))
            or self.daily_rates.get((case.national_agency, self.actions.get(case.action, ""), kind, group), ())
        )
        way = self.later_rates.get(case.national_agency)
        if way is None or [tier.from_day for tier in given] != [1]:
            return given
        later = ((day, way.rate(given[0].rate, day)) for day in self.first_days(kind) if day > 1)
        return (*given, *(Tier(day, rate) for day, rate in later if rate is not None))

    def is_outside(self, action: str, national_agency: str, country: str) -> bool:
        """Whether a country takes part only as one outside the programme."""
        return any((action, agency, country) in self.outside_groups for agency in (national_agency, "")) and not any(
            (kind, country) in self.country_groups for kind in KINDS
        )

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
