"""Published cases, by their id in the collection of worked examples: their published sums as `tilts grant` answers."""

import json
from pathlib import Path

import pytest
from django.utils.translation import override

from tests.funding.test_funding_cases import LEARNER
from tilts.funding.cases import answer

EXAMPLES = Path(__file__).parents[2].parent / "shared" / "facts" / "funding" / "worked_examples.json"

NORDPLUS = {"programme": "nordplus", "call_year": 2024, "action": "higher education"}
YOUTH = {
    "call_year": 2026,
    "action": "KA152-YOU",
    "activity": "youth_exchange",
    "rates": {"individual_support": [{"from_day": 1, "eur_per_day": 46}]},
}
LONG = {"activity": "long_term_learner_erasmuspro", "activity_days": 120}


def group(activity, participants, **more):
    return {
        "call_year": 2021,
        "action": "KA121-VET",
        "national_agency": "ES01",
        "activity": activity,
        "participants": participants,
        **more,
    }


#: For each example the case as an office would put it, and the sums to find in its answer.
CASES = {
    "A01": ({"call_year": 2021, "distance_km": 1313}, {"travel": 275}),
    "A04": (
        {"cases": [{"call_year": 2021, "distance_km": km} for km in (1313, 2408, 379)]},
        {"travel": 815},
    ),
    "A06": (
        {
            "call_year": 2020,
            "distance_km": 9000,
            "real_travel_cost_eur": 4400,
            "rates": {"travel": [{"from_km": 0, "standard_eur": 3000}]},
        },
        {"travel": 0, "exceptional_costs": 3520},
    ),
    "A07": (
        {
            "call_year": 2017,
            "action": "KA102",
            "national_agency": "DE02",
            "activity": "learner_traineeship",
            "receiving_country": "FR",
            "activity_days": 120,
        },
        {"individual_support": 3140},
    ),
    "A08": (
        {
            "call_year": 2016,
            "national_agency": "DE02",
            "funded_days": 120,
            # The rates from day 15 and from day 61 are worked out as this agency does.
            "rates": {"individual_support": [{"from_day": 1, "eur_per_day": 35}]},
        },
        {"individual_support": 2720},
    ),
    "A11": (NORDPLUS | {"activity": "student_long", "activity_days": 35}, {"subsistence": 320}),
    "A12": (NORDPLUS | {"activity": "student_express", "activity_days": 7}, {"subsistence": 250}),
    "A13": (NORDPLUS | {"activity": "teacher", "activity_days": 8}, {"subsistence": 600}),
    "A21": ({"call_year": 2024, "action": "KA131-HED", "participants": 150}, {"organisational_support": 51_500}),
    "B01": (
        {
            "cases": [
                YOUTH | {"participants": 7, "distance_km": 50, "green": True, "funded_days": 7},
                YOUTH | {"participants": 2, "distance_km": 50, "green": True, "funded_days": 7, "role": "accompanying"},
                YOUTH
                | {"participants": 7, "distance_km": 700, "green": True, "funded_days": 9, "fewer_opportunities": 7},
                YOUTH
                | {"participants": 2, "distance_km": 700, "green": True, "funded_days": 9, "role": "accompanying"},
                YOUTH | {"participants": 7, "distance_km": 700, "funded_days": 9, "fewer_opportunities": 6},
                YOUTH | {"participants": 2, "distance_km": 700, "funded_days": 9, "role": "accompanying"},
                {"call_year": 2026, "action": "KA152-YOU", "activity": "preparatory_visit", "participants": 6},
            ]
        },
        {
            "travel": 7038,
            "individual_support": 10_350,
            "organisational_support": 2625,
            "inclusion_support_organisations": 1625,
            "preparatory_visit": 4080,
        },
    ),
    "C01": (group("courses_and_training", 1, course_days=7), {"course_fees": 560}),
    "C04": (group("courses_and_training", 1, course_days=12), {"course_fees": 800}),
    "D01": (LEARNER, {"individual_support": 978, "travel": 360}),
    "D02": (
        LEARNER | {"role": "accompanying", "activity_days": 5},
        {"individual_support": 637, "travel": 360, "organisational_support": 0},
    ),
    "D03": (LEARNER | LONG | {"receiving_country": "SE", "travel_days": 0}, {"individual_support": 5800}),
    "D05": (
        {
            "cases": [
                group("short_term_learner", 10),
                group("short_term_learner", 2, role="accompanying"),
                group("courses_and_training", 3),
                group("invited_expert", 1),
                group("long_term_learner_erasmuspro", 2),
            ]
        },
        {"organisational_support": 4900},
    ),
}
#: What the collection calls the sums.
NAMES = {
    "course_fee_eur": "course_fees",
    "exceptional_eur": "exceptional_costs",
    "inclusion_org_eur": "inclusion_support_organisations",
    "travel_unit_cost_eur": "travel",
}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture(scope="module")
def examples():
    if not EXAMPLES.exists():
        pytest.skip("the worked examples (../shared/facts) are not here")
    return {example["id"]: example for example in json.loads(EXAMPLES.read_text(encoding="utf-8"))}


def sums_of(answered):
    sums = {}
    for line in [line for each in answered.get("cases", [answered]) for line in each["lines"]]:
        sums[line["category"]] = sums.get(line["category"], 0) + line["amount_eur"]
    return sums


@pytest.mark.parametrize("name", CASES)
def test_a_published_case_is_answered_with_its_published_sums(name):
    case, sums = CASES[name]

    found = sums_of(answer(case))

    assert {category: found.get(category) for category in sums} == sums


def test_the_sums_are_those_of_the_collection_and_none_is_left_out(examples):
    totals = ("activity_eur", "total_eur", "coverage_pct", "eligible_for_exceptional")
    published = {
        name: {
            NAMES.get(key, key.removesuffix("_eur")): eur
            for key, eur in example["expected"].items()
            if key not in totals
        }
        for name, example in examples.items()
    }

    assert {name: sums for name, (_, sums) in CASES.items()} == published


def test_the_whole_application_makes_its_published_total(examples):
    answered = answer(CASES["B01"][0])

    assert (answered["total_eur"], answered["status"]) == (examples["B01"]["expected"]["total_eur"], "provisional")
