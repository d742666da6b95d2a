"""Writes: dropping a class list on a flow, mending its rows, taking its people over."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.core.bulk import insert_like, insert_many, many_objects
from tilts.exchange.fields import first_and_rest, plain, split_name
from tilts.exchange.heads import name_order
from tilts.exchange.models import Roster, RosterRow
from tilts.exchange.queries import OF_GUARDIAN, TAKEN_OVER, CheckedRow, checked_rows
from tilts.exchange.records import OF_THE_FILE, Row
from tilts.exchange.roster import read_roster_file
from tilts.exchange.sentences import sentence
from tilts.mobilities.actions import take_in
from tilts.mobilities.models import Flow
from tilts.people.actions import keep_guardians
from tilts.people.models import Guardian, Person

#: What the people of one class have in common.
OF_A_CLASS = frozenset({"group", "programme", "course"})


class RosterRefused(Exception):
    """The file is no class list that can be read; `sentences` say why and what to do."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@many_objects()
def drop_roster(flow: Flow, *, file_name: str, content: bytes, by: User | None) -> Roster:
    """Read a class list for a flow and keep its rows until they are taken over; raises RosterRefused.

    The same file again gives the list that is under way, and is refused once that is finished.
    """
    digest = sha256(content).hexdigest()
    if before := Roster.objects.filter(flow=flow, sha256=digest).first():
        return _again(before)
    read = read_roster_file(content, timezone.localdate(), current_school().country)
    if read.problems or not read.rows:
        raise RosterRefused([sentence(problem) for problem in read.problems] or [_("No person stands in this file.")])
    with transaction.atomic():
        Flow.objects.select_for_update(no_key=True).get(pk=flow.pk)
        if before := Roster.objects.filter(flow=flow, sha256=digest).first():
            return _again(before)
        # A list that was dropped and not taken over is replaced: its personal data has no further use.
        Roster.objects.filter(flow=flow, finished_at=None, people_added=0).delete()
        roster = Roster.objects.create(
            flow=flow,
            file_name=plain(file_name)[-200:],
            sha256=digest,
            columns=[list(pair) for pair in read.columns.items()],
            columns_not_used=list(read.columns_not_used),
            notes=[asdict(note) for note in read.notes],
            created_by=by,
        )
        insert_like(RosterRow(roster=roster), ["number", "sheet", "raw", "problems"], map(_stored, read.rows))
    return roster


@transaction.atomic
def mend_row(stored: RosterRow, texts: Mapping[str, str]) -> RosterRow:
    """Put other texts into a row; what they are worth is found when the list is shown."""
    stored = RosterRow.objects.select_for_update().get(pk=stored.pk)
    stored.raw = stored.raw | {field: text.strip() for field, text in texts.items()}
    stored.problems = []
    stored.save(update_fields=["raw", "problems"])
    return stored


@transaction.atomic
def part_row(stored: RosterRow) -> None:
    """Make two rows of one that names two people.

    Each gets its own name and e-mail address as far as the cells tell them apart, and the group of both. All else stays
    with the first: of the second nobody may think that it was read.
    """
    stored = RosterRow.objects.select_for_update().select_related("roster").get(pk=stored.pk)
    pairs = {field: first_and_rest(stored.raw.get(field, "")) for field in ("family_name", "given_names", "email")}
    one, other = ({field: pair[place] for field, pair in pairs.items()} for place in (0, 1))
    for field in ("family_name", "given_names"):
        other[field] = other[field] or one[field]  # "Liepa", "Anna / Juris": brother and sister
    if not stored.raw.get("given_names"):
        order = name_order(next((head for head, field in stored.roster.columns if field == "full_name"), ""))
        for names in (one, other):
            names |= split_name(names["family_name"], order)
    of_both = {field: text for field, text in stored.raw.items() if field in OF_A_CLASS}
    RosterRow.objects.create(roster=stored.roster, number=stored.number, sheet=stored.sheet, raw=of_both | other)
    stored.raw, stored.problems = stored.raw | one, []
    stored.save(update_fields=["raw", "problems"])


@transaction.atomic
def leave_out(stored: RosterRow) -> None:
    """Forget a row: this person does not travel."""
    roster = Roster.objects.select_for_update(no_key=True, of=("self",)).get(pk=stored.roster_id)
    stored.delete()
    _finish_if_empty(roster)


@many_objects()
@transaction.atomic
def take_over(roster: Roster) -> int:
    """Take the people of all good rows into the flow; how many came in new.

    All of them or, after a kill, none. Rows to mend stay. A second call finds no good rows: nothing changes.
    """
    roster = Roster.objects.select_for_update(no_key=True, of=("self",)).select_related("flow").get(pk=roster.pk)
    checked = checked_rows(roster)
    to_mend = [each.stored.pk for each in checked if not each.row.is_good]
    added = take_in(roster.flow, _people([each for each in checked if each.row.is_good]))
    roster.rows.exclude(pk__in=to_mend).delete()
    roster.people_added += added
    roster.save(update_fields=["people_added"])
    _finish_if_empty(roster)
    return added


def _again(before: Roster) -> Roster:
    if before.finished_at is None:
        return before
    raise RosterRefused(
        [
            _("This file was already taken over on %(day)s: %(people)s people came from it. Nothing has changed.")
            % {
                "day": date_format(timezone.localtime(before.finished_at), "SHORT_DATE_FORMAT"),
                "people": before.people_added,
            }
        ]
    )


def _stored(row: Row) -> tuple[int, str, dict[str, str], list[dict[str, Any]]]:
    """What is kept of a row: problems that only the whole file shows; the others are found again from its texts."""
    problems = [asdict(problem) for problem in row.problems if problem.code in OF_THE_FILE]
    return row.number, row.sheet, dict(row.raw), problems


def _people(rows: list[CheckedRow]) -> list[Person]:
    """The person of each row, the one we know, with blanks filled in, or a new one; and the guardian it names."""
    people: list[Person] = []
    new: list[Person] = []
    for checked in rows:
        told = checked.row.values
        values = {field: _fitting(Person, field, told[field]) for field in TAKEN_OVER if field in told}
        person = checked.known
        if person is None:
            person = Person(**values)
            person.make_keys()
            new.append(person)
        elif blanks := [field for field, value in values.items() if value and not getattr(person, field)]:
            for field in blanks:
                setattr(person, field, values[field])
            person.save(update_fields=blanks)
        people.append(person)
    insert_many(new)
    keep_guardians(
        Guardian(person=person, **told)
        for checked, person in zip(rows, people, strict=True)
        if (
            told := {
                name: _fitting(Guardian, name, checked.row.values[field])
                for field, name in OF_GUARDIAN.items()
                if field in checked.row.values
            }
        )
    )
    return people


def _fitting(model: type[Person] | type[Guardian], name: str, value: str | date) -> str | date:
    """A text no longer than its field: a study programme that is cut is better than none."""
    return value[: _longest(model, name)] if isinstance(value, str) else value


@cache
def _longest(model: type[Person] | type[Guardian], name: str) -> int | None:
    return getattr(model._meta.get_field(name), "max_length", None)


def _finish_if_empty(roster: Roster) -> None:
    if roster.finished_at is None and not roster.rows.exists():
        roster.finished_at = timezone.now()
        roster.save(update_fields=["finished_at"])
