"""A map of places: where a school is, and the places it is joined to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tilts.core.places import Point
from tilts.web.drawing.outlines import WIDTH, Place, Window, paths, project

#: The most that a map shows: Europe, from North Africa to the North Cape and from Iceland to the Caspian Sea.
_WHOLE: Final = Window(-3100, 2500, 6000, 4500)
_SHAPE: Final = 0.64  # height of a map, of its width
_SMALLEST_KM: Final = 1800  # a map shows at least this much, so that one sees where it is
_GRID_KM: Final = 200  # windows lie on a grid, so that few differ and most are drawn already
_ROOM: Final = 0.1  # kept free around the outermost places, of the map's width
_MOST_BRIDGES: Final = 60
_NEAREST: Final = 16  # units of the picture between two spots; what is nearer is one
_FARTHEST: Final = 36  # so that a finger finds a lonely one on a telephone

_LETTER: Final = 8.4  # mean width of a letter of a label, in units of the picture
_SAME_TOWN: Final = 6  # units between two points of which one label serves
_LINE: Final = 18  # height of a label


@dataclass(frozen=True)
class Spot:
    """A place on the map. `count` partners share it; the link leads to them, `title` says who they are."""

    point: Point
    label: str
    title: str
    url: str = ""
    count: int = 1
    country: str = ""
    shared_url: str = ""  # where the link leads once the spot stands for others, too


@dataclass(frozen=True)
class Map:
    """A drawn map, and the spots that lie outside of it."""

    svg: SafeString
    outside: tuple[Spot, ...]


def draw_map(home: Spot, spots: Sequence[Spot], *, id: str, title: str, description: str) -> Map:
    """The map around `home` and the spots, with a line to each; labels where there is room for them."""
    window = window_around([home.point, *(spot.point for spot in spots)])
    inside = [spot for spot in spots if window.holds(project(spot.point))]
    outside = tuple(spot for spot in spots if spot not in inside)
    placed = _merged([(spot, window.at(project(spot.point))) for spot in inside])
    at_home = window.at(project(home.point))
    labels = _labels([(home, at_home), *sorted(placed, key=lambda pair: -pair[0].count)], window)
    svg = format_html(
        '<svg class="map" viewBox="0 0 {} {}" role="group" aria-labelledby="{}-title" aria-describedby="{}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}{}{}{}</svg>',
        WIDTH,
        window.drawn_height,
        id,
        id,
        id,
        title,
        id,
        description,
        _lands(window, home.country, {spot.country for spot in inside}),
        _bridges(at_home, [place for _, place in placed]) if len(placed) <= _MOST_BRIDGES else "",
        format_html_join("", "{}", ((_spot(spot, place, _reach(place, placed)),) for spot, place in placed)),
        _home(home, at_home, format_html_join("", "{}", ((label,) for label in labels.values()))),
    )
    return Map(svg, outside)


def window_around(points: Sequence[Point]) -> Window:
    """The smallest window on the grid with all points that lie in Europe, and room around them."""
    places = [place for place in map(project, points) if _WHOLE.holds(place)] or [(0.0, 0.0)]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    south, north = min(y for _, y in places), max(y for _, y in places)
    wanted = max((right - left) / (1 - 2 * _ROOM), (north - south) / (1 - 2 * _ROOM) / _SHAPE, _SMALLEST_KM)
    width = min(math.ceil(wanted / _GRID_KM) * _GRID_KM, _WHOLE.width)
    height = round(width * _SHAPE)
    middle_x, middle_y = (left + right) / 2, (south + north) / 2
    return Window(
        left=_within(_snap(middle_x - width / 2), _WHOLE.left, _WHOLE.left + _WHOLE.width - width),
        top=_within(_snap(middle_y + height / 2), _WHOLE.top - _WHOLE.height + height, _WHOLE.top),
        width=width,
        height=height,
    )


def _snap(kilometres: float) -> int:
    step = _GRID_KM // 4
    return round(kilometres / step) * step


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


def _lands(window: Window, home: str, joined: set[str]) -> SafeString:
    """Three paths: the school's country, the countries of its partners, all others."""
    kinds: dict[str, list[str]] = {"land": [], "land is-joined": [], "land is-home": []}
    for code, path in paths(window).items():
        kind = "land is-home" if code and code == home else "land is-joined" if code and code in joined else "land"
        kinds[kind].append(path)
    return format_html_join("", '<path class="{}" d="{}"/>', ((kind, "".join(all_)) for kind, all_ in kinds.items()))


