"""Cases as JSON: what is worked out, what is asked beyond it, what can't be read."""

import json
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from tilts.funding.cases import answer
from tilts.funding.cases.erasmus import INPUTS
from tilts.funding.cases.others import NORDPLUS_INPUTS, SHARE_INPUTS

LEARNER = {
    "programme": "erasmus+",
    "call_year": 2021,
    "action": "KA121-VET",
    "national_agency": "ES01",
    "activity": "short_term_learner",
    "role": "participant",
    "sending_country": "ES",
    "receiving_country": "LV",
    "distance_km": 2750,
    "activity_days": 21,
    "travel_days": 2,
}
DAY_AT_46 = {"from_day": 1, "eur_per_day": 46}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def summed(answered):
    """Status, total and the amount of each line."""
    lines = {line["category"]: line["amount_eur"] for line in answered["lines"]}
    return answered["status"], answered["total_eur"], lines


def told(answered):
    return [each["problem"] for each in answered["problems"]]


def test_a_whole_case_is_final_and_explained():
    answered = answer(LEARNER)

    assert summed(answered) == (
        "final",
        1688,
        {"travel": 360, "individual_support": 978, "organisational_support": 350},
    )
    assert (answered["problems"], answered["warnings"]) == ([], [])
    assert [line["explanation"].split(":")[0] for line in answered["lines"]] == [
        "2,750 km one way, band 2,000 to 2,999 km",
        "14 days × 48.00\u00a0EUR + 9 days × 34.00\u00a0EUR = 978.00\u00a0EUR. Daily rate of country group 3 (Latvia, "
        "learner). From day 15 of the stay the rate is 34.00\u00a0EUR. Days paid",
        "1 participant × 350.00\u00a0EUR = 350.00\u00a0EUR.",
    ]
    assert [line["recipient"] for line in answered["lines"]] == ["participant", "participant", "organisation"]


def test_given_rates_replace_the_tables():
    rates = {
        "individual_support": [{"from_day": 1, "eur_per_day": 50.5}, {"from_day": 15, "eur_per_day": 30}],
        "travel": [{"from_km": 100, "standard_eur": 200, "green_eur": 250}, {"from_km": 2000, "standard_eur": 400}],
    }

    answered = answer(LEARNER | {"national_agency": "LV01", "rates": rates})

    assert summed(answered) == (
        "final",
        400 + 14 * 50.5 + 9 * 30 + 350,
        {"travel": 400, "individual_support": 977, "organisational_support": 350},
    )
    assert answered["lines"][0]["parameters"][0]["reference"]["title"] == "Given with the case"


def test_below_the_first_given_band_nothing_is_paid():
    rates = {"travel": [{"from_km": 100, "standard_eur": 200}]}

    assert summed(answer({"call_year": 2030, "distance_km": 50, "rates": rates})) == ("final", 0, {"travel": 0})


def test_the_tables_of_the_call_are_not_changed_by_given_rates():
    answer(LEARNER | {"rates": {"individual_support": [{"from_day": 1, "eur_per_day": 1}]}})

    assert summed(answer(LEARNER))[1] == 1688


def test_several_participants_are_paid_together_and_the_sum_says_so():
    answered = answer(LEARNER | {"participants": 3})

    assert summed(answered) == (
        "final",
        5064,
        {"travel": 1080, "individual_support": 2934, "organisational_support": 1050},
    )
    assert answered["lines"][0]["explanation"].startswith("3 participants × 360.00\u00a0EUR = 1,080.00\u00a0EUR. ")


@pytest.mark.parametrize(
    ("changes", "travel"),
    [
        ({"legs_km": [1313, 2408, 379]}, 820),
        ({"sending_town": "Daugavpils", "sending_country": "LV", "receiving_town": "Rēzekne"}, 23),
    ],
    ids=["legs-are-summed", "town-to-town"],
)
def test_the_distance_follows_from_legs_or_towns(changes, travel):
    case = {key: value for key, value in LEARNER.items() if key != "distance_km"} | changes

    assert summed(answer(case))[2]["travel"] == travel


