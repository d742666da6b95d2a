"""From sheets of cells to a roster: which row holds the heads, who stands in each row, what must be mended.

Pure: no Django, no clock, no files. Nothing is logged, for everything here is personal.
"""

from collections.abc import Sequence
from datetime import date

from tilts.exchange.records import Problem, Roster, Sheet
from tilts.exchange.rules.head import find_heads
from tilts.exchange.rules.rows import check_row, mark_duplicates
from tilts.exchange.rules.table import Table

__all__ = ["check_row", "mark_duplicates", "read_roster"]


def read_roster(sheets: Sequence[Sheet], today: date, default_region: str = "LV") -> Roster:
    """The class list in the sheets of a file.

    Every visible sheet with a row of heads is a part of the list; a sheet whose heads lack something necessary is
    passed over when another one is complete. today bounds the ages, default_region (ISO 3166) completes telephone
    numbers without a country code. Raises nothing; what is wrong stands in the problems.
    """
    found = [(sheet, head) for sheet in sheets if not sheet.is_hidden for head in find_heads(sheet)]
    if any(not head.missing for _, head in found):
        found = [(sheet, head) for sheet, head in found if not head.missing]
    if not found:
        return Roster(problems=(_no_head(sheets),))
    parts = [Table(sheet, head, today, default_region).read() for sheet, head in found]
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


def _no_head(sheets: Sequence[Sheet]) -> Problem:
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        return Problem("empty_file")
    visible = next((sheet for sheet in filled if not sheet.is_hidden), None)
    if visible is None:
        return Problem("hidden_sheets_only", sheet=filled[0].name)
    if hidden := next((sheet for sheet in filled if sheet.is_hidden and find_heads(sheet)), None):
        return Problem("hidden_list", sheet=hidden.name)
    return Problem("no_heads", row=visible.rows[0][0], sheet=visible.name)
