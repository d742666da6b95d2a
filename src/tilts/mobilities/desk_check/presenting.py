"""A stay's papers as an auditor reads them."""

from dataclasses import dataclass

from tilts.mobilities.desk_check.queries import Part, StaySheet, shown_files
from tilts.mobilities.desk_check.rules import State
from tilts.mobilities.desk_check.sentences import STATES, kind_label


@dataclass(frozen=True)
class ShownPaper:
    """A paper with how it stands; `key` opens it, empty where there is nothing to open."""

    label: str
    state: str
    tone: str
    keys: tuple[tuple[str, str], ...]  # key and name of the file
    source: str = ""


@dataclass(frozen=True)
class ShownPart:
    """A cost category with its papers."""

    part: Part
    papers: tuple[ShownPaper, ...]


@dataclass(frozen=True)
class ShownSheet:
    """A stay with its categories."""

    sheet: StaySheet
    parts: tuple[ShownPart, ...]


def shown_sheet(sheet: StaySheet) -> ShownSheet:
    """The stay with what of it may be opened from outside."""
    keys = {key: file.name for key, file, _kind in shown_files(sheet)}
    return ShownSheet(sheet, tuple(ShownPart(part, _papers(part, keys)) for part in sheet.parts))


def _papers(part: Part, keys: dict[str, str]) -> tuple[ShownPaper, ...]:
    found = []
    for slot in part.slots:
        names = [f"u{paper.pk}" for paper in slot.uploaded]
        if slot.printed:
            names.append(f"p{slot.printed.pk}")
        opened = tuple((name, keys[name]) for name in names if name in keys)
        found.append(ShownPaper(slot.label, slot.state_label, slot.tone, opened, slot.asked.value.source))
    for paper in part.others:
        name = f"u{paper.pk}"
        opened = ((name, keys[name]),) if name in keys else ()
        found.append(ShownPaper(kind_label(paper.kind), str(STATES[State.THERE]), "good", opened))
    return tuple(found)
