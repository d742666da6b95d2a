import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from tests.exchange.class_lists import ods_blank_rows, ods_of, ods_row, workbook_of
from tilts.exchange.reading import Unreadable, decode, delimiter_of, read_book

TABLE = "Uzvārds;Vārds\r\nŠķēle;Ģirts\r\n"
ROWS = ((1, ("Uzvārds", "Vārds")), (2, ("Šķēle", "Ģirts")))


def zip_of(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1257"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"], ids=["semicolon", "comma", "tab", "bar"])
def test_text_tables_are_read_in_every_encoding_and_dialect(encoding, delimiter):
    (sheet,) = read_book(TABLE.replace(";", delimiter).encode(encoding)).sheets

    assert sheet.rows == ROWS


def test_russian_windows_text_is_told_from_latvian():
    text = "Фамилия;Имя\r\nИванков;Пётр"

    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Nazwisko;Imię\r\nWiśniewska;Łucja\r\n", "cp1250"),
        ("Uzvards;Vards\r\nŠķēle;Ģirts\r\n", "cp1257"),
        ("Nachname;Vorname\r\nMüller;Jürgen\r\n", "cp1252"),
        ("Perekonnanimi;Eesnimi\r\nTõnisson;Ülle\r\n", "cp1257"),
    ],
    ids=["pl", "lv", "de", "et"],
)
def test_code_pages_are_told_apart_by_their_words(text, page):
    assert decode(text.encode(page)) == text


def test_georgian_without_a_mark_of_its_encoding_is_read():
    text = "გვარი;სახელი;დაბადების თარიღი\r\nბერიძე;ნინო;19.03.2004\r\n"

    assert decode(text.encode("utf-16-le")) == decode(text.encode("utf-16-be")) == text


@pytest.mark.parametrize(
    "spoilt",
    ['"Kalne;Zane;x', 'Kalne;Zane;"x', 'Kalne;"Zane;x'],
    ids=["first", "last", "middle"],
)
@pytest.mark.parametrize("end", ["", 'Egle;Anna;"y"\n'], ids=["open", "closed-below"])
def test_a_quote_that_nobody_closed_swallows_no_rows(spoilt, end):
    (sheet,) = read_book(f"A;B;C\n{spoilt}\nOzola;Ieva;y\nBite;Anna;z\n{end}".encode()).sheets

    assert [(number, cells[0]) for number, cells in sheet.rows][2:4] == [(3, "Ozola"), (4, "Bite")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("sep=|\nA|B\n", ((1, ("A", "B")),)),
        ('A;"B\nC"\n\nD;E\n', ((1, ("A", "B\nC")), (3, ("D", "E")))),
        ('A;="0026"\n', ((1, ("A", "0026")),)),
        ("A;=cmd|x\n", ((1, ("A", "=cmd|x")),)),
        ("A;B\rC;D", ((1, ("A", "B")), (2, ("C", "D")))),
    ],
    ids=["declared", "quoted-line-end", "wrapped-text", "formula", "old-mac"],
)
def test_dialects_of_text_tables(text, rows):
    assert read_book(text.encode()).sheets[0].rows == rows


def test_delimiter_is_the_one_that_cuts_evenly():
    assert delimiter_of("A;B, C;D\nE;F;G, H, I\n") == ";"


def test_cells_keep_their_kind():
    data = workbook_of({"A": [["Ozola", date(2004, 3, 9), 37126123456, 1.5, True, "=cmd|x"]]})

    assert read_book(data).sheets[0].rows == ((1, ("Ozola", date(2004, 3, 9), 37126123456, 1.5, True, "=cmd|x")),)


def test_rows_columns_and_sheets_that_are_hidden_are_read():
    data = workbook_of({"A": [["x"], [], ["", "y"]], "B": [["z"]]}, hidden=["B"])

    assert [(sheet.name, sheet.is_hidden, sheet.rows) for sheet in read_book(data).sheets] == [
        ("A", False, ((1, ("x", "")), (3, ("", "y")))),
        ("B", True, ((1, ("z",)),)),
    ]


def test_opendocument_tables_keep_their_row_numbers():
    day = '<table:table-cell office:value-type="date" office:date-value="2004-03-09"/>'
    rows = ods_row("x") + ods_blank_rows(3) + f"<table:table-row>{day}</table:table-row>" + ods_blank_rows(1_048_570)

    assert read_book(ods_of(rows)).sheets[0].rows == ((1, ("x",)), (5, (date(2004, 3, 9),)))


