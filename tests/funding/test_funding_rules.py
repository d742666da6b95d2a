import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.funding.loading import tables_for
from tilts.funding.rules import (
    ANY_GROUP,
    Activity,
    Band,
    Case,
    DailyRate,
    DaysAtRate,
    Grant,
    ParameterUse,
    Problem,
    Reference,
    Tables,
    Tier,
    TierDays,
    check_activity,
    grant,
    individual_support,
    split_days,
    travel,
)

SHARED = Path(__file__).parents[2].parent / "shared"
EXAMPLES = SHARED / "facts" / "funding" / "worked_examples.json"

GUIDE = Reference("A guide made up for these tests", "https://example.org/guide")
ANNEX = Reference("Annex IV of a grant agreement made up for these tests")


def figure(key, value, status="confirmed", unit="EUR"):
    number = value if isinstance(value, str) else Decimal(value)
    return ParameterUse(key, number, unit, 2021, status, GUIDE)


BELOW_10 = figure("travel.from_0_km.standard", 0)
NEAR = figure("travel.from_10_km.standard", 20)
FAR = figure("travel.from_500_km.standard", 275)
FAR_GREEN = figure("travel.from_500_km.green", 320)
FARTHEST = figure("travel.from_5000_km.standard", 900, status="derived")
GROUP = figure("country_group.DE", "2", unit="group")
GROUP_OUTSIDE = figure("country_group.GE", "2", status="derived", unit="group")
FIRST = figure("individual_support.day_1", 50)
LATER = figure("individual_support.day_15", 35)
TRAVEL_DAYS = figure("travel_days.standard", 2, unit="days")
TRAVEL_DAYS_GREEN = figure("travel_days.green", 6, unit="days")
LEAST = figure("activity.least", 10, unit="days")
MOST = figure("activity.most", 89, unit="days")

TABLES = Tables(
    call_year=2021,
    countries=frozenset({"DE", "GE", "US", "LV"}),
    actions={"KA121-VET": "VET", "KA122-VET": "VET"},
    national_agencies=frozenset({"AA01", "LV01"}),
    bands=(
        Band(0, 10, BELOW_10, None),
        Band(10, 500, NEAR, None),
        Band(500, 5000, FAR, FAR_GREEN),
        Band(5000, None, FARTHEST, None),
    ),
    travel_days={"standard": TRAVEL_DAYS, "green": TRAVEL_DAYS_GREEN},
    tier_days={"learner": TierDays((1, 15)), "staff": TierDays((1, 15), last=60)},
    country_groups={("learner", "DE"): GROUP, ("staff", "DE"): GROUP},
    outside_groups={("KA121-VET", "", "GE"): GROUP_OUTSIDE},
    daily_rates={("AA01", "VET", "learner", "2"): (Tier(1, FIRST), Tier(15, LATER))},
    activities={("VET", "short_term_learner"): Activity("short_term_learner", "learner", "LM-SHORT-VET", LEAST, MOST)},
)


def case(**changes):
    return Case(
        **{
            "call_year": 2021,
            "action": "KA121-VET",
            "national_agency": "AA01",
            "participant": "learner",
            "receiving_country": "DE",
            "distance_km": Decimal(1000),
            "activity_days": 14,
            **changes,
        }
    )


def amounts(answer: Grant) -> dict[str, Decimal]:
    return {line.category: line.amount_eur for line in answer.lines}


def entered(**changes):
    values = {"participant": "learner", "country_group": "2", "from_day": 1, "eur_per_day": Decimal(40)}
    return DailyRate(**values | {"reference": ANNEX} | changes)


# Travel


@pytest.mark.parametrize(
    ("km", "green", "amount", "reason", "rate"),
    [
        ("0.01", False, 0, "travel_too_near", BELOW_10),
        ("9.99", True, 0, "travel_too_near", BELOW_10),
        ("10", False, 20, "travel_standard", NEAR),
        ("499.99", True, 20, "travel_green_as_standard", NEAR),
        ("500", False, 275, "travel_standard", FAR),
        ("500", True, 320, "travel_green", FAR_GREEN),
        ("4999.99", False, 275, "travel_standard", FAR),
        ("9999", False, 900, "travel_standard", FARTHEST),
    ],
    ids=[
        "next-door",
        "below-the-first-band",
        "first-edge",
        "below-an-edge",
        "on-an-edge",
        "green",
        "band's-end",
        "last-band",
    ],
)
def test_travel_pays_by_band(km, green, amount, reason, rate):
    line = grant(case(distance_km=Decimal(km), green=green), TABLES).lines[0]

    assert (line.category, line.amount_eur, line.reason, line.parameters) == ("travel", amount, reason, (rate,))


