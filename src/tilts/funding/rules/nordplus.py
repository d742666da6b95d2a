"""What Nordplus pays: return travel by the country, subsistence by months, weeks and days, management. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from tilts.funding.rules.records import Grant, Line, ParameterUse, Problem, amount_of, no_sum, together

DAYS_OF_A_MONTH: Final = 30
DAYS_OF_A_WEEK: Final = 7
LEAST_DAYS_OF_A_WEEK: Final = 5
LONG_WAY_KM: Final = 500  # there and back, within a country

#: Whose travel alone is paid.
WITHOUT_SUBSISTENCE: Final = frozenset({"pupil"})


@dataclass(frozen=True)
class NordplusTables:
    """The figures of one call year; what the year has no figure for is absent."""

    call_year: int
    travel: Mapping[str, ParameterUse] = field(default_factory=dict)  # ISO country → EUR, return trip
    domestic: ParameterUse | None = None
    subsistence: Mapping[str, Mapping[str, ParameterUse]] = field(default_factory=dict)  # activity → unit → EUR
    management: Mapping[str, Mapping[str, ParameterUse]] = field(default_factory=dict)  # part of the programme


@dataclass(frozen=True)
class NordplusCase:
    """One person's stay. activity: "pupil", "teacher", "student_long" or "student_express".

    days: all of the stay, 0 where none are asked for. domestic_km: there and back, within one country.
    """

    call_year: int
    activity: str
    sending_country: str = ""
    receiving_country: str = ""
    days: int = 0
    domestic_km: Decimal = Decimal(0)


def nordplus(case: NordplusCase, tables: NordplusTables) -> Grant:
    """Travel where both countries are given, subsistence where days are; pupils are paid their travel alone."""
    answers = []
    if case.sending_country or case.receiving_country:
        answers.append(_travel(case, tables))
    if case.days and case.activity not in WITHOUT_SUBSISTENCE:
        answers.append(_subsistence(case, tables))
    return together(answers)


def management(part: str, partners: int, budget_eur: Decimal, tables: NordplusTables) -> Grant:
    """A project's management: so much for the coordinator and for each partner, where the budget is large enough.

    part: "junior" or "adult". Junior: 1 000 EUR and 500 a partner where the budget is above 15 000 EUR.
    """
    figures = tables.management.get(part)
    if figures is None:
        return no_sum("cost_missing", category="project_management", call_year=tables.call_year)
    if budget_eur <= amount_of(figures["above"]):
        return Grant(())
    coordinator, partner = amount_of(figures["coordinator"]), amount_of(figures["partner"])
    values = {"partners": partners, "coordinator_eur": coordinator, "partner_eur": partner}
    used = tuple(figures.values())
    return Grant((Line("project_management", coordinator + partners * partner, "nordplus_management", values, used),))


def months_weeks_days(days: int) -> tuple[int, int, int]:
    """Months of 30 days, then weeks, of which 5 to 7 days are one, then single days.

    >>> months_weeks_days(35), months_weeks_days(8), months_weeks_days(34)
    ((1, 1, 0), (0, 1, 1), (1, 0, 4))
    """
    months, rest = divmod(days, DAYS_OF_A_MONTH)
    weeks, rest = divmod(rest, DAYS_OF_A_WEEK)
    return (months, weeks + 1, 0) if rest >= LEAST_DAYS_OF_A_WEEK else (months, weeks, rest)


def _travel(case: NordplusCase, tables: NordplusTables) -> Grant:
    ends = (case.sending_country, case.receiving_country)
    unknown = [country for country in ends if country not in tables.travel]
    if unknown:
        return Grant((), tuple(Problem("nordplus_country", {"country": country}) for country in unknown))
    rate = max((tables.travel[country] for country in ends), key=amount_of)
    used: tuple[ParameterUse, ...] = (rate,)
    domestic = Decimal(0)
    if case.domestic_km > LONG_WAY_KM and tables.domestic is not None:
        used, domestic = (rate, tables.domestic), amount_of(tables.domestic)
    values = {
        "sending_country": case.sending_country,
        "receiving_country": case.receiving_country,
        "travel_eur": amount_of(rate),
        "domestic_eur": domestic,
    }
    return Grant((Line("travel", amount_of(rate) + domestic, "nordplus_travel", values, used),))


def _subsistence(case: NordplusCase, tables: NordplusTables) -> Grant:
    figures = tables.subsistence.get(case.activity)
    if figures is None:
        return no_sum("subsistence_missing", activity=case.activity)
    if case.days < 0:
        return no_sum("activity_days_not_positive", activity_days=case.days)
    parts = tuple(_parts(case.days, figures))
    amount = sum((count * amount_of(rate) for _, count, rate in parts), Decimal(0))
    values = {"parts": tuple((unit, count, amount_of(rate)) for unit, count, rate in parts)}
    return Grant((Line("subsistence", amount, "nordplus_subsistence", values, tuple(rate for *_, rate in parts)),))


def _parts(days: int, figures: Mapping[str, ParameterUse]) -> Iterator[tuple[str, int, ParameterUse]]:
    """Unit, how many of it, and what one is paid."""
    months, weeks, single = months_weeks_days(days)
    if "month" not in figures:  # an express stay counts its weeks through
        months, (weeks, single) = 0, _weeks_days(days)
    if months:
        yield "month", months, figures["month"]
    if weeks and "first_week" in figures:
        yield "week", 1, figures["first_week"]
        if weeks > 1:
            yield "week", weeks - 1, figures["later_week"]
    elif weeks:
        yield "week", weeks, figures["week"]
    if single:
        yield "day", single, figures["day"]


def _weeks_days(days: int) -> tuple[int, int]:
    weeks, rest = divmod(days, DAYS_OF_A_WEEK)
    return (weeks + 1, 0) if rest >= LEAST_DAYS_OF_A_WEEK else (weeks, rest)
