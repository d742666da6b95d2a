"""A class list from its bytes: read in the sandbox, interpreted by the rules; and the JSON of `tilts roster`."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tilts.core.sandbox import Limits
from tilts.exchange.records import Problem, Roster, Row
from tilts.exchange.rules import read_roster
from tilts.exchange.sandbox import LIMITS, read_safely
from tilts.exchange.sentences import column_name, sentence


def read_roster_file(data: bytes, today: date, default_region: str = "LV", limits: Limits = LIMITS) -> Roster:
    """What the file tells, whatever it is; never an exception for its contents."""
    book = read_safely(data, limits)
    if not book.sheets:
        return Roster(problems=book.problems or (Problem("empty_file"),), notes=book.notes)
    roster = read_roster(book.sheets, today, default_region)
    return replace(roster, problems=(*book.problems, *roster.problems), notes=(*book.notes, *roster.notes))


def roster_json(path: Path | str, today: date, default_region: str = "LV") -> dict[str, Any]:
    """The reading of one file as `tilts roster FILE --json` prints it. Raises OSError for a file that can't be opened.

    people holds who was read with names and date of birth, rows_to_mend every problem, both with the row that a
    spreadsheet program shows; a person whose telephone number, say, must be mended stands in both. Sentences are in
    the active language.
    """
    with Path(path).open("rb") as file:
        data = file.read(LIMITS.file_size + 1)
    roster = read_roster_file(data, today, default_region)
    several_sheets = len({row.sheet for row in roster.rows}) > 1
    return {
        "columns": dict(roster.columns),
        "columns_not_used": list(roster.columns_not_used),
        "people": [_person(row, several_sheets) for row in roster.rows if row.names_a_person],
        "rows_to_mend": [_told(problem) for problem in roster.all_problems],
        "notes": [_told(note) for note in roster.notes],
    }


def _person(row: Row, with_sheet: bool) -> dict[str, Any]:
    sheet = {"sheet": row.sheet} if with_sheet else {}
    values = {field: value.isoformat() if isinstance(value, date) else value for field, value in row.values.items()}
    return {"row": row.number, **sheet, **values}


def _told(problem: Problem) -> dict[str, Any]:
    sheet = {"sheet": problem.sheet} if problem.sheet else {}
    return {
        "row": problem.row,
        **sheet,
        "column": column_name(problem),
        "problem": sentence(problem),
        "code": problem.code,
    }
