"""A class list as the check page shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tilts.core.places import country_name
from tilts.exchange.forms import RowForm
from tilts.exchange.models import Roster
from tilts.exchange.queries import CheckedRow, checked_rows, shown_fields
from tilts.exchange.records import Problem, Row
from tilts.exchange.sentences import field_name, sentence
from tilts.people.models import Person
from tilts.people.rules import shown_phone


@dataclass(frozen=True)
class GoodRow:
    """A row with what of it is taken over, as it is shown, in the order of the sheet's columns."""

    checked: CheckedRow
    texts: tuple[str, ...]


@dataclass(frozen=True)
class RowToMend:
    """A row with what is wrong, and a form with its texts."""

    checked: CheckedRow
    sentences: tuple[str, ...]
    form: RowForm
    target: str  # id of the first field to mend, of the row itself where no field helps

    @property
    def names_two_people(self) -> bool:
        """Can two rows be made of it?"""
        return any(problem.code == "two_people" for problem in self.checked.row.problems)

    @property
    def text(self) -> str:
        """The row with what is wrong in it, for the summary above all rows."""
        row = self.checked.row
        place = _("row %(number)s") % {"number": row.number}
        return f"{row.sheet + ', ' if row.sheet else ''}{place}: {' '.join(self.sentences)}"


@dataclass(frozen=True)
class CheckSheet:
    """Good rows, rows to mend, and which columns of the file were used for what."""

    columns: tuple[str, ...]  # what of each row is taken over, in words
    good: tuple[GoodRow, ...]
    to_mend: tuple[RowToMend, ...]
    used: tuple[tuple[str, str], ...]  # head as written, our name
    not_used: tuple[str, ...]
    notes: tuple[str, ...]  # what was decided while reading, to be looked at again


def check_sheet(roster: Roster) -> CheckSheet:
    """What stands on the check page of a class list, in the active language."""
    rows = checked_rows(roster)
    shown = shown_fields(roster)
    taken_over = {*shown, "full_name"}
    return CheckSheet(
        columns=tuple(field_name(field) for field in shown),
        good=tuple(
            GoodRow(checked, tuple(_shown(checked.row, field) for field in shown))
            for checked in rows
            if checked.row.is_good
        ),
        to_mend=_with_cursor(tuple(_to_mend(checked, shown) for checked in rows if not checked.row.is_good)),
        used=tuple((head, field_name(field)) for head, field in roster.columns if field in taken_over),
        not_used=(
            *(head for head, field in roster.columns if field not in taken_over),
            *roster.columns_not_used,
        ),
        notes=tuple(sentence(Problem(**note)) for note in roster.notes),
    )


def _shown(row: Row, field: str) -> str:
    value = row.values.get(field, "")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if value and field == "gender":
        return str(Person.Gender(value).label)
    if value and field == "nationality":
        return country_name(value, get_language() or "en")
    return shown_phone(value) if field in {"phone", "guardian_phone"} else value


def _with_cursor(items: tuple[RowToMend, ...]) -> tuple[RowToMend, ...]:
    """The cursor stands in the first field that is wrong: no click before one types."""
    wrong = (field for item in items for field in item.form.fields.values() if "aria-invalid" in field.widget.attrs)
    if first := next(wrong, None):
        first.widget.attrs["autofocus"] = True
    return items


def _to_mend(checked: CheckedRow, shown: tuple[str, ...]) -> RowToMend:
    wrong = {problem.field for problem in checked.row.problems}
    asked = (*shown, *sorted(wrong & checked.row.raw.keys() - set(shown)))
    row = f"row{checked.stored.pk}"
    form = RowForm(initial=dict(checked.row.raw), auto_id=f"{row}-%s", shown=asked)
    for name, field in form.fields.items():
        is_wrong = {
            "class": "form-control is-invalid",
            "aria-invalid": "true",
            "aria-describedby": f"{row}-problems",
        }
        field.widget.attrs |= is_wrong if name in wrong else {"class": "form-control"}
    target = next((f"{row}-{name}" for name in form.fields if name in wrong), row)
    return RowToMend(checked, tuple(sentence(problem) for problem in checked.row.problems), form, target)
