"""Which activities a project may have: of actions paid by the day from their tables, of all others from one list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from tilts.funding.loading import PARAMETERS, ParameterError, tables_for
from tilts.funding.rules import KINDS, PREPARATORY_VISIT, STATUSES, Problem, RateKind, Reference, Status, check_activity

FILE: Final = PARAMETERS / "activities.yaml"
ANY_PROGRAMME: Final = "any"

_ENTRY_KEYS: Final = {"programme", "from_call", "to_call", "status", "reference", "value"}
_ROW_KEYS: Final = {"name", "participant"}


@dataclass(frozen=True)
class Choice:
    """An activity that a project may have; days without travel, 0 and None where there is no known limit.

    participant: whom it is for. status and reference: how sure it is and where it was read.
    """

    name: str
    participant: RateKind
    status: Status
    reference: Reference
    least_days: int = 0
    most_days: int | None = None


def choices_for(programme: str, action: str, call_year: int | None) -> tuple[Choice, ...]:
    """What a project of this programme, action and call year may do, in the order of the data; never empty.

    programme: its code, empty where it is not known or the school's own. action: as "KA121-VET" or "KA102".

    >>> [choice.name for choice in choices_for("llp", "Leonardo da Vinci", 2011)][:2]
    ['placement_initial_training', 'placement_labour_market']
    """
    return _paid_by_day(action, call_year) or _listed(programme, action, call_year)


def check_days(
    name: str, activity_days: int, programme: str, action: str, call_year: int | None
) -> tuple[Problem, ...]:
    """Whether the activity is one of the project's and as long as it may be (travel not counted); empty when it is."""
    if _paid_by_day(action, call_year) and call_year is not None:
        return check_activity(name, activity_days, action, tables_for(call_year))
    choice = next((each for each in _listed(programme, action, call_year) if each.name == name), None)
    if choice is None:
        # What a school did outside the lists is its own affair.
        return ()
    if choice.least_days <= activity_days <= (choice.most_days or activity_days):
        return ()
    values = {
        "activity": name,
        "activity_days": activity_days,
        "least_days": choice.least_days,
        "most_days": choice.most_days,
    }
    too_short = activity_days < choice.least_days
    return (Problem("activity_too_short" if too_short else "activity_too_long", values),)


def _paid_by_day(action: str, call_year: int | None) -> tuple[Choice, ...]:
    tables = tables_for(call_year or 0)
    sector = tables.actions.get(action)
    visit = tables.costs.get("preparatory_visits.person")
    found = tuple(
        Choice(
            name=known.name,
            participant=known.participant,
            status=known.least.status,
            reference=known.least.reference,
            least_days=int(str(known.least.value)),
            most_days=int(str(known.most.value)),
        )
        for (place, _name), known in tables.activities.items()
        if place == sector
    )
    if not found or visit is None:
        return found
    return (*found, Choice(PREPARATORY_VISIT, "staff", visit.status, visit.reference))


def _listed(programme: str, action: str, call_year: int | None) -> tuple[Choice, ...]:
    for entry in _published():
        if entry.holds_for(programme, action, call_year):
            return entry.choices
    return ()


@dataclass(frozen=True)
class _Entry:
    programme: str
    actions: frozenset[str]  # empty: every one of the programme
    calls: range
    choices: tuple[Choice, ...]

    def holds_for(self, programme: str, action: str, call_year: int | None) -> bool:
        if self.programme == ANY_PROGRAMME:
            return True
        fits_year = call_year is None or call_year in self.calls
        return self.programme == programme and fits_year and (not self.actions or action in self.actions)


def load(file: Path = FILE) -> tuple[_Entry, ...]:
    """The entries of a file in its order, the one for any programme last. Raises ParameterError."""
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    entries = tuple(_entries(file.name, document["values"]))
    if [number for number, entry in enumerate(entries) if entry.programme == ANY_PROGRAMME] != [len(entries) - 1]:
        raise ParameterError(f"{file.name}: values: the last one must be for `{ANY_PROGRAMME}` programme")
    return entries


@cache
def _published() -> tuple[_Entry, ...]:
    return load()


def _entries(file: str, values: list[Mapping[str, Any]]) -> Iterator[_Entry]:
    for number, row in enumerate(values):
        place = f"{file}: values[{number}]"
        _check(place, row, _ENTRY_KEYS, {"actions"})
        if row["status"] not in STATUSES:
            raise ParameterError(f"{place}.status: must be one of {', '.join(STATUSES)}: {row['status']!r}")
        if row["to_call"] < row["from_call"]:
            raise ParameterError(f"{place}.to_call: must not be before {row['from_call']}: {row['to_call']}")
        yield _Entry(
            programme=row["programme"],
            actions=frozenset(row.get("actions", ())),
            calls=range(row["from_call"], row["to_call"] + 1),
            choices=tuple(_choice(f"{place}.value[{at}]", each, row) for at, each in enumerate(row["value"])),
        )


def _choice(place: str, row: Mapping[str, Any], entry: Mapping[str, Any]) -> Choice:
    _check(place, row, _ROW_KEYS, {"least", "most"})
    if row["participant"] not in KINDS:
        raise ParameterError(f"{place}.participant: must be one of {', '.join(KINDS)}: {row['participant']!r}")
    least, most = row.get("least", 0), row.get("most")
    if most is not None and most < least:
        raise ParameterError(f"{place}.most: must not be less than {least}: {most}")
    reference = Reference(entry["reference"]["title"], entry["reference"].get("url", ""))
    return Choice(row["name"], row["participant"], entry["status"], reference, least, most)


def _check(place: str, row: Mapping[str, Any], required: set[str], optional: set[str]) -> None:
    for key in sorted(required - row.keys()):
        raise ParameterError(f"{place}.{key}: is missing")
    for key in sorted(row.keys() - required - optional):
        raise ParameterError(f"{place}.{key}: no such key")