@pytest.mark.parametrize(
    ("km", "problem"),
    [
        (None, Problem("distance_missing")),
        (Decimal(0), Problem("distance_not_positive", {"distance_km": Decimal(0)})),
        (Decimal(-5), Problem("distance_not_positive", {"distance_km": Decimal(-5)})),
        (Decimal(40_000), Problem("distance_too_far", {"distance_km": Decimal(40_000), "farthest_km": 20_040})),
    ],
    ids=["unknown", "nothing", "negative", "round-the-earth"],
)
def test_travel_refuses_a_distance_that_cannot_be(km, problem):
    answer = grant(case(distance_km=km), TABLES)

    assert (answer.problems, answer.total_eur, answer.status) == ((problem,), None, "impossible")
    assert amounts(answer) == {"individual_support": 700}


def test_travel_refuses_a_distance_that_is_no_number():
    assert [problem.code for problem in grant(case(distance_km=Decimal("NaN")), TABLES).problems] == [
        "distance_not_positive"
    ]


@pytest.mark.parametrize(
    ("km", "green", "edges"),
    [
        ("494.99", False, []),
        ("495", False, [(500, 20, 275)]),
        ("505", True, [(500, 20, 320)]),
        ("505.01", False, []),
        ("7", False, [(10, 0, 20)]),
    ],
    ids=["6-km-off", "5-km-below", "5-km-above-green", "just-outside", "first-edge"],
)
def test_travel_warns_near_an_edge(km, green, edges):
    answer = grant(case(distance_km=Decimal(km), green=green), TABLES)

    assert answer.warnings == tuple(
        Problem(
            "distance_near_edge",
            {"distance_km": Decimal(km), "edge_km": edge, "below_eur": below, "above_eur": above},
        )
        for edge, below, above in edges
    )
    assert answer.problems == ()


def test_travel_does_not_warn_at_an_edge_where_the_amount_stays():
    same = Tables(
        2021, actions=TABLES.actions, bands=(Band(0, 10, NEAR, None), Band(10, 500, NEAR, None), TABLES.bands[2])
    )

    assert grant(case(distance_km=Decimal(10)), same).warnings == ()


def test_travel_warns_of_the_outermost_band():
    answer = grant(case(distance_km=Decimal(9999)), TABLES)

    assert answer.warnings == (Problem("distance_very_far", {"distance_km": Decimal(9999)}),)


# Individual support


@pytest.mark.parametrize(
    ("activity_days", "travel_days", "green", "amount"),
    [
        (1, 0, False, 50),
        (14, 0, False, 700),
        (15, 0, False, 735),
        (12, 2, False, 700),
        (14, 2, False, 770),
        (14, 5, False, 770),
        (14, 5, True, 875),
        (14, 9, True, 910),
    ],
    ids=[
        "one-day",
        "last-day-of-the-first-rate",
        "first-day-of-the-second",
        "travel-days-within-the-first",
        "travel-days-behind-it",
        "too-many-travel-days",
        "green-travel-days",
        "too-many-green-travel-days",
    ],
)
def test_individual_support_numbers_all_funded_days(activity_days, travel_days, green, amount):
    stay = case(activity_days=activity_days, travel_days=travel_days, green=green)

    assert amounts(grant(stay, TABLES))["individual_support"] == amount


