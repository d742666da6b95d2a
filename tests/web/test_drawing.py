"""Maps and charts: what is drawn where."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from tilts.core.places import Point
from tilts.web.drawing.charts import Bar, draw_bars
from tilts.web.drawing.maps import Spot, draw_map, window_around
from tilts.web.drawing.outlines import WIDTH, paths, project

DAUGAVPILS = Spot(Point(55.88, 26.53), "Daugavpils", "Daugavpils tehnikums", country="LV")
RAKVERE = Spot(Point(59.35, 26.36), "Rakvere", "Rakvere Ametikool, Rakvere", "/partners/7/", country="EE")
KUTAISI = Spot(Point(42.25, 42.7), "ქუთაისი", "კოლეჯი & <ქუთაისი>", "/partners/8/", country="GE")
BOSTON = Spot(Point(42.36, -71.06), "Boston", "A school in Boston", country="US")


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def test_a_window_holds_all_points_with_room_around_and_lies_on_the_grid():
    window = window_around([DAUGAVPILS.point, KUTAISI.point, Point(38.7, -9.1)])

    assert all(window.holds(project(spot.point)) for spot in (DAUGAVPILS, KUTAISI))
    assert (window.width % 200, window.left % 50, window.top % 50) == (0, 0, 0)


def test_a_map_of_one_place_shows_its_surroundings():
    assert window_around([DAUGAVPILS.point]).width == 1800


def test_a_map_never_grows_beyond_europe():
    window = window_around([Point(80, 179), Point(36, -9), Point(41, 49), BOSTON.point])

    assert window.width <= 6000


def test_countries_are_drawn_by_their_code_and_stay_near_the_picture():
    window = window_around([DAUGAVPILS.point])
    drawn = paths(window)
    first_places = [
        int(number) for path in drawn.values() for pair in re.findall(r"M(-?\d+) (-?\d+)", path) for number in pair
    ]

    assert {"LV", "EE", "LT"} <= drawn.keys()
    assert "PT" not in drawn
    assert min(first_places) >= -12
    assert max(first_places) <= WIDTH + 12


def test_the_map_links_each_place_tells_it_in_words_and_escapes_what_people_wrote():
    drawn = draw_map(DAUGAVPILS, [RAKVERE, KUTAISI, BOSTON], id="m", title="Partners", description="Where they are")
    links = {link.get("href"): link.findtext("title") for link in parsed(drawn.svg).iter("a")}

    assert links == {"/partners/7/": "Rakvere Ametikool, Rakvere", "/partners/8/": "კოლეჯი & <ქუთაისი>"}
    assert drawn.outside == (BOSTON,)
    assert sorted(text.text for text in parsed(drawn.svg).iter("text")) == ["Daugavpils", "Rakvere", "ქუთაისი"]


def test_a_drawing_holds_no_style_no_script_and_no_colour():
    svg = draw_map(DAUGAVPILS, [RAKVERE], id="m", title="", description="").svg + draw_bars(
        [Bar("2017", "17", (17, 0))], id="c", title="", description=""
    )

    assert re.findall(r"style|script|fill=|stroke=|#[0-9a-f]{3}|href=\"http", svg) == []


def test_spots_that_would_lie_on_each_other_are_one_that_leads_to_the_table():
    first = Spot(Point(52.4, 16.9), "Poznań", "One", "/partners/1/", 1, "PL", "/partners/#1")
    second = Spot(Point(52.41, 16.91), "Poznań", "Two", "/partners/2/", 2, "PL", "/partners/#2")
    svg = parsed(draw_map(DAUGAVPILS, [first, second], id="m", title="", description="").svg)

    assert [(link.get("href"), link.findtext("title")) for link in svg.iter("a")] == [("/partners/#1", "One; Two")]


def test_no_two_spots_can_be_pressed_at_one_place():
    near = [Spot(Point(52.4, 14 + 0.4 * number), "", "", "/", 1, "PL") for number in range(12)]
    svg = parsed(draw_map(DAUGAVPILS, near, id="m", title="", description="").svg)

    circles = [each for each in svg.iter("circle") if each.get("class") == "map-hit"]
    edges = sorted(
        (float(each.get("cx")) - float(each.get("r")), float(each.get("cx")) + float(each.get("r"))) for each in circles
    )
    assert len(edges) > 1
    assert all(left >= right - 1.5 for (_, right), (left, _) in pairwise(edges))  # whole units


def test_labels_do_not_lie_on_each_other():
    near = [Spot(Point(52.4, 16.9 + 0.1 * number), f"Poznań {number}", "", "", 1, "PL") for number in range(30)]
    labels = list(parsed(draw_map(DAUGAVPILS, near, id="m", title="", description="").svg).iter("text"))

    assert 1 < len(labels) < 12


def test_a_partner_in_the_schools_own_town_needs_no_second_label():
    neighbour = Spot(DAUGAVPILS.point, "Daugavpils", "A company next door", "/partners/9/", country="LV")
    svg = parsed(draw_map(DAUGAVPILS, [neighbour], id="m", title="", description="").svg)

    assert [text.text for text in svg.iter("text")] == ["Daugavpils"]
    assert [link.get("href") for link in svg.iter("a")] == ["/partners/9/"]


@pytest.mark.parametrize(
    ("parts", "rects"),
    [
        ((10, 10), [("bar-1", "0.00%", "50.00%"), ("bar-2", "50.00%", "50.00%")]),
        ((0, 5), [("bar-2", "0.00%", "25.00%")]),
        ((0, 0), []),
    ],
    ids=["both", "planned-only", "none"],
)
def test_bars_are_shares_of_the_longest(parts, rects):
    svg = parsed(draw_bars([Bar("a", "", parts), Bar("longest", "", (20, 0))], id="c", title="t", description="d"))

    drawn = [(rect.get("class"), rect.get("x"), rect.get("width")) for rect in svg.iter("rect")]
    assert drawn[:-1] == rects
    assert drawn[-1] == ("bar-1", "0.00%", "100.00%")


def test_no_bars_draw_an_empty_picture():
    assert parsed(draw_bars([], id="c", title="t", description="d")).get("height") == "0"
