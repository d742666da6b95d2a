"""What is still missing for trips: one list, to which each subject adds its items in `AppConfig.ready()`.

    checklist.register("papers", _("Papers"), find_papers, order=60)

An item looks at all trips at once, so that a list costs as many queries for one trip as for ten. What it finds belongs
to one stay or to the flow as a whole. Whoever comes later, such as signing, registers an item and changes no page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter

from django.utils.functional import Promise

from tilts.accounts.models import School
from tilts.core.spans import Span
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.presenting import FlowSheet, flow_sheet
from tilts.mobilities.queries import mobilities_of_all
from tilts.mobilities.rules import FlowTime, journey, time_of

Tell = Callable[[str], bool]


@dataclass
class Trip:
    """A flow with who travels in it, as of one day."""

    flow: Flow
    school: School
    today: date
    mobilities: Sequence[Mobility]  # without cancelled stays

    @property
    def time(self) -> FlowTime:
        return time_of(self.flow.span, self.today)

    @property
    def is_travelled(self) -> bool:
        """Does this school send people on their way?"""
        return not self.flow.is_incoming and self.flow.mode != Flow.Mode.VIRTUAL

    def journey(self, mobility: Mobility) -> Span:
        """One person's days away, those on the way included."""
        mobility.flow = self.flow
        return journey(mobility.span, self.flow.travel_days if self.is_travelled else 0)

    @cached_property
    def sheet(self) -> FlowSheet:
        """Everybody's grant; several queries, so no item of the home page asks for it."""
        return flow_sheet(self.flow, self.school)


@dataclass(frozen=True)
class Finding:
    """One thing that an item found. Without a stay it is the flow's. A note is worth knowing and nothing is missing."""

    flow_id: int
    sentence: str
    mobility_id: int | None = None
    url: str = ""  # where it is mended
    is_note: bool = False


Find = Callable[[Sequence[Trip]], Iterable[Finding]]


@dataclass(frozen=True)
class Item:
    """A line of the checklist."""

    name: str
    label: str | Promise
    find: Find
    order: int = 100
    permission: str | None = None
    is_quick: bool = True  # cheap enough for the home page, which asks about many flows


_items: dict[str, Item] = {}


def register(
    name: str,
    label: str | Promise,
    find: Find,
    *,
    order: int = 100,
    permission: str | None = None,
    is_quick: bool = True,
) -> None:
    """Add an item; lower `order` stands first. Who may not `permission` is not told of it. A name is taken once."""
    _items[name] = Item(name, label, find, order, permission, is_quick)


def items() -> list[Item]:
    """Every item in its order."""
    return sorted(_items.values(), key=attrgetter("order"))


@dataclass(frozen=True)
class Point:
    """A finding with the item it comes from."""

    item: Item
    finding: Finding

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def label(self) -> str:
        return str(self.item.label)

    @property
    def sentence(self) -> str:
        return self.finding.sentence

    @property
    def url(self) -> str:
        return self.finding.url

    @property
    def is_note(self) -> bool:
        return self.finding.is_note


@dataclass(frozen=True)
class PersonChecklist:
    """One stay with what is missing for it, and what there is to know."""

    mobility: Mobility
    points: tuple[Point, ...] = ()

    @property
    def missing(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if not point.is_note)

    @property
    def notes(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.is_note)


@dataclass(frozen=True)
class Checklist:
    """All that is missing for one flow: of the whole, and of each stay in the order of the flow's page."""

    trip: Trip
    of_flow: tuple[Point, ...] = ()
    people: tuple[PersonChecklist, ...] = field(default=())

    @property
    def count(self) -> int:
        """How many things are missing, of all together; notes are none."""
        return sum(not point.is_note for point in self.of_flow) + sum(len(each.missing) for each in self.people)

    @property
    def people_count(self) -> int:
        """For how many people something is missing."""
        return sum(bool(each.missing) for each in self.people)

    def of(self, mobility: Mobility) -> PersonChecklist:
        """One stay's part; empty for a cancelled one."""
        return next((each for each in self.people if each.mobility.pk == mobility.pk), PersonChecklist(mobility))

    def named(self, name: str) -> list[Point]:
        """What one item found, of the flow and of all people."""
        return [
            point
            for points in (self.of_flow, *(each.points for each in self.people))
            for point in points
            if point.name == name
        ]

    def lines(self) -> Iterator[tuple[Mobility | None, Point]]:
        """Every point with whose it is, None of the flow; those of the flow first. Notes are among them."""
        yield from ((None, point) for point in self.of_flow)
        yield from ((each.mobility, point) for each in self.people for point in each.points)


def checklists(
    flows: Iterable[Flow], school: School, today: date, *, may: Tell | None = None, only_quick: bool = False
) -> list[Checklist]:
    """The checklists of these flows, in their order. may: leaves out items that the reader has no permission for."""
    wanted = list(flows)
    by_flow: dict[int, list[Mobility]] = {flow.pk: [] for flow in wanted}
    for mobility in mobilities_of_all(wanted):
        if mobility.state != Mobility.State.CANCELLED:
            by_flow[mobility.flow_id].append(mobility)
    trips = [Trip(flow, school, today, by_flow[flow.pk]) for flow in wanted]
    points = [
        Point(item, finding)
        for item in items()
        if (item.is_quick or not only_quick) and (item.permission is None or (may is not None and may(item.permission)))
        for finding in item.find(trips)
    ]
    return [_checklist(trip, [point for point in points if point.finding.flow_id == trip.flow.pk]) for trip in trips]


def checklist_of(flow: Flow, school: School, today: date, *, may: Tell | None = None) -> Checklist:
    """The checklist of one flow."""
    return checklists([flow], school, today, may=may)[0]


def _checklist(trip: Trip, points: list[Point]) -> Checklist:
    of_flow = tuple(point for point in points if point.finding.mobility_id is None)
    return Checklist(
        trip,
        of_flow,
        tuple(
            PersonChecklist(mobility, tuple(point for point in points if point.finding.mobility_id == mobility.pk))
            for mobility in trip.mobilities
        ),
    )
