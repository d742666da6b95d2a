"""What a template says: its heads, marks and lists; and which files are refused."""

import pytest

from tests.exchange.module.templates import FINNISH, FINNISH_LISTS, HEADS, LISTS, template
from tilts.exchange.module.loading import DictionaryError, dictionary, load
from tilts.exchange.module.rules.heads import head_key, match_heads
from tilts.exchange.module.rules.records import Column, DateStyle, Match
from tilts.exchange.module.rules.template import TemplateRefused, read_heads, read_template
from tilts.exchange.sandbox import read_safely


def read(content):
    return read_template(read_safely(content, with_layout=True), dictionary())


def refused(content):
    with pytest.raises(TemplateRefused) as error:
        read(content)
    return [(trouble.code, dict(trouble.values)) for trouble in error.value.troubles]


def fields(heads, kept=None, earlier=None):
    found = match_heads([Column(head) for head in heads], dictionary(), kept or {}, earlier or {})
    return [(match.field, match.how) for match in found]


def test_heads_marks_and_lists_of_a_template_are_read():
    marks = {"Given names": "Mandatory", "Start Date": "Mandatory", "End Date": "DD/MM/YYYY"}

    found = read(template(marks=marks, lists=LISTS, in_cells={"Gender": ["F", "M"]}))

    by_head = {column.head: column for column in found.columns}
    assert [column.head for column in found.columns] == list(HEADS)
    assert {head for head, column in by_head.items() if column.is_needed} == {"Given names", "Start Date"}
    assert by_head["Receiving country"].choices == LISTS["Receiving country"]
    assert by_head["Gender"].choices == ("F", "M")  # the cells' own list comes before the second sheet's
    assert found.date_style == DateStyle.SLASHES
    assert (len(found.above), found.notes, found.delimiter) == (2, (), "")


def test_a_list_in_another_sheet_is_found_through_the_cells():
    import io

    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet, lists = book.add_worksheet("A"), book.add_worksheet("Lists")
        sheet.write_row("B2", ["Sukupuoli", "Etunimi", "Sukunimi"])
        lists.write_column("C1", ["Nainen", "Mies"])
        sheet.data_validation("B3:B99", {"validate": "list", "source": "=Lists!$C$1:$C$2"})

    found = read(file.getvalue())

    assert found.columns[0].choices == ("Nainen", "Mies")
    assert found.left == 1


def test_a_row_of_marks_in_an_unknown_language_is_no_row_of_data():
    heads = ["Etunimi", "Sukunimi", "Syntymäaika", "Alkaa", "Päättyy", "Maa"]

    found = read(template(heads, rows=[["pakollinen", "pakollinen", "pakollinen", "vapaa", "vapaa", "pakollinen"]]))

    assert (len(found.above), found.notes) == (2, ())
    assert found.columns[0].mark == "pakollinen"


def test_a_csv_is_a_template_too():
    found = read(b"Given names;Family name;Start Date\r\n")

    assert (found.delimiter, [column.head for column in found.columns]) == (
        ";",
        ["Given names", "Family name", "Start Date"],
    )


def test_rows_and_formulas_below_the_heads_are_told_and_left_out():
    found = read(template(rows=[["2021-1-LV01-KA121-VET-000000001", "", "LM-SHORT-VET"]], formula="H2"))

    assert [(note.code, dict(note.values)) for note in found.notes] == [
        ("rows_left_out", {"rows": 1}),
        ("formulas_left_out", {"cells": "H2"}),
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (template(merged="B1:D1"), ("merged_heads", {"row": 1, "first": "B", "last": "D"})),
        (template(["Name", "Start Date", "End Date", "Start date*"]), None),
        (template(formula="C1"), ("formula_as_head", {"cell": "C1"})),
        (template(["A", "", "Start Date", "End Date"]), ("head_empty", {"column": "B", "row": 1})),
        (template([f"Column {n}" for n in range(400)]), ("too_many_columns", {"columns": 400, "most": 300})),
        (template(["only one"]), ("no_heads", {})),
    ],
    ids=["merged", "twice", "formula", "empty", "wide", "none"],
)
def test_what_can_be_no_template_is_refused_with_its_place(content, told):
    told = told or ("head_twice", {"head": "Start date*", "first": "B", "second": "D"})

    assert refused(content) == [told]


def test_40_000_rows_are_refused():
    book = read_safely(template(["Given names", "Family name", "Start Date"], rows=[["a", "b", "c"]] * 40_000))

    assert [problem.code for problem in book.problems] == ["too_many_rows"]


def test_heads_of_an_export_are_read_with_the_rows_below():
    content = template(marks={}, rows=[["1", "2", "3"], ["4"]])

    heads, rows = read_heads(read_safely(content), dictionary())

    assert heads == HEADS
    assert [(number, cells[:3]) for number, cells in rows] == [(3, ("1", "2", "3")), (4, ("4", "", ""))]


def test_heads_are_matched_in_any_order_and_writing():
    assert fields(["END DATE *", "Start date (DD/MM/YYYY)", "E-pasts", "mobility/participant/given-names"]) == [
        ("end_date", "known"),
        ("start_date", "known"),
        ("email", "known"),
        ("given_names", "suggested"),
    ]


def test_what_was_kept_comes_before_what_is_known_and_an_earlier_call_only_suggests():
    kept = {"start date": Match("empty"), "maa": Match("receiving_country")}
    earlier = {"kaupunki": Match("receiving_city"), "maa": Match("sending_country")}

    assert fields(["Start Date", "Maa", "Kaupunki"], kept, earlier) == [
        ("empty", "kept"),
        ("receiving_country", "kept"),
        ("receiving_city", "suggested"),
    ]


def test_no_field_stands_under_two_heads():
    found = [field for field, _ in fields(["Date of birth", "Birth date", "Dzimšanas datums"])]

    assert found == ["birth_date", "", ""]


def test_a_mistake_in_the_dictionary_names_its_place(tmp_path):
    file = tmp_path / "fields.yaml"
    file.write_text(
        "sources: {guide: {status: confirmed}}\n"
        "fields:\n  a: {kind: text, place: none, guide: [Same]}\n  b: {kind: text, place: none, guide: [same]}\n"
    )

    with pytest.raises(DictionaryError, match=r"fields\.b: 'same' stands under a too"):
        load(file)


def test_signs_accents_and_what_stands_in_brackets_do_not_count():
    assert head_key("  Dzimšanas   DATUMS* (dd.mm.gggg) ") == "dzimsanas datums"


def test_in_a_language_that_nobody_told_lists_dates_and_signs_are_suggested_and_none_wrongly():
    columns = read(template([*FINNISH], lists=FINNISH_LISTS)).columns

    found = [match.field for match in match_heads(columns, dictionary(), {}, {})]

    assert {field for field in found if field} == {
        *("mobility_id", "activity_type", "email", "gender", "birth_date", "nationality", "sending_oid"),
        *("receiving_oid", "receiving_country", "distance_band", "start_date", "end_date"),
    }
    assert [
        (field, meant) for field, meant in zip(found, FINNISH.values(), strict=True) if field not in {"", meant}
    ] == []
