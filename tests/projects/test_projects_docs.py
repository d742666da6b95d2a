"""The tables of docs/projects.md, compared with what the rules say."""

from decimal import Decimal
from pathlib import Path

import pytest

from tilts.funding.rules import check_money
from tilts.projects.programmes import programmes
from tilts.projects.rules import normalise_reference, programme_of

PAGE = (Path(__file__).parents[2] / "docs" / "projects.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and "---" not in line
]


@pytest.mark.parametrize("row", [row for row in ROWS if len(row) == 2][1:], ids=lambda row: row[0])
def test_references_belong_to_the_programmes_of_the_page(row):
    reference, name = row

    assert programme_of(reference, programmes()).name == name


@pytest.mark.parametrize(
    "row", [row for row in ROWS if len(row) == 5 and row[0][:1].isdigit()], ids=lambda row: row[-1]
)
def test_money_adds_up_as_the_page_says(row):
    *amounts, verdict = row

    assert check_money(*map(Decimal, amounts)).verdict == verdict


def test_the_reference_written_badly_becomes_the_one_of_the_page():
    assert "`2020-1_PL01-KA103 078074`" in PAGE
    assert f"`{normalise_reference('2020-1_PL01-KA103 078074')}`" in PAGE