def test_a_cell_merged_downwards_counts_in_each_row():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.merge_range("B2:B4", "LMT-21")
    sheet.write_column("C2", ["x", "y", "z", "w"])
    book.close()

    rows = read_book(file.getvalue()).sheets[0].rows

    assert rows == ((2, ("LMT-21", "x")), (3, ("LMT-21", "y")), (4, ("LMT-21", "z")), (5, ("", "w")))


def test_cells_merged_across_count_in_each_column():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.merge_range("A1:C2", "x")
    sheet.write("C3", "y")
    book.close()

    assert read_book(file.getvalue()).sheets[0].rows == ((1, ("x",) * 3), (2, ("x",) * 3), (3, ("", "", "y")))


def test_rows_and_columns_that_are_hidden_are_read_and_told():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet, other = book.add_worksheet("A & B"), book.add_worksheet("C")
    for row in range(4):
        sheet.write_row(row, 0, ["x", row, "y"])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_row(9, None, None, {"hidden": True})  # empty: nothing to tell
    sheet.set_column("B:B", None, None, {"hidden": True})
    sheet.set_column("F:XFD", None, None, {"hidden": True})
    other.write("A1", "z")
    book.close()

    read = read_book(file.getvalue())

    assert [number for number, _ in read.sheets[0].rows] == [1, 2, 3, 4]
    assert [(note.code, note.sheet, dict(note.values)) for note in read.notes] == [
        ("hidden_rows", "A & B", {"rows": "3"}),
        ("hidden_columns", "A & B", {"columns": "B"}),
    ]


def test_a_long_gap_is_crossed_and_told():
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.write("A1", "x")
    sheet.write("A50001", "y")
    book.close()

    book_read = read_book(file.getvalue())

    assert book_read.sheets[0].rows == ((1, ("x",)), (50_001, ("y",)))
    assert [(note.code, note.row, dict(note.values)) for note in book_read.notes] == [
        ("gap", 50_001, {"empty": 49_999, "before": 1})
    ]


def test_more_rows_than_a_school_has_are_told(monkeypatch):
    monkeypatch.setattr("tilts.exchange.reading.MAX_ROWS", 2)

    book = read_book(b"A;B\n1;2\n3;4\n5;6\n")

    assert [number for number, _ in book.sheets[0].rows] == [1, 2]
    assert [(problem.code, problem.row) for problem in book.problems] == [("too_many_rows", 3)]


def test_a_macro_is_noticed_and_the_list_read(tmp_path):
    data = workbook_of({"A": [["x"]]})
    with zipfile.ZipFile(file := io.BytesIO(data), "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")

    book = read_book(file.getvalue())

    assert book.sheets[0].rows == ((1, ("x",)),)
    assert [note.code for note in book.notes] == ["macro"]


@pytest.mark.parametrize(
    ("data", "code", "kind"),
    [
        (b"", "empty_file", None),
        (b"\r\n \r\n", "empty_file", None),
        (b"%PDF-1.7", "not_a_spreadsheet", "pdf"),
        (b"\x89PNG\r\n", "not_a_spreadsheet", "picture"),
        (b"<!DOCTYPE html><table>", "not_a_spreadsheet", "web_page"),
        (b"<!-- Exported --><table><tr><td>x", "not_a_spreadsheet", "web_page"),
        (zip_of(mimetype="application/vnd.oasis.opendocument.text"), "not_a_spreadsheet", "archive"),
        (
            zip_of(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}),
            "not_a_spreadsheet",
            "word",
        ),
        (bytes(range(1, 256)) * 4, "not_a_spreadsheet", "unknown"),
        (zip_of(word__document="x"), "not_a_spreadsheet", "word"),
        (zip_of(letter="x"), "not_a_spreadsheet", "archive"),
        (zip_of(xl__workbook="x"), "damaged_file", None),
        (workbook_of({"A": [["x"]]})[:900], "damaged_file", None),
        (b"PK\x03\x04", "damaged_file", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged_file", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password", None),
        (zip_of(xl__workbook=bytes(301_000_000)), "too_costly", None),
    ],
    ids=[
        "none",
        "blank",
        "pdf",
        "picture",
        "html",
        "html-comment",
        "odt-without-content",
        "odt",
        "bytes",
        "docx",
        "zip",
        "not-xlsx",
        "cut",
        "pk",
        "xls",
        "pw",
        "bomb",
    ],
)
def test_what_is_no_spreadsheet_is_told_by_its_kind(data, code, kind):
    with pytest.raises(Unreadable) as caught:
        read_book(data)

    assert (caught.value.problem.code, caught.value.problem.values.get("kind")) == (code, kind)