def test_individual_support_names_what_it_rests_on():
    line = grant(case(activity_days=20, travel_days=4), TABLES).lines[1]

    assert line.parameters == (GROUP, FIRST, LATER, TRAVEL_DAYS)
    assert line.values == {
        "participant": "learner",
        "country": "DE",
        "country_group": "2",
        "split": (DaysAtRate(14, 1, Decimal(50)), DaysAtRate(8, 15, Decimal(35))),
        "activity_days": 20,
        "travel_days": 2,
        "travel_days_asked": 4,
        "is_example": False,
    }


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"activity_days": 0}, Problem("activity_days_not_positive", {"activity_days": 0})),
        ({"activity_days": -3}, Problem("activity_days_not_positive", {"activity_days": -3})),
        ({"travel_days": -1}, Problem("travel_days_negative", {"travel_days": -1})),
        ({"receiving_country": "QQ"}, Problem("country_unknown", {"country_code": "QQ"})),
        (
            {"receiving_country": "US"},
            Problem("country_group_missing", {"country": "US", "action": "KA121-VET", "call_year": 2021}),
        ),
        (
            {"receiving_country": "GE", "action": "KA122-VET"},
            Problem("country_group_missing", {"country": "GE", "action": "KA122-VET", "call_year": 2021}),
        ),
        (
            {"participant": "staff"},
            Problem(
                "daily_rate_missing",
                {
                    "from_day": 1,
                    "participant": "staff",
                    "country": "DE",
                    "country_group": "2",
                    "call_year": 2021,
                    "national_agency": "AA01",
                },
            ),
        ),
        ({"funded_days": 0}, Problem("funded_days_not_positive", {"funded_days": 0})),
        ({"national_agency": "AA99"}, Problem("national_agency_unknown", {"national_agency": "AA99"})),
    ],
    ids=[
        "no-days",
        "negative-days",
        "negative-travel-days",
        "unknown-country",
        "country-without-group",
        "action-that-stays-inside",
        "no-rate",
        "no-funded-days",
        "unknown-agency",
    ],
)
def test_a_problem_takes_the_total_and_leaves_the_travel_grant(changes, problem):
    answer = grant(case(**changes), TABLES)

    assert answer.problems[0] == problem
    assert amounts(answer) == {"travel": 275}
    assert (answer.total_eur, answer.status) == (None, "impossible")


def test_an_unknown_action_is_answered_by_nothing_else():
    assert grant(case(action="KA999"), TABLES) == Grant(
        (), (Problem("action_unknown", {"action": "KA999", "call_year": 2021}),)
    )


def test_a_case_is_answered_by_its_own_call_only():
    with pytest.raises(ValueError, match="a case of call 2022 can't be answered by the figures of 2021"):
        grant(case(call_year=2022), TABLES)


def test_a_participant_is_one_of_three():
    with pytest.raises(ValueError, match="'guest'"):
        case(participant="guest")


def test_days_known_as_one_figure_are_paid_as_they_are():
    line = grant(case(activity_days=0, travel_days=9, funded_days=20), TABLES).lines[1]

    assert (line.amount_eur, line.values["funded_days"]) == (14 * 50 + 6 * 35, 20)
    assert line.parameters == (GROUP, FIRST, LATER)


@pytest.mark.parametrize(
    ("activity_days", "travel_days", "problems"),
    [
        (60, 0, []),
        (
            59,
            2,
            [
                Problem(
                    "stay_beyond_rates",
                    {"participant": "staff", "call_year": 2021, "funded_days": 61, "last_day": 60},
                )
            ],
        ),
    ],
    ids=["last-day", "one-day-behind"],
)
def test_a_stay_behind_the_end_of_the_tables_is_a_problem(activity_days, travel_days, problems):
    tables = TABLES.with_daily_rates([entered(participant="staff"), entered(participant="staff", from_day=15)])

    answer = grant(case(participant="staff", activity_days=activity_days, travel_days=travel_days), tables)

    assert list(answer.problems) == problems


def test_a_rate_entered_for_the_days_behind_the_end_pays_them():
    rates = [entered(participant="staff", from_day=day, eur_per_day=Decimal(eur)) for day, eur in ((1, 90), (15, 60))]
    behind = entered(participant="staff", from_day=61, eur_per_day=Decimal(40))

    answer = grant(case(participant="staff", activity_days=62), TABLES.with_daily_rates([*rates, behind]))

    assert amounts(answer)["individual_support"] == 14 * 90 + 46 * 60 + 2 * 40


def test_rates_of_every_group_serve_a_country_without_one():
    tables = TABLES.with_daily_rates(
        [entered(country_group=ANY_GROUP), entered(country_group="2", eur_per_day=Decimal(41))]
    )

    paid = [amounts(grant(case(receiving_country=country), tables))["individual_support"] for country in ("US", "DE")]

    assert paid == [14 * 40, 14 * 41]


def test_groups_of_a_call_are_listed_with_their_countries():
    tables = tables_for(2015)

    assert tables.groups_of("staff") == {
        "A": ("DK", "GB", "IE", "NL", "SE"),
        "B": ("AT", "BE", "BG", "CY", "CZ", "FI", "FR", "GR", "HU", "IS", "IT", "LI", "LU", "NO", "PL", "RO", "TR"),
        "C": ("DE", "ES", "LV", "MK", "MT", "PT", "SK"),
        "D": ("EE", "HR", "LT", "SI"),
    }
    assert tables.groups_of("learner")["LV"] == ("LV",)
    assert (tables.first_days("learner"), tables.first_days("staff")) == ((1, 15, 61), (1, 15))


