"""Which programme can pay for stays with a partner, by direction and call year: dated data with its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

import yaml

from tilts.funding.loading import PARAMETERS, ParameterError, tables_for
from tilts.funding.rules import KINDS, STATUSES, Reference, Status

FILE: Final = PARAMETERS / "ways_to_pay.yaml"
Direction = Literal["out", "in"]
WayName = Literal[
    "own_project",
    "partners_project",
    "share_outside",
    "partners_share_outside",
    "host_only",
    "host_only_here",
    "capacity_building",
]

_KEYS: Final = {"way", "direction", "school", "partner", "from_call", "to_call", "status", "reference"}
_SIDES: Final = ("programme", "outside")


@dataclass(frozen=True)
class WayToPay:
    """A programme that can pay, or a rule that says who can't apply; how sure that is, and where it was read."""

    name: WayName
    status: Status
    reference: Reference


@dataclass(frozen=True)
class _Entry:
    way: WayToPay
    directions: frozenset[str]
    school: str | frozenset[str]
    partner: str | frozenset[str]
    calls: range


def ways_to_pay(school: str, partner: str, direction: Direction, call_year: int) -> tuple[WayToPay, ...]:
    """Ways for a stay between schools of two countries (ISO codes), in the order of the data; may be empty.

    direction: out from the first school, or in to it. A school's own funds can always pay and are no entry.

    >>> [way.name for way in ways_to_pay("LV", "GE", "out", 2026)]
    ['share_outside', 'capacity_building']
    """
    return tuple(
        entry.way
        for entry in _published()
        if direction in entry.directions
        and call_year in entry.calls
        and _fits(entry.school, school, call_year)
        and _fits(entry.partner, partner, call_year)
    )


def newest_known() -> int:
    """The last call year that the data speak of."""
    return max(entry.calls[-1] for entry in _published())


def _fits(side: str | frozenset[str], country: str, call_year: int) -> bool:
    if isinstance(side, frozenset):
        return country in side
    takes_part = any((kind, country) in tables_for(call_year).country_groups for kind in KINDS)
    return takes_part == (side == "programme")


@cache
def _published() -> tuple[_Entry, ...]:
    return tuple(load())


def load(file: Path = FILE) -> Iterator[_Entry]:
    """The entries of a file. Raises ParameterError, which names the place."""
    for number, row in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))["values"]):
        place = f"{file.name}: values[{number}]"
        if not isinstance(row, dict) or row.keys() != _KEYS:
            raise ParameterError(f"{place}: must have {', '.join(sorted(_KEYS))}")
        if row["way"] not in get_args(WayName):
            raise ParameterError(f"{place}.way: no such way: {row['way']!r}")
        if row["status"] not in STATUSES:
            raise ParameterError(f"{place}.status: must be one of {', '.join(STATUSES)}: {row['status']!r}")
        if not row["direction"] or not set(row["direction"]) <= set(get_args(Direction)):
            raise ParameterError(f"{place}.direction: must be of out, in: {row['direction']!r}")
        if row["to_call"] < row["from_call"]:
            raise ParameterError(f"{place}.to_call: must not be before {row['from_call']}: {row['to_call']}")
        yield _Entry(
            WayToPay(row["way"], row["status"], _reference(row["reference"])),
            frozenset(row["direction"]),
            _side(f"{place}.school", row["school"]),
            _side(f"{place}.partner", row["partner"]),
            range(row["from_call"], row["to_call"] + 1),
        )


def _side(place: str, side: Any) -> str | frozenset[str]:
    if isinstance(side, list):
        return frozenset(side)
    if side not in _SIDES:
        raise ParameterError(f"{place}: must be one of {', '.join(_SIDES)}, or a list of countries: {side!r}")
    return str(side)


def _reference(found: Mapping[str, str]) -> Reference:
    return Reference(found["title"], found.get("url", ""))
