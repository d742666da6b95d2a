"""Reads: class lists on their way in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.exchange import rules
from tilts.exchange.models import Roster, RosterRow
from tilts.exchange.records import Problem, Row
from tilts.mobilities.models import Flow, Mobility
from tilts.people.models import Person
from tilts.people.queries import known_people

#: What of a row a person's record holds.
TAKEN_OVER = (
    *("family_name", "given_names", "born_on", "group", "email", "phone"),
    *("programme", "course", "gender", "nationality"),
)

#: What of a row the record of the person's guardian holds, with its name there.
OF_GUARDIAN = {"guardian_name": "name", "guardian_phone": "phone", "guardian_email": "email"}

#: Shown for every row and asked for where it is missing; the rest only where the file has such a column.
ALWAYS_SHOWN = ("family_name", "given_names", "born_on", "group", "email", "phone")


@dataclass(frozen=True)
class CheckedRow:
    """A row as the check page shows it: what was read, what is wrong, whether we know the person."""

    stored: RosterRow
    row: Row
    known: Person | None
    is_in_flow: bool


def rosters() -> QuerySet[Roster]:
    """The school's class lists."""
    return Roster.objects.select_related("flow", "flow__partner")


def open_rosters_of(flow: Flow) -> QuerySet[Roster]:
    """Class lists of a flow with rows not yet taken over."""
    return Roster.objects.filter(flow=flow, finished_at=None)


def checked_rows(roster: Roster) -> list[CheckedRow]:
    """The rows that wait, in the order of the file, each read anew from its texts."""
    stored = list(roster.rows.all())
    read = rules.mark_duplicates(_rows(stored, roster))
    keys = [person_key(row) for row in read]
    known = known_people(key for key in keys if key)
    in_flow = set(
        Mobility.objects.filter(flow=roster.flow_id, person__in=known.values()).values_list("person_id", flat=True)
    )
    checked = []
    for each, row, key in zip(stored, read, keys, strict=True):
        person = known.get(key) if key else None
        checked.append(CheckedRow(each, row, person, person is not None and person.pk in in_flow))
    return checked


def person_key(row: Row) -> tuple[str, date] | None:
    """What tells whether we know this person: folded names and date of birth; None while one is missing."""
    born_on = row.values.get("born_on")
    if not row.names_a_person or not isinstance(born_on, date):
        return None
    return search_key(f"{row.values['family_name']} {row.values['given_names']}"), born_on


def shown_fields(roster: Roster) -> tuple[str, ...]:
    """What of a row is taken over and worth a column on the check page."""
    in_file = {field for _, field in roster.columns}
    return tuple(field for field in (*TAKEN_OVER, *OF_GUARDIAN) if field in ALWAYS_SHOWN or field in in_file)


def written(roster: Roster) -> Mapping[str, str]:
    """Field → head as written in the file."""
    heads = {field: head for head, field in reversed(roster.columns)}
    if "full_name" in heads:
        heads |= {"family_name": heads["full_name"], "given_names": heads["full_name"]}
    if "personal_code" in heads:
        heads.setdefault("born_on", heads["personal_code"])
    return heads


def _rows(stored: Iterable[RosterRow], roster: Roster) -> Iterator[Row]:
    today, region, heads = timezone.localdate(), current_school().country, written(roster)
    for each in stored:
        row = rules.check_row(each.raw, today, region, number=each.number, sheet=each.sheet, written=heads)
        # What only the whole file could prove (days and months swapped) was kept when it was read.
        told = {problem.code for problem in row.problems}
        kept = [Problem(**problem) for problem in each.problems if problem["code"] not in told]
        yield replace(row, problems=(*row.problems, *kept)) if kept else row
