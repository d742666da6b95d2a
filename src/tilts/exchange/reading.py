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
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from tilts.exchange.hidden import hidden_parts
from tilts.exchange.records import Book, Cell, Problem, Sheet

MAX_ROWS = 20_000  # filled rows in all sheets together; a whole school is smaller
MAX_COLUMNS = 16_384  # as many as a sheet of Excel has
WIDE = 50  # columns from which on the blank end of a row is dropped
MAX_MERGED = 200_000  # cells of merged areas in one sheet; what is merged beyond them stays as it is written
MAX_TEXT = 1_000  # characters of one cell
MAX_CONTROLS = 3  # letters of control that a text may hold for any reason; more only if it is long
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
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("damaged_file") from error
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Unreadable("too_costly")
    names = {member.filename for member in members}
    if {"mimetype", "content.xml"} <= names and b"opendocument.text" in archive.open("mimetype").read(100):
        raise Unreadable("not_a_spreadsheet", kind="word")
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
    notes = [Problem("macro")] if has_macro else []
    hidden = hidden_parts(data) if data.startswith(b"PK") else ()
    shown = {sheet.name for sheet, is_hidden in sheets if not is_hidden}
    notes += [note for note in hidden if note.sheet in shown]
    return _limit([(sheet.name, _cells(sheet), is_hidden) for sheet, is_hidden in sheets], tuple(notes))


def _cells(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """Row by row from row 1; merged cells count in each of their rows and columns, as the eye reads them."""
    left = sheet.start[1] if sheet.start else 0
    merged = dict(islice(_merged(sheet), MAX_MERGED))
    rows_merged = {row for row, _ in merged}
    columns_merged = sorted({column for _, column in merged})
    tops: dict[tuple[int, int], Cell] = {}
    for index, found in enumerate(sheet.iter_rows()):
        if (
            found.count("") == len(found) and index not in rows_merged
        ):  # most of a million rows, when a stray cell stands far below
            yield []
            continue
        row = [_plain(value) for value in found[:MAX_COLUMNS]]
        for column in columns_merged:
            at = column - left
            if not 0 <= at < len(row):
                continue
            corner = merged.get((index, column))
            if corner == (index, column):
                tops[corner] = row[at]
            elif corner and row[at] == "":
                row[at] = tops.get(corner, "")
        yield row


def _merged(sheet: CalamineSheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each cell of a merged area, as far as the sheet is used, with the area's first cell, which holds the text."""
    if sheet.end is None:
        return
    lowest, rightmost = sheet.end
    for (top, first), (bottom, last) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom, lowest) + 1):
            for column in range(first, min(last, rightmost) + 1):
                yield (row, column), (top, first)


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
            rows.append((number, tuple(_without_blank_end(row) if len(row) > WIDE else row)))
            room -= 1
        sheets.append(Sheet(name, tuple(rows), is_hidden))
    return Book(tuple(sheets), tuple(told), tuple(problems))


def _without_blank_end(row: list[Cell]) -> list[Cell]:
    last = next(place for place in range(len(row), 0, -1) if not _is_blank(row[place - 1]))
    return row[:last]


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


WEB_PAGE = re.compile(
    r"\s*(<!--.*?-->\s*)*<(!doctype|html|head|body|table|\?xml|meta|style)\b", re.IGNORECASE | re.DOTALL
)


def _read_text(data: bytes) -> tuple[str, list[list[Cell]], bool]:
    text = decode(data)
    if WEB_PAGE.match(text[:10_000]):
        raise Unreadable("not_a_spreadsheet", kind="web_page")
    controls = sum(1 for letter in text if letter < " " and letter not in "\t\r\n\f")
    if controls > max(MAX_CONTROLS, len(text) / 200):
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
    rows = list(_csv([*text.splitlines(keepends=True), "\n", END], delimiter))
    if rows.pop() != [END] or _swallows_rows(rows, delimiter):  # a quote that nobody closed
        rows = [row for line in text.splitlines() for row in (*_csv([line], delimiter), [])[:1]]
    return [[_unwrapped(cell)[:MAX_TEXT] for cell in row[:MAX_COLUMNS]] for row in rows]


END = "\x1e"  # a line that no list holds: it tells whether a quote was left open


def _csv(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def _swallows_rows(rows: Iterable[list[str]], delimiter: str) -> bool:
    """Whether a cell of several lines holds whole rows of the table: its quote was closed by another one below."""
    rows = list(rows)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    usual = max(widths, key=lambda width: widths[width], default=0)
    return usual > 2 and any(
        line.count(delimiter) >= usual - 1
        for row in rows
        for cell in row
        if "\n" in cell
        for line in cell.split("\n")[1:]
    )


def _unwrapped(cell: str) -> str:
    """`="0123"` is how some programs keep Excel from turning text into a number: the text itself is meant."""
    wrapped = re.fullmatch(r'="([^"]*)"', cell)
    return wrapped.group(1) if wrapped else cell


def decode(data: bytes) -> str:
    """Text from UTF-8, UTF-16 (with or without a mark) or, failing these, a code page of Windows.

    >>> decode("Uzvārds".encode("cp1257")), decode("Фамилия".encode("cp1251")), decode("Łucja".encode("cp1250"))
    ('Uzvārds', 'Фамилия', 'Łucja')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    sample = data[:4096]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if max(high, low) * 20 > len(sample) and max(high, low) > 4 * min(high, low):
        return data.decode("utf-16-be" if high > low else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", errors="replace")
        beyond = sum(not letter.isascii() for letter in text)
        if text.count("\ufffd") * 2 <= beyond:  # a few letters spoilt; in a code page nearly all would be
            return text
        return data.decode(code_page_of(data), errors="replace")


# Letters that each code page has beside the Latin ones of ASCII, in the languages that schools use it for.
CODE_PAGES = {
    "cp1257": "āčēģīķļņšūžąęėįųõäöüßåæøóŗō",
    "cp1251": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžäöüßôľĺŕőű",
}


def code_page_of(data: bytes) -> str:
    """The code page in which most words with a letter beyond ASCII look like words.

    Cyrillic words hold no letter of ASCII; Latin ones hold some, and between them only letters that the languages
    have: "Рнзle" is no word, "Šķēle" is one.
    """
    words = Counter(re.findall(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*", data))
    found = list(words.items())[:MAX_WORDS]

    def likeness(page: str) -> int:
        return sum(times for word, times in found if _looks_like_a_word(word.decode(page, errors="replace"), page))

    return max(CODE_PAGES, key=likeness)  # of equals the first


MAX_WORDS = 2_000  # different ones; they tell a code page apart as well as all


def _looks_like_a_word(word: str, page: str) -> bool:
    beyond = [letter for letter in word if not letter.isascii()]
    if not all(letter.lower() in CODE_PAGES[page] for letter in beyond):
        return False
    return len(beyond) == len(word) if page == "cp1251" else len(beyond) < len(word) or len(word) == 1


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
