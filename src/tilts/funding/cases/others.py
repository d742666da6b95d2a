"""Cases of Nordplus, and of projects that are paid a share of their total."""

from decimal import Decimal
from typing import Final

from tilts.funding.cases.inputs import Inputs
from tilts.funding.loading import newest_nordplus, nordplus_for
from tilts.funding.rules import Grant, NordplusCase, co_financed, management, nordplus, together

NORDPLUS_INPUTS: Final = frozenset(
    {"programme", "call_year", "action", "activity", "role", "participants", "sending_country", "receiving_country"}
    | {"activity_days", "travel_days", "funded_days", "domestic_km", "partners", "budget_eur"}
)
SHARE_INPUTS: Final = frozenset(
    {"programme", "call_year", "total_eur", "grant_percent", "grant_eur", "cofinancing_eur"}
)


def nordplus_answer(inputs: Inputs) -> tuple[Grant, Grant]:
    """One person's grant, and the project's management where partners and budget are given."""
    call_year = inputs.count("call_year")
    tables = nordplus_for(newest_nordplus() if call_year is None else call_year)
    partners, budget = inputs.count("partners"), inputs.cost("budget_eur")
    managed = Grant(())
    if partners is not None and budget is not None:
        managed = management(_part(inputs.text("action")), partners, budget, tables)
    days = inputs.count("funded_days")
    if days is None:
        days = (inputs.count("activity_days") or 0) + (inputs.count("travel_days") or 0)
    domestic = inputs.cost("domestic_km")
    case = NordplusCase(
        call_year=tables.call_year,
        activity=inputs.text("activity"),
        sending_country=inputs.text("sending_country").upper(),
        receiving_country=inputs.text("receiving_country").upper(),
        days=days,
        domestic_km=domestic or Decimal(0),
    )
    person = nordplus(case, tables)
    if not (person.lines or person.problems or managed.lines or managed.problems) and partners is None:
        inputs.tell("nothing_asked")
    return person, managed


def _part(action: str) -> str:
    """The part of the programme by its short name: "Nordplus Junior" is "junior"."""
    return action.lower().removeprefix("nordplus").strip(" -_")


def share_answer(inputs: Inputs) -> Grant:
    """The grant of a project of EEA and Norway Grants."""
    total, percent = inputs.cost("total_eur"), inputs.cost("grant_percent")
    for key, value in (("total_eur", total), ("grant_percent", percent)):
        if inputs.given.get(key) is None:
            inputs.tell("input_missing", key=key)
        elif value is not None and key == "grant_percent" and value > 100:
            inputs.malformed(key, inputs.given[key], "0–100")
            percent = None
    if total is None or percent is None:
        return Grant(())
    return together([co_financed(total, percent, inputs.cost("grant_eur"), inputs.cost("cofinancing_eur"))])
