"""The programmes there are, from data/programmes.yaml; a malformed file is refused by the place of its fault."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

import yaml

from tilts.projects.rules import Action, Programme, ReferenceForm, Source

FILE: Final = Path(__file__).parent / "data" / "programmes.yaml"

STATUSES: Final = ("confirmed", "derived", "recalled")
_PROGRAMME_KEYS: Final = {"code", "name", "from_year", "to_year", "status", "reference"}
_ACTION_KEYS: Final = {"code", "title", "status"}


class ProgrammeError(ValueError):
    """A file of programmes that can't be trusted; the message names the programme or action and the key."""


@cache
def programmes() -> Mapping[str, Programme]:
    """Every published programme by its code, the newest of each kind first."""
    return load()


def load(file: Path = FILE) -> dict[str, Programme]:
    """The programmes of a file by code. Raises ProgrammeError."""
    found: dict[str, Programme] = {}
    for row in yaml.safe_load(file.read_text(encoding="utf-8"))["programmes"]:
        programme = _programme(row)
        if programme.code in found:
            raise ProgrammeError(f"{programme.code}: stands twice")
        found[programme.code] = programme
    return found


def _programme(row: Mapping[str, Any]) -> Programme:
    place = str(row.get("code", "a programme without a code"))
    _check(place, row, _PROGRAMME_KEYS, {"names", "references", "actions", "actions_reference"})
    unknown = [form for form in row.get("references", ()) if form not in get_args(ReferenceForm)]
    if unknown:
        raise ProgrammeError(f"{place}.references: no such form: {unknown[0]!r}")
    if bool(row.get("actions")) != bool(row.get("actions_reference")):
        raise ProgrammeError(f"{place}.actions_reference: goes with actions, and only with them")
    return Programme(
        code=place,
        name=row["name"],
        names=row.get("names", {}),
        from_year=row["from_year"],
        to_year=row["to_year"],
        status=row["status"],
        source=Source(row["reference"]["title"], row["reference"].get("url", "")),
        forms=tuple(row.get("references", ())),
        actions=tuple(action for each in row.get("actions", ()) for action in _actions(place, each, row)),
    )


def _actions(programme: str, row: Mapping[str, Any], of: Mapping[str, Any]) -> Iterator[Action]:
    place = f"{programme}.{row.get('code', 'an action without a code')}"
    _check(place, row, _ACTION_KEYS, {"fields", "from_year", "to_year"})
    if "en" not in row["title"]:
        raise ProgrammeError(f"{place}.title: must have an English text")
    for suffix in row.get("fields", "").split() or [""]:
        yield Action(
            code=f"{row['code']}-{suffix}" if suffix else row["code"],
            titles=row["title"],
            from_year=row.get("from_year", of["from_year"]),
            to_year=row.get("to_year", of["to_year"]),
            status=row["status"],
        )


def _check(place: str, row: Mapping[str, Any], required: set[str], optional: set[str]) -> None:
    for key in sorted(required - row.keys()):
        raise ProgrammeError(f"{place}.{key}: is missing")
    for key in sorted(row.keys() - required - optional):
        raise ProgrammeError(f"{place}.{key}: no such key")
    if row["status"] not in STATUSES:
        raise ProgrammeError(f"{place}.status: must be one of {', '.join(STATUSES)}: {row['status']!r}")
    if row.get("from_year", 0) > row.get("to_year", 9999):
        raise ProgrammeError(f"{place}.to_year: must not be before {row['from_year']}: {row['to_year']}")
