"""What is passed along from reading a template to filling it and comparing what comes back. Pure."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

Kind = Literal["text", "date", "integer", "money", "yes_no", "gender", "country", "activity", "distance_band"]
Place = Literal["person", "stay", "flow", "project", "sending", "receiving", "none"]
LabelStatus = Literal["confirmed", "derived", "recalled"]

#: What Tilts knows of one mobility; money is `Decimal` EUR, `activity` a code of the programme, a distance in km.
Value = str | int | bool | date | Decimal

#: Stands in a matching for "this text in every row" and for "leave empty", beside the names of fields.
CONSTANT: Final = "constant"
EMPTY: Final = "empty"


class DateStyle(StrEnum):
    """How the module wants days; ISO is what its schema says, the others what templates have in their marks."""

    ISO = "iso"
    SLASHES = "slashes"
    DOTS = "dots"


@dataclass(frozen=True)
class Label:
    """A head under which a field is known, with how sure that is."""

    text: str
    status: LabelStatus


@dataclass(frozen=True)
class Field:
    """A column of the module that Tilts can fill."""

    name: str
    kind: Kind
    place: Place
    is_compared: bool = True
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True)
class RowRule:
    """Whether a row of the file stands for one person or for a whole group, by action, activity and call."""

    action: str
    activity: str
    calls: range
    is_group: bool


@dataclass(frozen=True)
class Dictionary:
    """All that `data/fields.yaml` holds; heads and words are folded by `heads.head_key`."""

    fields: Mapping[str, Field]
    by_head: Mapping[str, str]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    draft: frozenset[str]
    needed_marks: frozenset[str]
    other_marks: frozenset[str]
    never: tuple[str, ...]
    rows: tuple[RowRule, ...]

    def is_group(self, action: str, activity: str, call_year: int) -> bool:
        """Does one row stand for the whole group activity? Where nothing is known, one stands for a person."""
        return any(
            rule.is_group
            for rule in self.rows
            if rule.action == action and rule.activity == activity and call_year in rule.calls
        )


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a file or was noticed in it; `sentences` words it."""

    code: str
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """A column of a template: its head as written, its mark, and the values that may be chosen, if it says so."""

    head: str
    mark: str = ""
    is_needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """An empty template: what stands above the data, and its columns, in order.

    above: the rows of the sheet down to the last mark, as texts. left: columns that are empty before the first.
    other_sheets: name and rows of the sheets that go back as they are.
    """

    sheet: str
    columns: tuple[Column, ...]
    above: tuple[tuple[str, ...], ...]
    left: int = 0
    date_style: DateStyle = DateStyle.ISO
    delimiter: str = ""  # of a text file; empty: a workbook
    other_sheets: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    notes: tuple[Trouble, ...] = ()


@dataclass(frozen=True)
class Match:
    """What a column is filled with: the name of a field, CONSTANT with its text, EMPTY, or "" while nobody said."""

    field: str = ""
    text: str = ""
    how: Literal["", "kept", "known", "suggested"] = ""  # kept: chosen before; known: the head is in the dictionary


@dataclass(frozen=True)
class Facts:
    """What Tilts knows for one row of the file; an absent field is not known, one that is "" has no value here."""

    name: str  # for the list of what could not be filled
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Gap:
    """A cell, or a whole column, that could not be filled. row: the place in the list of facts, None for a column."""

    column: str
    code: str
    row: int | None = None
    field: str = ""
    is_needed: bool = False
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Filled:
    """The texts of all rows, and what is missing in them."""

    rows: tuple[tuple[str, ...], ...]
    gaps: tuple[Gap, ...]
