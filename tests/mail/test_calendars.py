"""Calendar files: the same bytes for the same event, and what a calendar program needs to change and drop it."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from tilts.mail.calendars import Attendee, Event, feed, invitation

MADE_AT = datetime(2026, 11, 25, 10, tzinfo=UTC)
ANITA, NINO = Attendee("anita@example.org", "Anita, Daugavpils"), Attendee("nino@example.org")
SIGNING = Event(
    uid="signing-1-12@example.org",
    title="Līguma parakstīšana; ხელმოწერა",
    starts=datetime(2026, 12, 3, 14, tzinfo=UTC),
    ends=datetime(2026, 12, 3, 15, tzinfo=UTC),
    zone="Asia/Tbilisi",
    place="Zoom",
    url="https://example.org/join?a=1&b=2",
    text="1. Greetings\n2. Signing",
)


def test_an_invitation_says_when_by_the_clock_of_the_place_who_asks_and_whom():
    content = invitation(SIGNING, made_at=MADE_AT, organiser=ANITA, attendees=[NINO], sequence=2)

    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    told = {key: str(event[key]) for key in ("UID", "SUMMARY", "LOCATION", "URL", "DESCRIPTION", "STATUS")}
    assert str(calendar["METHOD"]) == "REQUEST"
    assert told == {
        "UID": SIGNING.uid,
        "SUMMARY": SIGNING.title,
        "LOCATION": "Zoom",
        "URL": SIGNING.url,
        "DESCRIPTION": SIGNING.text,
        "STATUS": "CONFIRMED",
    }
    assert (event["SEQUENCE"], event.start, event.end) == (2, SIGNING.starts, SIGNING.ends)
    assert b"DTSTART;TZID=Asia/Tbilisi:20261203T180000" in content  # 4 hours before UTC
    assert (str(event["ORGANIZER"]), event["ORGANIZER"].params["CN"]) == ("mailto:anita@example.org", ANITA.name)
    assert (str(event["ATTENDEE"]), event["ATTENDEE"].params["RSVP"]) == ("mailto:nino@example.org", "TRUE")


def test_a_zone_is_told_along_with_summer_and_winter_time():
    content = invitation(
        Event("x@example.org", "Conference", SIGNING.starts, SIGNING.ends, zone="Europe/Riga"),
        made_at=MADE_AT,
        organiser=ANITA,
    )

    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    assert str(zone["TZID"]) == "Europe/Riga"
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


def test_what_is_called_off_has_the_same_number_and_a_higher_version():
    content = invitation(SIGNING, made_at=MADE_AT, organiser=ANITA, attendees=[NINO], sequence=3, is_cancelled=True)

    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    told = (str(calendar["METHOD"]), str(event["STATUS"]), str(event["UID"]), event["SEQUENCE"])
    assert told == ("CANCEL", "CANCELLED", SIGNING.uid, 3)


def test_the_same_input_gives_the_same_bytes():
    first, second = (invitation(SIGNING, made_at=MADE_AT, organiser=ANITA, attendees=[NINO]) for _ in range(2))

    assert first == second
    assert all(len(line) <= 75 for line in first.split(b"\r\n"))


def test_the_last_of_whole_days_belongs_to_the_event_and_nobody_is_busy():
    flow = Event("flow-1-2@example.org", "Dresden", date(2026, 12, 1), date(2026, 12, 14))

    calendar = Calendar.from_ical(feed([flow], name="Daugavpils", made_at=MADE_AT))

    (event,) = calendar.walk("VEVENT")
    assert (str(calendar["METHOD"]), str(calendar["X-WR-CALNAME"])) == ("PUBLISH", "Daugavpils")
    assert (event.start, event["DTEND"].dt, str(event["TRANSP"])) == (
        date(2026, 12, 1),
        date(2026, 12, 15),  # RFC 5545: the end is the first day after
        "TRANSPARENT",
    )


def test_a_feed_without_dates_is_a_calendar_all_the_same():
    assert Calendar.from_ical(feed([], name="Daugavpils", made_at=MADE_AT)).walk("VEVENT") == []


def test_nothing_in_a_text_can_begin_a_line_of_its_own():
    sly = Event("x@example.org", "A\r\nATTENDEE:mailto:all@example.org", date(2026, 1, 1), date(2026, 1, 1))

    content = feed([sly], name="B\nMETHOD:CANCEL", made_at=MADE_AT)

    assert not any(line.startswith((b"ATTENDEE", b"METHOD:CANCEL")) for line in content.split(b"\r\n"))


@pytest.mark.parametrize(
    ("starts", "ends", "problem"),
    [
        (date(2026, 1, 1), MADE_AT, "two moments or two days"),
        (datetime(2026, 1, 1, 9), datetime(2026, 1, 1, 10), "needs its offset"),  # noqa: DTZ001
        (date(2026, 1, 2), date(2026, 1, 1), "must not end before it starts"),
    ],
    ids=["day-and-moment", "no-offset", "backwards"],
)
def test_an_event_that_is_none_is_refused(starts, ends, problem):
    with pytest.raises(ValueError, match=problem):
        Event("x@example.org", "Trip", starts, ends)
