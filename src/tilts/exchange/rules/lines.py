"""Which rows below the heads hold a person: heads that come again, headings, sums, signatures and hints do not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tilts.exchange import heads
from tilts.exchange.fields import FORMULA_SIGNS, Mistake, plain, read_date
from tilts.exchange.fields.text import is_dashes
from tilts.exchange.records import Cell, Sheet
from tilts.exchange.rules.head import NAMES, Head, columns_of, head_of

ABOUT_A_CLASS = frozenset({"group", "course", "programme", "number"})  # filled in advance, they make no person
LONGEST_HEADING = 40

# A group's name as schools write it, "LMT-21", "2.LMT-21a", in a title or a heading between rows.
GROUP_NAME = re.compile(r"\b(?:\d\.?\s?)?[^\W\d_]{1,6}-\d{1,3}[^\W\d_]?\b")
PAGE = re.compile(r"(?:page|lapa|lpp|стр|страница|გვერდი)\b", re.IGNORECASE)
DATE_HINT = re.compile(r"[dmyjgtrдмгр ./\-]{6,}", re.IGNORECASE)  # "dd.mm.gggg", "ДД.ММ.ГГГГ", "TT.MM.JJJJ"


@dataclass(frozen=True)
class Line:
    """One row under its heads: the filled cells by field, and the group of the last heading above it."""

    number: int
    head: Head
    cells: Mapping[str, Cell]
    group: str

    @property
    def is_empty(self) -> bool:
        return not any(field not in ABOUT_A_CLASS for field in self.cells)

    @property
    def is_whole(self) -> bool:
        """Names and something like a date: nearly all rows, and nothing else to ask of them."""
        cells = self.cells
        name = cells.get("full_name") or ("given_names" in cells and cells.get("family_name"))
        born_on = cells.get("born_on", "")
        return bool(name) and name != born_on and may_be_day(born_on)  # the same: a text merged across the row


@dataclass
class Lines:
    """Reads the rows of one table; `people` once, then the rest tells what was found on the way."""

    sheet: Sheet
    head: Head
    today: date
    heads: list[Head] = field(default_factory=list)  # as they come
    left_out: list[int] = field(default_factory=list)  # rows with a text, yet no person, that should be told

    def people(self) -> Iterator[Line]:
        """The rows that hold a person."""
        head, group = self.head, ""
        self.heads.append(head)
        for number, cells in self.sheet.rows:
            if number <= self.head.number:
                continue
            line = Line(number, head, by_field(head, cells), group)
            if line.is_whole and not _is_hint(line):
                yield line
                continue
            texts = list(dict.fromkeys(text for cell in cells if isinstance(cell, str) and (text := plain(cell))))
            if head.above and head.above.issuperset(texts):
                continue
            if again := _head_again(head, number, cells, texts):
                head = again
                self.heads.append(head)
            elif _is_total(line, texts) or _is_drawn(line, texts):
                continue
            elif heading := self._heading(line, cells):
                group = "" if heads.is_part_of_list(heading) else heading
            elif line.is_empty or _is_hint(line) or _is_foot(line) or _is_remark(line, texts):
                if texts:
                    self.left_out.append(number)
            else:
                yield line

    def _heading(self, line: Line, cells: Sequence[Cell]) -> str:
        """The group, where a row holds nothing else: "LMT-21", "Grupa: LMT-21", "2. kurss", or a merged "Pavāri"."""
        filled = [text for cell in cells if (text := plain(str(cell)))]
        if len(set(filled)) != 1:
            return ""
        text = filled[0]
        if len(text) > LONGEST_HEADING or not re.search(r"[^\W\d_]", text) or text.startswith(FORMULA_SIGNS):
            return ""
        if heads.is_part_of_list(text):
            return text
        if heads.is_foot(text):
            return ""
        named = re.fullmatch(r"(\w+)\s*[:.\-–]?\s*(\S.*)", text)
        if named and heads.field_of(named[1]) == "group":
            return named[2]
        if re.search(r"[@:_]|\d\.\d+\.\d", text) or PAGE.match(text) or self._is_date(text):
            return ""
        is_merged = len(filled) > 1
        return text if is_merged or re.search(r"\d", text) else ""

    def _is_date(self, text: str) -> bool:
        try:
            read_date(text, self.today)
        except Mistake as mistake:
            return mistake.code != "no_date"
        return True


def by_field(head: Head, cells: Sequence[Cell]) -> dict[str, Cell]:
    """Filled cells by field; of two columns with one field the first that is filled."""
    found: dict[str, Cell] = {}
    parent = _parent(head, cells) if head.parents else ""
    for place, _, name in head.columns:
        cell = cells[place] if place < len(cells) else ""
        if isinstance(cell, str) and not plain(cell):
            continue
        if parent and head.parents.get(place, parent) != parent:
            continue
        if name in found and place in head.joined:
            found[name] = f"{found[name]} {cell}"
        else:
            found.setdefault(name, cell)
    return found


def _parent(head: Head, cells: Sequence[Cell]) -> heads.Parent:
    """Mother or father: whose columns tell more in this row; a name of one beside a number of the other is no pair."""
    filled = [who for place, who in head.parents.items() if place < len(cells) and plain(str(cells[place]))]
    return "father" if filled.count("father") > filled.count("mother") else "mother"


def may_be_day(cell: Cell) -> bool:
    """Something like a date, or a whole number that a spreadsheet may mean as one; not a count."""
    if isinstance(cell, str):
        return len(cell) > 4 and any(map(str.isdigit, cell))
    return isinstance(cell, date) or (not isinstance(cell, bool) and cell > 9999)


def _head_again(head: Head, number: int, cells: Sequence[Cell], texts: Sequence[str]) -> Head | None:
    """Heads that come again, perhaps in another order or wording; in a list side by side, those of this half."""
    if len(texts) < 2:
        return None
    again = head_of(number, columns_of(cells))
    if again and again.missing and len(head.texts.intersection(texts)) < 2:
        return None
    if again and again.fields == head.fields and len(again.columns) > len(head.columns):
        return replace(head, number=number)
    return again


def _is_drawn(line: Line, texts: Sequence[str]) -> bool:
    """A line drawn of signs: "---" in every cell."""
    return all(map(is_dashes, texts)) and all(isinstance(cell, str) for cell in line.cells.values())


def _is_total(line: Line, texts: Sequence[str]) -> bool:
    """A sum, or numbers alone: counts below the names, and the numbers of the columns below the heads."""
    if may_be_day(line.cells.get("born_on", "")):
        return False
    remark = line.cells.get("notes")
    if any(heads.is_total(text) for text in texts if text != remark):
        return True
    told = [plain(str(cell)) for name, cell in line.cells.items() if name != "number"]
    if told and all(re.fullmatch(r"[\d ]+", text) for text in told):
        return True
    return any(re.fullmatch(r"\d{1,3}", plain(str(line.cells.get(name, "")))) for name in NAMES)


def _is_hint(line: Line) -> bool:
    """How to fill the form, below its heads: "dd.mm.yyyy"."""
    told = line.cells.get("born_on", "")
    return isinstance(told, str) and bool(DATE_HINT.fullmatch(plain(told))) and any(map(str.isalpha, told))


def _is_foot(line: Line) -> bool:
    """Who drew up or signs the list: a word for it stands where a name should, and no date of birth does."""
    if may_be_day(line.cells.get("born_on", "")) and line.is_whole:
        return False
    told = [plain(cell) for name, cell in line.cells.items() if name in NAMES and isinstance(cell, str)]
    return any(heads.is_foot(text) or text.endswith(":") for text in told)


def names_a_foot(line: Line) -> bool:
    """The same for a row that has a date, which turned out to be none of birth."""
    return any(heads.is_foot(str(cell)) for name, cell in line.cells.items() if name in NAMES)


def _is_remark(line: Line, texts: Sequence[str]) -> bool:
    """A single text that is no name ("Class teacher: ..."), or stands beside an empty number in a numbered list."""
    if len(texts) != 1 or len(line.cells) > 1 or texts[0].startswith(FORMULA_SIGNS):
        return False
    return "number" in line.head.fields or bool(re.search(r"[\d:_]", texts[0]))
