"""Travel of one person, there and back. Pure."""

from bisect import bisect_right
from decimal import Decimal
from typing import Final

from tilts.funding.rules.records import Case, Grant, Line, ParameterUse, Problem, Reason, amount_of, no_sum
from tilts.funding.rules.tables import Band, Tables

NEAR_EDGE_KM: Final = 5  # calculators differ by up to 2 km; closer to a band's edge than this, ask the funder's own
FARTHEST_KM: Final = 20_040  # half round the Earth, along the equator


def travel(case: Case, tables: Tables) -> Grant:
    """Travel grant of one person: one amount for the return trip, by the band of the one-way distance.

    Green travel is paid its own amount where the band has one, else the standard amount. Below the first paid band
    the amount is 0. A distance of 0, or farther than the Earth allows, is a problem; a distance within 5 km of an edge
    where the amount changes, or in the outermost band, is a warning.
    """
    km = case.distance_km
    if km is None:
        return no_sum("distance_missing")
    if not km.is_finite() or km <= 0:
        return no_sum("distance_not_positive", distance_km=km)
    if km > FARTHEST_KM:
        return no_sum("distance_too_far", distance_km=km, farthest_km=FARTHEST_KM)
    place = bisect_right(tables.edges, km) - 1
    if place < 0:
        return no_sum("travel_rate_missing", call_year=case.call_year)
    band = tables.bands[place]
    rate = _travel_rate(band, green=case.green)
    amount = amount_of(rate)
    reason: Reason
    if not amount:
        reason = "travel_too_near"
    elif not case.green:
        reason = "travel_standard"
    else:
        reason = "travel_green" if rate is band.green else "travel_green_as_standard"
    values = {"distance_km": km, "from_km": band.from_km, "to_km": band.to_km, "amount_eur": amount}
    return Grant(
        (Line("travel", amount, reason, values, (rate,)),), warnings=_distance_warnings(case, km, place, tables)
    )


def _distance_warnings(case: Case, km: Decimal, place: int, tables: Tables) -> tuple[Problem, ...]:
    """Edges nearby at which the amount changes, of the band at that place; and a distance in the outermost one."""
    bands, warnings = tables.bands, []
    for farther in (place, place + 1):
        if not 0 < farther < len(bands) or abs(km - bands[farther].from_km) > NEAR_EDGE_KM:
            continue
        below, above = (amount_of(_travel_rate(bands[each], green=case.green)) for each in (farther - 1, farther))
        if below != above:
            values = {"distance_km": km, "edge_km": bands[farther].from_km, "below_eur": below, "above_eur": above}
            warnings.append(Problem("distance_near_edge", values))
    if place == len(bands) - 1:
        warnings.append(Problem("distance_very_far", {"distance_km": km}))
    return tuple(warnings)


def _travel_rate(band: Band, *, green: bool) -> ParameterUse:
    return band.green if green and band.green is not None else band.standard
