import io
import string
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import xlsxwriter

from tests.exchange.class_lists import TODAY, workbook_of
from tilts.exchange.records import Problem
from tilts.exchange.roster import read_roster_file, roster_json
from tilts.exchange.sentences import SENTENCES, field_name, sentence

DEMO = files("tilts.demo") / "files/roster_lmt21.xlsx"
TWIN = Path(__file__).parent / "files/roster_lmt21_windows1257.csv"


@pytest.mark.parametrize("path", [DEMO, TWIN], ids=["xlsx", "csv"])
def test_the_demo_roster_has_eighteen_good_rows_and_two_to_mend(path):
    told = roster_json(str(path), TODAY)

    assert told["columns"] == {
        "Nr. p.k.": "number",
        "Uzvārds": "family_name",
        "Vārds": "given_names",
        "Grupa": "group",
        "Dz. dat.": "born_on",
        "Mob. tālr.": "phone",
        "E-pasts": "email",
        "Piezīmes": "notes",
    }
    assert (len(told["people"]), {person["group"] for person in told["people"]}) == (18, {"LMT-21"})
    assert told["people"][3] == {
        "row": 8,
        "family_name": "Cīruļnieks",
        "given_names": "Edgars",
        "born_on": "2003-08-17",
        "group": "LMT-21",
        "phone": "+37126100104",
        "email": "edgars.cirulnieks@example.org",
    }
    assert [(item["row"], item["column"], item["problem"]) for item in told["rows_to_mend"]] == [
        (
            12,
            "Dz. dat.",
            "Row 12, column “Dz. dat.”: there is no day “31.02.2004”; correct the day, the month or the year.",
        ),
        (19, "Vārds", "Row 19, column “Vārds”: “Given names” is empty; write it here."),
    ]
    assert (told["columns_not_used"], told["notes"]) == ([], [])


def test_a_workbook_as_excel_spoils_it():
    """Two rows of heads, a group merged over its people, hidden columns, numbers for telephones, a sum."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("Saraksts")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.merge_range("A1:F1", "Prakse Erfurtē")
    for cells, head in (("A2:A3", "Grupa"), ("B2:B3", "Uzvārds"), ("C2:C3", "Vārds"), ("D2:D3", "Dzimšanas datums")):
        sheet.merge_range(cells, head)
    sheet.merge_range("E2:F2", "Kontakti")
    sheet.write_row("E3", ["Tālrunis", "E-pasts"])
    sheet.set_column("D:E", None, None, {"hidden": True})
    sheet.merge_range("A4:A5", "LMT-21")
    sheet.write_row("B4", ["Ozoliņa", "Ieva", "", 37126100101, "ieva@example.org"])
    sheet.write_datetime("D4", date(2004, 3, 19), day)
    sheet.write_row("B5", ["Kalniņš", "Jānis", 38055, "3,71E+10"])
    sheet.write("B6", "Kopā")
    sheet.write_formula("C6", "=COUNTA(B4:B5)", None, 2)
    book.close()

    roster = read_roster_file(file.getvalue(), TODAY)

    assert [dict(row.values) for row in roster.rows] == [
        {
            "family_name": "Ozoliņa",
            "given_names": "Ieva",
            "born_on": date(2004, 3, 19),
            "group": "LMT-21",
            "phone": "+37126100101",
            "email": "ieva@example.org",
        },
        {"family_name": "Kalniņš", "given_names": "Jānis", "born_on": date(2004, 3, 9), "group": "LMT-21"},
    ]
    assert [(problem.row, problem.column, problem.code) for problem in roster.all_problems] == [
        (5, "Tālrunis", "phone_as_power")
    ]


def test_a_gap_of_a_million_rows_keeps_the_people_on_both_sides():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.write_row("A1", ["Uzvārds", "Vārds", "Dz. dat."])
    sheet.write_row("A2", ["Ozoliņa", "Ieva", "19.03.2004"])
    sheet.write_row("A1000002", ["Kalniņš", "Jānis", "01.12.2003"])
    book.close()

    roster = read_roster_file(file.getvalue(), TODAY)

    assert [row.number for row in roster.good_rows] == [2, 1_000_002]
    assert [note.code for note in roster.notes] == ["gap"]


def test_a_person_with_a_bad_telephone_is_read_and_to_be_mended(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Vārds, uzvārds;Dz. dat.;Tel.\nIeva Ozoliņa;19.03.2004;3,71E+10\n", encoding="utf-8")

    told = roster_json(path, TODAY)

    assert told["people"] == [{"row": 2, "family_name": "Ozoliņa", "given_names": "Ieva", "born_on": "2004-03-19"}]
    assert [(item["row"], item["column"], item["code"]) for item in told["rows_to_mend"]] == [
        (2, "Tel.", "phone_as_power")
    ]


@pytest.mark.parametrize(
    ("data", "row", "problem"),
    [
        (b"%PDF-1.7", None, "This is a PDF, not a spreadsheet; ask for the list as an Excel, LibreOffice or CSV file."),
        (
            workbook_of({"A": [["Uzvārds", "Vārds"], ["Ozoliņa", "Ieva"]]}),
            1,
            "Row 1, where the heads stand: the column “Date of birth” is missing; add it and fill it for every person.",
        ),
    ],
    ids=["pdf", "no-birth-date"],
)
def test_a_file_that_cannot_be_used_gives_one_sentence(tmp_path, data, row, problem):
    path = tmp_path / "list"
    path.write_bytes(data)

    told = roster_json(path, TODAY)

    assert [(item["row"], item["problem"]) for item in told["rows_to_mend"]] == [(row, problem)]
    assert told["people"] == []


VALUES = {"kind": "pdf", "order": "family_first", "date": "2004-03-09", "other": "2004-09-03", "first_sheet": "B"}


NAMED = ("text", "sign", "letters", "age", "rows", "megabytes", "empty", "before", "first_row", "group", "columns")


@pytest.mark.parametrize("code", SENTENCES)
def test_every_problem_has_a_whole_sentence(code):
    words = sentence(Problem(code, 5, "Vārds", "born_on", "A", dict(VALUES, **dict.fromkeys(NAMED, 7))))

    assert words.endswith(".")
    assert "%(" not in words


@pytest.mark.parametrize("kind", ["pdf", "word", "picture", "archive", "web_page", "unknown"])
def test_every_kind_of_file_has_its_sentence(kind):
    assert sentence(Problem("not_a_spreadsheet", values={"kind": kind}))[0] in string.ascii_uppercase


def test_field_names_are_words_for_people():
    assert field_name("born_on") == "Date of birth"
