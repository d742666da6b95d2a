import json
from decimal import Decimal
from typing import get_args

import pytest
from django.utils.translation import override

from tilts.funding import rules, sentences
from tilts.funding.activities import load as load_activities
from tilts.funding.loading import tables_for
from tilts.funding.rules import Case, DailyRate, Problem, Reference, check_activity, grant
from tilts.funding.sentences import (
    activity_label,
    as_json,
    category_label,
    line_sentence,
    problem_sentence,
    status_label,
)

CURE = "Enter the daily rates of your grant agreement's annex on the project's page."


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def case(**changes):
    return Case(
        **{
            "call_year": 2021,
            "action": "KA121-VET",
            "national_agency": "ES01",
            "participant": "learner",
            "receiving_country": "DE",
            "distance_km": Decimal("1313.13"),
            "activity_days": 21,
            "travel_days": 2,
            **changes,
        }
    )


def said(changes, category):
    """The line's sentence, with ordinary blanks."""
    lines = grant(case(**changes), tables_for(2021)).lines
    return next(line_sentence(line) for line in lines if line.category == category).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "1,313.13 km one way, band 500 to 1,999 km: 275.00 EUR for the return trip."),
        (
            {"green": True},
            "1,313.13 km one way, band 500 to 1,999 km: 320.00 EUR for the return trip, the amount for green travel.",
        ),
        (
            {"green": True, "distance_km": Decimal(9999)},
            "9,999 km one way, band 8,000 km and more: 1,500.00 EUR for the return trip. This band pays no more for "
            "green travel.",
        ),
        ({"distance_km": Decimal("7.5")}, "7.5 km one way: travel of less than 10 km is not paid."),
    ],
    ids=["standard", "green", "green-as-standard", "too-near"],
)
def test_travel_is_explained(changes, sentence):
    assert said(changes, "travel") == sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {},
            "14 days × 57.00 EUR + 9 days × 40.00 EUR = 1,158.00 EUR. Daily rate of country group 2 (Germany, "
            "learner). From day 15 of the stay the rate is 40.00 EUR. Days paid: 21 of the activity and 2 of travel.",
        ),
        (
            {"activity_days": 1, "travel_days": 0, "participant": "staff"},
            "1 day × 104.00 EUR = 104.00 EUR. Daily rate of country group 2 (Germany, member of staff). Days paid: 1, "
            "all of the activity.",
        ),
        (
            {"activity_days": 5, "travel_days": 4, "participant": "accompanying"},
            "7 days × 104.00 EUR = 728.00 EUR. Daily rate of country group 2 (Germany, accompanying person). Days "
            "paid: 5 of the activity and 2 of travel; of 4 travel days no more are funded.",
        ),
    ],
    ids=["two-rates", "one-day", "too-many-travel-days"],
)
def test_individual_support_is_explained(changes, sentence):
    assert said(changes, "individual_support") == sentence


def test_a_rate_of_one_country_is_called_so():
    stay = Case(2017, "KA102", "DE02", "learner", "FR", Decimal(900), activity_days=20)

    assert line_sentence(grant(stay, tables_for(2017)).lines[1]).replace("\u00a0", " ") == (
        "14 days × 35.00 EUR + 6 days × 25.00 EUR = 640.00 EUR. Daily rate of the country (France, learner). From day "
        "15 of the stay the rate is 25.00 EUR. Days paid: 20, all of the activity."
    )


def test_a_missing_rate_of_one_country_is_called_so():
    stay = Case(2017, "KA102", "DE02", "learner", "LV", Decimal(900), activity_days=20)

    assert [problem_sentence(problem) for problem in grant(stay, tables_for(2017)).problems] == [
        "The daily rate for Latvia is not known (learner, call 2017, agency DE02). " + CURE
    ]


def test_an_example_rate_is_called_one():
    rate = DailyRate("learner", "2", 1, Decimal(40), Reference("An annex"), is_example=True)
    line = grant(case(activity_days=5), tables_for(2021).with_daily_rates([rate])).lines[1]

    assert line_sentence(line).endswith("The daily rate is an example, not taken from a grant agreement.")


def test_figures_are_written_in_the_reader_s_language():
    line = grant(case(), tables_for(2021)).lines[1]

    with override("lv"):
        sentence = line_sentence(line).replace("\u00a0", " ")

    assert "1 158,00 EUR" in sentence
    assert "Vācija" in sentence


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        (
            {"national_agency": "LV01"},
            [
                "The daily rate for country group 2 is not known (learner, Germany, call 2021, agency LV01). " + CURE,
            ],
        ),
        (
            {"action": "KA999"},
            ["The action KA999 is not known for call 2021. Choose the action that the grant agreement names."],
        ),
        (
            {"distance_km": Decimal(0), "receiving_country": "QQ", "activity_days": -1, "travel_days": -2},
            [
                "A distance of 0 km can't be right. Enter the distance one way, from town to town.",
                "The activity can't last -1 days. Check its first and its last day.",
                "There can't be -2 travel days. Check the days of departure and return.",
                "There is no country with the code “QQ”. Choose the receiving country.",
            ],
        ),
        (
            {"receiving_country": "GE", "action": "KA122-VET"},
            [
                "Georgia has no country group for KA122-VET, call 2021. Check whether the grant agreement allows stays "
                "there."
            ],
        ),
    ],
    ids=["no-rate", "action", "several", "outside"],
)
def test_a_problem_says_how_to_mend_it(changes, problems):
    answer = grant(case(**changes), tables_for(2021))

    assert [problem_sentence(problem) for problem in answer.problems] == problems