def _bridges(home: Place, ends: Sequence[Place]) -> SafeString:
    """An arch from home to each place, as a bridge is seen from the side."""
    arches = []
    for x, y in ends:
        run_x, run_y = x - home[0], y - home[1]
        rise = 0.16 * math.hypot(run_x, run_y)
        arches.append(
            f"M{home[0]:.0f} {home[1]:.0f}Q{home[0] + run_x / 2:.0f} {home[1] + run_y / 2 - rise:.0f} {x:.0f} {y:.0f}"
        )
    return format_html('<path class="map-bridge" d="{}"/>', "".join(arches)) if arches else SafeString()


def _merged(placed: Sequence[tuple[Spot, Place]]) -> list[tuple[Spot, Place]]:
    """Spots that would lie on each other are one, with all that they say; it leads where the first of them does."""
    found: list[tuple[Spot, Place]] = []
    for spot, place in placed:
        near = next((number for number, (_, other) in enumerate(found) if _apart(place, other) < _NEAREST), None)
        if near is None:
            found.append((spot, place))
            continue
        first, there = found[near]
        title, count = f"{first.title}; {spot.title}", first.count + spot.count
        found[near] = (replace(first, title=title, count=count, url=first.shared_url or first.url), there)
    return found


def _apart(one: Place, other: Place) -> float:
    """How far apart two places are, as boxes around them see it."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _reach(place: Place, placed: Sequence[tuple[Spot, Place]]) -> float:
    """How far around its point a spot can be pressed: up to where the next one begins."""
    others = (_apart(place, other) / 2 for _, other in placed if other != place)
    return round(max(_NEAREST / 2, min(_FARTHEST, *others, _FARTHEST)), 1)


def _spot(spot: Spot, place: Place, reach: float) -> SafeString:
    radius = round(min(7 + 2.5 * math.sqrt(spot.count - 1), 16), 1)
    x, y = round(place[0]), round(place[1])
    drawing = format_html(
        '<title>{}</title><circle class="map-hit" cx="{}" cy="{}" r="{}"/>'
        '<circle class="map-dot" cx="{}" cy="{}" r="{}"/>',
        spot.title,
        x,
        y,
        reach,
        x,
        y,
        radius,
    )
    if not spot.url:
        return format_html('<g class="map-spot">{}</g>', drawing)
    return format_html('<a class="map-spot" href="{}">{}</a>', spot.url, drawing)  # its title names it


def _home(home: Spot, place: Place, labels: SafeString) -> SafeString:
    x, y = round(place[0]), round(place[1])
    return format_html(
        '<g class="map-home"><title>{}</title><circle class="map-ring" cx="{}" cy="{}" r="11"/>'
        '<circle class="map-dot" cx="{}" cy="{}" r="6"/></g><g class="map-labels">{}</g>',
        home.title,
        x,
        y,
        x,
        y,
        labels,
    )


def _labels(placed: Sequence[tuple[Spot, Place]], window: Window) -> dict[Spot, SafeString]:
    """A label beside each spot that has room for one: to the right, to the left, above or below it."""
    taken = [(x - 12, y - 12, x + 12, y + 12) for _, (x, y) in placed]
    found = {}
    for number, (spot, (x, y)) in enumerate(placed):
        if number and math.dist((x, y), placed[0][1]) < _SAME_TOWN:
            continue  # home's own label stands there
        width = _LETTER * len(spot.label) * (1.25 if spot.label > "\u1000" else 1)
        for anchor, left, middle in (
            ("start", x + 15, y),
            ("end", x - 15 - width, y),
            ("middle", x - width / 2, y - 24),
            ("middle", x - width / 2, y + 24),
        ):
            box = (left, middle - _LINE / 2, left + width, middle + _LINE / 2)
            is_inside = box[0] > 4 and box[2] < WIDTH - 4 and box[1] > 4 and box[3] < window.drawn_height - 4
            if is_inside and not any(_overlap(box, other) for other in taken if other[:2] != (x - 12, y - 12)):
                taken.append(box)
                at = {"start": left, "end": left + width, "middle": left + width / 2}[anchor]
                found[spot] = format_html(
                    '<text class="map-label {}" x="{}" y="{}" aria-hidden="true">{}</text>',
                    f"at-{anchor} is-home" if spot is placed[0][0] else f"at-{anchor}",
                    round(at),
                    round(middle + 5),
                    spot.label,
                )
                break
    return found


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
