"""Bytes of a class list → sheets of cells, as they stand: nothing is interpreted or evaluated.

Runs in a child process with limits (`sandbox`), because the file may be hostile. Workbooks (xlsx, xlsm, xlsb, xls, ods)
are read by python-calamine, text tables (csv, tsv, txt) by the standard library.
"""

import csv
import io
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from tilts.exchange.records import Book, Cell, Problem, Sheet

MAX_ROWS = 20_000  # filled rows in all sheets together; a whole school is smaller
MAX_COLUMNS = 200
MAX_TEXT = 1_000  # characters of one cell
MAX_UNPACKED = 300_000_000  # bytes a zipped workbook may say that it unpacks to
LONG_GAP = 1_000  # empty rows in a sheet that are worth a note

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: xls, doc, and every file with a password
OTHER_KINDS = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "word"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
DELIMITERS = (";", ",", "\t", "|")


class Unreadable(Exception):
    """The file can't be read as a spreadsheet; carries the problem to show."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.problem = Problem(code, values=values)


def read_book(data: bytes) -> Book:
    """All sheets of a workbook, or the one table of a text file. Raises Unreadable."""
    if not data.strip(b"\0\t\r\n "):
        raise Unreadable("empty_file")
    for magic, kind in OTHER_KINDS:
        if data.startswith(magic):
            raise Unreadable("not_a_spreadsheet", kind=kind)
    if data.startswith(b"PK"):
        return _read_workbook(data, has_macro=_look_into_zip(data))
    if data.startswith(COMPOUND_FILE):
        return _read_workbook(data, has_macro=_look_into_compound_file(data))
    return _limit([_read_text(data)], ())


def _look_into_zip(data: bytes) -> bool:
    """Whether a zipped workbook holds macros. Raises Unreadable for other zips and for bombs."""
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("damaged_file") from error
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Unreadable("too_costly")
    names = {member.filename for member in members}
    if any(name.startswith("word/") for name in names):
        raise Unreadable("not_a_spreadsheet", kind="word")
    if not any(name.startswith("xl/") for name in names) and "content.xml" not in names:
        raise Unreadable("not_a_spreadsheet", kind="archive")
    return any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names)


def _look_into_compound_file(data: bytes) -> bool:
    """Whether an xls holds macros. Raises Unreadable for documents and for files with a password."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data  # names of streams in the directory

    if holds("EncryptedPackage"):
        raise Unreadable("password")
    if holds("WordDocument"):
        raise Unreadable("not_a_spreadsheet", kind="word")
    return holds("_VBA_PROJECT_CUR")


def _read_workbook(data: bytes, has_macro: bool) -> Book:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            (workbook.get_sheet_by_name(about.name), about.visible != Visible.Visible)
            for about in workbook.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise Unreadable("password") from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("damaged_file") from error
    notes = (Problem("macro"),) if has_macro else ()
    return _limit([(sheet.name, _cells(sheet), is_hidden) for sheet, is_hidden in sheets], notes)


def _cells(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """Row by row from row 1; a cell merged downwards counts in each of its rows, as the eye reads it."""
    left = sheet.start[1] if sheet.start else 0
    merged = {
        (row, column): top
        for (top, column), (bottom, right) in sheet.merged_cell_ranges or ()
        if column == right and bottom - top < MAX_ROWS
        for row in range(top + 1, bottom + 1)
    }
    columns_merged = {column for _, column in merged}
    tops: dict[tuple[int, int], Cell] = {}
    for index, found in enumerate(sheet.iter_rows()):
        if found.count("") == len(found):  # most of a million rows, when a stray cell stands far below
            yield []
            continue
        row = [_plain(value) for value in found[:MAX_COLUMNS]]
        for column in columns_merged:
            at = column - left
            if not 0 <= at < len(row):
                continue
            if (index, column) in merged:
                row[at] = row[at] or tops.get((merged[index, column], column), "")
            elif row[at] != "":
                tops[index, column] = row[at]
        yield row


def _plain(value: object) -> Cell:
    match value:
        case bool() | int():
            return value
        case float() if not math.isfinite(value):
            return ""
        case float():
            return int(value) if value.is_integer() and abs(value) < 1e15 else value
        case datetime():
            return value.date()
        case date():
            return value
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)[:MAX_TEXT]


