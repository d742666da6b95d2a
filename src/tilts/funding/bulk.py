"""The same grants as `rules.grant`, for hundreds of thousands of stays at once: amounts without their reasons.

For planning and for whole countries. Columns go in, columns come out, in the order of the stays; property tests hold
the two engines equal to the cent. A stay that the explained engine refuses has no sum here either. Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from tilts.funding.rules import KINDS, Case, ParameterUse, Tables, TierDays, individual_support
from tilts.funding.rules.records import KIND_OF, amount_of
from tilts.funding.rules.travel import FARTHEST_KM

Cents = NDArray[np.int64]
Flags = NDArray[np.bool_]

CENT: Final = Decimal("0.01")


@dataclass(frozen=True)
class Stays:
    """Stays of one call year, action and national agency, a row each.

    staff: paid as staff, which accompanying persons are too. country: place in `countries`, ISO codes. distance_km: one
    way. activity_days, travel_days: as in `Case`; green: green travel.
    """

    countries: tuple[str, ...]
    staff: Flags
    country: NDArray[np.integer[Any]]
    distance_km: NDArray[np.float64]
    activity_days: NDArray[np.integer[Any]]
    travel_days: NDArray[np.integer[Any]]
    green: Flags

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Self:
        """The columns of cases of one action and agency; cases that ask for more than travel and days are refused."""
        cases = list(cases)
        countries = tuple(sorted({case.receiving_country for case in cases}))
        places = {country: place for place, country in enumerate(countries)}
        if any(case.distance_km is None or case.funded_days is not None for case in cases):
            raise ValueError("stays in bulk have a distance and days of activity and travel")
        return cls(
            countries=countries,
            staff=np.array([KIND_OF[case.participant] == "staff" for case in cases], dtype=bool),
            country=np.array([places[case.receiving_country] for case in cases], dtype=np.int16),
            distance_km=np.array([float(case.distance_km or 0) for case in cases]),
            activity_days=np.array([case.activity_days for case in cases], dtype=np.int32),
            travel_days=np.array([case.travel_days for case in cases], dtype=np.int32),
            green=np.array([case.green for case in cases], dtype=bool),
        )

    def __len__(self) -> int:
        return len(self.staff)


@dataclass(frozen=True)
class BulkGrants:
    """Cents of each stay; where `is_possible` is False the amounts say nothing, and `is_final` is False too."""

    travel_cents: Cents
    individual_support_cents: Cents
    is_possible: Flags
    is_final: Flags

    @property
    def total_cents(self) -> Cents:
        """Both categories together, 0 for a stay that has no sum."""
        return np.where(self.is_possible, self.travel_cents + self.individual_support_cents, 0)

    @property
    def total_eur(self) -> Decimal:
        """The sum of all stays that have one."""
        return Decimal(int(self.total_cents.sum())) * CENT


def grants(stays: Stays, action: str, national_agency: str, tables: Tables) -> BulkGrants:
    """Travel and individual support of each stay. Nothing is possible where action or agency are not known."""
    if action not in tables.actions or national_agency not in tables.national_agencies:
        none = np.zeros(len(stays), dtype=np.int64)
        return BulkGrants(none, none, none.astype(bool), none.astype(bool))
    travel = _travel(stays, tables)
    support = _support(stays, action, national_agency, tables)
    return BulkGrants(
        travel_cents=travel.cents,
        individual_support_cents=support.cents,
        is_possible=travel.is_possible & support.is_possible,
        is_final=travel.is_possible & support.is_possible & travel.is_final & support.is_final,
    )


@dataclass(frozen=True)
class _Column:
    cents: Cents
    is_possible: Flags
    is_final: Flags


def _travel(stays: Stays, tables: Tables) -> _Column:
    """One look-up a stay: band and mode lead to the amount."""
    if not tables.bands:
        none = np.zeros(len(stays), dtype=bool)
        return _Column(none.astype(np.int64), none, none)
    rates = [(band.standard, band.standard if band.green is None else band.green) for band in tables.bands]
    cents = np.array([[_cents(rate) for rate in pair] for pair in rates], dtype=np.int64).ravel()
    final = np.array([[rate.status == "confirmed" for rate in pair] for pair in rates]).ravel()
    edges = np.array([band.from_km for band in tables.bands[1:]], dtype=np.float64)
    place = np.searchsorted(edges, stays.distance_km, side="right")
    place *= 2
    place += stays.green
    is_possible = (stays.distance_km > 0) & (stays.distance_km <= FARTHEST_KM)
    return _Column(cents[place], is_possible, final[place])


def _support(stays: Stays, action: str, national_agency: str, tables: Tables) -> _Column:
    """By the table of each kind and country: cents for every number of days, so that a stay is one look-up again."""
    limits = [tables.travel_days.get(mode) for mode in ("standard", "green")]
    travel_days = np.minimum(stays.travel_days, _limits(limits)[stays.green.astype(np.int8)])
    days = stays.activity_days + travel_days
    longest = int(days.max(initial=1))
    rows = [
        _row(Case(tables.call_year, action, national_agency, kind, country, None, 1), longest, tables)
        for country in stays.countries
        for kind in KINDS
    ]
    cents = np.array([row.cents for row in rows])
    possible = np.array([row.is_possible for row in rows])
    final = np.array([row.is_final for row in rows])
    place = stays.country.astype(np.int32)
    place *= len(KINDS)
    place += stays.staff
    column = np.clip(days, 0, longest)
    is_possible = possible[place, column] & (stays.activity_days > 0) & (stays.travel_days >= 0)
    is_final = final[place, column]
    if None in limits:
        is_possible &= stays.travel_days == 0
    else:
        confirmed = np.array([limit is not None and limit.status == "confirmed" for limit in limits])
        is_final &= (stays.travel_days == 0) | confirmed[stays.green.astype(np.int8)]
    return _Column(cents[place, column], is_possible, is_final)


def _row(case: Case, longest: int, tables: Tables) -> _Column:
    """What 0 to `longest` days are paid for one kind in one country."""
    cents = np.zeros(longest + 1, dtype=np.int64)
    is_possible, is_final = np.zeros(longest + 1, dtype=bool), np.zeros(longest + 1, dtype=bool)
    group = tables.country_group(case)
    paid = tables.tiers(case, "" if group is None else str(group.value))
    days = tables.tier_days.get(KIND_OF[case.participant], TierDays())
    changes = {*days.begins, *(tier.from_day for tier in paid)} | ({days.last + 1} if days.last else set())
    for first, last in _stretches(longest, changes):
        # The explained engine is asked once for each stretch of days with like rates: what it refuses is refused here.
        answer = individual_support(replace(case, funded_days=last), tables)
        if answer.total_eur is None:
            continue
        is_possible[first : last + 1] = True
        is_final[first : last + 1] = answer.status == "final"
        rate = next(_cents(tier.rate) for tier in reversed(paid) if tier.from_day <= first)
        cents[first : last + 1] = cents[first - 1] + rate * np.arange(1, last - first + 2)
    return _Column(cents, is_possible, is_final)


def _stretches(longest: int, changes: Iterable[int]) -> list[tuple[int, int]]:
    """First and last day of each stretch within which neither the rate nor what is known changes.

    >>> _stretches(20, {1, 15, 61})
    [(1, 14), (15, 20)]
    """
    starts = [start for start in sorted({1, *changes}) if start <= longest]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], longest + 1], strict=True)]


def _limits(limits: list[ParameterUse | None]) -> NDArray[np.int32]:
    return np.array([0 if limit is None else int(amount_of(limit)) for limit in limits], dtype=np.int32)


def _cents(rate: ParameterUse) -> int:
    return int(amount_of(rate) / CENT)
