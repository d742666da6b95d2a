"""What is passed along between the reading of a file, the rules and the pages. No Django, no clock."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

Cell = str | int | float | bool | date  # "" is an empty cell

NECESSARY = ("family_name", "given_names", "born_on")  # without these a row names nobody who could travel


@dataclass(frozen=True)
class Problem:
    """What is wrong, or what was decided while reading; `sentences.sentence` words it.

    row is the number that a spreadsheet program shows at the left edge, None for the whole file. column is the head
    as written in the file ("" where no single column is meant), field our name of it, values what the sentence names.
    """

    code: str
    row: int | None = None
    column: str = ""
    field: str = ""
    sheet: str = ""
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """The filled rows of one sheet, each with the number that a spreadsheet program shows (first row: 1)."""

    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    is_hidden: bool = False


@dataclass(frozen=True)
class Layout:
    """What a sheet of a workbook says beside its texts; numbers count from 1.

    left: the column in which its rows begin. merged: areas as top, left, bottom, right. formulas: names of cells that
    hold one, the first of them. choices: first and last column with a list to choose from, and where the list stands
    (`"Yes,No"` or `Lists!$A$2:$A$30`).
    """

    left: int = 1
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formulas: tuple[str, ...] = ()
    choices: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True)
class Book:
    """A file as read: its sheets, what was noticed, and the problem that stopped the reading, if any.

    layouts, by sheet, and the delimiter of a text file are there only where they were asked for.
    """

    sheets: tuple[Sheet, ...] = ()
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    layouts: Mapping[str, Layout] = dataclasses.field(default_factory=dict)
    delimiter: str = ""


@dataclass(frozen=True)
class Row:
    """One person's row: what stood there as text (`raw`), what could be read of it (`values`), what must be mended.

    values hold `date` for born_on, E.164 for phones, "female" or "male" for gender, text for all else; a field that is
    empty or could not be read is absent. Give a mended `raw` to `rules.check_row` to read it again.
    """

    number: int
    sheet: str
    raw: Mapping[str, str]
    values: Mapping[str, str | date]
    problems: tuple[Problem, ...] = ()

    @property
    def is_good(self) -> bool:
        return not self.problems

    @property
    def names_a_person(self) -> bool:
        """Everything necessary was read, though a telephone number, say, may still have to be mended."""
        return all(name in self.values for name in NECESSARY) and not any(
            problem.code in NOT_ONE_PERSON for problem in self.problems
        )

    def with_problem(self, problem: Problem) -> "Row":
        return replace(self, problems=(*self.problems, problem))


#: Doubts about a date that only the whole file shows.
OF_THE_FILE = frozenset({"day_and_month", "day_or_month", "date_and_code"})
NOT_ONE_PERSON = frozenset({"two_people", "duplicate"}) | OF_THE_FILE


@dataclass(frozen=True)
class Roster:
    """A class list as read.

    columns: each head as written → our field, for the columns that are used; columns_not_used: the other heads.
    problems concern the file or a whole column and stop an import; notes tell what was decided and stop nothing.
    """

    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    columns_not_used: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def good_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.is_good)

    @property
    def rows_to_mend(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.problems)

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """File first, then row by row; a column that is missing is told once, not again in each row."""
        told = (problem for row in self.rows for problem in row.problems if problem.code != "missing" or problem.column)
        return (*self.problems, *told)
