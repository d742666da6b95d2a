"""The tables and sums of docs/funding are read and compared with the figures the rules use."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tilts.funding.cases import answer
from tilts.funding.loading import lump_sums_for, nordplus_for, tables_for
from tilts.funding.rules import (
    Case,
    Extras,
    Grant,
    Group,
    Line,
    NordplusCase,
    Provision,
    co_financed,
    compare,
    course_fees,
    grant,
    journey,
    nordplus,
    organisation,
    split,
    together,
    travel,
)

DOCS = Path(__file__).parents[2] / "docs" / "funding"
NOTHING = "–"


def tables_of(page):
    """Each table of a page as rows by head."""
    found, head = [], None
    for line in (DOCS / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
        if cells is None:
            head = None
        elif head is None:
            head = cells
            found.append([])
        elif not cells[0].startswith("---"):
            found[-1].append(dict(zip(head, cells, strict=True)))
    return found


def sum_of(expression):
    """ "14 × 48 + 9 × 34" as a number."""
    terms = [re.findall(r"\d+", term) for term in expression.split("+")]
    return sum(int(term[0]) * int(term[1]) if len(term) > 1 else int(term[0]) for term in terms)


def columns(rows):
    """The columns of figures: their head, their call years, whether they are for green travel."""
    for head in list(rows[0])[1:]:
        first, last = re.match(r"(\d{4})–(\d{4})", head).groups()
        yield head, range(int(first), int(last) + 1), head.endswith("green")


def test_travel_bands_are_those_of_the_parameters():
    bands, *_ = tables_of("travel.md")
    written, used = {}, {}
    for head, years, is_green in columns(bands):
        for year in years:
            written[year, is_green] = [(int(row["from km"]), row[head]) for row in bands]
            used[year, is_green] = [
                (km, NOTHING if rate is None else str(rate.value))
                for km, _ in written[year, is_green]
                for band in [next(band for band in reversed(tables_for(year).bands) if band.from_km <= km)]
                for rate in [band.green if is_green else band.standard]
            ]

    assert written == used
    assert {year for year, _ in written} == set(range(2014, 2027))
    edges = {band.from_km for year in range(2014, 2027) for band in tables_for(year).bands}
    assert edges == {int(row["from km"]) for row in bands}


def test_the_status_of_each_call_s_bands_is_that_of_the_parameters():
    _, statuses, _ = tables_of("travel.md")

    assert {int(row["call"]): {row["status"]} for row in statuses} == {
        year: {band.standard.status for band in tables_for(year).bands if band.from_km} for year in range(2014, 2027)
    }


def test_travel_by_hand_is_what_the_rules_pay():
    *_, by_hand = tables_of("travel.md")

    paid = []
    for row in by_hand:
        year, km = int(row["call"]), Decimal(row["km"])
        stay = Case(year, "KA121-VET", "ES01", "staff", "SE", km, 5, green=row["green"] == "yes")
        paid.append(travel(stay, tables_for(year)).lines[0].amount_eur)

    assert paid == [int(row["EUR"]) for row in by_hand]


KNOWN, GROUPS_2014, GROUPS_2021, SPANISH, POLISH, GERMAN, BY_HAND, BY_HAND_ELSEWHERE = tables_of(
    "individual-support.md"
)


@pytest.mark.parametrize(
    ("call_year", "groups"),
    [*((year, GROUPS_2014) for year in range(2014, 2018)), *((year, GROUPS_2021) for year in range(2021, 2024))],
    ids=str,
)
def test_country_groups_are_those_of_the_parameters(call_year, groups):
    written = {row["group"]: tuple(row["countries"].split()) for row in groups}

    assert written == tables_for(call_year).groups_of("staff")


def test_the_known_tables_of_daily_rates_are_all_there_are():
    written, used = set(), set()
    for row in KNOWN:
        first, last = map(int, row["calls"].split("–"))
        for year in range(first, last + 1):
            for group in row["groups"].split():
                written.add((year, row["agency"], row["sector"], row["who"], group, row["status"]))
    for year in range(2014, 2028):
        for (agency, sector, kind, group), tiers in tables_for(year).daily_rates.items():
            used |= {(year, agency, sector, kind, group, tier.rate.status) for tier in tiers}

    assert written == used


@pytest.mark.parametrize(
    ("rates", "call_year", "agency", "sector"),
    [(SPANISH, 2020, "ES01", "VET"), (SPANISH, 2021, "ES01", "VET"), (POLISH, 2022, "PL01", "SCH")],
    ids=["Spain-2020", "Spain-2021", "Poland"],
)
def test_daily_rates_are_those_of_the_parameters(rates, call_year, agency, sector):
    written = {
        (agency, sector, kind, row["group"]): [
            (1, int(row[f"{kind}, from day 1"])),
            (15, int(row[f"{kind}, from day 15"])),
        ]
        for row in rates
        for kind in ("learner", "staff")
    }

    assert written == {
        key: [(tier.from_day, tier.rate.value) for tier in tiers]
        for key, tiers in tables_for(call_year).daily_rates.items()
        if key[0] == agency
    }


@pytest.mark.parametrize("row", GERMAN, ids=lambda row: f"{row['call']}-{row['country']}")
def test_daily_rates_of_a_country_are_those_of_the_parameters(row):
    tiers = tables_for(int(row["call"])).daily_rates["DE02", "VET", "learner", row["country"]]

    assert {f"from day {tier.from_day}": str(tier.rate.value) for tier in tiers} == {
        head: euro for head, euro in row.items() if head.startswith("from day") and euro != NOTHING
    }


def test_individual_support_by_hand_is_what_the_rules_pay():
    paid = [
        grant(
            Case(
                2021,
                "KA121-VET",
                "ES01",
                row["who"],
                row["to"],
                Decimal(1000),
                activity_days=int(row["days of activity"]),
                travel_days=int(row["travel days"]),
                green=row["green"] == "yes",
            ),
            tables_for(2021),
        )
        .lines[1]
        .amount_eur
        for row in BY_HAND
    ]

    assert paid == [int(row["EUR"]) for row in BY_HAND] == [sum_of(row["sum"]) for row in BY_HAND]


@pytest.mark.parametrize("row", BY_HAND_ELSEWHERE, ids=lambda row: f"{row['agency']}-{row['call']}")
def test_individual_support_by_hand_elsewhere_is_what_the_rules_pay(row):
    days = int(row["days of activity"])
    stay = Case(int(row["call"]), row["action"], row["agency"], row["who"], row["to"], Decimal(1000), days)

    paid = grant(stay, tables_for(stay.call_year)).lines[1].amount_eur

    assert paid == int(row["EUR"]) == sum_of(row["sum"])


def test_the_whole_grant_by_hand_is_what_the_rules_pay():
    _, by_hand, *_ = tables_of("index.md")
    answer = grant(
        Case(2021, "KA121-VET", "ES01", "learner", "LV", Decimal(2750), activity_days=21, travel_days=2),
        tables_for(2021),
    )

    assert {line.category: line.amount_eur for line in answer.lines} | {"total": answer.total_eur} == {
        row["line"]: int(row["EUR"]) for row in by_hand
    }
    assert [sum_of(row["sum"]) for row in by_hand[1:]] == [978, 1338]


def test_the_program_of_the_page_runs():
    (program,) = re.findall(r"```python\n(.*?)```", (DOCS / "index.md").read_text(encoding="utf-8"), re.DOTALL)

    exec(compile(program, "docs/funding/index.md", "exec"), {})


def test_the_case_of_the_page_is_answered_with_its_sum():
    (case,) = re.findall(r"```json\n(.*?)```", (DOCS / "index.md").read_text(encoding="utf-8"), re.DOTALL)

    assert answer(json.loads(case))["total_eur"] == 1338 + 350


# The other cost categories


def years_of(calls):
    first, last = map(int, calls.split("–"))
    return range(first, last + 1)


def test_the_figures_of_other_costs_are_all_there_are():
    figures, *_ = tables_of("other-costs.md")

    written = {
        (row["figure"], year): (Decimal(row["value"]), row["status"])
        for row in figures
        for year in years_of(row["calls"])
    }

    assert written == {
        (name, year): (use.value, use.status)
        for year in range(2014, 2028)
        for name, use in tables_for(year).costs.items()
    }


def test_organisational_support_is_that_of_the_parameters():
    written, _ = tables_of("organisational-support.md")

    for row in written:
        for year in years_of(row["calls"]):
            for sector in row["sector"].split():
                support = tables_for(year).organisational[sector, row["activity"]]
                steps = {step.from_participant: step.eur for step in support.steps}
                used = steps[int(row["from participant"])]
                most = NOTHING if support.most is None else str(support.most.value)
                assert (str(used.value), most, used.status) == (row["EUR"], row["most for a group"], row["status"])


def test_organisational_support_by_hand_is_what_the_rules_pay():
    _, by_hand = tables_of("organisational-support.md")

    for row in by_hand:
        group = Group(
            int(row["call"]), row["action"], "ES01", row["activity"], int(row["participants"]), int(row["before"])
        )
        paid = together(organisation(group, tables_for(group.call_year))).total_eur
        assert paid == int(row["EUR"]) == sum_of(row["sum"])


def test_course_fees_and_expensive_travel_by_hand_are_what_the_rules_pay():
    _, courses, dear = tables_of("other-costs.md")

    for row in courses:
        year, days = int(row["call"]), int(row["course days"])
        stay = Case(year, "KA121-VET", "ES01", "staff", "SE", Decimal(1), 20, extras=Extras(course_days=days))
        assert course_fees(stay, tables_for(year)).total_eur == int(row["EUR"]) == sum_of(row["sum"])
    for row in dear:
        real = Extras(real_travel_eur=Decimal(row["real cost"]))
        stay = Case(int(row["call"]), "KA121-VET", "ES01", "staff", "SE", Decimal(row["km"]), 20, extras=real)
        instead = [line for line in journey(stay, tables_for(stay.call_year)).lines if line.category != "travel"]
        assert [str(line.amount_eur) for line in instead] == [euro for euro in (row["EUR instead"],) if euro != NOTHING]


def test_other_programmes_are_paid_as_the_page_says():
    travel_rows, stays, lump_sums, shares = tables_of("other-programmes.md")

    for row in travel_rows:
        for year in years_of(row["calls"]):
            for country in row["country"].split():
                assert str(nordplus_for(year).travel[country].value) == row["EUR, return"]
    for row in stays:
        case = NordplusCase(int(row["call"]), row["who"], days=int(row["days"]))
        assert nordplus(case, nordplus_for(case.call_year)).total_eur == int(row["EUR"]) == sum_of(row["sum"])
    for row in lump_sums:
        for year in years_of(row["calls"]):
            assert [str(each.value) for each in lump_sums_for(year)[row["action"]]] == row["lump sums"].split()
    for row in shares:
        amounts = (Decimal(row[head]) for head in ("total", "share %", "grant", "co-financing"))
        assert co_financed(*amounts).total_eur == int(row["grant"])


def test_who_gets_what_is_what_the_rule_answers():
    _ways, rows = tables_of("who-pays.md")
    *parts, together_row = rows
    lines = tuple(Line(row["category"], Decimal(row["granted"]), "travel_standard", {}, ()) for row in parts)
    taken = [Provision(row["category"], "bought", Decimal(row["bought or provided"])) for row in parts]

    found = split(Grant(lines), taken)

    assert found.parts == {row["category"]: Decimal(row["paid to the person"]) for row in parts}
    assert found.kept("bought") == Decimal(together_row["bought or provided"])
    assert found.to_person_eur == Decimal(together_row["paid to the person"])


def test_what_changes_is_what_the_bands_pay():
    ((row,),) = tables_of("what-if.md")
    planned, green = (
        travel(Case(2021, "KA121-VET", "LV01", "learner", "DE", Decimal(1001), 19, 2, is_green), tables_for(2021))
        for is_green in (False, True)
    )
    (change,) = compare(planned, green)

    assert (change.before_eur, change.after_eur) == (Decimal(row["as planned"]), Decimal(row["green"]))
    assert change.difference_eur == Decimal(row["difference"])
