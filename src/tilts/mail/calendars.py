"""Calendar files (iCalendar, RFC 5545): meetings that people are asked to, and feeds of dates. Pure.

A calendar knows an event by its UID. A change of the same event has the same UID and a higher `sequence`; what is
called off is sent once more with `invitation(..., is_cancelled=True)`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as Component

PRODUCT: Final = "-//Tilts//Tilts//EN"

#: The kinds of content of an `invitation`, as a mail names them: mail programs offer to accept by that.
REQUEST: Final = "text/calendar; charset=utf-8; method=REQUEST"
CANCEL: Final = "text/calendar; charset=utf-8; method=CANCEL"


@dataclass(frozen=True)
class Attendee:
    """Somebody who is asked to come, or who asks."""

    email: str
    name: str = ""


@dataclass(frozen=True)
class Event:
    """Something at a time, or on whole days.

    uid: the same for ever, such as "signing-12@school.example". starts: a moment with its offset, or a day; ends: the
    end of a moment, or the **last day**, which belongs to the event. Raises ValueError for a moment without an offset,
    for a mixture of the two and for an end before the start.
    """

    uid: str
    title: str
    starts: date | datetime
    ends: date | datetime
    zone: str = "UTC"  # of the place: the clock that calendars show the moment by where they name one
    place: str = ""  # a room, or a platform
    url: str = ""  # where to join, or to read more
    text: str = ""

    def __post_init__(self) -> None:
        moments = [each for each in (self.starts, self.ends) if isinstance(each, datetime)]
        if len(moments) == 1:
            raise ValueError(f"an event has two moments or two days: {self.starts}, {self.ends}")
        if any(moment.tzinfo is None for moment in moments):
            raise ValueError(f"a moment needs its offset: {self.starts}, {self.ends}")
        if self.ends < self.starts:
            raise ValueError(f"an event must not end before it starts: {self.starts} to {self.ends}")


def invitation(
    event: Event,
    *,
    made_at: datetime,
    organiser: Attendee,
    attendees: Sequence[Attendee] = (),
    sequence: int = 0,
    is_cancelled: bool = False,
) -> bytes:
    """What asks people to an event, or calls it off. sequence: 0 at first, higher with each change and the calling off.

    made_at: when this version was made, with its offset. The same input gives the same bytes.
    """
    component = _component(event, made_at)
    component.add("sequence", sequence)
    component.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    component.add("organizer", _address(organiser))
    for attendee in attendees:
        address = _address(attendee)
        address.params.update(ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="TRUE")
        component.add("attendee", address)
    return _written([event], [component], method="CANCEL" if is_cancelled else "REQUEST")


def feed(events: Iterable[Event], *, name: str, made_at: datetime) -> bytes:
    """Dates that a calendar program fetches again and again; it drops what stands there no longer.

    made_at: one that changes with the events alone lets the program see that nothing is new.
    """
    events = list(events)
    return _written(events, [_component(event, made_at) for event in events], method="PUBLISH", name=name)


def _written(events: Sequence[Event], components: Iterable[Component], *, method: str, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("name", vText(name))
        calendar.add("x-wr-calname", vText(name))  # what most programs read instead
        calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for component in components:
        calendar.add_component(component)
    if events:  # no more of a zone's past and future than the events need
        first, last = min(event.starts.year for event in events), max(event.ends.year for event in events)
        calendar.add_missing_timezones(first_date=date(first, 1, 1), last_date=date(last + 1, 12, 31))
    written: bytes = calendar.to_ical()
    return written


def _component(event: Event, made_at: datetime) -> Component:
    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", made_at)
    component.add("summary", event.title)
    component.add("dtstart", _in_zone(event.starts, event.zone))
    # Of whole days a calendar wants the day after the last one.
    is_day = not isinstance(event.ends, datetime)
    component.add("dtend", event.ends + timedelta(days=1) if is_day else _in_zone(event.ends, event.zone))
    if is_day:
        component.add("transp", "TRANSPARENT")  # nobody is busy because of a last day
    for key, value in (("location", event.place), ("url", event.url), ("description", event.text)):
        if value:
            component.add(key, value)
    return component


def _in_zone(when: date | datetime, zone: str) -> date | datetime:
    return when.astimezone(ZoneInfo(zone)) if isinstance(when, datetime) else when


def _address(person: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{person.email}")
    if person.name:
        address.params["CN"] = vText(person.name)
    return address
