"""The tables and sums of docs/funding are read and compared with the figures the rules use."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tilts.funding.loading import tables_for
from tilts.funding.rules import Case, grant

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
    bands, _ = tables_of("travel.md")
    written, used = {}, {}
    for head, years, is_green in columns(bands):
        for year in years:
            written[year, is_green] = [(int(row["from km"]), row[head]) for row in bands]
            used[year, is_green] = [
                (band.from_km, NOTHING if rate is None else str(rate.value))
                for band in tables_for(year).bands
                for rate in [band.green if is_green else band.standard]
            ]

    assert written == {key: used[key] for key in written}
    assert {year for year, _ in written} == set(range(2018, 2027))


def test_travel_by_hand_is_what_the_rules_pay():
    _, by_hand = tables_of("travel.md")

    paid = [
        grant(
            Case(
                int(row["call"]), "KA121-VET", "ES01", "staff", "SE", Decimal(row["km"]), 5, green=row["green"] == "yes"
            ),
            tables_for(int(row["call"])),
        )
        .lines[0]
        .amount_eur
        for row in by_hand
    ]

    assert paid == [int(row["EUR"]) for row in by_hand]


@pytest.mark.parametrize("call_year", [2021, 2022, 2023])
def test_country_groups_are_those_of_the_parameters(call_year):
    groups, *_ = tables_of("individual-support.md")
    written = {country: row["group"] for row in groups for country in row["countries"].split()}

    assert written == {country: group.value for country, group in tables_for(call_year).country_groups.items()}


def test_daily_rates_are_those_of_the_parameters():
    _, rates, _ = tables_of("individual-support.md")
    written = {
        ("ES01", "VET", kind, row["group"]): [
            (1, int(row[f"{kind}, from day 1"])),
            (15, int(row[f"{kind}, from day 15"])),
        ]
        for row in rates
        for kind in ("learner", "staff")
    }

    assert written == {
        key: [(tier.from_day, tier.rate.value) for tier in tiers]
        for key, tiers in tables_for(2021).daily_rates.items()
        if key[0] == "ES01"
    }


def test_individual_support_by_hand_is_what_the_rules_pay():
    *_, by_hand = tables_of("individual-support.md")

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
        for row in by_hand
    ]

    assert paid == [int(row["EUR"]) for row in by_hand] == [sum_of(row["sum"]) for row in by_hand]


def test_the_whole_grant_by_hand_is_what_the_rules_pay():
    _, by_hand = tables_of("index.md")
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