def _limit(found: Iterable[tuple[str, Iterable[list[Cell]], bool]], notes: tuple[Problem, ...]) -> Book:
    """Keep the filled rows with their numbers; tell of long gaps and of what is too much."""
    sheets = []
    told = list(notes)
    problems: list[Problem] = []
    room = MAX_ROWS
    for name, cells, is_hidden in found:
        rows: list[tuple[int, tuple[Cell, ...]]] = []
        for number, row in enumerate(cells, start=1):
            if all(_is_blank(cell) for cell in row):
                continue
            if not room:
                problems.append(Problem("too_many_rows", row=number, sheet=name, values={"rows": MAX_ROWS}))
                break
            before = rows[-1][0] if rows else 0
            if number - before > LONG_GAP:
                empty = number - before - 1
                told.append(Problem("gap", row=number, sheet=name, values={"empty": empty, "before": before}))
            rows.append((number, tuple(row)))
            room -= 1
        sheets.append(Sheet(name, tuple(rows), is_hidden))
    return Book(tuple(sheets), tuple(told), tuple(problems))


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _read_text(data: bytes) -> tuple[str, list[list[Cell]], bool]:
    text = decode(data)
    if re.match(r"\s*<(!doctype|html|table|\?xml|meta|body)", text, re.IGNORECASE):
        raise Unreadable("not_a_spreadsheet", kind="web_page")
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\r\n\f")
    if controls > len(text) / 200:
        raise Unreadable("not_a_spreadsheet", kind="unknown")
    declared = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)  # a line for Excel, which doesn't count as a row
    if declared:
        text = text[declared.end() :]
    try:
        rows = _split(text, declared.group(1) if declared else delimiter_of(text))
    except csv.Error as error:
        raise Unreadable("damaged_file") from error
    return "", rows, False


def _split(text: str, delimiter: str) -> list[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    return [[_unwrapped(cell)[:MAX_TEXT] for cell in row[:MAX_COLUMNS]] for row in reader]


def _unwrapped(cell: str) -> str:
    """`="0123"` is how some programs keep Excel from turning text into a number: the text itself is meant."""
    wrapped = re.fullmatch(r'="([^"]*)"', cell)
    return wrapped.group(1) if wrapped else cell


def decode(data: bytes) -> str:
    """Text from UTF-8, UTF-16 (with or without a mark) or, failing these, windows-1257 or windows-1251.

    In windows-1251 whole words consist of bytes above 127, in windows-1257 single letters of a Latvian word do: this
    tells the two apart, whatever the file's name.

    >>> decode("Uzvārds".encode("cp1257")), decode("Фамилия".encode("cp1251"))
    ('Uzvārds', 'Фамилия')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    sample = data[:4096]
    if len(sample) > 1 and sample[1::2].count(0) * 3 > len(sample[1::2]):
        return data.decode("utf-16-le", errors="replace")
    if len(sample) > 1 and sample[0::2].count(0) * 3 > len(sample[0::2]):
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    words = re.findall(rb"[\x80-\xff]+", data)
    in_long_runs = sum(len(word) for word in words if len(word) > 2)
    is_cyrillic = in_long_runs * 2 > sum(map(len, words))
    return data.decode("cp1251" if is_cyrillic else "cp1257", errors="replace")


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells; ';' where none does.

    >>> delimiter_of("Vārds;Piezīmes\\nIeva;a, b\\nJānis;c, d, e")
    ';'
    """
    head = "\n".join(text.splitlines()[:60])

    def regularity(delimiter: str) -> int:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if row)
        except csv.Error:
            return 0
        return max((times * (width - 1) for width, times in widths.items()), default=0)

    return max(DELIMITERS, key=regularity)
