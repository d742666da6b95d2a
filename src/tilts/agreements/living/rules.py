"""How a planned activity stands, until when an agreement holds, where cover has gaps. Pure."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

ActivityState = Literal["given_up", "done", "under_way", "late", "waiting", "possible", "planned"]

#: So many days before the last day somebody is reminded; before notice must be given at the latest, too.
REMIND_DAYS: Final = (90, 30)


@dataclass(frozen=True)
class Planned:
    """A planned activity as its state follows from it."""

    by_on: date | None
    has_condition: bool
    possible_from: date | None  # when its condition was met
    done_on: date | None
    given_up_on: date | None
    done_elsewhere: tuple[bool, ...] = ()  # each flow or earlier activity that fulfils it: has it taken place?
    is_promised: bool = True  # False in a draft: nobody is late with what was not agreed


def activity_state(planned: Planned, today: date) -> ActivityState:
    """What to say of a planned activity. What is done is done, whatever was planned of it.

    >>> activity_state(Planned(date(2026, 6, 30), False, None, None, None), date(2026, 7, 1))
    'late'
    >>> activity_state(Planned(date(2026, 6, 30), False, None, None, None, is_promised=False), date(2026, 7, 1))
    'planned'
    """
    if planned.done_on is not None or any(planned.done_elsewhere):
        return "done"
    if planned.given_up_on is not None:
        return "given_up"
    if planned.done_elsewhere:
        return "under_way"
    is_possible = planned.possible_from is not None and planned.possible_from <= today
    if planned.has_condition and not is_possible:
        return "waiting"
    if planned.is_promised and planned.by_on is not None and planned.by_on < today:
        return "late"
    return "possible" if planned.has_condition else "planned"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is too short.

    >>> add_months(date(2026, 11, 30), 3), add_months(date(2026, 3, 31), -1)
    (datetime.date(2027, 2, 28), datetime.date(2026, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def last_day(until: date | None, renewal_months: int, notice_until: date | None, today: date) -> date | None:
    """The last day as it stands now; None: without an end. renewal_months: 0 where it does not go on by itself.

    An end by notice comes first; otherwise one that goes on by itself has always a last day ahead.

    >>> last_day(date(2025, 12, 31), 12, None, date(2026, 11, 25))
    datetime.date(2026, 12, 31)
    """
    if until is not None and renewal_months > 0:
        times = 0
        while add_months(until, times * renewal_months) < today:
            times += 1
        until = add_months(until, times * renewal_months)
    if notice_until is None:
        return until
    return notice_until if until is None else min(until, notice_until)


def latest_notice(last: date, notice_months: int) -> date:
    """The last day on which notice can be given so that it does not go on by itself."""
    return add_months(last, -notice_months)


@dataclass(frozen=True)
class Reminder:
    """Why somebody is reminded, and how long before."""

    why: Literal["ends", "goes_on"]
    days: int  # one of REMIND_DAYS: the same reminder is not sent twice
    last: date  # of the agreement, or for notice


def due_reminder(last: date | None, renewal_months: int, notice_months: int, today: date) -> Reminder | None:
    """What is to be reminded of today: the end, or the last day for notice of one that goes on by itself.

    >>> due_reminder(date(2027, 1, 31), 0, 3, date(2026, 11, 25))
    Reminder(why='ends', days=90, last=datetime.date(2027, 1, 31))
    """
    if last is None:
        return None
    day = latest_notice(last, notice_months) if renewal_months else last
    left = (day - today).days
    due = [days for days in REMIND_DAYS if 0 <= left <= days]
    return Reminder("goes_on" if renewal_months else "ends", min(due), day) if due else None


@dataclass(frozen=True)
class Cover:
    """From when until when an agreement holds; None: not known, or without an end."""

    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Gap:
    """Days without any agreement in force; last: None while it lasts."""

    first: date
    last: date | None


def gaps(covers: Iterable[Cover], today: date) -> list[Gap]:
    """Where nothing was in force between the first agreement and today; one day after the other is no gap.

    >>> gaps([Cover(date(2020, 1, 1), date(2022, 12, 31)), Cover(date(2024, 1, 1), None)], date(2026, 1, 1))
    [Gap(first=datetime.date(2023, 1, 1), last=datetime.date(2023, 12, 31))]
    """
    in_order: Sequence[Cover] = sorted(covers, key=lambda each: each.starts_on)
    found: list[Gap] = []
    until: date | None = None
    for index, cover in enumerate(in_order):
        if index and until is not None and cover.starts_on > until + timedelta(days=1):
            found.append(Gap(until + timedelta(days=1), cover.starts_on - timedelta(days=1)))
        if index and until is None:
            break  # one without an end covers all that comes
        until = cover.ends_on if not index or cover.ends_on is None else max(until or cover.ends_on, cover.ends_on)
    if in_order and until is not None and until < today:
        found.append(Gap(until + timedelta(days=1), None))
    return found
