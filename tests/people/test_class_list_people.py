"""What a class list tells of people beside their names: taken over, blanks filled, nothing overwritten."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.exchange.test_taking_over import HEADS, drop
from tests.factories import FlowFactory, PersonFactory
from tilts.exchange.actions import take_over
from tilts.exchange.presenting import check_sheet
from tilts.people.models import Guardian, Person

MORE_HEADS = (
    *HEADS,
    "Dzimums",
    "Pilsonība",
    "Izglītības programma",
    "Kurss",
    "Vecāki",
    "Vecāku tālrunis",
    "Vecāku e-pasts",
)
ROW = ("Alksne", "Ilze", "9.03.2004", "LMT-21", "", "26100100")
MORE = (*ROW, "siev.", "Latvija", "Mehatronika", "2. kurss", "Dace Alksne", "26100200", "dace@example.org")


@pytest.fixture
def flow(school):
    return FlowFactory()


def test_everything_the_list_tells_is_taken_over(flow):
    take_over(drop(flow, MORE, heads=MORE_HEADS))

    person = Person.objects.get()
    assert (person.gender, person.nationality, person.programme, person.course) == (
        *("female", "LV", "Mehatronika", "2. kurss"),
    )
    assert list(person.guardians.values_list("name", "phone", "email")) == [
        ("Dace Alksne", "+37126100200", "dace@example.org")
    ]


def test_a_telephone_alone_makes_a_guardian(flow):
    take_over(drop(flow, (*ROW, "26100200"), heads=(*HEADS, "Vecāku tālrunis")))

    assert list(Guardian.objects.values_list("name", "phone")) == [("", "+37126100200")]


def test_blanks_are_filled_and_nothing_is_overwritten(flow):
    known = PersonFactory(
        family_name="Alksne", given_names="Ilze", born_on=date(2004, 3, 9), programme="Elektronika", gender="not_said"
    )
    Guardian.objects.create(person=known, name="DACE ALKSNE", email="other@example.org")

    take_over(drop(flow, MORE, heads=MORE_HEADS))

    known.refresh_from_db()
    assert (known.programme, known.gender, known.course) == ("Elektronika", "not_said", "2. kurss")
    assert list(known.guardians.values_list("name", "phone", "email")) == [
        ("DACE ALKSNE", "+37126100200", "other@example.org")
    ]


@pytest.mark.parametrize(
    ("there", "after"),
    [
        ([""], ["Dace Alksne"]),
        (["Pēteris Alksnis"], ["Pēteris Alksnis"]),
        (["Pēteris Alksnis", "Daugavpils bāriņtiesa"], ["Pēteris Alksnis", "Daugavpils bāriņtiesa"]),
    ],
    ids=["one-without-a-name", "another", "several"],
)
def test_guardians_that_are_known_stay_the_ones(flow, there, after):
    known = PersonFactory(family_name="Alksne", given_names="Ilze", born_on=date(2004, 3, 9))
    for name in there:
        Guardian.objects.create(person=known, name=name, phone="+37126100900")

    take_over(drop(flow, MORE, heads=MORE_HEADS))

    assert list(known.guardians.values_list("name", flat=True)) == after


def test_a_text_that_is_longer_than_its_field_is_cut(flow):
    take_over(drop(flow, (*ROW, "x" * 300), heads=(*HEADS, "Izglītības programma")))

    assert Person.objects.get().programme == "x" * 200


def test_the_check_page_shows_more_columns_only_where_the_file_has_them(flow):
    narrow = check_sheet(drop(flow, ROW))
    wide = check_sheet(drop(flow, MORE, heads=MORE_HEADS))

    assert len(narrow.columns) == 6
    assert wide.columns[6:] == (
        *("Study programme", "Year of study", "Gender", "Nationality"),
        *("Guardian", "Guardian's telephone", "Guardian's e-mail"),
    )
    assert wide.good[0].texts[2:] == (
        *("9 Mar 2004", "LMT-21", "", "+371 26 100 100", "Mehatronika", "2. kurss", "Female", "Latvia"),
        *("Dace Alksne", "+371 26 100 200", "dace@example.org"),
    )
    assert wide.not_used == ()


def test_a_personal_code_is_never_taken_over(flow):
    sheet = check_sheet(drop(flow, (*ROW, "090304-12345"), heads=(*HEADS, "Personas kods")))

    assert sheet.not_used == ("Personas kods",)
    assert "090304" not in str(sheet.good[0].texts)


def test_many_new_people_with_guardians_need_no_more_queries(flow):
    def queries_for(count: int) -> int:
        rows = [(f"Alksne{letter}{count}", *MORE[1:]) for letter in "abcdef"[:count]]
        roster = drop(flow, *rows, heads=MORE_HEADS)
        with CaptureQueriesContext(connection) as captured:
            take_over(roster)
        return len(captured)

    assert queries_for(1) == queries_for(5)
