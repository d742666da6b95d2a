import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.names import search_key
from tilts.core.places import (
    TOWNS_FILE,
    Point,
    country_codes,
    country_name,
    distance_km,
    find_towns,
    town,
)

SHARED = Path(__file__).parents[2].parent / "shared"
DISTANCES = SHARED / "facts" / "reference" / "distance_fixtures_raw.csv"

COUNTRY_OF = {
    "Brussels": "BE",
    "Daugavpils": "LV",
    "Kutaisi": "GE",
    "Madrid": "ES",
    "Poznań": "PL",
    "Rakvere": "EE",
    "Riga": "LV",
    "Rome": "IT",
    "Tbilisi": "GE",
}

POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
HALF_ROUND_THE_EARTH = Decimal("20015.09")


@pytest.mark.skipif(not DISTANCES.exists(), reason="the distances to check against (../shared/facts) are not here")
def test_distance_km_agrees_with_the_known_distances():
    with DISTANCES.open(encoding="utf-8") as file:
        known = {(row["from"], row["to"]): Decimal(row["haversine_6371"]) for row in csv.DictReader(file)}

    measured = {(a, b): distance_km(town(a, COUNTRY_OF[a]).point, town(b, COUNTRY_OF[b]).point) for a, b in known}

    assert len(known) == 13
    assert measured == known


def test_distance_km_is_half_round_the_earth_at_most():
    assert distance_km(Point(90, 0), Point(-90, 0)) == HALF_ROUND_THE_EARTH


@given(POINTS, POINTS)
def test_distance_km_is_the_same_both_ways_and_never_negative(a, b):
    assert distance_km(a, b) == distance_km(b, a)
    assert 0 <= distance_km(a, b) <= HALF_ROUND_THE_EARTH


@given(POINTS)
def test_distance_km_to_the_same_place_is_nothing(point):
    assert distance_km(point, point) == 0


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(90.1, 0), (-91, 0), (0, 180.5), (0, float("nan"))],
    ids=["too-far-north", "too-far-south", "too-far-east", "no-number"],
)
def test_a_point_lies_on_earth(latitude, longitude):
    with pytest.raises(ValueError, match="no place on Earth"):
        Point(latitude, longitude)


@pytest.mark.parametrize("query", ["Rīga", "riga", "RIGA", "Рига", "რიგა"])
def test_find_towns_knows_a_town_in_any_script(query):
    assert (find_towns(query)[0].name, find_towns(query)[0].country) == ("Riga", "LV")


@pytest.mark.parametrize(
    ("query", "country", "names"),
    [
        ("daug", "LV", ["Daugavpils", "Daugavgrīva"]),
        ("Wien", "AT", ["Vienna", "Wiener Neustadt", "Wiener Neudorf"]),
        ("Bruxelles", None, ["Brussels"]),
        ("ქუთაისი", "GE", ["Kutaisi"]),
        ("Riga", "EE", []),
        ("Xqzw", None, []),
        ("  ", None, []),
    ],
    ids=["beginning", "exact-before-longer", "other-language", "georgian", "other-country", "unknown", "blank"],
)
def test_find_towns_puts_exact_then_populous_first(query, country, names):
    assert [found.name for found in find_towns(query, country)] == names


def test_find_towns_gives_no_more_than_asked_for():
    assert len(find_towns("s", limit=3)) == 3


def test_town_takes_only_the_whole_name():
    assert town("Daugavp", "LV") is None
    assert town("Daugavpils", "EE") is None
    assert (town("Даугавпилс", "LV") or town("Dünaburg", "LV")).geonameid == 460413


def test_the_towns_file_is_found_by_its_own_names():
    with TOWNS_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) > 20_000
    assert [row["name"] for row in rows if search_key(row["name"]) != row["search_keys"].split("|")[0]] == []
    assert [row["name"] for row in rows if int(row["population"]) < 5_000] == []
    assert {row["country"] for row in rows} <= country_codes()


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("DE", "lv", "Vācija"), ("GE", "ka", "საქართველო"), ("MK", "en", "North Macedonia"), ("XK", "en", "Kosovo")],
    ids=["latvian", "georgian", "english", "kosovo"],
)
def test_country_name_speaks_the_language(code, language, name):
    assert country_name(code, language) == name


@pytest.mark.parametrize("code", ["EU", "ZZ", "de", "", "UK"])
def test_country_name_refuses_what_is_no_country(code):
    with pytest.raises(ValueError, match="no country has the code"):
        country_name(code, "en")


def test_country_codes_hold_every_iso_country():
    assert len(country_codes()) == 250
