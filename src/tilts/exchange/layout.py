"""What a workbook says beside its texts: merged cells, formulas, lists to choose from. For templates that are filled.

Runs in the child process of `sandbox`, as all reading does. Only xlsx tells these things; other kinds tell nothing.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from python_calamine import CalamineWorkbook

from tilts.exchange.hidden import sheet_files
from tilts.exchange.reading import COMPOUND_FILE, decode, delimiter_of
from tilts.exchange.records import Layout

MOST_FORMULAS = 20  # that are named
MOST_MERGED = 1_000  # areas of one sheet

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


def layouts(data: bytes) -> dict[str, Layout]:
    """The layout of each sheet of an xlsx; of nothing else."""
    if not data.startswith(b"PK"):
        return {}
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _defined_names(archive)
        return {name: _layout(archive.read(path), _left(workbook, name), names) for name, path in sheet_files(archive)}


def delimiter_in(data: bytes) -> str:
    """What parts the cells of a text file; "" for a workbook."""
    return "" if data.startswith((b"PK", COMPOUND_FILE)) else delimiter_of(decode(data))


def area(text: str) -> tuple[int, int, int, int]:
    """Top, left, bottom, right of an area. Raises ValueError.

    >>> area("B1:D2"), area("$AA$7")
    ((1, 2, 2, 4), (7, 27, 7, 27))
    """
    found = _AREA.fullmatch(text)
    if not found:
        raise ValueError(f"no area of cells: {text!r}")
    first, top, last, bottom = found.groups()
    return int(top), _number(first), int(bottom or top), _number(last or first)


def _left(workbook: CalamineWorkbook, name: str) -> int:
    start = workbook.get_sheet_by_name(name).start
    return start[1] + 1 if start else 1


def _layout(xml: bytes, left: int, names: Mapping[str, str]) -> Layout:
    merged: list[tuple[int, int, int, int]] = []
    formulas: list[str] = []
    choices: list[tuple[int, int, str]] = []
    cell = ""
    for event, element in ElementTree.iterparse(io.BytesIO(xml), ("start", "end")):  # noqa: S314 - in the sandbox
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            cell = element.get("r", "") if tag == "c" else cell
        elif tag == "f" and cell and len(formulas) < MOST_FORMULAS and element.tag.startswith("{http://schemas.open"):
            formulas.append(cell)
        elif tag == "mergeCell" and len(merged) < MOST_MERGED:
            merged.append(area(element.get("ref", "")))
        elif tag == "dataValidation":
            choices += _choices(element, names)
        elif tag == "sheetData":
            cell = ""
    return Layout(left, tuple(merged), tuple(formulas), tuple(choices))


def _choices(element: ElementTree.Element, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    if element.get("type") != "list":
        return
    texts = {each.tag.rpartition("}")[2]: each.text or "" for each in element.iter()}
    source = texts.get("f") or texts.get("formula1", "")
    where = element.get("sqref") or texts.get("sqref", "")
    for part in where.split():
        try:
            _top, first, _bottom, last = area(part)
        except ValueError:
            continue
        yield first, last, names.get(source, source)


def _defined_names(archive: zipfile.ZipFile) -> dict[str, str]:
    if "xl/workbook.xml" not in archive.namelist():
        return {}
    root = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - in the sandbox
    return {
        element.get("name", ""): element.text or "" for element in root.iter() if element.tag.endswith("}definedName")
    }


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
