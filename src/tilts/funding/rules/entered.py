"""Figures that a school entered from the annex of its grant agreement, laid over the published ones. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, TypeVar

from tilts.funding.rules.records import ParameterUse, Reference, Status, is_whole_cents
from tilts.funding.rules.tables import Band, Step, Support, Tables, bands_from

#: Entered with any value it says that the country groups of the annex are the published ones.
COUNTRY_GROUPS: Final = "country_groups"
MODES: Final[tuple[Literal["standard", "green"], ...]] = ("standard", "green")

_Place = TypeVar("_Place")


@dataclass(frozen=True)
class EnteredValue:
    """One figure by its key, such as "travel.from_500_km.standard", with where it stands in the annex.

    Raises ValueError for less than 0 or parts of a cent. A figure of another school is "recalled" until confirmed.
    """

    key: str
    value: Decimal
    reference: Reference
    status: Status = "confirmed"

    def __post_init__(self) -> None:
        if not self.value.is_finite() or self.value < 0 or not is_whole_cents(self.value):
            raise ValueError(f"{self.key} must be 0 or more, in whole cents: {self.value}")


def with_values(tables: Tables, layout: Tables, entered: Iterable[EnteredValue]) -> Tables:
    """The tables with what was entered. What the call has no figure for takes its place and unit from `layout`.

    layout: the tables of a call whose figures are known. Keys that neither call knows are left out.
    """
    told = {each.key: each for each in entered}
    known = {use.key: use for use in figures_of(layout)} | {use.key: use for use in figures_of(tables)}
    uses = {
        key: replace(
            known[key],
            value=each.value,
            from_call=tables.call_year,
            status=each.status,
            reference=each.reference,
            is_computed=False,
        )
        for key, each in told.items()
        if key in known
    }
    groups = told.get(COUNTRY_GROUPS)
    return replace(
        tables,
        bands=_bands(tables, layout, uses),
        travel_days=_days(tables, uses),
        organisational=_organisational(tables, layout, uses),
        costs={**tables.costs, **{key: use for key, use in uses.items() if key in layout.costs or key in tables.costs}},
        country_groups=_stated(tables.country_groups, groups),
        outside_groups=_stated(tables.outside_groups, groups),
    )


def figures_of(tables: Tables, sector: str | None = None) -> Iterable[ParameterUse]:
    """Every figure that a school may enter, in the order of an annex; of one sector, or of all."""
    for band in tables.bands:
        yield band.standard
        if band.green is not None:
            yield band.green
    yield from tables.travel_days.values()
    seen: set[str] = set()
    for (where, _activity), support in tables.organisational.items():
        if sector in (None, where):
            for use in (*(step.eur for step in support.steps), *([support.most] if support.most else [])):
                if use.key not in seen:
                    seen.add(use.key)
                    yield use
    yield from tables.costs.values()


def _bands(tables: Tables, layout: Tables, uses: Mapping[str, ParameterUse]) -> tuple[Band, ...]:
    """Every band with what was entered; of a call without bands those that were entered alone, and 0 below them."""
    rates: dict[int, tuple[ParameterUse, ParameterUse | None]] = {}
    for band in tables.bands or layout.bands:
        standard = uses.get(band.standard.key) or (band.standard if tables.bands else None)
        # A call may pay green travel where the published table has none, and the other way round.
        green_key = f"{band.standard.key.rpartition('.')[0]}.green"
        green = uses.get(green_key) or (band.green if tables.bands else None)
        if standard is not None:
            rates[band.from_km] = (standard, green)
    return bands_from(rates) if 0 in rates else ()


def _days(tables: Tables, uses: Mapping[str, ParameterUse]) -> Mapping[Literal["standard", "green"], ParameterUse]:
    found = dict(tables.travel_days)
    for mode in MODES:
        if f"travel_days.{mode}" in uses:
            found[mode] = uses[f"travel_days.{mode}"]
    return found


def _organisational(tables: Tables, layout: Tables, uses: Mapping[str, ParameterUse]) -> dict[tuple[str, str], Support]:
    found = {}
    for place, support in {**layout.organisational, **tables.organisational}.items():
        own = tables.organisational.get(place)
        steps = tuple(
            Step(step.from_participant, uses.get(step.eur.key, step.eur))
            for step in support.steps
            if own is not None or step.eur.key in uses
        )
        most = support.most
        if most is not None:
            most = uses.get(most.key) or (most if own is not None else None)
        if steps and steps[0].from_participant == 1:
            found[place] = Support(steps, most)
    return found


def _stated(groups: Mapping[_Place, ParameterUse], told: EnteredValue | None) -> Mapping[_Place, ParameterUse]:
    if told is None:
        return groups
    return {place: replace(use, status=told.status, reference=told.reference) for place, use in groups.items()}
