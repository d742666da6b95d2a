"""A template and what could not be filled, as the page shows them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.queries import Entry, Sheet
from tilts.exchange.module.rules.records import Gap
from tilts.exchange.module.sentences import gap_sentence

_AMOUNTS = frozenset(name for name, field in dictionary().fields.items() if field.kind == "money") | {"zero_grant"}
_MOST_NAMES = 6


@dataclass(frozen=True)
class ColumnGap:
    """A column that stays empty in every row."""

    head: str
    why: str
    is_needed: bool


@dataclass(frozen=True)
class RowGap:
    """What is missing in one place of Tilts: the columns with their reason, in which rows, and where to mend it."""

    where: str
    url: str
    cells: tuple[tuple[str, str, bool], ...]  # head, why, is needed
    names: tuple[str, ...]  # of the first rows
    more: int  # further rows

    @property
    def is_needed(self) -> bool:
        return any(needed for _head, _why, needed in self.cells)


@dataclass(frozen=True)
class Gaps:
    """All that a file lacks, the needed first."""

    columns: tuple[ColumnGap, ...]
    rows: tuple[RowGap, ...]


def gaps_of(sheet: Sheet) -> Gaps:
    """Row by row and column by column; rows that lack the same in the same place stand together."""
    columns = [
        ColumnGap(gap.column, gap_sentence(gap.code, gap.values), gap.is_needed)
        for gap in sheet.filled.gaps
        if gap.row is None
    ]
    places: dict[tuple[str, str], dict[int, list[tuple[str, str, bool]]]] = defaultdict(lambda: defaultdict(list))
    for gap in sheet.filled.gaps:
        if gap.row is not None:
            code = "missing_grant" if gap.code == "missing" and gap.field in _AMOUNTS else gap.code
            cell = gap.column, gap_sentence(code, gap.values), gap.is_needed
            places[_where(gap, sheet.entries[gap.row])][gap.row].append(cell)
    rows = [_row_gap(where, url, found, sheet.entries) for (where, url), found in places.items()]
    return Gaps(
        tuple(sorted(columns, key=lambda gap: not gap.is_needed)),
        tuple(sorted(rows, key=lambda gap: not gap.is_needed)),
    )


def _row_gap(where: str, url: str, found: dict[int, list[tuple[str, str, bool]]], entries: Sequence[Entry]) -> RowGap:
    cells = tuple(dict.fromkeys(cell for cells in found.values() for cell in cells))
    names = [entries[row].facts.name for row in found]
    shown = () if names == [where] else tuple(names[:_MOST_NAMES])
    return RowGap(where, url, cells, shown, max(0, len(names) - _MOST_NAMES) if shown else 0)


def _where(gap: Gap, entry: Entry) -> tuple[str, str]:
    """The page on which the value is mended, with its name."""
    flow, mobility = entry.flow, entry.mobility
    if gap.field in _AMOUNTS:
        return flow.name, flow.get_absolute_url()
    place = dictionary().fields[gap.field].place
    side = "receiving" if flow.is_incoming else "sending"
    match place:
        case "person" if mobility is not None:
            return str(mobility.person), reverse("people:change", args=[mobility.person_id])
        case "stay" if mobility is not None:
            return str(mobility.person), reverse("mobilities:mobility_change", args=[flow.pk, mobility.pk])
        case "project":
            return str(flow.project), reverse("projects:change", args=[flow.project_id])
        case "sending" | "receiving" if place == side:
            return _("Settings of the school"), reverse("accounts:school_change")
        case "sending" | "receiving":
            return str(flow.partner), reverse("partners:change", args=[flow.partner_id])
    return flow.name, reverse("mobilities:change", args=[flow.pk])
