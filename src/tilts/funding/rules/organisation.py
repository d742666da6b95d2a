"""What the school itself is paid for its participants: organisational support, inclusion, preparatory visits. Pure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tilts.funding.rules.records import Grant, Group, Line, ParameterUse, Problem, amount_of, no_sum
from tilts.funding.rules.tables import Step, Support, Tables

ANY_ACTIVITY: Final = "any"
OUTSIDE: Final = "outside_programme"
PREPARATORY_VISIT: Final = "preparatory_visit"


def organisation(group: Group, tables: Tables) -> Iterator[Grant]:
    """What the group brings the school, category by category. Persons on a preparatory visit bring that alone."""
    if group.participants < 1:
        yield no_sum("participants_not_positive", participants=group.participants)
        return
    if group.activity == PREPARATORY_VISIT:
        yield preparatory_visit(group, tables)
        return
    yield organisational_support(group, tables)
    if group.fewer_opportunities:
        yield inclusion_of_organisation(group, tables)


def organisational_support(group: Group, tables: Tables) -> Grant:
    """Support by the number of participants of one activity, less from a later participant on (usually the 101st).

    The count goes on from `before`. Accompanying persons are not counted: their line is 0 EUR. Call 2021, 150 learners
    on short stays: 100 x 350 + 50 x 200 = 45 000 EUR.
    """
    if group.is_accompanying:
        return Grant((Line("organisational_support", Decimal(0), "organisational_support_not_counted", {}, ()),))
    support = _support(group, tables)
    if support is None:
        values = {"activity": group.activity, "action": group.action, "call_year": group.call_year}
        return no_sum("organisational_support_missing", **values)
    split = tuple(_split(support.steps, group.before, group.participants))
    amount = sum((count * amount_of(step.eur) for count, step in split), Decimal(0))
    is_capped = support.most is not None and amount > amount_of(support.most)
    if support.most is not None and is_capped:
        amount = amount_of(support.most)
    values = {
        "split": tuple((count, step.from_participant, amount_of(step.eur)) for count, step in split),
        "participants": group.participants,
        "before": group.before,
        "most_eur": amount if is_capped else None,
    }
    used: tuple[ParameterUse, ...] = tuple(step.eur for _, step in split)
    if support.most is not None:
        used = (*used, support.most)
    return Grant((Line("organisational_support", amount, "organisational_support", values, used),))


def inclusion_of_organisation(group: Group, tables: Tables) -> Grant:
    """One amount for each participant with fewer opportunities, accompanying persons excluded."""
    if not 0 < group.fewer_opportunities <= group.participants:
        limits = {"fewer_opportunities": group.fewer_opportunities, "participants": group.participants}
        return no_sum("fewer_opportunities_too_many", **limits)
    if group.is_accompanying:
        return Grant(())
    paid = tables.costs.get("inclusion_support.organisation")
    if paid is None:
        return no_sum("cost_missing", category="inclusion_support_organisations", call_year=group.call_year)
    amount = group.fewer_opportunities * amount_of(paid)
    values: dict[str, object] = {"count": group.fewer_opportunities, "each_eur": amount_of(paid)}
    return Grant((Line("inclusion_support_organisations", amount, "inclusion_organisation", values, (paid,)),))


def preparatory_visit(group: Group, tables: Tables) -> Grant:
    """One amount a person; more persons than one visit may have are a warning, for they may belong to several."""
    paid, most = tables.costs.get("preparatory_visits.person"), tables.costs.get("preparatory_visits.most_persons")
    if paid is None:
        return no_sum("cost_missing", category="preparatory_visit", call_year=group.call_year)
    amount = group.participants * amount_of(paid)
    values: dict[str, object] = {"count": group.participants, "each_eur": amount_of(paid)}
    line = Line("preparatory_visit", amount, "preparatory_visit", values, (paid,) if most is None else (paid, most))
    if most is None or group.participants <= amount_of(most):
        return Grant((line,))
    told = {"participants": group.participants, "most": int(amount_of(most))}
    return Grant((line,), warnings=(Problem("too_many_on_a_visit", told),))


def _support(group: Group, tables: Tables) -> Support | None:
    sector = tables.actions.get(group.action, "")
    is_outside = tables.is_outside(group.action, group.national_agency, group.receiving_country)
    if is_outside and (sector, OUTSIDE) in tables.organisational:
        return tables.organisational[sector, OUTSIDE]
    return tables.organisational.get((sector, group.activity)) or tables.organisational.get((sector, ANY_ACTIVITY))


def _split(steps: tuple[Step, ...], before: int, participants: int) -> Iterator[tuple[int, Step]]:
    """How many of the participants, who follow `before` others, each step pays."""
    last = before + participants
    for number, step in enumerate(steps):
        begin = max(before, step.from_participant - 1)
        end = last if number + 1 == len(steps) else min(last, steps[number + 1].from_participant - 1)
        if end > begin:
            yield end - begin, step
