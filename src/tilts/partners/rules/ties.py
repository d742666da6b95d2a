"""What ties a school to a partner by where both are. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tilts.core.places import Point, distance_km

#: What lies nearer than this is of the same region, whatever borders lie between.
REGION_KM: Final = 100

#: Countries that share a border on land, by ISO code; Europe and around it.
_BORDERS: Final = """
AD ES FR; AL GR ME MK XK; AM AZ GE IR TR; AT CH CZ DE HU IT LI SI SK; AZ GE IR RU TR; BA HR ME RS; BE DE FR LU NL;
BG GR MK RO RS TR; BY LT LV PL RU UA; CH DE FR IT LI; CZ DE PL SK; DE DK FR LU NL PL; EE LV RU; ES FR GB GI PT MA;
FI NO RU SE; FR IT LU MC; GB IE; GE RU TR; GR MK TR; HR HU ME RS SI; HU RO RS SI SK UA; IT SI SM VA; LT LV PL RU;
LV RU; MD RO UA; ME RS XK; MK RS XK; NO RU SE; PL RU SK UA; RO RS UA; RS XK; RU UA; SK UA
"""


def _neighbours() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _BORDERS.split(";"):
        country, *others = line.split()
        for other in others:
            found.setdefault(country, set()).add(other)
            found.setdefault(other, set()).add(country)
    return {country: frozenset(others) for country, others in found.items()}


NEIGHBOURS: Final = _neighbours()


class Tie(StrEnum):
    """Why somebody is near, or new."""

    SAME_TOWN = "same_town"
    SAME_REGION = "same_region"
    SAME_COUNTRY = "same_country"
    NEIGHBOUR = "neighbour"
    ONLY_IN_COUNTRY = "only_in_country"
    FIRST_IN_COUNTRY = "first_in_country"


@dataclass(frozen=True)
class Place:
    """Where somebody is, as far as it is known."""

    country: str  # ISO 3166
    town: str
    point: Point | None


@dataclass(frozen=True)
class Sign:
    """A tie with the figure that its sentence needs."""

    tie: Tie
    km: Decimal | None = None


@dataclass(frozen=True)
class Other:
    """Another partner: its country, and since when there has been something with it; None where nothing was yet."""

    country: str
    since: date | None = None


def ties(ours: Place, theirs: Place, others: Iterable[Other], since: date | None = None) -> list[Sign]:
    """What ties us to somebody, the nearest first. others: all other partners; since: of this one.

    The only one in a country is one abroad that has nobody beside it there. The first one has others beside it, with
    all of whom there was something later, or nothing so far.

    >>> daugavpils = Place("LV", "Daugavpils", Point(55.88, 26.53))
    >>> rustavi = Place("GE", "Rustavi", Point(41.55, 45.01))
    >>> [sign.tie.value for sign in ties(daugavpils, rustavi, [Other("EE"), Other("LV")])]
    ['only_in_country']
    """
    found = []
    km = distance_km(ours.point, theirs.point) if ours.point and theirs.point else None
    if ours.country == theirs.country and ours.town == theirs.town:
        found.append(Sign(Tie.SAME_TOWN))
    elif km is not None and km < REGION_KM:
        found.append(Sign(Tie.SAME_REGION, km))
    if ours.country == theirs.country:
        return [*found, Sign(Tie.SAME_COUNTRY)]
    if theirs.country in NEIGHBOURS.get(ours.country, ()):
        found.append(Sign(Tie.NEIGHBOUR))
    there = [each.since for each in others if each.country == theirs.country]
    if not there:
        found.append(Sign(Tie.ONLY_IN_COUNTRY))
    elif since is not None and all(day is None or since < day for day in there):
        found.append(Sign(Tie.FIRST_IN_COUNTRY))
    return found
