import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date

import pytest
import xlsxwriter

from tests.exchange.class_lists import workbook_of
from tilts.exchange.reading import read_book
from tilts.exchange.records import Book
from tilts.exchange.sandbox import LIMITS, read_safely


def workbook_with_sheet(xml: bytes) -> bytes:
    """A valid workbook whose only sheet is replaced."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook_of({"A": [["x"]]}))) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            copy.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else source.read(name))
    return file.getvalue()


def workbook_with_far_cell() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("A")
    sheet.write("A1", "x")
    sheet.write("XFD1048576", "y")
    book.close()
    return file.getvalue()


NAMESPACE = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
COSTLY = workbook_with_sheet(NAMESPACE + b"<row><c><v>1</v></c></row>" * 9_000_000)  # nearly two seconds of work


def problems(book: Book) -> list[str]:
    return [problem.code for problem in book.problems]


def test_the_child_reads_what_the_parser_reads():
    data = workbook_of({"A": [["Šķēle", date(2004, 3, 9), 1.5, True, 7]], "B": []}, hidden=["B"])

    assert read_safely(data) == read_book(data)


def test_an_unreadable_file_is_told():
    assert problems(read_safely(b"%PDF-1.7")) == ["not_a_spreadsheet"]


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (COSTLY, replace(LIMITS, cpu_seconds=1)),
        (workbook_with_far_cell(), LIMITS),
        (b"a;b\n", replace(LIMITS, wall_seconds=0)),
        (b"a;b\n" * 1000, replace(LIMITS, answer_size=1000)),
        (b"a;b\n", replace(LIMITS, memory=1)),
    ],
    ids=["cpu", "far-cell", "clock", "answer", "memory"],
)
def test_a_file_that_costs_too_much_gives_one_problem(data, limits):
    book = read_safely(data, limits)

    assert (book.sheets, problems(book)) == ((), ["too_costly"])


def test_a_file_that_is_too_big_is_not_even_started(monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)

    assert problems(read_safely(b"a;b\n", replace(LIMITS, file_size=1))) == ["file_too_big"]


def test_the_child_inherits_no_secrets(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://secret")
    seen = tmp_path / "environment"
    spy = tmp_path / "python"
    spy.write_text(f'#!/bin/sh\nenv > "{seen}"\nexec "{sys.executable}" "$@"\n')
    spy.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(spy))

    book = read_safely(b"a;b\n")

    assert book.sheets
    assert "secret" not in seen.read_text()
