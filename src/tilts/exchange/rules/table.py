"""One sheet's part of the list, read row by row."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property

from tilts.exchange import fields, heads
from tilts.exchange.fields import Mistake, plain
from tilts.exchange.fields.names import order_of
from tilts.exchange.records import Cell, Problem, Roster, Row, Sheet
from tilts.exchange.rules import columns
from tilts.exchange.rules.head import Head
from tilts.exchange.rules.lines import GROUP_NAME, Line, Lines, names_a_foot
from tilts.exchange.rules.rows import check_row

NOT_OF_BIRTH = frozenset({"too_young", "date_in_future"})


class Table:
    """One table while it is read; `read` is the only thing to call."""

    def __init__(self, sheet: Sheet, head: Head, today: date, default_region: str) -> None:
        self.sheet, self.head, self.today, self.default_region = sheet, head, today, default_region
        self.notes: list[Problem] = []
        self.name_order = head.name_order
        self.order_is_told = bool(head.name_order)
        self.month_first = False
        self.group = ""

    def read(self) -> Roster:
        found = Lines(self.sheet, self.head, self.today)
        lines = self._with_groups(list(found.people()))
        doubts = self._doubts(lines)
        self._decide_name_order(lines)
        rows = []
        for line in lines:
            row = self._row(line, doubts.get(line.number, ""))
            if row.problems and names_a_foot(line) and any(each.code in NOT_OF_BIRTH for each in row.problems):
                found.left_out.append(line.number)
            else:
                rows.append(row)
        self._note_what_was_left(rows, sorted(found.left_out))
        return Roster(
            {text: field for head in found.heads for _, text, field in head.columns},
            tuple(dict.fromkeys(text for head in found.heads for text in head.not_used)),
            tuple(rows),
            tuple(self._missing_column(field) for field in self._missing_once()),
            tuple(self.notes),
        )

    # Heads

    def _missing_once(self) -> list[str]:
        """Both names are one column too few when neither is there."""
        missing = self.head.missing
        return [field for field in missing if not (field == "given_names" and "family_name" in missing)]

    def _missing_column(self, field: str) -> Problem:
        return Problem("column_missing", self.head.number, "", field, self.sheet.name)

    # Groups

    def _with_groups(self, lines: list[Line]) -> list[Line]:
        """A group written once for a block counts for all of it; without any, the title may tell it."""
        dated = [line.number for line in lines if isinstance(line.cells.get("group"), date)]
        if dated:  # "1-2" became 1 February
            self._note("group_as_date", row=dated[0], field="group", rows=_numbers(dated))
            lines = [
                replace(line, cells={**line.cells, "group": ""}) if line.number in dated else line for line in lines
            ]
        if "group" not in self.head.fields:
            if not any(line.group for line in lines):
                self._take_group_from_title()
            return lines
        written = [plain(_text(line.cells.get("group", ""))) for line in lines]
        groups = columns.groups_by_block(written)
        if groups == written:
            return lines
        filled = [line.number for line, text in zip(lines, written, strict=True) if not text]
        self._note("group_by_block", row=filled[0], field="group", rows=_numbers(filled))
        return [replace(line, cells={**line.cells, "group": group}) for line, group in zip(lines, groups, strict=True)]

    def _take_group_from_title(self) -> None:
        title = " ".join(plain(cell) for _, cells in self._above() for cell in cells if isinstance(cell, str))
        found = GROUP_NAME.search(title) or GROUP_NAME.search(self.sheet.name)
        if found:
            self.group = found.group()
            self._note("group_from_title", group=self.group)

    def _above(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        return ((number, cells) for number, cells in self.sheet.rows if number < self.head.number)

    # What only a whole column can tell

    def _column(self, lines: Sequence[Line], field: str) -> list[tuple[int, Cell]]:
        return [(line.number, line.cells[field]) for line in lines if field in line.cells]

    def _doubts(self, lines: Sequence[Line]) -> dict[int, str]:
        """Row → the problem of its date that the other dates of the column show."""
        cells = self._column(lines, "born_on")
        self.month_first = columns.months_come_first([cell for _, cell in cells])
        if self.month_first:
            self._note("month_first", field="born_on")
        return dict.fromkeys(columns.doubtful_days(cells), "day_or_month") | dict.fromkeys(
            columns.swapped_days(cells), "day_and_month"
        )

    def _decide_name_order(self, lines: Sequence[Line]) -> None:
        if self.name_order or "full_name" not in self.head.fields:
            return
        names = [cell for _, cell in self._column(lines, "full_name") if isinstance(cell, str)]
        self.name_order = columns.name_order(names)
        if any(" " in plain(name) and "," not in name for name in names):
            self._note("name_order", field="full_name", order=self.name_order or "given_first")

    # Texts of one row

    def _row(self, line: Line, doubt: str) -> Row:
        row = check_row(
            self._raw(line),
            self.today,
            self.default_region,
            number=line.number,
            sheet=self.sheet.name,
            written=line.head.written,
        )
        born_on = row.values.get("born_on")
        if doubt and isinstance(born_on, date):
            other = born_on.replace(month=born_on.day, day=born_on.month)
            return self._with_problem(row, doubt, date=born_on.isoformat(), other=other.isoformat())
        if "personal_code" not in line.cells:
            return row
        told = fields.birth_date_of_code(_text(line.cells["personal_code"]))
        if told and isinstance(born_on, date) and f"{told:%d%m%y}" != f"{born_on:%d%m%y}":  # the digits of the code
            return self._with_problem(row, "date_and_code", date=born_on.isoformat(), other=told.isoformat())
        if "born_on" not in line.head.fields and born_on is None:  # one sentence, and never the code in it
            row = replace(row, problems=tuple(each for each in row.problems if each.field != "born_on"))
            return self._with_problem(row, "code_without_date")
        return row

    def _with_problem(self, row: Row, code: str, **values: str | int) -> Row:
        return row.with_problem(
            Problem(code, row.number, self.head.written.get("born_on", ""), "born_on", row.sheet, values)
        )

    def _raw(self, line: Line) -> dict[str, str]:
        raw = {field: _text(cell) for field, cell in line.cells.items() if field not in {"number", "personal_code"}}
        for field in line.head.fields - {"number", "personal_code", "full_name"}:
            raw.setdefault(field, "")
        if "full_name" in line.head.fields:
            name = raw.pop("full_name", "")
            own_order = "" if self.order_is_told else order_of(name)
            raw |= fields.split_name(name, own_order or self.name_order)
        raw["born_on"] = self._birth_date_text(line, raw.get("born_on", ""))
        if self._is_georgian:
            raw |= self._georgian_phones(raw)
        group = raw.get("group") or line.group or self.group
        if group:
            raw["group"] = group
        if self._girls_are_m and heads.key(raw.get("gender", "")) == "m":
            raw["gender"] = "meitene"
        return raw

    def _birth_date_text(self, line: Line, text: str) -> str:
        """As written; ISO where it comes from a personal code or is written with the month first."""
        day = fields.birth_date_of_code(text)
        if day is None and "born_on" not in line.head.fields:
            day = fields.birth_date_of_code(_text(line.cells.get("personal_code", "")))
        if day is None and self.month_first:
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
        """Heads in Georgian, also in Latin letters."""
        words = {word for _, head, _ in self.head.columns for word in heads.key(head).split()}
        return not words.isdisjoint({"gvari", "sakheli", "saxeli", "dabadebis"})

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

    # Notes

    def _note_what_was_left(self, rows: Sequence[Row], left_out: Sequence[int]) -> None:
        if left_out:
            self._note("rows_left_out", row=left_out[0], rows=_numbers(left_out))
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


def _text(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _numbers(rows: Sequence[int]) -> str:
    """ "2, 5, 9"; long lists end with "…"."""
    shown = ", ".join(map(str, rows[:10]))
    return f"{shown}, …" if len(rows) > 10 else shown
