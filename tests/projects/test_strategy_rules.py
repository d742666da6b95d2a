"""Planned and achieved side by side, year by year and for the whole period."""

import pytest

from tilts.projects.strategy.rules import Adds, Cell, Row, Verdict, priority_countries, row, years_of


def test_years_add_up_and_each_says_how_it_stands():
    found = row((2024, 2025, 2026, 2027), {2024: 10, 2025: 10, 2027: 5}, {2024: 12, 2025: 9, 2026: 2}, Adds.UP, 2026)

    assert found == Row(
        (
            Cell(2024, 10, 12, Verdict.REACHED),
            Cell(2025, 10, 9, Verdict.MISSED),
            Cell(2026, None, 2, Verdict.NONE),
            Cell(2027, 5, None, Verdict.OPEN),
        ),
        planned=25,
        achieved=23,
        verdict=Verdict.OPEN,
    )


def test_what_there_is_at_the_end_of_a_year_is_not_added_up():
    found = row((2024, 2025), {2024: 3, 2025: 4}, {2024: 3, 2025: 3}, Adds.NOT, 2026)

    assert (found.planned, found.achieved, found.verdict) == (4, 3, Verdict.MISSED)


def test_a_figure_that_nobody_knows_is_not_missed():
    found = row((2024, 2025), {2024: 3}, {}, Adds.UP, 2026)

    assert [cell.verdict for cell in found.cells] == [Verdict.NONE, Verdict.NONE]
    assert (found.achieved, found.verdict) == (None, Verdict.NONE)


@pytest.mark.parametrize(
    ("from_year", "to_year", "years"),
    [
        (2017, 2021, (2017, 2018, 2019, 2020, 2021)),
        (None, 2027, (2023, 2024, 2025, 2026, 2027)),
        (None, None, (2026, 2027, 2028, 2029, 2030)),
        (1995, 2020, tuple(range(2009, 2021))),
    ],
    ids=["both", "only-the-end", "none", "too-long"],
)
def test_a_period_is_a_row_of_years(from_year, to_year, years):
    assert years_of(from_year, to_year, 2026) == years


def test_outside_the_european_union_are_all_countries_but_its_members_and_the_own_one():
    abroad = priority_countries(["EE"], "GE", is_outside_eu=True)

    assert {"EE", "UA", "GB"} <= abroad
    assert not {"LV", "DE", "GE"} & abroad
