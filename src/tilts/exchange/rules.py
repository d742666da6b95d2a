"""From sheets of cells to a roster: which row holds the heads, who stands in each row, what must be mended.

Pure: no Django, no clock, no files. Nothing is logged, for everything here is personal.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from tilts.exchange import fields, heads
from tilts.exchange.fields import Mistake, is_blank, plain
from tilts.exchange.records import NECESSARY, Cell, Problem, Roster, Row, Sheet

HEAD_WITHIN = 30  # filled rows from the top in which the heads are looked for
NAMES = frozenset({"family_name", "given_names", "full_name"})
ABOUT_A_CLASS = frozenset({"group", "course", "programme", "number"})  # filled in advance, they make no person
LONGEST_HEADING = 40

# A group's name as schools write it, "LMT-21", "2.LMT-21a", in a title or a heading between rows.
GROUP_NAME = re.compile(r"\b(?:\d\.?\s?)?[^\W\d_]{1,6}-\d{1,3}[^\W\d_]?\b")


@dataclass(frozen=True)
class Head:
    """The row of heads of one table: for each column that is used its place, head and field."""

    number: int
    columns: tuple[tuple[int, str, str], ...]
    not_used: tuple[str, ...]
    name_order: heads.NameOrder = ""
    alone: str = ""  # the one name's field that was taken for a full name

    @cached_property
    def fields(self) -> frozenset[str]:
        return frozenset(field for _, _, field in self.columns)

    @cached_property
    def written(self) -> dict[str, str]:
        """Field → head as written; of two columns with one field the first."""
        found = {field: head for _, head, field in reversed(self.columns)}
        if "full_name" in found:
            found |= {"family_name": found["full_name"], "given_names": found["full_name"]}
        if "personal_code" in found:  # tells the date of birth where no column of its own does
            found.setdefault("born_on", found["personal_code"])
        return found

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset(text for _, text, _ in self.columns)

    @property
    def missing(self) -> list[str]:
        return [field for field in NECESSARY if field not in self.written]


def read_roster(sheets: Sequence[Sheet], today: date, default_region: str = "LV") -> Roster:
    """The class list in the sheets of a file.

    Every visible sheet with a row of heads is a part of the list; a sheet whose heads lack something necessary is
    passed over when another one is complete. today bounds the ages, default_region (ISO 3166) completes telephone
    numbers without a country code. Raises nothing; what is wrong stands in the problems.
    """
    found = [(sheet, head) for sheet in sheets if not sheet.is_hidden and (head := find_head(sheet))]
    if any(not head.missing for _, head in found):
        found = [(sheet, head) for sheet, head in found if not head.missing]
    if not found:
        return Roster(problems=(_no_head(sheets),))
    parts = [_Table(sheet, head, today, default_region).read() for sheet, head in found]
    passed_over = {sheet.name for sheet in sheets if sheet.rows} - {sheet.name for sheet, _ in found}
    return Roster(
        columns={head: field for part in parts for head, field in part.columns.items()},
        columns_not_used=tuple(dict.fromkeys(head for part in parts for head in part.columns_not_used)),
        rows=mark_duplicates(row for part in parts for row in part.rows),
        problems=tuple(problem for part in parts for problem in part.problems),
        notes=(
            *(note for part in parts for note in part.notes),
            *(Problem("sheet_not_used", sheet=sheet.name) for sheet in sheets if sheet.name in passed_over),
        ),
    )


def check_row(
    raw: Mapping[str, str],
    today: date,
    default_region: str = "LV",
    *,
    number: int,
    sheet: str = "",
    written: Mapping[str, str] | None = None,
) -> Row:
    """Read one person's texts, the first time or after mending; every field that is wrong gives one problem.

    raw: our fields → text, as a `Row` carries it. written: field → head as written, for the sentences.
    """
    values: dict[str, str | date] = {}
    problems: list[tuple[str, str, Mapping[str, str | int]]] = []
    readers = _readers(today, default_region)
    for field in (*NECESSARY, *(field for field in raw if field not in NECESSARY)):
        text = raw.get(field, "")
        if not is_blank(text):
            try:
                value = readers.get(field, plain)(text)
            except Mistake as mistake:
                problems.append((field, mistake.code, mistake.values))
            else:
                if value is not None:
                    values[field] = value
        elif field in NECESSARY:
            problems.append((field, "missing", {}))
    two_people = [problem for problem in problems if problem[1] == "two_people"]
    if two_people:  # one sentence is enough, and a name that is missing stands in the other cell
        names = {"family_name", "given_names"}
        problems = [two_people[0], *(problem for problem in problems if problem[0] not in names)]
    heads_written = written or {}
    return Row(
        number,
        sheet,
        dict(raw),
        values,
        tuple(
            Problem(code, number, heads_written.get(field, ""), field, sheet, details)
            for field, code, details in problems
        ),
    )


@lru_cache(maxsize=8)  # days and regions, no personal data
def _readers(today: date, default_region: str) -> dict[str, Callable[[str], str | date | None]]:
    def phone(text: str) -> str:
        return fields.read_phone(text, default_region)

    return {
        "family_name": fields.read_name,
        "given_names": fields.read_name,
        "born_on": lambda text: fields.read_birth_date(text, today),
        "email": fields.read_email,
        "guardian_email": fields.read_email,
        "phone": phone,
        "guardian_phone": phone,
        "gender": fields.read_gender,
        "nationality": fields.read_country,
    }


def mark_duplicates(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The same names and day of birth a second time: that row is to be mended, the first one stays good."""
    first: dict[tuple[str, object], Row] = {}
    marked = []
    for row in rows:
        if all(field in row.values for field in NECESSARY):
            names = heads.key(f"{row.values['family_name']} {row.values['given_names']}")
            before = first.setdefault((names, row.values["born_on"]), row)
            if before is not row:
                values: dict[str, str | int] = {"first_row": before.number, "first_sheet": before.sheet}
                row = row.with_problem(Problem("duplicate", row.number, "", "family_name", row.sheet, values))
        marked.append(row)
    return tuple(marked)


