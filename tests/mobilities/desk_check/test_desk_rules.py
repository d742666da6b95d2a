"""Which papers a stay needs, how a sample is drawn, whom a list names."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from tilts.funding.sentences import CATEGORIES
from tilts.mobilities.desk_check.loading import read_requirements, requirements
from tilts.mobilities.desk_check.rules import (
    WHOLE_STAY,
    Candidate,
    Named,
    Requirement,
    State,
    Stay,
    Value,
    asked_for,
    draw,
    named_in,
    state_of,
)
from tilts.mobilities.desk_check.sentences import KINDS
from tilts.mobilities.papers.kinds import Kind

PEOPLE = [
    Candidate(17, "Liepa Ilze", frozenset({"3/17", "T17"})),
    Candidate(18, "Ņikitina Žanete Anna", frozenset({"3/18"})),
    Candidate(19, "Liepa Ilze", frozenset({"4/19"})),
    Candidate(20, "ხიდელი ნინო", frozenset({"4/20"})),
]


def kinds_of(stay: Stay) -> list[str]:
    return [each.requirement.kind for each in asked_for(stay, requirements())]


@pytest.mark.parametrize(
    ("stay", "kinds"),
    [
        (Stay(frozenset(), "accompanying", 2021), ["grant_agreement"]),
        (
            Stay(frozenset({"travel", "individual_support", "organisational_support"}), "participant", 2021, True),
            [
                "grant_agreement",
                "learning_agreement",
                "journey",
                "green_declaration",
                "certificate_of_attendance",
                "participant_report",
            ],
        ),
        (Stay(frozenset({"travel"}), "accompanying", 2018, True), ["grant_agreement", "journey"]),
        (
            Stay(frozenset({"course_fees"}), "participant", None),
            ["grant_agreement", "learning_agreement", "course_invoice", "course_certificate"],
        ),
        (Stay(frozenset({"travel"}), "participant", 2007), []),
    ],
    ids=["nothing-paid", "all-of-a-green-stay", "no-declaration-before-2021", "call-not-known", "before-the-registry"],
)
def test_a_stay_needs_the_papers_of_what_it_is_paid_from(stay, kinds):
    assert kinds_of(stay) == kinds


def test_a_later_value_takes_the_place_of_an_earlier_one():
    ended = Requirement(
        "journey", "travel", (Value(2014, True, "recalled", "first"), Value(2027, False, "recalled", "then"))
    )

    asked = {year: bool(asked_for(Stay(frozenset({"travel"}), "participant", year), [ended])) for year in (2026, 2027)}

    assert asked == {2026: True, 2027: False}


@pytest.mark.parametrize(
    ("uploaded", "printed", "state"),
    [([1], [], State.THERE), ([1], [1], State.THERE), ([], [1], State.PRINTED), ([], [], State.MISSING)],
)
def test_a_print_that_nobody_signed_does_not_count_as_there(uploaded, printed, state):
    assert state_of(uploaded, printed) == state


def test_every_paper_of_the_registry_is_known_in_words_and_by_its_category():
    assert {each.kind for each in requirements()} - KINDS.keys() == set()
    assert {each.category for each in requirements()} - CATEGORIES.keys() == {WHOLE_STAY}
    assert {each.printed_as for each in requirements()} - {kind.value for kind in Kind} == {""}


@pytest.mark.parametrize(
    "value",
    [
        "{ from: 2014, asked: true, reference: { title: A page } }",
        "{ from: 2014, asked: true, status: certain, reference: { title: A page } }",
        "{ from: 2014, asked: true, status: recalled }",
    ],
    ids=["no-status", "unknown-status", "no-source"],
)
def test_a_value_without_status_or_source_is_refused(value):
    with pytest.raises(ValueError, match="no status or no source"):
        read_requirements(f"papers: [{{ kind: journey, category: travel, values: [{value}] }}]")


def test_calls_out_of_order_are_refused():
    values = "".join(
        f"{{ from: {year}, asked: true, status: recalled, reference: {{ title: A }} }}," for year in (2021, 2014)
    )

    with pytest.raises(ValueError, match="out of order"):
        read_requirements(f"papers: [{{ kind: journey, category: travel, values: [{values}] }}]")


def test_the_same_seed_draws_the_same_sample_whatever_the_order():
    numbers = list(range(1, 101))

    drawn = draw(numbers, 10, "4711")

    assert drawn == draw(reversed(numbers), 10, "4711") == sorted(numbers, key=by_hand)[:10]
    assert drawn != draw(numbers, 10, "4712")
    assert sorted(draw(numbers, 500, "x")) == numbers


def by_hand(number: int) -> str:
    return sha256(f"4711:{number}".encode()).hexdigest()


def test_a_sample_of_nobody_is_refused():
    with pytest.raises(ValueError, match="at least 1"):
        draw([1], 0, "x")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("3/17\nT17\n#4/20", Named((17, 20), (), ())),
        ("Zanete Anna NIKITINA", Named((18,), (), ())),
        ("ნინო ხიდელი;12.05.2004;Dresden", Named((20,), (), ())),
        ("2.\tŅikitina, Žanete Anna\tLV", Named((18,), (), ())),
        ("Liepa Ilze", Named((), (), ("Liepa Ilze",))),
        ("Liepa Ilze (4/19)", Named((19,), (), ())),
        ("Liepa\n\n  Somebody   Else ", Named((), ("Liepa", "Somebody Else"), ())),
        ("", Named((), (), ())),
    ],
    ids=["numbers", "plain-letters", "georgian-row", "row-of-a-sheet", "namesakes", "told-apart", "unknown", "empty"],
)
def test_a_list_names_stays_by_number_or_by_all_words_of_a_name(text, named):
    assert named_in(text, PEOPLE) == named


def test_the_page_of_the_docs_tells_every_paper_of_the_registry():
    page = (Path(__file__).parents[3] / "docs" / "desk-check.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) == {each.kind for each in requirements()}
