"""The outlines of countries in a window of the map, as paths that are as fine as the picture can show.

The data are Natural Earth's, as TopoJSON by `world-atlas`: borders are shared arcs, so a border that is simplified once
is the same on both sides. Projection: Lambert's azimuthal equal-area around 50° N, 20° E; in kilometres, north is up.
"""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from tilts.core.places import EARTH_RADIUS_KM, Point

FILE: Final = Path(__file__).parent.parent / "map" / "countries-50m.json"
CENTRE: Final = Point(50, 20)
WIDTH: Final = 1000  # units of a picture, whatever the window

# What is drawn at all: west, south, east, north in degrees. The window of a map lies well inside.
_REGION: Final = (-45.0, 15.0, 85.0, 84.0)
_CRIMEA: Final = (32.0, 44.0, 37.0, 46.6)
_TOLERANCE: Final = 0.9  # units of the picture that an outline may be off
_SMALLEST: Final = 5.0  # square units; smaller islands are left out
_MARGIN: Final = 12  # units that are drawn beyond the window, so that no edge shows

#: ISO 3166's number of a country and its two letters: Europe and its neighbours.
_NUMBERED: Final = """
008:AL 012:DZ 020:AD 031:AZ 040:AT 051:AM 056:BE 070:BA 100:BG 112:BY 191:HR 196:CY 203:CZ 208:DK 818:EG 233:EE 234:FO
246:FI 250:FR 268:GE 276:DE 300:GR 348:HU 352:IS 364:IR 368:IQ 372:IE 376:IL 380:IT 398:KZ 400:JO 422:LB 428:LV 434:LY
438:LI 440:LT 442:LU 470:MT 492:MC 498:MD 499:ME 504:MA 528:NL 578:NO 616:PL 620:PT 642:RO 643:RU 674:SM 682:SA 688:RS
703:SK 705:SI 724:ES 752:SE 756:CH 760:SY 788:TN 792:TR 795:TM 804:UA 807:MK 826:GB 833:IM
"""
_CODES: Final = dict(pair.split(":") for pair in _NUMBERED.split())

Place = tuple[float, float]


@dataclass(frozen=True)
class Window:
    """A piece of the projected map, in whole kilometres from its centre; `top` is its northern edge."""

    left: int
    top: int
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Units of the picture a kilometre."""
        return WIDTH / self.width

    @property
    def drawn_height(self) -> int:
        return round(self.height * self.scale)

    def at(self, place: Place) -> Place:
        """Where a projected place stands in the picture."""
        return (place[0] - self.left) * self.scale, (self.top - place[1]) * self.scale

    def holds(self, place: Place) -> bool:
        x, y = self.at(place)
        return 0 <= x <= WIDTH and 0 <= y <= self.drawn_height


def project(point: Point) -> Place:
    """Kilometres east and north of the centre.

    >>> [round(km) for km in project(Point(50, 20))]
    [0, 0]
    >>> [round(km) for km in project(Point(51, 20))]
    [0, 111]
    """
    north, east = math.radians(point.latitude), math.radians(point.longitude - CENTRE.longitude)
    middle = math.radians(CENTRE.latitude)
    cosine = math.sin(middle) * math.sin(north) + math.cos(middle) * math.cos(north) * math.cos(east)
    # At the opposite point of the Earth there is no direction; nothing that is drawn comes near it.
    factor = EARTH_RADIUS_KM * math.sqrt(2 / max(1 + cosine, 1e-9))
    return (
        factor * math.cos(north) * math.sin(east),
        factor * (math.cos(middle) * math.sin(north) - math.sin(middle) * math.cos(north) * math.cos(east)),
    )


@lru_cache(maxsize=64)
def paths(window: Window) -> dict[str, str]:
    """By country code ("" for the others together) the `d` of a path in the window's picture."""
    arcs, countries = _atlas()
    fine = {}
    drawn: dict[str, list[str]] = {}
    for code, rings in countries:
        for ring in rings:
            for number in ring:
                arc = number if number >= 0 else ~number
                if arc not in fine:
                    fine[arc] = _simplify([window.at(place) for place in arcs[arc]], _TOLERANCE)
            places = _clip(_joined(ring, fine), window)
            if abs(_area(places)) >= _SMALLEST:
                drawn.setdefault(code, []).append(_path(places))
    return {code: "".join(parts) for code, parts in drawn.items()}


