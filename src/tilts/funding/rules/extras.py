"""What is paid for a stay beyond travel and days: courses, languages, inclusion, exceptional costs. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tilts.core.money import round_cents
from tilts.funding.rules.records import Case, Category, Grant, Line, Problem, amount_of, no_sum
from tilts.funding.rules.tables import Tables
from tilts.funding.rules.travel import travel

#: Activities of learners that last longer than a usual one.
LONG_STAYS: Final = frozenset({"long_term_learner_erasmuspro", "erasmuspro", "long_term_learner"})


def extras(case: Case, tables: Tables) -> Iterator[Grant]:
    """The categories that the case's extras ask for, each answered by itself; travel stands in `journey`."""
    asked = case.extras
    if asked.course_days:
        yield course_fees(case, tables)
    if asked.linguistic:
        yield linguistic_support(case, tables)
    for category, name, real in (
        ("inclusion_support_participants", "inclusion_support.participant", asked.real_inclusion_eur),
        ("exceptional_costs", "real_costs.visa_and_health", asked.visa_and_health_eur),
        ("exceptional_costs", "real_costs.financial_guarantee", asked.guarantee_eur),
    ):
        if real is not None:
            yield _share_of_real_cost(category, name, real, tables)  # type: ignore[arg-type]


def course_fees(case: Case, tables: Tables) -> Grant:
    """Fees of a course: so many EUR for each of its days, to the call's limit in EUR or in days.

    Call 2021: 80 EUR a day, at most 800; 7 days are 560 EUR, 12 days 800. Travel days are no course days: more course
    days than days of the activity are a problem.
    """
    days, per_day = case.extras.course_days, tables.costs.get("course_fees.per_day")
    if days < 1:
        return no_sum("course_days_not_positive", course_days=days)
    if case.activity_days and days > case.activity_days:
        return no_sum("course_days_beyond_activity", course_days=days, activity_days=case.activity_days)
    if per_day is None:
        return _cost_missing("course_fees", tables)
    most, most_days = tables.costs.get("course_fees.most"), tables.costs.get("course_fees.most_days")
    paid_days = days if most_days is None else min(days, int(amount_of(most_days)))
    amount = paid_days * amount_of(per_day)
    if most is not None:
        amount = min(amount, amount_of(most))
    values: dict[str, object] = {
        "course_days": days,
        "paid_days": paid_days,
        "per_day_eur": amount_of(per_day),
        "most_eur": None if most is None else amount_of(most),
    }
    used = tuple(each for each in (per_day, most, most_days) if each is not None)
    return Grant((Line("course_fees", amount, "course_fees_by_day", values, used),))


def linguistic_support(case: Case, tables: Tables) -> Grant:
    """Support for a language that the online courses can't give: one amount, a second for a long stay of a learner.

    Staff are paid it only for stays of at least so many days (31 in call 2021); for a shorter one the line is 0 EUR
    and says so.
    """
    paid = tables.costs.get("linguistic_support.participant")
    if paid is None:
        return _cost_missing("linguistic_support", tables)
    least, extra = (
        tables.costs.get("linguistic_support.staff_least_days"),
        tables.costs.get("linguistic_support.long_stay_extra"),
    )
    days = case.activity_days if case.funded_days is None else case.funded_days
    if case.participant != "learner" and least is not None and days < amount_of(least):
        values: dict[str, object] = {"days": days, "least_days": int(amount_of(least))}
        return Grant((Line("linguistic_support", Decimal(0), "linguistic_support_short_staff", values, (least,)),))
    if case.activity in LONG_STAYS and extra is not None:
        amount = amount_of(paid) + amount_of(extra)
        values = {"paid_eur": amount_of(paid), "extra_eur": amount_of(extra)}
        return Grant((Line("linguistic_support", amount, "linguistic_support_long", values, (paid, extra)),))
    return Grant((Line("linguistic_support", amount_of(paid), "linguistic_support", {}, (paid,)),))


def journey(case: Case, tables: Tables) -> Grant:
    """Travel, with what is paid instead of it when it is dear, and beside it for dear travel within a country.

    Where the travel grant covers less than 70 % of the real cost, 80 % of the real cost is paid instead, as an
    exceptional cost, to the cent: 4 400 EUR against a grant of 3 000 (68 %) give 3 520 EUR. A dear journey that is
    covered enough keeps its grant, with a warning.
    """
    answer = travel(case, tables)
    real = case.extras.real_travel_eur
    if real is not None and answer.lines:
        answer = _dear(answer, real, tables)
    domestic = case.extras.domestic_travel_eur
    return answer if domestic is None else _with_domestic(answer, domestic, tables)


def _dear(answer: Grant, real: Decimal, tables: Tables) -> Grant:
    if real <= 0:
        return replace(answer, problems=(*answer.problems, Problem("real_cost_not_positive", {"real_eur": real})))
    below, paid = tables.costs.get("expensive_travel.below"), tables.costs.get("expensive_travel.paid")
    if below is None or paid is None:
        missing = _cost_missing("exceptional_costs", tables)
        return replace(answer, problems=(*answer.problems, *missing.problems))
    (line,) = answer.lines
    values = {
        "real_eur": real,
        "grant_eur": line.amount_eur,
        "covered": line.amount_eur / real,
        "below": amount_of(below),
        "share": amount_of(paid),
    }
    if line.amount_eur >= real * amount_of(below):
        return replace(answer, warnings=(*answer.warnings, Problem("travel_covers_enough", values)))
    replaced = Line("travel", Decimal(0), "travel_replaced", values, line.parameters)
    amount = round_cents(real * amount_of(paid))
    instead = Line("exceptional_costs", amount, "expensive_travel", values, (*line.parameters, below, paid))
    return replace(answer, lines=(replaced, instead))


def _with_domestic(answer: Grant, cost: Decimal, tables: Tables) -> Grant:
    amount, above = tables.costs.get("domestic_travel.amount"), tables.costs.get("domestic_travel.above")
    if cost <= 0:
        return replace(answer, problems=(*answer.problems, Problem("real_cost_not_positive", {"real_eur": cost})))
    if amount is None or above is None:
        return replace(answer, problems=(*answer.problems, *_cost_missing("travel", tables).problems))
    values = {"real_eur": cost, "above_eur": amount_of(above), "amount_eur": amount_of(amount)}
    if cost <= amount_of(above) or not amount_of(amount):
        return replace(answer, warnings=(*answer.warnings, Problem("domestic_travel_not_dear", values)))
    line = Line("travel", amount_of(amount), "travel_domestic", values, (amount, above))
    return replace(answer, lines=(*answer.lines, line))


def _share_of_real_cost(category: Category, name: str, real: Decimal, tables: Tables) -> Grant:
    share = tables.costs.get(name)
    if real <= 0:
        return no_sum("real_cost_not_positive", real_eur=real)
    if share is None:
        return _cost_missing(category, tables)
    values = {"real_eur": real, "share": amount_of(share), "cost": name}
    return Grant((Line(category, round_cents(real * amount_of(share)), "real_cost_share", values, (share,)),))


def _cost_missing(category: Category, tables: Tables) -> Grant:
    return no_sum("cost_missing", category=category, call_year=tables.call_year)