def find_head(sheet: Sheet) -> Head | None:
    """The row with most heads that we know among the first ones; None without two heads of which one is necessary."""
    candidates = [head for number, cells in sheet.rows[:HEAD_WITHIN] if (head := _head(number, cells))]
    if not candidates:
        return None
    best = max(candidates, key=lambda head: len(head.fields))
    # Heads in two rows, the upper ones merged downwards: the lower row holds them all, and below it the list begins.
    below = [head for head in candidates if head.number == best.number + 1 and head.fields == best.fields]
    best = below[0] if below else best
    return _with_one_name(best, sheet)


def _head(number: int, cells: Sequence[Cell]) -> Head | None:
    texts = [plain(cell) if isinstance(cell, str) else "" for cell in cells]
    known = [(place, text, heads.field_of(text)) for place, text in enumerate(texts) if text]
    columns = tuple(column for column in known if column[2])
    found = {field for _, _, field in columns}
    if len(found) < 2 or not found & (NAMES | {"born_on"}):
        return None
    alone = ""
    order: heads.NameOrder = next((heads.name_order(text) for _, text, field in columns if field == "full_name"), "")
    if "full_name" in found and "family_name" in found and "given_names" not in found:
        columns = _renamed(columns, "full_name", "given_names")  # "Name" beside "Surname"
    elif "full_name" in found and {"family_name", "given_names"} <= found:
        columns = tuple(column for column in columns if column[2] != "full_name")
    elif "full_name" not in found and len(found & NAMES) == 1:  # "Vārds" alone: perhaps both names stand there
        alone = next(iter(found & NAMES))
        columns = _renamed(columns, alone, "full_name")
        order = "family_first" if alone == "family_name" else ""
    used = {place for place, _, _ in columns}
    return Head(number, columns, tuple(text for place, text, _ in known if place not in used), order, alone)


def _with_one_name(head: Head, sheet: Sheet) -> Head:
    """ "Vārds" alone holds both names only where most of its cells have two words; else a column is missing."""
    if not head.alone:
        return head
    place = next(place for place, _, field in head.columns if field == "full_name")
    below = [cells[place] for number, cells in sheet.rows if number > head.number and place < len(cells)]
    words = [len(plain(cell).split()) for cell in below if isinstance(cell, str) and plain(cell)]
    if sum(count > 1 for count in words) * 2 > len(words):
        return head
    return replace(head, columns=_renamed(head.columns, "full_name", head.alone), alone="", name_order="")


def _renamed(columns: tuple[tuple[int, str, str], ...], old: str, new: str) -> tuple[tuple[int, str, str], ...]:
    return tuple((place, text, new if field == old else field) for place, text, field in columns)


