"""How planned activities stand, until when agreements hold, when somebody is reminded, where cover has gaps."""

from dataclasses import replace
from datetime import date

import pytest

from tilts.agreements.living.rules import (
    Cover,
    Gap,
    Planned,
    Reminder,
    activity_state,
    due_reminder,
    gaps,
    last_day,
    latest_notice,
)

TODAY = date(2026, 11, 25)
BARE = Planned(by_on=None, has_condition=False, possible_from=None, done_on=None, given_up_on=None)


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, "planned"),
        ({"by_on": date(2026, 11, 25)}, "planned"),
        ({"by_on": date(2026, 11, 24)}, "late"),
        ({"has_condition": True}, "waiting"),
        ({"has_condition": True, "by_on": date(2026, 1, 1)}, "waiting"),
        ({"has_condition": True, "possible_from": date(2026, 11, 25)}, "possible"),
        ({"has_condition": True, "possible_from": date(2026, 11, 26)}, "waiting"),
        ({"has_condition": True, "possible_from": date(2026, 1, 1), "by_on": date(2026, 6, 1)}, "late"),
        ({"done_elsewhere": (False,), "by_on": date(2026, 1, 1)}, "under_way"),
        ({"done_elsewhere": (False, True)}, "done"),
        ({"done_on": date(2026, 1, 1), "has_condition": True}, "done"),
        ({"given_up_on": date(2026, 1, 1)}, "given_up"),
        ({"given_up_on": date(2026, 1, 1), "done_elsewhere": (True,)}, "done"),
    ],
)
def test_a_planned_activity_stands_as_it_stands(changed, state):
    assert activity_state(replace(BARE, **changed), TODAY) == state


@pytest.mark.parametrize(
    ("until", "renewal", "notice", "last"),
    [
        (date(2027, 1, 31), 0, None, date(2027, 1, 31)),
        (date(2020, 2, 29), 12, None, date(2027, 2, 28)),
        (date(2020, 1, 31), 1, None, date(2026, 11, 30)),
        (None, 0, None, None),
        (None, 0, date(2027, 3, 1), date(2027, 3, 1)),
        (date(2027, 1, 31), 12, date(2026, 12, 24), date(2026, 12, 24)),
    ],
    ids=["plain", "leap-day", "month-ends", "open-ended", "open-ended-by-notice", "by-notice"],
)
def test_the_last_day_follows_from_term_renewal_and_notice(until, renewal, notice, last):
    assert last_day(until, renewal, notice, TODAY) == last


@pytest.mark.parametrize(
    ("last", "renewal", "due"),
    [
        (date(2027, 2, 24), 0, None),
        (date(2027, 2, 23), 0, Reminder("ends", 90, date(2027, 2, 23))),
        (date(2026, 12, 25), 0, Reminder("ends", 30, date(2026, 12, 25))),
        (date(2026, 11, 24), 0, None),
        (date(2027, 3, 25), 12, Reminder("goes_on", 30, date(2026, 12, 25))),
        (date(2027, 2, 20), 12, None),  # the day for notice is over
        (None, 0, None),
    ],
)
def test_somebody_is_reminded_ninety_and_thirty_days_before(last, renewal, due):
    assert due_reminder(last, renewal, 3, TODAY) == due


def test_notice_is_given_so_many_months_before_the_last_day():
    assert latest_notice(date(2026, 5, 31), 3) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("covers", "found"),
    [
        ([], []),
        ([(date(2020, 1, 1), date(2021, 12, 31)), (date(2022, 1, 1), None)], []),
        ([(date(2020, 1, 1), None), (date(2024, 1, 1), date(2024, 2, 1))], []),
        ([(date(2020, 1, 1), date(2026, 12, 31)), (date(2021, 1, 1), date(2022, 1, 1))], []),
        ([(date(2020, 1, 1), date(2021, 12, 31))], [Gap(date(2022, 1, 1), None)]),
        (
            [(date(2024, 1, 1), date(2024, 6, 30)), (date(2020, 1, 1), date(2021, 12, 31))],
            [Gap(date(2022, 1, 1), date(2023, 12, 31)), Gap(date(2024, 7, 1), None)],
        ),
    ],
    ids=["none", "one-after-the-other", "without-an-end", "one-inside-another", "since", "between-and-since"],
)
def test_gaps_are_the_days_without_any_agreement(covers, found):
    assert gaps([Cover(*each) for each in covers], TODAY) == found