def test_a_warning_names_the_edge():
    (warning,) = grant(case(distance_km=Decimal("502.4")), tables_for(2021)).warnings

    assert problem_sentence(warning).replace("\u00a0", " ") == (
        "502.4 km is close to 500 km, where the travel grant changes from 180.00 EUR to 275.00 EUR. Check the distance "
        "with the funder's own calculator."
    )


def test_an_activity_that_is_too_short_is_named():
    (problem,) = check_activity("short_term_learner", 9, "KA121-VET", tables_for(2021))

    assert problem_sentence(problem) == (
        "Short-term mobility of learners: 9 days is too short, it takes at least 10. Move the first or the last day, "
        "or ask the agency when a participant has fewer opportunities."
    )


def test_every_problem_of_the_rules_has_a_sentence():
    values = {
        "action": "KA121-VET",
        "activity": "job_shadowing",
        "activity_days": 1,
        "above_eur": Decimal(2),
        "below_eur": Decimal(1),
        "call_year": 2021,
        "country": "LV",
        "country_code": "QQ",
        "country_group": "3",
        "distance_km": Decimal(1),
        "edge_km": 10,
        "farthest_km": 20_040,
        "funded_days": 61,
        "from_day": 15,
        "last_day": 60,
        "least_days": 2,
        "most_days": 60,
        "national_agency": "LV01",
        "participant": "staff",
        "reference": "2021-1-LV01-KA121-VET-000012345",
        "travel_days": 2,
        "category": "course_fees",
        "choices_eur": (Decimal(1), Decimal(2)),
        "cofinancing_eur": Decimal(1),
        "amount_eur": Decimal(1),
        "course_days": 3,
        "covered": Decimal("0.8"),
        "below": Decimal("0.7"),
        "fewer_opportunities": 2,
        "grant_eur": Decimal(1),
        "most": 3,
        "participants": 1,
        "real_eur": Decimal(1),
        "total_eur": Decimal(2),
    }

    worded = {code: problem_sentence(Problem(code, values)) for code in get_args(rules.ProblemCode)}

    assert [code for code, sentence in worded.items() if "%(" in sentence] == []


def test_every_activity_and_category_has_a_label():
    activities = {name for year in (2019, 2021, 2026) for _, name in tables_for(year).activities}
    activities |= {choice.name for entry in load_activities() for choice in entry.choices}

    assert activities == set(sentences.ACTIVITIES)
    assert [category for category in get_args(rules.Category) if not category_label(category)] == []
    assert [status_label(status) for status in get_args(rules.GrantStatus)] == [
        "final",
        "provisional: a figure is not confirmed",
        "not known: a figure is missing",
    ]
    assert activity_label("skiing") == "skiing"


def test_as_json_is_the_answer_of_tilts_grant():
    answer = json.loads(json.dumps(as_json(grant(case(national_agency="LV01", travel_days=0), tables_for(2021)))))

    assert answer == {
        "status": "impossible",
        "total_eur": None,
        "lines": [
            {
                "category": "travel",
                "amount_eur": 275,
                "recipient": "participant",
                "explanation": "1,313.13 km one way, band 500 to 1,999 km: 275.00\u00a0EUR for the return trip.",
                "parameters": [
                    {
                        "key": "travel.from_500_km.standard",
                        "value": 275,
                        "unit": "EUR",
                        "from_call": 2021,
                        "status": "confirmed",
                        "reference": {
                            "title": "SEPIE (agency of Spain): Annex IV 2021, KA121-VET and KA122-VET, unit "
                            "contribution rates",
                            "url": "",
                        },
                        "is_example": False,
                    }
                ],
            }
        ],
        "problems": [
            {
                "code": "daily_rate_missing",
                "problem": "The daily rate for country group 2 is not known (learner, Germany, call 2021, agency "
                "LV01). " + CURE,
            }
        ],
        "warnings": [],
    }


def test_as_json_keeps_cents():
    rate = DailyRate("learner", "2", 1, Decimal("40.05"), Reference("An annex"))
    answer = as_json(grant(case(activity_days=2, travel_days=0), tables_for(2021).with_daily_rates([rate])))

    assert (answer["lines"][1]["amount_eur"], answer["total_eur"]) == (80.1, 355.1)