@pytest.mark.parametrize(
    ("activity", "role", "rate"),
    [("job_shadowing", "participant", 91), ("short_term_learner", "accompanying", 91), (None, "accompanying", 91)],
)
def test_staff_rates_are_paid_for_staff_and_accompanying_persons(activity, role, rate):
    answered = answer(LEARNER | {"activity": activity, "role": role, "activity_days": 5, "travel_days": 0})

    assert summed(answered)[2]["individual_support"] == 5 * rate


def test_a_category_whose_figures_are_known_is_answered_where_another_s_are_missing():
    answered = answer(LEARNER | {"national_agency": "LV01"})

    assert summed(answered) == ("impossible", None, {"travel": 360, "organisational_support": 350})
    assert [each["code"] for each in answered["problems"]] == ["daily_rate_missing"]


def test_a_derived_figure_makes_the_grant_provisional():
    assert answer({"call_year": 2025, "distance_km": 700})["status"] == "provisional"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        (
            {"rates": {"organisational_support": []}},
            "The input “rates.organisational_support” can't be []: it must be a list of rows.",
        ),
        ({"rates": {"holidays": []}}, "There is no input “rates.holidays”. Check its spelling."),
        ({"total_eur": 5}, "“total_eur” says nothing for erasmus+. Leave it out."),
        (
            {"course_days": 22},
            "The course has 22 days and the activity only 21. Travel days are no course days: enter the days of the "
            "course alone.",
        ),
        (
            {"distance_km": 10**12},
            "The input “distance_km” can't be 1000000000000: nothing in a grant is as large as that.",
        ),
        (
            {"activity_days": 10**12},
            "The input “activity_days” can't be 1000000000000: nothing in a grant is as large as that.",
        ),
        (
            {"distance_km": None, "legs_km": [900, -400]},
            "The input “legs_km” can't be [900, -400]: each leg must be longer than 0 km.",
        ),
        ({"green": "y" * 99}, f"The input “green” can't be \"{'y' * 59}…: it must be true or false."),
        ({"z" * 99: 1}, f"There is no input “{'z' * 60}…”. Check its spelling."),
        ({"course_days": -1}, "A course can't last -1 days. Enter its days without travel."),
        (
            {"real_travel_cost_eur": 0},
            "A real cost of 0.00\u00a0EUR can't be right. Enter what the receipts add up to.",
        ),
        (
            {"fewer_opportunities": 2},
            "2 participants with fewer opportunities can't be among 1 participants.",
        ),
        (
            {"action": "KA220-VET", "lump_sum_eur": 5},
            "The lump sums of KA220-VET in call 2021 are not known. Look in the annex of your grant agreement.",
        ),
        ({"distence_km": 5}, "There is no input “distence_km”. Check its spelling."),
        ({"activity_days": "21"}, 'The input “activity_days” can\'t be "21": it must be a whole number.'),
        ({"green": 1}, "The input “green” can't be 1: it must be true or false."),
        ({"role": "guest"}, 'The input “role” can\'t be "guest": it must be one of participant, accompanying.'),
        ({"action": 121}, "The input “action” can't be 121: it must be a text."),
        ({"distance_km": "far"}, 'The input “distance_km” can\'t be "far": it must be a number.'),
        ({"distance_km": float("nan")}, "The input “distance_km” can't be NaN: it must be a number."),
        ({"participants": 0}, "The input “participants” can't be 0: it must be 1 or more."),
        (
            {"funded_days": 23},
            "The input “funded_days” can't be 23: it stands instead of activity_days and travel_days.",
        ),
        ({"rates": []}, "The input “rates” can't be []: it must be an object with a table for each category."),
        (
            {"rates": {"individual_support": [{"from_day": 0, "eur_per_day": 5}]}},
            "The input “rates.individual_support[0].from_day” can't be 0: it must be a day of the stay, each once, "
            "from 1.",
        ),
        (
            {"rates": {"travel": [{"from_km": 0, "standard_eur": -5}]}},
            "The input “rates.travel[0].standard_eur” can't be -5: it must be an amount in EUR, 0 or more, in whole "
            "cents.",
        ),
        (
            {"rates": {"travel": [{"km": 0}]}},
            'The input “rates.travel[0]” can\'t be {"km": 0}: it must have from_km, standard_eur.',
        ),
        ({"call_year": None}, "The input “call_year” is missing."),
        ({"national_agency": ""}, "The input “national_agency” is missing."),
        (
            {"programme": "tempus"},
            "Grants of the programme “tempus” can't be worked out. Known: eea-norway, erasmus+, nordplus.",
        ),
        (
            {"national_agency": "QQ01"},
            "There is no national agency QQ01. Its code is the third part of the project reference, such as LV01.",
        ),
        (
            {"call_year": 1999},
            "The action KA121-VET is not known for call 1999. Choose the action that the grant agreement names.",
        ),
        ({"receiving_country": "QQ"}, "There is no country with the code “QQ”. Choose the receiving country."),
        ({"activity_days": -5}, "The activity can't last -5 days. Check its first and its last day."),
        ({"distance_km": 0}, "A distance of 0 km can't be right. Enter the distance one way, from town to town."),
        ({"activity": "skiing"}, "KA121-VET of call 2021 has no activity “skiing”. Choose another one."),
    ],
)
def test_what_cannot_be_answered_is_told(changes, problem):
    answered = answer(LEARNER | changes)

    assert problem in told(answered)
    assert (answered["status"], answered["total_eur"]) == ("impossible", None)


