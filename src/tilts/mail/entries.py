"""What stands in a school's calendar. Higher subjects register theirs in `AppConfig.ready()`:

    entries.register(Kind("flow", _("Flows"), flows_between, permission="mobilities.view"))

An entry names no person: it is read in calendar programs outside the house.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.functional import Promise

from tilts.accounts.addresses import whole_address
from tilts.mail.actions import uid_of
from tilts.mail.calendars import Event


@dataclass(frozen=True)
class Entry:
    """Something on one day or several. number: of its record; page: name of the address, then its arguments."""

    number: int
    title: str
    starts_on: date
    ends_on: date
    page: tuple[object, ...]
    meeting: "Meeting | None" = None

    @property
    def url(self) -> str:
        """Where it leads inside the house."""
        name, *arguments = self.page
        return reverse(str(name), args=arguments)


@dataclass(frozen=True)
class Meeting:
    """What an entry has besides that is at a time of its day. place: a room, a platform or the link to join."""

    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    text: str


@dataclass(frozen=True)
class Kind:
    """One sort of entries; hidden from those who may not `permission`.

    find(first, last): those that touch the days from `first` to `last`.
    """

    name: str
    label: str | Promise
    find: Callable[[date, date], Iterable[Entry]]
    permission: str
    icon: str = "calendar-event"


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Put entries into the calendars of all schools."""
    _kinds[kind.name] = kind


def entries(first: date, last: date, may: Callable[[str], bool]) -> list[tuple[Kind, Entry]]:
    """What stands in the calendar of somebody who may what `may` says, in the order of its days."""
    found = [(kind, entry) for kind in _kinds.values() if may(kind.permission) for entry in kind.find(first, last)]
    return sorted(found, key=lambda pair: (pair[1].starts_on, pair[1].ends_on, pair[1].title))


def as_events(found: Iterable[tuple[Kind, Entry]]) -> list[Event]:
    """The same for a calendar program."""
    return [_event(kind, entry) for kind, entry in found]


def _event(kind: Kind, entry: Entry) -> Event:
    met = entry.meeting
    return Event(
        uid=uid_of(kind.name, entry.number),
        title=entry.title,
        starts=met.starts_at if met else entry.starts_on,
        ends=met.ends_at if met else entry.ends_on,
        zone=met.zone if met else "UTC",
        place=met.place if met else "",
        url=whole_address(*entry.page),  # type: ignore[arg-type]
        text=met.text if met else str(kind.label),
    )


def midnight(day: date) -> datetime:
    """When a feed of this day was made: the same the whole day, so that a program sees that nothing is new."""
    return datetime.combine(day, time(), ZoneInfo("UTC"))
