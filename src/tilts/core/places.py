"""Towns, countries and the distance between them, all offline.

Towns come from GeoNames (CC BY 4.0), trimmed by tools/make_towns.py; country names from Babel (CLDR).
"""

import csv
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Final

from tilts.core.languages import locale_of
from tilts.core.money import round_cents
from tilts.core.names import search_key

TOWNS_FILE: Final = Path(__file__).parent / "data" / "towns.csv"

EARTH_RADIUS_KM: Final = 6371  # gives the distances that national agencies print, to 1.6 km or better

#: In whose words a country may be named by who looks for it.
_LANGUAGES: Final = ("en", "lv", "ka")

_BEHIND_ALL_KEYS: Final = "\uffff"  # search keys are ASCII

#: The member states of the European Union since 1 February 2020.
EU: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)

# CLDR's territories that are no ISO 3166 country; Kosovo (XK) stays, as in the programmes' own lists.
_NO_COUNTRIES: Final = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


@dataclass(frozen=True)
class Point:
    """A place on Earth in degrees, north and east positive. Raises ValueError outside -90..90 and -180..180."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"no place on Earth: latitude {self.latitude}, longitude {self.longitude}")


@dataclass(frozen=True)
class Town:
    """A town of 5 000 inhabitants or more; `country` is its ISO 3166 code of two letters."""

    geonameid: int
    name: str
    country: str
    point: Point
    population: int


@lru_cache(maxsize=4096)  # asked for each person of a flow
def distance_km(a: Point, b: Point) -> Decimal:
    """One way along the great circle, in km with two decimals: what the funders' calculators measure.

    Haversine on a sphere. Near the edge of a funding band ask the funder's own calculator as well.

    >>> distance_km(Point(0, 0), Point(0, 1))
    Decimal('111.19')
    """
    north_a, north_b = math.radians(a.latitude), math.radians(b.latitude)
    half_north = (north_b - north_a) / 2
    half_east = math.radians(b.longitude - a.longitude) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north_a) * math.cos(north_b) * math.sin(half_east) ** 2
    # Rounding can lift the chord of opposite points just above 1, where asin knows no answer.
    return round_cents(Decimal(2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))))


def find_towns(query: str, country: str | None = None, limit: int = 10) -> list[Town]:
    """Towns with a name that begins like `query`, in any of their languages: exact names first, then populous ones.

    A blank query finds nothing; nor does a country that is not in the file (Europe and its neighbours).
    """
    towns = _towns()
    exact, longer = _matches(query)
    ranked = chain(sorted(exact), sorted(longer - exact))
    return list(islice((_town(towns[rank]) for rank in ranked if country in (None, towns[rank][2])), limit))


def town(name: str, country: str) -> Town | None:
    """The town of exactly this name, in any of its languages; the most populous where several share it."""
    towns = _towns()
    exact, _ = _matches(name)
    return next((_town(towns[rank]) for rank in sorted(exact) if towns[rank][2] == country), None)


def towns_near(place: Point, country: str, km: int) -> list[tuple[Town, Decimal]]:
    """The towns of a country less than so many km from a place, the nearest first, each with its distance.

    >>> [town.name for town, _ in towns_near(Point(55.88, 26.53), "LV", 60)]
    ['Daugavpils', 'Krāslava', 'Preiļi', 'Līvāni']
    """
    around = (_town(row) for row in _towns() if row[2] == country and abs(float(row[3]) - place.latitude) < km / 110)
    measured = ((town, distance_km(place, town.point)) for town in around)
    return sorted(((town, far) for town, far in measured if far < km), key=lambda pair: pair[1])


def country_name(code: str, language: str) -> str:
    """The country's name in a language, e.g. "Vācija" for DE in Latvian. Raises ValueError for an unknown code."""
    if code not in country_codes():
        raise ValueError(f"no country has the code {code!r}")
    name: str = locale_of(language).territories[code]
    return name


def countries_named(text: str) -> frozenset[str]:
    """The codes of the countries in whose name, in one of Tilts' languages, each word of `text` begins some word.

    Less than three letters name none: they begin too many.

    >>> sorted(countries_named("Polija")), sorted(countries_named("united king")), sorted(countries_named("po"))
    (['PL'], ['GB'], [])
    """
    typed = search_key(text).split()
    if not typed or min(map(len, typed)) < 3:
        return frozenset()
    return frozenset(
        code
        for code, names in _country_words()
        if any(all(any(word.startswith(begin) for word in words) for begin in typed) for words in names)
    )


@cache
def _country_words() -> list[tuple[str, list[list[str]]]]:
    """Each country's code with the words of its names."""
    return [
        (code, [search_key(country_name(code, language)).split() for language in _LANGUAGES])
        for code in sorted(country_codes())
    ]


@cache
def country_codes() -> frozenset[str]:
    """All ISO 3166 codes of two letters, and XK."""
    territories = map(str, locale_of("en").territories)
    return frozenset(code for code in territories if len(code) == 2 and code.isalpha()) - _NO_COUNTRIES


def _town(row: Sequence[str]) -> Town:
    geonameid, name, country, latitude, longitude, population, _ = row
    return Town(int(geonameid), name, country, Point(float(latitude), float(longitude)), int(population))


def _matches(query: str) -> tuple[set[int], set[int]]:
    """Ranks of the towns that have the query as a name, and of those that have a name beginning with it."""
    prefix = search_key(query)
    if not prefix:
        return set(), set()
    keys, ranks = _index()
    start = bisect_left(keys, prefix)
    exact_end = bisect_right(keys, prefix, start)
    end = bisect_left(keys, prefix + _BEHIND_ALL_KEYS, exact_end)
    return set(ranks[start:exact_end]), set(ranks[start:end])


@cache
def _towns() -> list[list[str]]:
    """The file's rows, the most populous first: a town's place in this list is its rank."""
    with TOWNS_FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return sorted(rows, key=lambda row: -int(row[5]))


@cache
def _index() -> tuple[list[str], list[int]]:
    """The search keys of all names in order, and beside each the rank of the town that bears it."""
    named = [(key, rank) for rank, row in enumerate(_towns()) for key in row[6].split("|")]
    named.sort()
    return [key for key, _ in named], [rank for _, rank in named]
