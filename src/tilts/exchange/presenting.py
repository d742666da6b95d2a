"""A class list as the check page shows it."""

from dataclasses import dataclass

from tilts.exchange.forms import RowForm
from tilts.exchange.models import Roster
from tilts.exchange.queries import TAKEN_OVER, CheckedRow, checked_rows
from tilts.exchange.records import Problem
from tilts.exchange.sentences import field_name, sentence


@dataclass(frozen=True)
class RowToMend:
    """A row with what is wrong, and a form with its texts."""

    checked: CheckedRow
    sentences: tuple[str, ...]
    form: RowForm


@dataclass(frozen=True)
class CheckSheet:
    """Good rows, rows to mend, and which columns of the file were used for what."""

    good: tuple[CheckedRow, ...]
    to_mend: tuple[RowToMend, ...]
    used: tuple[tuple[str, str], ...]  # head as written, our name
    not_used: tuple[str, ...]
    notes: tuple[str, ...]  # what was decided while reading, to be looked at again


def check_sheet(roster: Roster) -> CheckSheet:
    """What stands on the check page of a class list, in the active language."""
    rows = checked_rows(roster)
    taken_over = {*TAKEN_OVER, "full_name"}
    return CheckSheet(
        good=tuple(checked for checked in rows if checked.row.is_good),
        to_mend=tuple(_to_mend(checked) for checked in rows if not checked.row.is_good),
        used=tuple((head, field_name(field)) for head, field in roster.columns if field in taken_over),
        not_used=(
            *(head for head, field in roster.columns if field not in taken_over),
            *roster.columns_not_used,
        ),
        notes=tuple(sentence(Problem(**note)) for note in roster.notes),
    )


def _to_mend(checked: CheckedRow) -> RowToMend:
    wrong = {problem.field for problem in checked.row.problems}
    shown = (*TAKEN_OVER, *sorted(wrong & checked.row.raw.keys() - set(TAKEN_OVER)))
    form = RowForm(initial=dict(checked.row.raw), auto_id=f"row{checked.stored.pk}-%s", shown=shown)
    for name, field in form.fields.items():
        is_wrong = {"class": "form-control is-invalid", "aria-invalid": "true"}
        field.widget.attrs |= is_wrong if name in wrong else {"class": "form-control"}
    return RowToMend(checked, tuple(sentence(problem) for problem in checked.row.problems), form)
