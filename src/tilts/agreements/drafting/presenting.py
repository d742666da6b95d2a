"""The tasks of an agreement's way and the differences of versions, as pages show them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tilts.agreements.drafting.queries import draft_of
from tilts.agreements.drafting.rules import Content, Difference, Piece, differences, word_pieces
from tilts.agreements.drafting.texts import MissingText, named_missing
from tilts.agreements.drafting.wordings import title_of_template
from tilts.agreements.models import Agreement
from tilts.agreements.rules import Task, steps_from, tasks
from tilts.agreements.sentences import TASKS, task_hint
from tilts.core.languages import language_name


@dataclass(frozen=True)
class ShownTask:
    """One line of the task list."""

    label: str | Promise
    state: str
    hint: str
    url: str
    parts: tuple[tuple[str, str], ...] = ()  # what belongs to it, each with where it is mended


#: Where each task is done: the name of an address, and what stands behind `#` on that page.
_PLACES = {
    "parties": ("agreements:drafting:change", ""),
    "text": ("agreements:drafting:text", ""),
    "term": ("agreements:drafting:change", ""),
    "plan": ("agreements:agreement", "#plan"),
    "signatories": ("agreements:agreement", "#signatories"),
    "authority": ("agreements:agreement", "#signatories"),
    "propose": ("agreements:agreement", "#next"),
    "agree": ("agreements:agreement", "#next"),
    "sign": ("agreements:agreement", "#next"),
    "in_force": ("agreements:drafting:versions", ""),
}


def task_list(
    agreement: Agreement, today: date, *, may_change: bool, agreed_sides: frozenset[str] = frozenset()
) -> list[ShownTask]:
    """The way of an agreement with what is missing; nothing for a recorded one."""
    if agreement.is_recorded:
        return []
    return [
        ShownTask(
            TASKS[task.code],
            task.state,
            task_hint(task),
            _place(agreement, task.code) if may_change else "",
            tuple(_texts(agreement, task, may_change=may_change)),
        )
        for task in tasks(draft_of(agreement, agreed_sides), today)
    ]


def _texts(agreement: Agreement, task: Task, *, may_change: bool) -> Iterator[tuple[str, str]]:
    """Each text that one of the languages lacks, with the address of its field where it may be written."""
    for each in named_missing(agreement, task.missing):
        yield each.label, place_of(each) if may_change else ""


def place_of(text: MissingText) -> str:
    """The address of the field where a text is written."""
    name, *arguments = text.page
    return f"{reverse(str(name), args=arguments)}#{text.field}"


def _place(agreement: Agreement, code: str) -> str:
    """Nothing for what is settled and has no page of its own any more."""
    if code in {"parties", "term"} and not agreement.may_be_written:
        return ""
    if code == "sign" and agreement.state == Agreement.State.SIGNING:
        return "#signing"
    name, anchor = _PLACES[code]
    return reverse(name, args=[agreement.pk]) + anchor


#: The steps that somebody of the office takes, as their buttons call them.
STEP_LABELS: dict[str, Callable[[], str]] = {
    "propose": lambda: _("Propose it to the other side"),
    "agree": lambda: _("The other side agreed otherwise"),
    "sign": lambda: _("Send to sign"),
    "reopen": lambda: _("Change what was agreed"),
    "drop": lambda: _("Drop the change"),
}


def next_steps(agreement: Agreement, today: date) -> dict[str, str]:
    """The steps that can be taken now, each with the words of its button. That the others agreed may be known here."""
    draft = draft_of(agreement)
    known = replace(draft, agreed_sides=frozenset(draft.sides))
    return {
        step: STEP_LABELS[step]()
        for step, missing in steps_from(known, today).items()
        if step in STEP_LABELS and not missing
    }


@dataclass(frozen=True)
class ShownDifference:
    """One part that two versions have otherwise, in each language."""

    title: str
    texts: list[tuple[str, str, tuple[Piece, ...]]]  # code, name of the language, its words


_PARTS: dict[str, Callable[[], str]] = {
    "title": lambda: _("Title"),
    "_parties": lambda: _("Parties"),
    "_plan": lambda: _("Plan of action"),
}
#: What a difference of two canonical values is told by the clauses already, in words.
_TOLD_BY_CLAUSES = {"_areas", "_conditions", "_term"}


def shown_differences(before: Content, after: Content) -> list[ShownDifference]:
    """Clause by clause, in the reader's language where a title has it."""
    reader = get_language() or "en"
    return [
        ShownDifference(
            _PARTS[each.key]() if each.key in _PARTS else title_for(each.title, list(each.pieces)),
            [(code, language_name(code, reader), pieces) for code, pieces in each.pieces.items() if _differs(pieces)],
        )
        for each in differences(before, after)
        if not _is_told(each)
    ]


def clause_difference(before: Mapping[str, str], after: Mapping[str, str]) -> list[ShownDifference]:
    """What two wordings of one clause have otherwise, without its title; nothing where they are the same."""
    reader = get_language() or "en"
    pieces = {code: word_pieces(before.get(code, ""), text) for code, text in after.items()}
    texts = [(code, language_name(code, reader), each) for code, each in pieces.items() if _differs(each)]
    return [ShownDifference("", texts)] if texts else []


def title_for(title: Mapping[str, str], codes: Iterable[str]) -> str:
    """A title in the reader's language, as the template has it if need be, else in all languages of the paper."""
    reader = get_language() or "en"
    own = title.get(reader) or title_of_template(title, reader)
    return own or " / ".join(title[code] for code in codes if title.get(code))


def _is_told(difference: Difference) -> bool:
    return difference.key in _TOLD_BY_CLAUSES


def _differs(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.what != "kept" for piece in pieces)