@pytest.mark.parametrize("asked", [{"course_days": 0}, {"fewer_opportunities": False}, {"real_travel_cost_eur": None}])
def test_what_is_not_asked_is_no_problem(asked):
    assert summed(answer(LEARNER | asked))[:2] == ("final", 1688)


def test_a_town_that_is_none_is_told():
    case = {"call_year": 2021, "sending_town": "Nowhere", "sending_country": "LV", "receiving_town": "Rēzekne"}

    assert told(answer(case | {"receiving_country": "LV"})) == [
        "There is no town “Nowhere” in LV in the list. Give the distance instead.",
        "The distance is not known. Enter the towns of departure and arrival, or the distance.",
    ]


@pytest.mark.parametrize(
    ("changes", "warnings"),
    [
        ({"distance_km": 499}, ["distance_near_edge"]),
        ({"distance_km": 9999}, ["distance_very_far"]),
        ({"activity_days": 5}, ["activity_too_short"]),
        ({"activity_days": 5, "role": "accompanying"}, []),
    ],
)
def test_what_to_look_at_again_changes_no_sum(changes, warnings):
    answered = answer(LEARNER | changes)

    assert [each["code"] for each in answered["warnings"]] == warnings
    assert answered["total_eur"] == sum(line["amount_eur"] for line in answered["lines"])


@pytest.mark.parametrize(
    ("left_out", "warning"),
    [
        (("distance_km",), "No distance is given, so no travel is worked out."),
        (("activity_days", "travel_days"), "No days are given, so no individual support is worked out."),
    ],
)
def test_a_category_without_figures_is_left_out_with_a_word(left_out, warning):
    answered = answer({key: value for key, value in LEARNER.items() if key not in left_out})

    assert [each["problem"] for each in answered["warnings"]] == [warning]
    assert len(answered["lines"]) == 2


