from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.spans import Span

MARCH = Span(date(2022, 3, 1), date(2022, 3, 31))


@st.composite
def spans(draw):
    starts_on = draw(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    return Span(starts_on, starts_on + timedelta(days=draw(st.integers(0, 400))))


@pytest.mark.parametrize(
    ("ends_on", "days"),
    [(date(2022, 3, 1), 1), (date(2022, 3, 2), 2), (date(2022, 3, 31), 31), (date(2023, 3, 1), 366)],
    ids=["one-day", "two-days", "a-month", "a-year-and-a-day"],
)
def test_a_span_counts_its_first_and_its_last_day(ends_on, days):
    assert Span(date(2022, 3, 1), ends_on).days == days


def test_a_span_must_not_end_before_it_starts():
    with pytest.raises(ValueError, match="2022-03-02 to 2022-03-01"):
        Span(date(2022, 3, 2), date(2022, 3, 1))


@pytest.mark.parametrize(
    ("day", "is_inside"),
    [
        (date(2022, 2, 28), False),
        (date(2022, 3, 1), True),
        (date(2022, 3, 31), True),
        (date(2022, 4, 1), False),
    ],
    ids=["day-before", "first-day", "last-day", "day-after"],
)
def test_a_span_contains_the_days_from_first_to_last(day, is_inside):
    assert MARCH.contains(day) is is_inside


@pytest.mark.parametrize(
    ("other", "share_a_day"),
    [
        (Span(date(2022, 2, 1), date(2022, 2, 28)), False),
        (Span(date(2022, 2, 1), date(2022, 3, 1)), True),
        (Span(date(2022, 3, 10), date(2022, 3, 12)), True),
        (Span(date(2022, 3, 31), date(2022, 4, 9)), True),
        (Span(date(2022, 4, 1), date(2022, 4, 9)), False),
    ],
    ids=["just-before", "ends-on-first-day", "inside", "starts-on-last-day", "just-after"],
)
def test_spans_overlap_when_they_share_a_day(other, share_a_day):
    assert MARCH.overlaps(other) is share_a_day


@given(spans(), spans())
def test_overlapping_is_mutual_and_means_a_common_day(a, b):
    common_day = any(b.contains(a.starts_on + timedelta(days=offset)) for offset in range(a.days))

    assert a.overlaps(b) == b.overlaps(a) == common_day


@given(spans(), spans())
def test_a_span_covers_another_when_it_contains_both_its_ends(a, b):
    assert a.covers(b) == (a.contains(b.starts_on) and a.contains(b.ends_on))
