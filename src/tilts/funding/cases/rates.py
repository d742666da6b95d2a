"""Tables given with a case, which replace the published ones."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from tilts.funding.cases.inputs import Inputs
from tilts.funding.rules import (
    ANY_GROUP,
    KINDS,
    Band,
    DailyRate,
    ParameterUse,
    Reference,
    Step,
    Support,
    Tables,
    bands_from,
)
from tilts.funding.rules.organisation import ANY_ACTIVITY

#: Figures of the tables that a case may give by themselves: category → their names in the tables, by key.
_SINGLE = {
    "course_fees": {
        "eur_per_day": "course_fees.per_day",
        "most_eur": "course_fees.most",
        "most_days": "course_fees.most_days",
    },
    "inclusion_support_organisations": {"eur_per_participant": "inclusion_support.organisation"},
    "inclusion_support_participants": {"share": "inclusion_support.participant"},
    "preparatory_visit": {
        "eur_per_person": "preparatory_visits.person",
        "most_persons": "preparatory_visits.most_persons",
    },
    "linguistic_support": {
        "eur_per_participant": "linguistic_support.participant",
        "long_stay_extra_eur": "linguistic_support.long_stay_extra",
        "staff_least_days": "linguistic_support.staff_least_days",
    },
    "exceptional_costs": {"below": "expensive_travel.below", "paid": "expensive_travel.paid"},
}
TABLES = frozenset({"travel", "individual_support", "organisational_support", *_SINGLE})


def with_given_rates(tables: Tables, inputs: Inputs) -> Tables:
    """The tables with those given under `rates` laid over them."""
    rates = inputs.given.get("rates")
    if rates is None:
        return tables
    if not isinstance(rates, Mapping):
        inputs.malformed("rates", rates, _("it must be an object with a table for each category"))
        return tables
    source = Reference(_("Given with the case"))
    if "travel" in rates:
        tables = replace(tables, bands=_bands(inputs, rates["travel"], source, tables.call_year))
    if "individual_support" in rates:
        tables = tables.with_daily_rates(_daily_rates(inputs, rates["individual_support"], source))
    if "organisational_support" in rates:
        support = _organisational(inputs, rates["organisational_support"], source, tables.call_year)
        if support is not None:
            given = {(sector, ANY_ACTIVITY): support for sector in {"", *tables.actions.values()}}
            tables = replace(tables, organisational=given)
    for category in _SINGLE.keys() & rates.keys():
        kept = {name: use for name, use in tables.costs.items() if name not in _SINGLE[category].values()}
        tables = replace(tables, costs=kept | _single(inputs, category, rates[category], source, tables.call_year))
    for category in sorted(rates.keys() - TABLES):
        inputs.tell("input_unknown", key=f"rates.{category}")
    return tables


def _daily_rates(inputs: Inputs, table: object, source: Reference) -> list[DailyRate]:
    found: dict[int, Decimal] = {}
    for place, row in inputs.rows("rates.individual_support", table, {"from_day", "eur_per_day"}, set()):
        day, rate = row["from_day"], inputs.amount(f"{place}.eur_per_day", row["eur_per_day"])
        if not isinstance(day, int) or isinstance(day, bool) or day < 1 or day in found:
            inputs.malformed(f"{place}.from_day", day, _("it must be a day of the stay, each once, from 1"))
        elif rate is not None:
            found[day] = rate
    return [DailyRate(kind, ANY_GROUP, day, rate, source) for kind in KINDS for day, rate in found.items()]


def _bands(inputs: Inputs, table: object, source: Reference, call_year: int) -> tuple[Band, ...]:
    """Bands from the nearest to the farthest; below the first one given nothing is paid."""

    def figure(from_km: int, mode: str, amount: Decimal) -> ParameterUse:
        return ParameterUse(f"travel.from_{from_km}_km.{mode}", amount, "EUR", call_year, "confirmed", source)

    found: dict[int, tuple[ParameterUse, ParameterUse | None]] = {}
    for place, row in inputs.rows("rates.travel", table, {"from_km", "standard_eur"}, {"green_eur"}):
        from_km, standard = row["from_km"], inputs.amount(f"{place}.standard_eur", row["standard_eur"])
        has_green = row.get("green_eur") is not None
        green = inputs.amount(f"{place}.green_eur", row["green_eur"]) if has_green else None
        if not isinstance(from_km, int) or isinstance(from_km, bool) or from_km < 0 or from_km in found:
            inputs.malformed(f"{place}.from_km", from_km, _("it must be whole kilometres, each once, from 0"))
        elif standard is not None:
            found[from_km] = (
                figure(from_km, "standard", standard),
                None if green is None else figure(from_km, "green", green),
            )
    if not found:
        return ()
    found.setdefault(0, (figure(0, "standard", Decimal(0)), None))
    return bands_from(found)


def _organisational(inputs: Inputs, table: object, source: Reference, call_year: int) -> Support | None:
    found: dict[int, Decimal] = {}
    most: Decimal | None = None
    if _is_number(table):
        table = [{"from_participant": 1, "eur": table}]
    rows = inputs.rows("rates.organisational_support", table, {"from_participant", "eur"}, {"most_eur"})
    for place, row in rows:
        first, euro = row["from_participant"], inputs.amount(f"{place}.eur", row["eur"])
        if not isinstance(first, int) or isinstance(first, bool) or first < 1 or first in found:
            inputs.malformed(f"{place}.from_participant", first, _("it must be a number from 1, each once"))
        elif euro is not None:
            found[first] = euro
        if row.get("most_eur") is not None:
            most = inputs.amount(f"{place}.most_eur", row["most_eur"])
    if 1 not in found:
        return None

    def figure(key: str, amount: Decimal) -> ParameterUse:
        return ParameterUse(f"organisational_support.given.{key}", amount, "EUR", call_year, "confirmed", source)

    steps = tuple(Step(first, figure(f"from_{first}", found[first])) for first in sorted(found))
    return Support(steps, None if most is None else figure("most", most))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _single(inputs: Inputs, category: str, table: object, source: Reference, call_year: int) -> dict[str, ParameterUse]:
    """The figures of one category, a number alone being its main one; those not given are not taken from elsewhere."""
    names = _SINGLE[category]
    if _is_number(table):
        table = {next(iter(names)): table}
    if not isinstance(table, Mapping) or not table or not table.keys() <= names.keys():
        inputs.malformed(f"rates.{category}", table, _("it must have %(keys)s") % {"keys": ", ".join(sorted(names))})
        return {}
    found = {}
    for key, value in table.items():
        number = inputs.amount(f"rates.{category}.{key}", value)
        if number is not None:
            unit = "EUR" if "eur" in key else "share" if key in {"share", "below", "paid"} else "days"
            found[names[key]] = ParameterUse(names[key], number, unit, call_year, "confirmed", source)
    return found