def test_a_list_of_cases_has_the_totals_of_all():
    answered = answer({"cases": [LEARNER, LEARNER | {"participants": 2}, {"call_year": 2025, "distance_km": 700}]})

    assert {key: answered[key] for key in ("status", "total_eur", "totals_eur")} == {
        "status": "provisional",
        "total_eur": 1688 + 3376 + 309,
        "totals_eur": {
            "travel": 360 + 720 + 309,
            "individual_support": 978 + 1956,
            "organisational_support": 3 * 350,
        },
    }
    assert [each["total_eur"] for each in answered["cases"]] == [1688, 3376, 309]


def test_a_list_with_one_impossible_case_has_no_whole():
    answered = answer({"cases": [LEARNER, {}]})

    assert (answered["status"], answered["total_eur"]) == ("impossible", None)


@pytest.mark.parametrize("given", [None, [], "KA121", 5, {"cases": {}}, {"cases": [], "call_year": 2021}])
def test_what_is_no_case_is_told(given):
    assert [each["code"] for each in answer(given)["problems"]] == ["case_malformed"]


@pytest.mark.parametrize("given", [LEARNER, LEARNER | {"rates": {"travel": 5}}, {}, {"cases": [LEARNER, None]}])
def test_every_answer_is_json(given):
    assert json.loads(json.dumps(answer(given), allow_nan=False))


@pytest.mark.parametrize(
    ("case", "lines"),
    [
        ({"call_year": 2024, "action": "KA131", "participants": 150}, {"organisational_support": 51_500}),
        ({"call_year": 2021, "action": "KA121", "distance_km": 700}, {"travel": 275}),
    ],
    ids=["one-field", "many-fields"],
)
def test_an_action_needs_its_field_of_education_only_where_it_has_many(case, lines):
    answered = answer(case)

    assert summed(answered)[2] == lines
    assert [each["code"] for each in answered["problems"]] == (["action_unknown"] if case["action"] == "KA121" else [])


def test_rates_given_for_an_action_without_days_of_its_own_hold_as_given():
    case = {"call_year": 2025, "action": "KA152", "funded_days": 20, "rates": {"individual_support": [DAY_AT_46]}}

    assert summed(answer(case)) == ("final", 920, {"individual_support": 920})


def test_a_number_alone_is_the_main_figure_of_its_table():
    asked = {"course_days": 12, "rates": {"course_fees": 90, "organisational_support": 400}}
    case = {"call_year": 2021, "action": "KA121-VET", "activity": "courses_and_training"}

    assert summed(answer(case | asked)) == ("final", 1480, {"course_fees": 1080, "organisational_support": 400})


#: What nobody should send and somebody will.
ODD = (
    *(None, "", 0, -1, 1, 400, 10**30, 1.5, float("nan"), float("inf"), 1e308, Decimal("1e-300"), True, False, "x"),
    *([], {}, [[]], [None], [1, "a"], {"a": None}, "\ud800", "\x00", "LV", "KA121-VET", "KA220", "2021", 2013, 2027),
    *("preparatory_visit", "accompanying", "nordplus", "eea-norway"),
    {"travel": [{"from_km": 0, "standard_eur": 1e300}]},
    {"individual_support": [{"from_day": 15, "eur_per_day": 5}]},
    {"organisational_support": [{"from_participant": 5, "eur": 1}]},
    {"course_fees": {"eur_per_day": 1e20}},
    {"exceptional_costs": {"below": 0, "paid": 0}},
    {"linguistic_support": {"staff_least_days": 1}},
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([LEARNER, {"programme": "nordplus"}, {"programme": "eea-norway"}]),
    st.dictionaries(st.sampled_from([*INPUTS, *NORDPLUS_INPUTS, *SHARE_INPUTS, "other"]), st.sampled_from(ODD)),
)
def test_whatever_is_sent_is_answered_with_a_sum_or_with_sentences(case, odd):
    answered = answer({"cases": [case | odd]})

    (one,) = answered["cases"]
    assert (one["total_eur"] is None) == bool(one["problems"]) == (one["status"] == "impossible")
    assert json.dumps(answered, allow_nan=False)