def _no_head(sheets: Sequence[Sheet]) -> Problem:
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        return Problem("empty_file")
    visible = next((sheet for sheet in filled if not sheet.is_hidden), None)
    if visible is None:
        return Problem("hidden_sheets_only", sheet=filled[0].name)
    return Problem("no_heads", row=visible.rows[0][0], sheet=visible.name)


class _Table:
    """One sheet's part of the list while it is read; `read` is the only thing to call."""

    def __init__(self, sheet: Sheet, head: Head, today: date, default_region: str) -> None:
        self.sheet, self.head, self.today, self.default_region = sheet, head, today, default_region
        self.columns: dict[str, str] = {}
        self.not_used: list[str] = []
        self.notes: list[Problem] = []
        self.left_out: list[int] = []
        self.name_order = head.name_order
        self.group = ""

    def read(self) -> Roster:
        self._use(self.head)
        problems = tuple(self._missing_column(field) for field in self._missing_once())
        title = " ".join(plain(cell) for _, cells in self._above() for cell in cells if isinstance(cell, str))
        lines = list(self._lines())
        if "group" not in self.head.fields and not any(line.group for line in lines):
            self._take_group_from_title(title)
        month_first = self._months_come_first(lines)
        swapped = self._swapped_days(lines)
        self._decide_name_order(lines)
        rows = []
        for line in lines:
            raw = self._raw(line, month_first)
            row = check_row(
                raw,
                self.today,
                self.default_region,
                number=line.number,
                sheet=self.sheet.name,
                written=line.head.written,
            )
            if line.number in swapped and isinstance(born_on := row.values.get("born_on"), date):
                row = self._with_swapped(row, born_on)
            rows.append(row)
        self._note_what_was_left(rows)
        return Roster(self.columns, tuple(dict.fromkeys(self.not_used)), tuple(rows), problems, tuple(self.notes))

    # Heads

    def _use(self, head: Head) -> None:
        self.columns |= {text: field for _, text, field in head.columns}
        self.not_used += head.not_used

    def _missing_once(self) -> list[str]:
        """Both names are one column too few when neither is there."""
        missing = self.head.missing
        return [field for field in missing if not (field == "given_names" and "family_name" in missing)]

    def _missing_column(self, field: str) -> Problem:
        return Problem("column_missing", self.head.number, "", field, self.sheet.name)

    def _above(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        return ((number, cells) for number, cells in self.sheet.rows if number < self.head.number)

    def _take_group_from_title(self, title: str) -> None:
        found = GROUP_NAME.search(title) or GROUP_NAME.search(self.sheet.name)
        if found:
            self.group = found.group()
            self._note("group_from_title", group=self.group)

    # Rows

    def _lines(self) -> Iterator["_Line"]:
        """The rows that hold a person; heads that come again, headings, sums and empty forms are not among them."""
        head, group = self.head, ""
        for number, cells in self.sheet.rows:
            if number <= self.head.number:
                continue
            texts = [text for cell in cells if isinstance(cell, str) and (text := plain(cell))]
            if len(head.texts.intersection(texts)) > 1 and (again := _head(number, cells)):
                head = again
                self._use(head)
                continue
            line = _Line(number, head, _by_field(head, cells), group)
            heading = self._heading(line, cells)
            if heading:
                group = heading
            elif self._is_total(line, texts):
                continue
            elif not line.is_empty and not self._is_remark(line, texts):
                yield line
            elif texts:
                self.left_out.append(number)

    def _heading(self, line: "_Line", cells: Sequence[Cell]) -> str:
        """The group, where a row holds nothing else: "LMT-21", "Grupa: LMT-21", "2. kurss"."""
        if "born_on" in line.cells:
            return ""
        filled = {plain(str(cell)) for cell in cells} - {""}
        if len(filled) != 1:
            return ""
        (text,) = filled
        if len(text) > LONGEST_HEADING or not re.search(r"[^\W\d_]", text):
            return ""
        named = re.fullmatch(r"(\w+)\s*[:.\-–]?\s*(\S.*)", text)
        if named and heads.field_of(named[1]) == "group":
            return named[2]
        is_group = re.search(r"\d", text) and not heads.is_total(text) and not re.search(r"[@:]|\d\.\d+\.\d", text)
        return text if is_group else ""

    def _is_total(self, line: "_Line", texts: Sequence[str]) -> bool:
        if "born_on" in line.cells:
            return False
        counts = [plain(_text(cell)) for field, cell in line.cells.items() if field != "number"]
        return any(map(heads.is_total, texts)) or (
            bool(counts) and all(re.fullmatch(r"[\d ]+", text) for text in counts)
        )

    def _is_remark(self, line: "_Line", texts: Sequence[str]) -> bool:
        """A single text that is no name ("Class teacher: ..."), or stands beside an empty number in a numbered list."""
        if len(texts) != 1 or len(line.cells) > 1 or texts[0].startswith(fields.FORMULA_SIGNS):
            return False
        return "number" in line.head.fields or bool(re.search(r"[\d:_]", texts[0]))

    def _note_what_was_left(self, rows: Sequence[Row]) -> None:
        if self.left_out:
            self._note("rows_left_out", row=self.left_out[0], rows=_numbers(self.left_out))
        for field in ("gender", "nationality"):
            unread = [row.number for row in rows if plain(row.raw.get(field, "")) and field not in row.values]
            if unread:
                self._note("not_understood", row=unread[0], field=field, rows=_numbers(unread))
        if "personal_code" in self.head.fields:
            code = "code_gave_birth_date" if "born_on" not in self.head.fields else "code_not_taken"
            self._note(code, field="personal_code")

    def _note(self, code: str, *, row: int | None = None, field: str = "", **values: str | int) -> None:
        column = self.head.written.get(field, "")
        self.notes.append(Problem(code, row, column, field, self.sheet.name, values))

    # Texts of one row

    def _raw(self, line: "_Line", month_first: bool) -> dict[str, str]:
        raw = {field: _text(cell) for field, cell in line.cells.items() if field not in {"number", "personal_code"}}
        for field in line.head.fields - {"number", "personal_code", "full_name"}:
            raw.setdefault(field, "")
        if "full_name" in line.head.fields:
            raw |= split_name(raw.pop("full_name", ""), self.name_order)
        raw["born_on"] = self._birth_date_text(line, raw.get("born_on", ""), month_first)
        if self._is_georgian:
            raw |= self._georgian_phones(raw)
        group = raw.get("group") or line.group or self.group
        if group:
            raw["group"] = group
        if self._girls_are_m and heads.key(raw.get("gender", "")) == "m":
            raw["gender"] = "meitene"
        return raw

    def _birth_date_text(self, line: "_Line", text: str, month_first: bool) -> str:
        """As written; ISO where it comes from a personal code or is written with the month first."""
        day = fields.birth_date_of_code(text)
        if day is None and "born_on" not in line.head.fields:
            day = fields.birth_date_of_code(_text(line.cells.get("personal_code", "")))
        if day is None and month_first:
            try:
                day = fields.read_date(text, self.today, month_first=True)
            except Mistake:
                return text
        return day.isoformat() if day else text

    def _georgian_phones(self, raw: Mapping[str, str]) -> dict[str, str]:
        """Numbers under Georgian heads that are none in the school's own country, completed as Georgian ones."""
        completed = {}
        for field in raw.keys() & {"phone", "guardian_phone"}:
            try:
                fields.read_phone(raw[field], self.default_region)
            except Mistake:
                with suppress(Mistake):
                    completed[field] = fields.read_phone(raw[field], "GE")
        return completed

    @cached_property
    def _is_georgian(self) -> bool:
        return any("ა" <= letter <= "ჰ" for _, head, _ in self.head.columns for letter in head)

    # What only a whole column can tell

    def _column(self, lines: Sequence["_Line"], field: str) -> list[tuple[int, Cell]]:
        return [(line.number, line.cells[field]) for line in lines if field in line.cells]

    def _months_come_first(self, lines: Sequence["_Line"]) -> bool:
        """Two dates that can only be month/day/year, and none that can only be day/month/year."""
        proofs = [fields.is_month_first(cell) for _, cell in self._column(lines, "born_on") if isinstance(cell, str)]
        if proofs.count(True) < 2 or False in proofs:
            return False
        self._note("month_first", field="born_on")
        return True

    def _swapped_days(self, lines: Sequence["_Line"]) -> frozenset[int]:
        """Rows whose day and month Excel has probably swapped.

        An Excel set to month/day/year turns 03.09.2004 into a date, 9 March, and leaves 23.09.2004 as text. So the
        column proves it when texts with a day after the 12th stand beside real dates with none after the 12th.
        """
        cells = self._column(lines, "born_on")
        dates = [(number, cell) for number, cell in cells if isinstance(cell, date)]
        proofs = [fields.is_month_first(cell) for _, cell in cells if isinstance(cell, str)]
        if len(dates) < 2 or False not in proofs or True in proofs or any(day.day > 12 for _, day in dates):
            return frozenset()
        if any(proof is None for proof in proofs):  # a text that Excel would have turned as well
            return frozenset()
        return frozenset(number for number, day in dates if day.day != day.month)

    def _with_swapped(self, row: Row, born_on: date) -> Row:
        other = born_on.replace(month=born_on.day, day=born_on.month)
        values: dict[str, str | int] = {"date": born_on.isoformat(), "other": other.isoformat()}
        column = self.head.written.get("born_on", "")
        return row.with_problem(Problem("day_and_month", row.number, column, "born_on", row.sheet, values))

    def _decide_name_order(self, lines: Sequence["_Line"]) -> None:
        """Where the head tells no order, a list sorted by its first words begins with the family name."""
        if self.name_order or "full_name" not in self.head.fields:
            return
        names = [plain(cell).split() for _, cell in self._column(lines, "full_name") if isinstance(cell, str)]
        names = [words for words in names if len(words) > 1 and "," not in "".join(words)]
        first = [heads.key(words[0]) for words in names]
        last = [heads.key(words[-1]) for words in names]
        is_sorted_by_first = len(names) > 3 and first == sorted(first) and last != sorted(last)
        if is_sorted_by_first:
            self.name_order = "family_first"
        if names:
            self._note("name_order", field="full_name", order=self.name_order or "given_first")

    @cached_property
    def _girls_are_m(self) -> bool:
        """In Latvian lists Z and M may mean zēns and meitene: a Z in the column tells."""
        places = [place for place, _, field in self.head.columns if field == "gender"]
        return any(
            heads.key(_text(cells[place])) == "z"
            for place in places
            for _, cells in self.sheet.rows
            if place < len(cells)
        )


@dataclass(frozen=True)
class _Line:
    """One row under its heads: the filled cells by field, and the group of the last heading above it."""

    number: int
    head: Head
    cells: Mapping[str, Cell]
    group: str

    @property
    def is_empty(self) -> bool:
        return not any(field not in ABOUT_A_CLASS for field in self.cells)


def split_name(text: str, order: heads.NameOrder) -> dict[str, str]:
    """A full name in its two parts, as texts still to be checked.

    A comma stands after the family name unless the head told the other order; a word all in capitals beside others
    is the family name; else the family name is the first or the last word. What can't be split stays whole.

    >>> split_name("Ozola, Ieva Anna", ""), split_name("Ieva OZOLA", "family_first")
    ({'family_name': 'Ozola', 'given_names': 'Ieva Anna'}, {'family_name': 'OZOLA', 'given_names': 'Ieva'})
    """
    parts = [plain(part) for part in text.split(",") if plain(part)]
    if len(parts) == 2 and not all(" " in part for part in parts):
        first, second = parts
        return _name(second, first) if order == "given_first" else _name(first, second)
    words = text.split()
    if len(words) < 2 or fields.holds_two_people(text) or text.startswith(fields.FORMULA_SIGNS):
        return _name(text, "")
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    others = [word for word in words if word not in capitals]
    if capitals and others:
        return _name(" ".join(capitals), " ".join(others))
    if order == "family_first":
        return _name(words[0], " ".join(words[1:]))
    return _name(words[-1], " ".join(words[:-1]))


def _name(family_name: str, given_names: str) -> dict[str, str]:
    return {"family_name": family_name, "given_names": given_names}


def _by_field(head: Head, cells: Sequence[Cell]) -> dict[str, Cell]:
    """Filled cells by field; of two columns with one field the first that is filled."""
    found: dict[str, Cell] = {}
    for place, _, field in head.columns:
        cell = cells[place] if place < len(cells) else ""
        if not isinstance(cell, str) or plain(cell):
            found.setdefault(field, cell)
    return found


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _numbers(rows: Sequence[int]) -> str:
    """ "2, 5, 9"; long lists end with "…"."""
    shown = ", ".join(map(str, rows[:10]))
    return f"{shown}, …" if len(rows) > 10 else shown
