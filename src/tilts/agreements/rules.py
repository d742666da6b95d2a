"""The way of an agreement from a draft to its end: what each step needs, and what is missing for the next one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

#: `recorded` is an agreement of which only what is known was written down: it has no way to go.
State = Literal["recorded", "draft", "proposed", "agreed", "signing", "in_force", "ended", "terminated"]

Step = Literal["propose", "agree", "sign", "complete", "send_back", "reopen", "drop", "end", "terminate"]

#: From which states a step is taken, and where it leads.
STEPS: Final[dict[Step, tuple[frozenset[State], State]]] = {
    "propose": (frozenset({"draft", "proposed"}), "proposed"),
    "agree": (frozenset({"proposed"}), "agreed"),
    "sign": (frozenset({"agreed"}), "signing"),
    "complete": (frozenset({"signing"}), "in_force"),
    "send_back": (frozenset({"signing"}), "agreed"),
    "reopen": (frozenset({"proposed", "agreed", "in_force"}), "draft"),
    "drop": (frozenset({"draft", "proposed", "agreed"}), "in_force"),
    "end": (frozenset({"in_force"}), "ended"),
    "terminate": (frozenset({"in_force"}), "terminated"),
}

#: States in which something is still to be agreed or signed.
ON_THE_WAY: Final[frozenset[State]] = frozenset({"draft", "proposed", "agreed", "signing"})

#: What is missing; `sentences.missing_sentence` words it.
Missing = Literal[
    "partner",
    "second_partner",
    "framework",
    "framework_in_force",
    "texts",
    "term",
    "renewal_length",
    "empty",
    "no_plan",
    "agreement_of_others",
    "new_wording",
    "signatory",
    "offices",
    "authority",
    "authority_expired",
    "power_file",
    "address",
    "who_signs",
    "above",
    "other_version",
    "never_signed",
]


class NotPossible(ValueError):
    """The step can't be taken from this state."""


@dataclass(frozen=True)
class Signing:
    """Somebody who is to sign."""

    side: str
    basis: str  # head, order, power, or "" while nobody has said
    has_authority: bool  # the order or power is named
    valid_until: date | None
    has_file: bool
    has_address: bool


@dataclass(frozen=True)
class Draft:
    """An agreement as far as its steps look at it."""

    state: State
    kind: str
    partners: int
    has_framework: bool
    framework_is_in_force: bool
    clauses: int
    texts_missing: int  # texts of what is agreed that stand in one of the languages and not in another
    has_term: bool  # a last day, or said to be without an end
    renews_without_length: bool
    planned: int
    is_proposed_as_it_is: bool  # the last version says what the draft says
    sides: tuple[str, ...]
    agreed_sides: frozenset[str]  # of the other sides, those that agreed to the last version
    signatories: tuple[Signing, ...]
    was_signed: bool = False  # a version of it was signed once: to draft is to change it
    offices_missing: int = 0  # offices and authorities that stand in one of the languages and not in another


@dataclass(frozen=True)
class Task:
    """One piece of the way. state: as the component `task` has it."""

    code: str
    state: Literal["done", "todo", "mend", "waiting", "later", "optional"]
    missing: tuple[Missing, ...] = ()


def may_be_written(state: State, *, is_copy: bool) -> bool:
    """May the text be changed without a new round of agreeing? A copy is written where it is drafted."""
    return state in {"draft", "proposed"} and not is_copy


def may_be_told(state: State, *, is_copy: bool) -> bool:
    """May the facts and the plan be changed? What is agreed stays; a recorded one was never agreed here."""
    return state == "recorded" or may_be_written(state, is_copy=is_copy)


def may_name_signatories(state: State, *, is_copy: bool) -> bool:
    """Who signs is settled once the paper that names them is sent to sign."""
    return state in {"recorded", "draft", "proposed", "agreed"} and not is_copy


def is_on_its_way(state: State) -> bool:
    """Is something still to be agreed or signed?"""
    return state in ON_THE_WAY


def first_day(signed_on: date, agreed_from: date | None) -> date:
    """Since when a version holds: the day of the last signature, or the first day that was agreed if that is later.

    >>> first_day(date(2026, 11, 25), date(2027, 1, 1)), first_day(date(2026, 11, 25), date(2026, 1, 1))
    (datetime.date(2027, 1, 1), datetime.date(2026, 11, 25))
    """
    return max(signed_on, agreed_from or signed_on)


def may_be_ended(state: State, *, is_copy: bool, holds: bool) -> bool:
    """May notice be given? Of what holds, also while a change of it is on its way, and of a recorded one."""
    return (holds or state == "recorded") and not is_copy


def may_be_renewed(state: State, *, is_copy: bool, holds: bool, is_renewed: bool) -> bool:
    """May a later last day be proposed? Not while a change is on its way; of a recorded one a draft is begun, once."""
    return not is_copy and ((holds and state == "in_force") or (state == "recorded" and not is_renewed))


def how_concluded(ways: Iterable[str], *, has_session: bool) -> Literal["at_a_distance", "on_paper"]:
    """How it was signed here: in a session or with an electronic signature at a distance, else by hand on paper.

    >>> how_concluded(["hand", "hand"], has_session=False), how_concluded(["hand", "click"], has_session=False)
    ('on_paper', 'at_a_distance')
    """
    return "on_paper" if not has_session and set(ways) == {"hand"} else "at_a_distance"


