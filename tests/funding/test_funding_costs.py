"""The cost categories beside travel and days: what they pay, where they stop, what they refuse."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tilts.funding.loading import lump_sums_for, nordplus_for, tables_for
from tilts.funding.rules import (
    Case,
    DailyRate,
    Extras,
    Group,
    NordplusCase,
    Reference,
    co_financed,
    course_fees,
    grant,
    journey,
    linguistic_support,
    lump_sum,
    management,
    nordplus,
    organisation,
    together,
)
from tilts.funding.rules.nordplus import months_weeks_days
from tilts.funding.sentences import line_sentence, problem_sentence


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def stay(call_year=2021, **changes):
    extras = changes.pop("extras", Extras())
    return Case(
        **{
            "call_year": call_year,
            "action": "KA121-VET",
            "national_agency": "ES01",
            "participant": "learner",
            "receiving_country": "DE",
            "distance_km": Decimal(1313),
            "activity_days": 21,
            "travel_days": 2,
            "extras": extras,
            **changes,
        }
    )


def group(activity="short_term_learner", participants=1, **changes):
    return Group(2021, "KA121-VET", "ES01", activity, participants, **changes)


def paid(answer):
    return [(line.category, line.amount_eur) for line in answer.lines]


def said(answer):
    return [line_sentence(line).replace("\u00a0", " ") for line in answer.lines]


def told(answer):
    return [problem.code for problem in (*answer.problems, *answer.warnings)]


# Organisational support


@pytest.mark.parametrize(
    ("participants", "before", "euro"),
    [(1, 0, 350), (100, 0, 35_000), (101, 0, 35_200), (150, 0, 45_000), (10, 95, 5 * 350 + 5 * 200), (3, 200, 600)],
    ids=["one", "last-at-full", "first-at-less", "many", "over-the-edge", "all-behind-it"],
)
def test_organisational_support_pays_less_after_the_hundredth(participants, before, euro):
    answer = together(organisation(group(participants=participants, before=before), tables_for(2021)))

    assert paid(answer) == [("organisational_support", euro)]


@given(st.integers(1, 400), st.integers(0, 300), st.integers(1, 400))
def test_it_makes_no_difference_whether_participants_come_together_or_one_group_after_the_other(first, before, second):
    def support(participants, before):
        return together(organisation(group(participants=participants, before=before), tables_for(2021))).total_eur

    assert support(first, before) + support(second, before + first) == support(first + second, before)


@pytest.mark.parametrize(
    ("activity", "country", "euro"),
    [
        ("courses_and_training", "", 100),
        ("long_term_learner_erasmuspro", "DE", 500),
        ("short_term_learner", "GE", 500),
        ("short_term_learner", "DE", 350),
    ],
)
def test_organisational_support_depends_on_the_activity_and_on_where_it_goes(activity, country, euro):
    answer = together(organisation(group(activity, receiving_country=country), tables_for(2021)))

    assert answer.total_eur == euro


def test_organisational_support_explains_its_steps():
    answer = together(organisation(group(participants=150), tables_for(2021)))

    assert said(answer) == [
        "100 participants × 350.00 EUR + 50 participants × 200.00 EUR = 45,000.00 EUR. From participant 101 of the "
        "same activity on the amount is 200.00 EUR."
    ]


def test_a_group_of_pupils_has_a_most():
    pupils = Group(2022, "KA121-SCH", "PL01", "group_mobility_pupils", 14)

    answer = together(organisation(pupils, tables_for(2022)))

    assert (answer.total_eur, answer.status) == (1000, "provisional")
    assert said(answer)[0].endswith("= 1,400.00 EUR. At most 1,000.00 EUR are paid for a group.")


def test_accompanying_persons_are_not_counted():
    answer = together(organisation(group(participants=3, is_accompanying=True), tables_for(2021)))

    assert paid(answer) == [("organisational_support", 0)]
    assert said(answer) == ["Accompanying persons are not counted for organisational support."]


@pytest.mark.parametrize("call_year", [2024, 2025, 2026])
def test_organisational_support_that_nobody_read_is_missing(call_year):
    asked = Group(call_year, "KA121-VET", "LV01", "short_term_learner", 20)

    answer = together(organisation(asked, tables_for(call_year)))

    assert (answer.total_eur, told(answer)) == (None, ["organisational_support_missing"])


def test_participants_below_one_are_refused():
    assert told(together(organisation(group(participants=0), tables_for(2021)))) == ["participants_not_positive"]


# Inclusion and preparatory visits


def test_inclusion_support_is_paid_for_those_with_fewer_opportunities():
    answer = together(organisation(group(participants=10, fewer_opportunities=3), tables_for(2021)))

    assert paid(answer) == [("organisational_support", 3500), ("inclusion_support_organisations", 300)]
    assert said(answer)[1] == "3 participants with fewer opportunities × 100.00 EUR = 300.00 EUR."


@pytest.mark.parametrize("count", [-1, 11])
def test_more_or_fewer_than_none_of_the_participants_are_refused(count):
    answer = together(organisation(group(participants=10, fewer_opportunities=count), tables_for(2021)))

    assert told(answer) == ["fewer_opportunities_too_many"]


@pytest.mark.parametrize(
    ("persons", "euro", "warnings"), [(1, 575, []), (3, 1725, []), (4, 2300, ["too_many_on_a_visit"])]
)
def test_a_preparatory_visit_is_paid_by_the_person(persons, euro, warnings):
    answer = together(organisation(group("preparatory_visit", persons), tables_for(2021)))

    assert (answer.total_eur, told(answer)) == (euro, warnings)


# Courses and languages


@pytest.mark.parametrize(
    ("call_year", "days", "euro", "status"),
    [
        (2016, 7, 490, "final"),
        (2016, 12, 700, "final"),
        (2021, 7, 560, "final"),
        (2021, 12, 800, "final"),
        (2025, 10, 800, "provisional"),
        (2025, 12, 800, "provisional"),
    ],
)
def test_course_fees_are_paid_by_the_day_to_a_limit(call_year, days, euro, status):
    answer = course_fees(stay(call_year, extras=Extras(course_days=days)), tables_for(call_year))

    assert (answer.total_eur, answer.status) == (euro, status)


def test_course_fees_say_where_the_limit_is():
    in_euro = course_fees(stay(extras=Extras(course_days=12)), tables_for(2021))
    in_days = course_fees(stay(2025, extras=Extras(course_days=12)), tables_for(2025))

    assert said(in_euro) == ["12 course days × 80.00 EUR = 960.00 EUR. At most 800.00 EUR are paid for a course."]
    assert said(in_days) == ["10 course days × 80.00 EUR = 800.00 EUR. Of 12 course days no more are paid."]


@pytest.mark.parametrize(("days", "code"), [(-2, "course_days_not_positive"), (22, "course_days_beyond_activity")])
def test_course_days_that_cannot_be_are_refused(days, code):
    assert told(course_fees(stay(extras=Extras(course_days=days)), tables_for(2021))) == [code]


@pytest.mark.parametrize(
    ("changes", "euro", "beginning"),
    [
        ({}, 150, "One amount for a participant"),
        ({"activity": "long_term_learner_erasmuspro"}, 300, "150.00 EUR for the language and 150.00 EUR more"),
        ({"participant": "staff", "activity_days": 30}, 0, "Staff are paid linguistic support for stays of 31 days"),
        ({"participant": "staff", "activity_days": 31}, 150, "One amount for a participant"),
    ],
    ids=["learner", "long-stay", "short-stay-of-staff", "long-stay-of-staff"],
)
def test_linguistic_support_depends_on_who_and_how_long(changes, euro, beginning):
    answer = linguistic_support(stay(**changes), tables_for(2021))

    assert answer.total_eur == euro
    assert said(answer)[0].startswith(beginning)


# Exceptional costs


def test_expensive_travel_takes_the_place_of_the_travel_grant():
    answer = journey(stay(extras=Extras(real_travel_eur=Decimal("401.55"))), tables_for(2021))

    assert paid(answer) == [("travel", 0), ("exceptional_costs", Decimal("321.24"))]
    assert said(answer) == [
        "The travel grant of 275.00 EUR covers 68.5 % of the real cost of 401.55 EUR, less than 70 %: exceptional "
        "costs are paid instead.",
        "80 % of the real travel cost of 401.55 EUR = 321.24 EUR, instead of the travel grant.",
    ]


@pytest.mark.parametrize("real", ["392.85", "275", "100"], ids=["at-70-per-cent", "covered", "cheaper"])
def test_travel_that_is_covered_enough_keeps_its_grant(real):
    answer = journey(stay(extras=Extras(real_travel_eur=Decimal(real))), tables_for(2021))

    assert (paid(answer), told(answer)) == ([("travel", 275)], ["travel_covers_enough"])


@pytest.mark.parametrize(
    ("call_year", "cost", "lines", "codes"),
    [
        (2018, 226, [275, 180], []),
        (2018, 225, [275], ["domestic_travel_not_dear"]),
        (2021, 300, [275], ["domestic_travel_not_dear"]),
    ],
)
def test_dear_travel_within_a_country_was_paid_once_to_2020(call_year, cost, lines, codes):
    asked = stay(call_year, action="KA102", extras=Extras(domestic_travel_eur=Decimal(cost)))

    answer = journey(asked, tables_for(call_year))

    assert ([line.amount_eur for line in answer.lines], told(answer)) == (lines, codes)


def test_real_costs_are_paid_by_their_share():
    asked = Extras(
        real_inclusion_eur=Decimal("310.40"), visa_and_health_eur=Decimal(60), guarantee_eur=Decimal("12.35")
    )

    answer = grant(stay(extras=asked), tables_for(2021))

    assert paid(answer)[2:] == [
        ("inclusion_support_participants", Decimal("310.40")),
        ("exceptional_costs", Decimal(60)),
        ("exceptional_costs", Decimal("9.88")),
    ]
    assert answer.status == "provisional"


def test_a_real_cost_below_zero_is_refused():
    asked = stay(extras=Extras(visa_and_health_eur=Decimal(-1), real_travel_eur=Decimal(0)))

    assert told(grant(asked, tables_for(2021))) == ["real_cost_not_positive", "real_cost_not_positive"]


# Later rates worked out


@pytest.mark.parametrize(
    ("agency", "first", "later"),
    [("ES01", 66, "46"), ("ES01", 57, "40"), ("ES01", 117, "82"), ("PL01", 64, "45"), ("CZ01", 153, "107.1")],
)
def test_a_later_rate_is_worked_out_as_the_agency_does(agency, first, later):
    entered = [DailyRate("learner", "2", 1, Decimal(first), Reference("An annex"))]

    answer = grant(
        stay(national_agency=agency, activity_days=15, travel_days=0), tables_for(2021).with_daily_rates(entered)
    )

    line = answer.lines[1]
    assert line.amount_eur == 14 * first + Decimal(later)
    assert answer.status == "provisional"
    assert "The rate from day 15 is worked out from the first one, as the agency does." in line_sentence(line)


def test_no_later_rate_is_guessed_for_an_agency_whose_way_is_not_known():
    entered = [DailyRate("learner", "2", 1, Decimal(60), Reference("An annex"))]

    answer = grant(stay(national_agency="LV01"), tables_for(2021).with_daily_rates(entered))

    assert told(answer) == ["later_daily_rate_missing"]


# Nordplus


@pytest.mark.parametrize(
    ("days", "split"),
    [(1, (0, 0, 1)), (4, (0, 0, 4)), (5, (0, 1, 0)), (7, (0, 1, 0)), (8, (0, 1, 1)), (35, (1, 1, 0)), (60, (2, 0, 0))],
)
def test_days_are_counted_as_months_weeks_and_days(days, split):
    assert months_weeks_days(days) == split


@pytest.mark.parametrize(
    ("sending", "receiving", "km", "euro"),
    [("LV", "FI", 0, 330), ("LV", "IS", 0, 660), ("GL", "LV", 0, 1300), ("LV", "NO", 501, 505), ("LV", "NO", 500, 330)],
)
def test_nordplus_travel_goes_by_the_dearer_country(sending, receiving, km, euro):
    case = NordplusCase(2024, "pupil", sending, receiving, days=7, domestic_km=Decimal(km))

    assert paid(nordplus(case, nordplus_for(2024))) == [("travel", euro)]


@pytest.mark.parametrize(
    ("activity", "days", "euro"),
    [("student_long", 35, 320), ("student_express", 7, 250), ("student_express", 19, 450), ("teacher", 8, 600)],
)
def test_nordplus_subsistence_goes_by_the_stay(activity, days, euro):
    answer = nordplus(NordplusCase(2024, activity, days=days), nordplus_for(2024))

    assert paid(answer) == [("subsistence", euro)]


def test_nordplus_says_what_it_does_not_know():
    answer = nordplus(NordplusCase(2024, "staff", "LV", "GE", days=3), nordplus_for(2024))

    assert [problem_sentence(problem) for problem in answer.problems] == [
        "Georgia does not take part in Nordplus. Choose a Nordic or Baltic country.",
        "Nordplus: what a day costs is not known for “Mobility of staff”. Enter the amount of your grant agreement.",
    ]


@pytest.mark.parametrize(("budget", "lines"), [(15_000, []), (15_001, [("project_management", 2500)])])
def test_management_is_paid_for_larger_budgets(budget, lines):
    assert paid(management("junior", 3, Decimal(budget), nordplus_for(2024))) == lines


# Projects paid as a whole


def test_the_innovation_centre_s_half_euro_is_explained():
    answer = co_financed(Decimal(2_011_605), Decimal(90), Decimal(1_810_444), Decimal(201_161))

    assert answer.total_eur == 1_810_444
    assert said(answer) == [
        "90 % of the total of 2,011,605.00 EUR are exactly 1,810,444.50 EUR. The amounts are rounded to whole euro: "
        "1,810,444.00 EUR of grant and 201,161.00 EUR of co-financing make the total."
    ]


def test_amounts_that_do_not_make_the_total_are_refused():
    answer = co_financed(Decimal(2_011_605), Decimal(90), Decimal(1_810_000), Decimal(201_161))

    assert told(answer) == ["money_broken"]


@pytest.mark.parametrize(
    ("action", "euro", "total"),
    [("KA210-VET", 60_000, 60_000), ("KA220-SCH", 250_000, 250_000), ("KA220-VET", 5, None)],
)
def test_a_partnership_is_paid_one_of_its_lump_sums(action, euro, total):
    answer = lump_sum(action, Decimal(euro), 2023, lump_sums_for(2023))

    assert answer.total_eur == total
    assert answer.lines or problem_sentence(answer.problems[0]).replace("\u00a0", " ") == (
        "KA220-VET is paid by a lump sum of 120,000.00 EUR, 250,000.00 EUR, 400,000.00 EUR. Enter one of them as "
        "lump_sum_eur."
    )
