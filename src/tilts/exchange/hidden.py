"""Which rows and columns of a zipped workbook are hidden: people in them are easily overlooked.

python-calamine does not tell, so the few attributes that do are looked for in the workbook's XML. Runs in the child
process of `sandbox`, as all reading does.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from tilts.exchange.records import Problem

MAX_TOLD = 10  # rows or columns named in one note
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*?\bhidden=\"(?:1|true)\"[^>]*)>")
FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=\"([A-Z]{1,3})\d+\"(?:[^>]*[^/])?>")
HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]*?\bhidden=\"(?:1|true)\"[^>]*)>")


def hidden_parts(data: bytes) -> tuple[Problem, ...]:
    """A note for each sheet of an xlsx with hidden rows, and one for hidden columns; none where that can't be told."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(note for name, path in sheet_files(archive) for note in _notes(name, archive.read(path)))
    except (KeyError, ValueError, OSError, zipfile.BadZipFile, NotImplementedError, ElementTree.ParseError):
        return ()


def sheet_files(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and file of each sheet. ECMA-376 part 1, 12.3.23 and 18.2.19."""
    if "xl/workbook.xml" not in archive.namelist():
        return
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - in the sandbox
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314 - in the sandbox
        if element.tag.endswith("}sheet") and (target := targets.get(element.get(RELATION))):
            yield element.get("name", ""), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _notes(sheet: str, xml: bytes) -> Iterator[Problem]:
    if b"hidden=" not in xml:  # nearly all
        return
    rows = [number for found in HIDDEN_ROW.finditer(xml) if (number := _number(found[1], b"r")) and _holds(xml, found)]
    if rows:
        yield Problem("hidden_rows", row=rows[0], sheet=sheet, values={"rows": _listed(list(map(str, rows)))})
    spans = list(HIDDEN_COLUMNS.finditer(xml))
    filled = set(FILLED_CELL.findall(xml)) if spans else set()
    columns = [
        _letters(number)
        for found in spans
        for number in range(
            _number(found[1], b"min"), min(_number(found[1], b"max"), _number(found[1], b"min") + 50) + 1
        )
        if _letters(number).encode() in filled
    ]
    if columns:
        yield Problem("hidden_columns", sheet=sheet, values={"columns": _listed(columns)})


def _number(attributes: bytes, name: bytes) -> int:
    found = re.search(rb"\b" + name + rb"=\"(\d{1,7})\"", attributes)
    return int(found[1]) if found else 0


def _holds(xml: bytes, row: re.Match[bytes]) -> bool:
    """Whether a cell with a value stands in a row."""
    if row[1].endswith(b"/"):
        return False
    end = xml.find(b"</", row.end())
    return b"<" in xml[row.end() : end + 1] and re.search(rb"<(?:\w+:)?(?:v|t)[ >]", xml[row.end() : end]) is not None


def _letters(number: int) -> str:
    """The name of a column, 1: A, 27: AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:MAX_TOLD])
    return f"{shown}, …" if len(names) > MAX_TOLD else shown
