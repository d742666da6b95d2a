"""The texts of one person's row → values and problems."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from tilts.exchange import fields, heads
from tilts.exchange.fields import Mistake, is_blank, is_nothing, plain
from tilts.exchange.records import NECESSARY, Problem, Row


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
                if not is_nothing(text):
                    problems.append((field, mistake.code, mistake.values))
                elif field in NECESSARY:
                    problems.append((field, "missing", {}))
            else:
                if value is not None:
                    values[field] = value
        elif field in NECESSARY:
            problems.append((field, "missing", {}))
    two_people = [problem for problem in problems if problem[1] == "two_people"]
    if two_people:  # one sentence is enough: what else is missing or double stands in the other cells
        problems = [two_people[0], *(problem for problem in problems if problem[0] not in NECESSARY)]
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
    """The same names and day of birth a second time: that row is to be mended, the first one stays good.

    Names count in any order, for a row may have family name and given name in each other's columns.
    """
    first: dict[tuple[object, ...], Row] = {}
    marked = []
    for row in rows:
        if all(field in row.values for field in NECESSARY):
            names = sorted(heads.key(f"{row.values['family_name']} {row.values['given_names']}").split())
            before = first.setdefault((row.values["born_on"], *names), row)
            if before is not row:
                values: dict[str, str | int] = {"first_row": before.number, "first_sheet": before.sheet}
                row = row.with_problem(Problem("duplicate", row.number, "", "family_name", row.sheet, values))
        marked.append(row)
    return tuple(marked)
