"""The registry of supporting papers, read from its file once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from tilts.mobilities.desk_check.rules import Requirement, Value

FILE: Final = Path(__file__).parent / "data" / "supporting_papers.yaml"
STATUSES: Final = ("confirmed", "derived", "recalled")


@cache
def requirements() -> tuple[Requirement, ...]:
    """Every supporting paper that any category asks for."""
    return read_requirements(FILE.read_text(encoding="utf-8"))


def read_requirements(text: str) -> tuple[Requirement, ...]:
    """The registry from its text; raises ValueError for a value without status or source, or out of order."""
    return tuple(_requirement(entry) for entry in yaml.safe_load(text)["papers"])


def _requirement(entry: Mapping[str, Any]) -> Requirement:
    values = tuple(_value(entry["kind"], each) for each in entry["values"])
    if [each.from_call for each in values] != sorted({each.from_call for each in values}):
        raise ValueError(f"the calls of {entry['kind']!r} are out of order")
    return Requirement(
        kind=entry["kind"],
        category=entry["category"],
        values=values,
        roles=frozenset(entry.get("roles", ("participant", "accompanying"))),
        only_green=entry.get("only_green", False),
        is_sensitive=entry.get("sensitive", False),
        printed_as=entry.get("printed_as", ""),
    )


def _value(kind: str, given: Mapping[str, Any]) -> Value:
    reference = given.get("reference") or {}
    if given.get("status") not in STATUSES or not reference.get("title"):
        raise ValueError(f"a value of {kind!r} has no status or no source: {given}")
    return Value(given["from"], given["asked"], given["status"], reference["title"], reference.get("url", ""))