def after(state: State, step: Step) -> State:
    """Where a step leads. Raises NotPossible.

    >>> after("draft", "propose")
    'proposed'
    """
    possible, then = STEPS[step]
    if state not in possible:
        raise NotPossible(f"{step} is not possible while the agreement is {state}")
    return then


def leads_on(state: State, step: Step) -> bool:
    """Does the step lead on from this state, whatever is still missing for it?"""
    return state in STEPS[step][0]


def missing_for(step: Step, draft: Draft, today: date) -> tuple[Missing, ...]:
    """What must be there before the step, in the order of the tasks; empty: it can be taken."""
    match step:
        case "propose":
            return (*_parties(draft), *_text(draft), *_term(draft))
        case "agree":
            return tuple(_agreement(draft))
        case "sign":
            return (*_signatories(draft), *_authorities(draft, today))
        case "drop":
            return () if draft.was_signed else ("never_signed",)
        case _:
            return ()


def steps_from(draft: Draft, today: date) -> dict[Step, tuple[Missing, ...]]:
    """The steps that lead on from the state, each with what is still missing for it.

    To propose once more what was proposed as it is leads nowhere.
    """
    found = {step: missing_for(step, draft, today) for step, (states, _then) in STEPS.items() if draft.state in states}
    if draft.state == "proposed" and draft.is_proposed_as_it_is:
        del found["propose"]
    return found


def tasks(draft: Draft, today: date) -> list[Task]:
    """The whole way as a list: what is done, what is to do now, what can't start yet. Nothing for a recorded one."""
    if draft.state == "recorded":
        return []
    before = draft.state == "draft"
    preparing = [
        _prepared("parties", tuple(_parties(draft)), before),
        _prepared("text", tuple(_text(draft)), before),
        _prepared("term", tuple(_term(draft)), before),
        Task("plan", "done") if draft.planned else Task("plan", "optional", ("no_plan",)),
        _prepared("signatories", tuple(_signatories(draft)), draft.state in {"draft", "proposed", "agreed"}),
        _authority(draft, today),
    ]
    return [*preparing, *_way(draft, today)]


def everybody_can_be_asked(draft: Draft) -> bool:
    """Is there somebody who signs on each side, and an address of each?"""
    return not {"signatory", "address"} & set(_signatories(draft))


def _prepared(code: str, missing: tuple[Missing, ...], is_open: bool) -> Task:
    if not missing:
        return Task(code, "done")
    return Task(code, "todo" if is_open else "mend", missing)


def _authority(draft: Draft, today: date) -> Task:
    """By what authority somebody signs can't be said before it is said who does."""
    if _without_signatory(draft):
        return Task("authority", "later", ("who_signs",))
    return _prepared("authority", tuple(_authorities(draft, today)), draft.state in {"draft", "proposed", "agreed"})


def _way(draft: Draft, today: date) -> Iterator[Task]:
    order: tuple[State, ...] = ("draft", "proposed", "agreed", "signing", "in_force")
    place = order.index(draft.state) if draft.state in order else len(order)
    propose = missing_for("propose", draft, today)
    if place == 0:
        yield Task("propose", "later", ("above",)) if propose else Task("propose", "todo")
    elif place == 1 and not draft.is_proposed_as_it_is:
        yield Task("propose", "mend", ("new_wording",))
    else:
        yield Task("propose", "done")
    if place == 1:
        yield Task("agree", "waiting" if (missing := missing_for("agree", draft, today)) else "todo", missing)
    else:
        yield Task("agree", "later" if place < 1 else "done")
    if place == 2:
        yield Task("sign", "later", ("above",)) if missing_for("sign", draft, today) else Task("sign", "todo")
    else:
        yield Task("sign", "later" if place < 2 else "waiting" if place == 3 else "done")
    yield Task("in_force", "done" if place >= 4 else "later")


def _parties(draft: Draft) -> Iterator[Missing]:
    if not draft.partners:
        yield "partner"
    elif draft.kind == "multilateral" and draft.partners < 2:
        yield "second_partner"
    if draft.kind == "annex" and not draft.has_framework:
        yield "framework"
    elif draft.kind == "annex" and not draft.framework_is_in_force:
        yield "framework_in_force"


def _text(draft: Draft) -> Iterator[Missing]:
    if not draft.clauses:
        yield "empty"
    if draft.texts_missing:
        yield "texts"


def _term(draft: Draft) -> Iterator[Missing]:
    if not draft.has_term:
        yield "term"
    if draft.renews_without_length:
        yield "renewal_length"


def _agreement(draft: Draft) -> Iterator[Missing]:
    if not draft.is_proposed_as_it_is:
        yield "new_wording"
    elif set(draft.sides[1:]) - draft.agreed_sides:
        yield "agreement_of_others"


def _signatories(draft: Draft) -> Iterator[Missing]:
    if _without_signatory(draft):
        yield "signatory"
    if any(not each.has_address for each in draft.signatories):
        yield "address"
    if draft.offices_missing:
        yield "offices"


def _without_signatory(draft: Draft) -> set[str]:
    return set(draft.sides) - {each.side for each in draft.signatories}


def _authorities(draft: Draft, today: date) -> Iterator[Missing]:
    """Whoever is not the head signs by something that is named; a power of attorney lies there and still holds."""
    if any(not each.basis or (each.basis != "head" and not each.has_authority) for each in draft.signatories):
        yield "authority"
    if any(each.basis == "power" and not each.has_file for each in draft.signatories):
        yield "power_file"
    if any(each.valid_until is not None and each.valid_until < today for each in draft.signatories):
        yield "authority_expired"
