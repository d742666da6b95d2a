"""Which rows of the module's export are whose, and what counts as otherwise."""

from datetime import date
from decimal import Decimal

import pytest

from tilts.exchange.module.countries import countries_by_word, country_names
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.rules.comparing import Found, Ours, compare
from tilts.exchange.module.rules.records import Match
from tilts.exchange.module.rules.template import TemplateRefused

ILZE = Ours(
    ("T7",),
    {
        "agreement_number": "2021-1-LV01-KA121-VET-000012345",
        "family_name": "Bērziņa",
        "given_names": "Ilze",
        "birth_date": date(2004, 3, 9),
        "start_date": date(2022, 5, 2),
        "end_date": date(2022, 5, 20),
        "receiving_country": "DE",
        "activity_type": "LM-SHORT-VET",
        "green_travel": False,
        "individual_support": Decimal("1078"),
        "virtual_duration": "",
    },
)
WHO = ("family_name", "given_names", "birth_date", "start_date", "end_date")
HER = ("Bērziņa", "Ilze", "09/03/2004", "02/05/2022", "20/05/2022")
SISTER = Ours(("T8",), {**ILZE.values, "given_names": "Anna"})


def found(fields, *rows, ours=(ILZE,)):
    matches = [Match(field) for field in fields]
    numbered = [(number, row) for number, row in enumerate(rows, start=2)]
    return compare(matches, numbered, ours, dictionary(), countries_by_word(), country_names)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("start_date", "02/05/2022"),
        ("start_date", date(2022, 5, 2)),
        ("receiving_country", "Germany"),
        ("receiving_country", "DE - Deutschland"),
        ("activity_type", "Short-term learning mobility of VET learners"),
        ("green_travel", "no"),
        ("green_travel", False),
        ("individual_support", "1 078,00"),
        ("individual_support", 1078),
        ("family_name", "BERZINA"),
        ("virtual_duration", "0"),
    ],
)
def test_the_same_in_other_words_is_not_otherwise(field, text):
    assert found(["mobility_id", field], ["T7", text]).found == ()


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_says_nothing(blank):
    fields = ["mobility_id", "family_name", "individual_support", "force_majeure_explanations"]

    assert found(fields, ["T7", blank, blank, blank]).found == ()


def test_what_is_otherwise_is_told_field_by_field():
    fields = ["mobility_id", "end_date", "individual_support", "nationality", "status", "virtual_duration"]

    assert found(fields, ["T7", "21/05/2022", "1100.50", "LV", "Draft", "12"]).found == (
        Found("draft", 0, 2, "T7"),
        Found("different", 0, 2, "T7", "end_date", "2022-05-20", "21/05/2022"),
        Found("amount", 0, 2, "T7", "individual_support", "1078.00", "1100.50"),
        Found("different", 0, 2, "T7", "nationality", "", "LV"),
        Found("different", 0, 2, "T7", "virtual_duration", "", "12"),
    )


def test_what_is_sensitive_is_never_compared():
    assert found(["mobility_id", "fewer_opportunities"], ["T7", "Yes"]).found == ()


def test_a_row_with_the_modules_own_number_is_found_by_the_person():
    comparison = found(["mobility_id", *WHO], ["LM-00042", *HER], ours=(SISTER, ILZE))

    assert comparison.numbers == {1: "LM-00042"}
    assert comparison.found == (Found("only_here", 0, number="T8"),)


def test_two_stays_of_one_person_are_told_apart_by_their_days():
    autumn = Ours(("T9",), {**ILZE.values, "start_date": date(2022, 9, 5), "end_date": date(2022, 9, 23)})

    comparison = found(
        ["mobility_id", *WHO], ["B", *HER[:3], "05/09/2022", "23/09/2022"], ["A", *HER], ours=(ILZE, autumn)
    )

    assert (comparison.numbers, comparison.found) == ({0: "A", 1: "B"}, ())


def test_a_row_of_nobody_and_nobodys_row_are_both_told():
    comparison = found(WHO, ["Liepa", "Jānis", "2004-01-01", "", ""], ["Bērziņa", "Ilze", "2004-03-09", "", ""])

    person = (("family_name", "Liepa"), ("given_names", "Jānis"), ("birth_date", "2004-01-01"))
    assert comparison.found == (Found("only_there", row=2, person=person),)
    assert found(WHO).found == (Found("only_here", 0, number="T7"),)


def test_a_second_row_of_the_same_stay_is_nobodys():
    assert [each.kind for each in found(["mobility_id"], ["T7"], ["T7"]).found] == ["only_there"]


def test_a_whole_group_is_found_by_its_days():
    group = Ours(("G3",), {"family_name": "", "start_date": date(2025, 5, 2), "end_date": date(2025, 5, 9)})

    comparison = found(["mobility_id", *WHO], ["GA-1", "", "", "", "2025-05-02", "2025-05-09"], ours=(group,))

    assert (comparison.numbers, comparison.found) == ({0: "GA-1"}, ())


@pytest.mark.parametrize(
    ("fields", "row", "code"),
    [
        (["email", "start_date"], ["a@example.org", "2022-05-02"], "no_key"),
        (["mobility_id", "agreement_number"], ["T7", "2023-1-LV01-KA121-VET-000099999"], "other_project"),
    ],
)
def test_a_file_that_can_not_be_compared_is_refused(fields, row, code):
    with pytest.raises(TemplateRefused, match=code):
        found(fields, row)