@pytest.mark.parametrize(
    ("changes", "status"),
    [({}, "final"), ({"receiving_country": "GE"}, "provisional"), ({"distance_km": Decimal(6000)}, "provisional")],
    ids=["all-confirmed", "derived-group", "derived-band"],
)
def test_a_grant_is_final_only_when_every_figure_is_confirmed(changes, status):
    assert grant(case(**changes), TABLES).status == status


# A school's own rates


def test_entered_rates_replace_the_agency_s_and_name_the_annex():
    tables = TABLES.with_daily_rates([entered(from_day=15, eur_per_day=Decimal("28.50")), entered()])

    answer = grant(case(activity_days=16), tables)

    assert amounts(answer)["individual_support"] == Decimal("617.00")
    assert [(used.value, used.reference, used.is_example) for used in answer.lines[1].parameters[1:]] == [
        (Decimal(40), ANNEX, False),
        (Decimal("28.50"), ANNEX, False),
    ]
    assert answer.status == "final"


def test_an_example_rate_stays_an_example():
    line = grant(case(), TABLES.with_daily_rates([entered(is_example=True)])).lines[1]

    assert line.values["is_example"] is True
    assert [used.is_example for used in line.parameters] == [False, True]


def test_entered_staff_rates_serve_accompanying_persons():
    tables = TABLES.with_daily_rates([entered(participant="staff", eur_per_day=Decimal(90))])

    assert amounts(grant(case(participant="accompanying"), tables))["individual_support"] == 1260


def test_entered_rates_of_another_group_leave_the_agency_s():
    tables = TABLES.with_daily_rates([entered(country_group="3")])

    assert amounts(grant(case(), tables))["individual_support"] == 700


def test_a_long_stay_needs_the_second_rate_too():
    tables = TABLES.with_daily_rates([entered()])

    assert grant(case(activity_days=14), tables).problems == ()
    assert [
        (problem.code, problem.values["from_day"]) for problem in grant(case(activity_days=15), tables).problems
    ] == [("later_daily_rate_missing", 15)]


def test_two_rates_for_the_same_day_are_refused():
    with pytest.raises(ValueError, match="two rates from day 1 for learner in country group 2"):
        TABLES.with_daily_rates([entered(), entered(eur_per_day=Decimal(41))])


@pytest.mark.parametrize(
    "changes",
    [
        {"participant": "accompanying"},
        {"from_day": 0},
        {"eur_per_day": Decimal(-1)},
        {"eur_per_day": Decimal("40.005")},
        {"eur_per_day": Decimal("NaN")},
    ],
    ids=["kind", "day", "negative", "part-of-a-cent", "no-number"],
)
def test_a_daily_rate_that_cannot_be_is_refused(changes):
    with pytest.raises(ValueError, match=str(next(iter(changes.values())))):
        entered(**changes)


# Activities


@pytest.mark.parametrize(
    ("days", "code"),
    [(9, "activity_too_short"), (10, None), (89, None), (90, "activity_too_long")],
    ids=["too-short", "shortest", "longest", "too-long"],
)
def test_check_activity_compares_with_its_limits(days, code):
    values = {"activity": "short_term_learner", "activity_days": days, "least_days": 10, "most_days": 89}

    expected = (Problem(code, values),) if code else ()

    assert check_activity("short_term_learner", days, "KA121-VET", TABLES) == expected


def test_check_activity_knows_the_activities_of_the_sector():
    assert check_activity("skiing", 5, "KA121-VET", TABLES) == (
        Problem("activity_unknown", {"activity": "skiing", "action": "KA121-VET", "call_year": 2021}),
    )


# Properties

DISTANCES = st.decimals(min_value="0.01", max_value=20_000, places=2)
RATES = st.decimals(min_value=0, max_value=300, places=2)
STAYS = st.builds(
    case,
    distance_km=DISTANCES,
    activity_days=st.integers(1, 400),
    travel_days=st.integers(0, 10),
    green=st.booleans(),
)


@given(STAYS)
def test_the_lines_add_up_to_the_total(stay):
    answer = grant(stay, TABLES)

    assert sum(amounts(answer).values()) == answer.total_eur


@given(STAYS, RATES, RATES, st.booleans())
def test_one_more_day_never_pays_less(stay, first, later, is_travel_day):
    tables = TABLES.with_daily_rates([entered(eur_per_day=first), entered(from_day=15, eur_per_day=later)])
    more = {"travel_days": stay.travel_days + 1} if is_travel_day else {"activity_days": stay.activity_days + 1}

    assert grant(case(**vars(stay) | more), tables).total_eur >= grant(stay, tables).total_eur


