"""Stays by year and by country; when a funder may be named."""

import pytest

from tilts.public.rules import (
    Counted,
    Line,
    Stated,
    Stays,
    by_country,
    by_year,
    may_name_the_funder,
    stated_by_year,
    total,
)

COUNTED = [
    Counted(2017, False, "PL", Stays(done=17)),
    Counted(2018, True, "EE", Stays(done=2)),
    Counted(2018, False, "EE", Stays(planned=3)),
    Counted(2018, False, "PL", Stays(done=1)),
]


def test_by_year_the_latest_first_with_both_directions():
    assert by_year(COUNTED) == (
        Line("2018", Stays(1, 3), Stays(2, 0)),
        Line("2017", Stays(17, 0), Stays(0, 0)),
    )


def test_by_country_the_most_that_took_place_first():
    assert by_country(COUNTED) == (
        Line("PL", Stays(18, 0), Stays()),
        Line("EE", Stays(0, 3), Stays(2, 0)),
    )


def test_the_total_keeps_planned_and_done_apart():
    assert total(COUNTED) == Stays(done=20, planned=3)


def test_nothing_counted_is_nothing():
    assert (by_year([]), by_country([]), total([])) == ((), (), Stays())


@pytest.mark.parametrize("state", ["idea", "applied", "refused"])
def test_no_funder_is_named_before_there_is_a_grant(state):
    assert not may_name_the_funder(state, "2021-1-LV01-KA121-VET-000000021", "erasmus-2021")


def test_a_number_that_nobody_states_is_not_nought():
    assert stated_by_year([Stated(2014), Stated(2012, learners=20, staff=5)]) == (
        Stated(2014),
        Stated(2012, learners=20, staff=5, in_all=25),
    )