@cache
def _atlas() -> tuple[dict[int, list[Place]], list[tuple[str, list[list[int]]]]]:
    """The projected arcs of the region by their number, and each country's rings of numbers (`~n` runs backwards)."""
    topology = json.loads(FILE.read_text(encoding="utf-8"))
    degrees = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    countries = []
    used: set[int] = set()
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        rings = [ring for polygon in polygons if _is_near(polygon[0], degrees) for ring in polygon]
        used.update(number if number >= 0 else ~number for ring in rings for number in ring)
        code = _CODES.get(str(geometry.get("id", "")), "")
        # Natural Earth draws who holds a piece of land, not whose it is; the European Union and Georgia count Crimea to
        # Ukraine.
        crimea = [ring for ring in rings if code == "RU" and _lies_in(_CRIMEA, ring, degrees)]
        countries.append((code, [ring for ring in rings if ring not in crimea]))
        countries.append(("UA", crimea))
    arcs = {number: [project(Point(y, x)) for x, y in degrees[number]] for number in used}
    return arcs, countries


def _degrees(arc: Iterable[Sequence[int]], transform: dict[str, Any]) -> list[Place]:
    """A stored arc tells whole steps from one place to the next; here longitudes and latitudes."""
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    places = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        places.append((max(-180.0, min(180.0, x * scale_x + from_x)), max(-90.0, min(90.0, y * scale_y + from_y))))
    return places


def _is_near(ring: Iterable[int], degrees: list[list[Place]]) -> bool:
    west, south, east, north = _REGION
    left, bottom, right, top = _bounds(ring, degrees)
    return left < east and right > west and bottom < north and top > south


def _lies_in(box: tuple[float, float, float, float], ring: Iterable[int], degrees: list[list[Place]]) -> bool:
    west, south, east, north = box
    left, bottom, right, top = _bounds(ring, degrees)
    return left > west and right < east and bottom > south and top < north


def _bounds(ring: Iterable[int], degrees: list[list[Place]]) -> tuple[float, float, float, float]:
    """West, south, east and north of a ring."""
    places = [place for number in ring for place in degrees[number if number >= 0 else ~number]]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def _simplify(places: list[Place], tolerance: float) -> list[Place]:
    """Douglas and Peucker: leaves out what lies nearer than `tolerance` to the line without it; ends stay."""
    if len(places) < 3:
        return places
    keep = {0, len(places) - 1}
    spans = [(0, len(places) - 1)]
    while spans:
        first, last = spans.pop()
        (x, y), (to_x, to_y) = places[first], places[last]
        run_x, run_y = to_x - x, to_y - y
        length = math.hypot(run_x, run_y)
        farthest, far = 0.0, first
        for number in range(first + 1, last):
            off_x, off_y = places[number][0] - x, places[number][1] - y
            off = abs(run_x * off_y - run_y * off_x) / length if length else math.hypot(off_x, off_y)
            if off > farthest:
                farthest, far = off, number
        if farthest > tolerance:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [places[number] for number in sorted(keep)]


def _joined(ring: Iterable[int], arcs: dict[int, list[Place]]) -> list[Place]:
    places: list[Place] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    return places[:-1]


def _clip(places: list[Place], window: Window) -> list[Place]:
    """What of a ring lies in the picture and a little around it (Sutherland and Hodgman)."""
    bounds = (  # axis, edge, and on which side of it to keep
        (0, -_MARGIN, 1),
        (0, WIDTH + _MARGIN, -1),
        (1, -_MARGIN, 1),
        (1, window.drawn_height + _MARGIN, -1),
    )
    for axis, edge, sign in bounds:
        before, places = places, []
        for number, here in enumerate(before):
            last = before[number - 1]
            is_in, was_in = (here[axis] - edge) * sign >= 0, (last[axis] - edge) * sign >= 0
            if is_in != was_in:
                share = (edge - last[axis]) / (here[axis] - last[axis])
                places.append((last[0] + share * (here[0] - last[0]), last[1] + share * (here[1] - last[1])))
            if is_in:
                places.append(here)
    return places


def _area(places: list[Place]) -> float:
    pairs = zip(places, places[1:] + places[:1], strict=True)
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairs) / 2


def _path(places: list[Place]) -> str:
    """Whole units, each place told as the step from the one before."""
    x, y = round(places[0][0]), round(places[0][1])
    steps = [f"M{x} {y}l"]
    for to_x, to_y in places[1:]:
        step_x, step_y = round(to_x) - x, round(to_y) - y
        if step_x or step_y:
            x, y = x + step_x, y + step_y
            steps.append(f"{step_x} {step_y} ")
    return "".join(steps).rstrip().replace(" -", "-") + "z"