@given(STAYS)
def test_green_travel_never_pays_less(stay):
    standard, green = (grant(case(**vars(stay) | {"green": mode}), TABLES).total_eur for mode in (False, True))

    assert standard <= green


@given(st.integers(1, 400), st.sets(st.integers(2, 120), max_size=4))
def test_split_days_loses_no_day(days, later_starts):
    split = split_days(days, [Tier(start, FIRST) for start in sorted({1, *later_starts})])

    assert sum(part.days for part in split) == days
    assert all(part.days > 0 for part in split)


@pytest.mark.parametrize(
    ("days", "tiers"),
    [(0, [Tier(1, FIRST)]), (5, []), (5, [Tier(2, FIRST)])],
    ids=["no-day", "no-tier", "no-first-day"],
)
def test_split_days_refuses_what_it_cannot_split(days, tiers):
    with pytest.raises(ValueError, match=r"at least one day|must begin on day 1"):
        split_days(days, tiers)


# Published cases


@pytest.fixture(scope="module")
def examples():
    if not EXAMPLES.exists():
        pytest.skip("the worked examples (../shared/facts) are not here")
    return {example["id"]: example for example in json.loads(EXAMPLES.read_text(encoding="utf-8"))}


PUBLISHED = {
    "A01": {"receiving_country": "SE", "participant": "staff", "activity_days": 5},
    "D01": {"receiving_country": "LV", "activity_days": 21, "travel_days": 2},
    "D02": {"receiving_country": "LV", "activity_days": 5, "travel_days": 2, "participant": "accompanying"},
    "D03": {"receiving_country": "SE", "activity_days": 120},
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_case_is_paid_as_published(examples, name):
    inputs, expected = examples[name]["inputs"], examples[name]["expected"]
    stay = case(**{"national_agency": "ES01", "distance_km": Decimal(inputs.get("km", 1000)), **PUBLISHED[name]})

    answer = grant(stay, tables_for(2021))

    assert answer.status == "final"
    assert {name: amount for name, amount in amounts(answer).items() if f"{name}_eur" in expected} == {
        name: expected[f"{name}_eur"] for name in ("travel", "individual_support") if f"{name}_eur" in expected
    }


@pytest.mark.parametrize(("name", "call_year"), [("A07", 2017), ("A08", 2016)])
def test_the_published_stay_of_four_months_is_paid_as_published(examples, name, call_year):
    inputs, expected = examples[name]["inputs"], examples[name]["expected"]
    stay = Case(call_year, "KA102", "DE02", "learner", "FR", Decimal(900), activity_days=inputs["days"])

    answer = grant(stay, tables_for(call_year))

    assert amounts(answer)["individual_support"] == expected["individual_support_eur"]
    assert (answer.status, answer.problems) == ("provisional", ())


@pytest.mark.parametrize(
    ("call_year", "km", "eur", "status"),
    [
        (2014, 99, 0, "derived"),
        (2014, 1694, 275, "confirmed"),
        (2016, 9000, 1100, "recalled"),
        (2017, 50, 20, "recalled"),
        (2017, 9000, 1300, "recalled"),
        (2018, 9000, 1500, "recalled"),
        (2026, 50, 28, "derived"),
    ],
)
def test_travel_of_the_earlier_and_later_calls(call_year, km, eur, status):
    (line,) = travel(Case(call_year, "KA102", "DE02", "learner", "FI", Decimal(km), 14), tables_for(call_year)).lines

    assert (line.amount_eur, line.parameters[0].status) == (eur, status)


def test_berlin_s_learners_in_finland_are_paid_by_three_rates():
    stay = Case(2015, "KA102", "DE02", "learner", "FI", Decimal(1694), activity_days=70)

    (line,) = individual_support(stay, tables_for(2015)).lines

    assert line.amount_eur == 14 * 32 + 46 * 22 + 10 * 16


@pytest.mark.parametrize(
    ("country", "activity_days", "eur"), [("LV", 16, 14 * 48 + 2 * 34), ("IT", 5, 5 * 56), ("SE", 14, 14 * 64)]
)
def test_a_polish_pupil_is_paid_by_the_table_a_school_copied(country, activity_days, eur):
    stay = Case(2022, "KA122-SCH", "PL01", "learner", country, Decimal(600), activity_days=activity_days)

    answer = grant(stay, tables_for(2022))

    assert (amounts(answer)["individual_support"], answer.status) == (eur, "provisional")
