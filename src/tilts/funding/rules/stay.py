"""Individual support: what a day of a stay is paid. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tilts.funding.rules.records import (
    ANY_GROUP,
    KIND_OF,
    Case,
    Grant,
    Line,
    ParameterUse,
    Problem,
    amount_of,
)
from tilts.funding.rules.tables import Tables, Tier, TierDays


@dataclass(frozen=True)
class DaysAtRate:
    """So many days of a stay, paid by the tier that begins on `from_day`."""

    days: int
    from_day: int
    eur_per_day: Decimal


def individual_support(case: Case, tables: Tables) -> Grant:
    """Support for a person's stay: so many EUR a day by country group, less from a later day on (usually the 15th).

    Funded days are the days of the activity and the travel days, as far as the call funds these; they are numbered
    one after the other, so that travel days count towards the 14. Whole cents, nothing is rounded.

    A learner, call 2021, agency ES01, 21 days in Latvia (group 3) and 2 travel days: 14 x 48 + 9 x 34 = 978 EUR.
    """
    problems = list(_day_problems(case, tables))
    group = tables.country_group(case)
    if group is None and (KIND_OF[case.participant], ANY_GROUP) not in tables.entered_rates:
        problems.append(_no_group(case, tables))
    if problems:
        return Grant((), tuple(problems))

    limit = _travel_limit(case, tables)
    travel_days = 0 if limit is None else min(case.travel_days, int(amount_of(limit)))
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
    amount = sum([part.days * part.eur_per_day for part in split], Decimal(0))
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
        [
            DaysAtRate(end - tier.from_day, tier.from_day, amount_of(tier.rate))
            for tier, end in zip(begun, ends, strict=True)
        ]
    )


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
    days = tables.tier_days.get(KIND_OF[case.participant], TierDays())
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
