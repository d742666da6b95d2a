"""What stands in a filled row, and what is told to be missing."""

from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.module.templates import LISTS
from tilts.exchange.module.countries import country_names
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.rules.filling import fill
from tilts.exchange.module.rules.records import Column, DateStyle, Facts, Gap, Match, Template
from tilts.exchange.module.rules.values import NotInList, to_text, to_value

NOBODY = Facts("Ilze Liepa", {})


def text(value, kind, choices=(), style=DateStyle.ISO):
    return to_text(value, kind, Column("Head", choices=tuple(choices)), style, dictionary(), country_names)


def filled(matches, *facts, delimiter="", heads=None):
    columns = tuple(Column(head) for head in heads or [f"Head {n}" for n in range(len(matches))])
    template = Template("A", columns, (), delimiter=delimiter)
    return fill(template, matches, facts, dictionary(), country_names)


@pytest.mark.parametrize(
    ("value", "kind", "choices", "expected"),
    [
        (date(2022, 5, 2), "date", (), "2022-05-02"),
        (Decimal("1275"), "money", (), "1275.00"),
        (19, "integer", (), "19"),
        (True, "yes_no", (), "Yes"),
        (False, "yes_no", ("Jā", "Nē"), "Nē"),
        ("female", "gender", ("M", "F"), "F"),
        ("DE", "country", (), "DE"),
        ("DE", "country", LISTS["Receiving country"], "DE - Germany"),
        ("DE", "country", ("Vācija", "Igaunija"), "Vācija"),
        ("GR", "country", ("EL", "LV"), "EL"),
        ("LM-SHORT-VET", "activity", LISTS["Activity type"], LISTS["Activity type"][0]),
        (Decimal("912.34"), "distance_band", LISTS["Distance band"], "500 - 1999 km"),
        (Decimal("9000"), "distance_band", ("4 000 - 7 999 km", "8 000 km or more"), "8 000 km or more"),
        (Decimal("912.34"), "distance_band", (), "912"),
    ],
)
def test_a_value_is_written_as_the_template_wants_it(value, kind, choices, expected):
    assert text(value, kind, choices) == expected


def test_days_are_written_in_the_chosen_way():
    assert [text(date(2022, 5, 2), "date", style=style) for style in DateStyle] == [
        "2022-05-02",
        "02/05/2022",
        "02.05.2022",
    ]


@pytest.mark.parametrize(
    ("value", "kind", "choices"),
    [("LV", "country", ("DE", "EE")), (Decimal(50), "distance_band", ("500 - 1999 km",)), ("other", "gender", ("F",))],
)
def test_what_is_not_in_the_list_is_not_written(value, kind, choices):
    with pytest.raises(NotInList):
        text(value, kind, choices)


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("02/05/2022", "date", date(2022, 5, 2)),
        ("soon", "date", None),
        ("1 275,50", "money", Decimal("1275.50")),
        ("much", "money", None),
        ("19.0", "integer", 19),
        ("true", "yes_no", True),
        ("Maybe", "yes_no", None),
        ("Sieviete", "gender", "female"),
        ("LM-SHORT-VET - Short-term", "activity", "LM-SHORT-VET"),
    ],
)
def test_a_text_of_the_module_is_read(written, kind, value):
    assert to_value(written, kind, dictionary(), {}) == value


def test_rows_are_filled_in_the_columns_order_and_gaps_name_row_and_column():
    known = Facts("Ilze Liepa", {"family_name": "Liepa", "virtual_duration": ""})
    matches = [
        Match("family_name"),
        Match("email"),
        Match("constant", "OID"),
        Match("empty"),
        Match("virtual_duration"),
    ]

    found = filled([*matches, Match(""), Match("force_majeure")], known, known)

    assert found.rows == (("Liepa", "", "OID", "", "", "", ""),) * 2
    assert found.gaps == (
        Gap("Head 1", "missing", 0, "email"),
        Gap("Head 1", "missing", 1, "email"),
        Gap("Head 5", "no_field"),
        Gap("Head 6", "not_held", field="force_majeure"),
    )


@pytest.mark.parametrize(
    "head",
    ["Health conditions", "Ethnic origin", "Diet", "Special needs", "Barrier type", "Religion", "Veselības stāvoklis"],
)
def test_columns_of_special_categories_stay_empty_whatever_was_chosen(head):
    found = filled([Match("constant", "asthma")], NOBODY, heads=[head])

    assert (found.rows, found.gaps) == ((("",),), ())


def test_no_field_of_the_module_is_of_a_special_category():
    words = ("health", "diet", "ethnic", "religio", "belief", "disab", "need", "iban", "passport", "personal_code")

    assert [name for name in dictionary().fields if any(word in name for word in words)] == []


def test_a_text_file_gets_no_cell_that_a_spreadsheet_would_run():
    phone, attack = Facts("a", {"receiving_city": "+371 20000000"}), Facts("b", {"receiving_city": "=HYPERLINK(1)"})

    found = filled([Match("receiving_city")], phone, attack, delimiter=";")

    assert found.rows == (("+371 20000000",), ("",))
    assert [gap.code for gap in found.gaps] == ["formula"]
    assert filled([Match("receiving_city")], attack).rows == (("=HYPERLINK(1)",),)  # a text cell of a workbook
