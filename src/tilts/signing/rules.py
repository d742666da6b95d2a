"""Whose turn it is, and when all have signed. Pure: no Django, no clock, no database."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

#: States in which a signer still has to answer.
TO_ANSWER = frozenset({"waiting", "asked", "seen"})
#: States in which nothing more is awaited of a signer. Who passed it on has somebody else in their place.
DONE = frozenset({"signed", "delegated"})

#: The letters of numbers on papers: none that is taken for another one (no 0 O, 1 I L, 5 S, 2 Z, U V).
ALPHABET = "346789ABCDEFGHJKMNPQRTWXY"
NUMBER_LENGTH = 10
#: What a paper's own number mostly is: letters, then figures, perhaps with the year: “S12”, “Nr. 2027/14”, “14-2027”.
_OWN_NUMBER = re.compile(
    r"((nr|no)\.?|№|#)?\s*[^\W\d_]{0,4}[\s./-]?(\d{1,4}|\d{4}[./-]\d{1,4}|\d{1,4}[./-]\d{2,4})", re.IGNORECASE
)


@dataclass(frozen=True)
class Signing:
    """One signer as the order sees them."""

    number: int
    position: int  # who has the same one may sign at once
    state: str  # of models.Signer.State


def to_ask(signers: Iterable[Signing]) -> list[int]:
    """Who is to be asked now: all who wait at the lowest position that is not done.

    >>> to_ask([Signing(1, 1, "signed"), Signing(2, 2, "waiting"), Signing(3, 2, "waiting"), Signing(4, 3, "waiting")])
    [2, 3]
    >>> to_ask([Signing(1, 1, "asked"), Signing(2, 2, "waiting")])
    []
    """
    signers = list(signers)
    still_open = [each.position for each in signers if each.state in TO_ANSWER]
    if not still_open:
        return []
    return [each.number for each in signers if each.position == min(still_open) and each.state == "waiting"]


def all_signed(signers: Iterable[Signing]) -> bool:
    """Has everybody signed, or somebody in their place? Nobody is no signature.

    >>> all_signed([Signing(1, 1, "signed"), Signing(2, 2, "delegated"), Signing(3, 2, "signed")])
    True
    >>> all_signed([Signing(1, 1, "delegated")]), all_signed([])
    (False, False)
    """
    states = [each.state for each in signers]
    return "signed" in states and all(state in DONE for state in states)


def form_problem(form: str, ways: Sequence[str], paper_count: int, suffices: Iterable[str]) -> str:
    """Why papers can't be signed in this form, as a code; empty where they can.

    ways: one a side. suffices: those that the kind of paper allows.

    >>> form_problem("one_pdf", ["click", "hand"], 1, ["click", "hand"])
    'mixed_ways'
    >>> form_problem("counterparts", ["click", "hand"], 1, ["click", "hand"])
    ''
    """
    if not ways:
        return "no_sides"
    if not paper_count:
        return "no_papers"
    if not set(ways) <= set(suffices):
        return "way_not_enough"
    if form == "one_container":
        return "" if set(ways) == {"container"} else "mixed_ways"
    if paper_count > 1:
        return "one_paper_only"
    if form == "one_pdf" and (len(set(ways)) > 1 or "container" in ways):
        return "mixed_ways"
    return ""


def grouped(letters: str) -> str:
    """A number as it is printed: in groups of four or five.

    >>> grouped("K7M3Q9XRD4")
    'K7M3Q-9XRD4'
    """
    half = len(letters) // 2
    return f"{letters[:half]}-{letters[half:]}"


def read_number(typed: str) -> str:
    """A number as somebody types it, as it is kept; empty for what is none.

    >>> read_number(" k7m3q 9xrd4 "), read_number("K7M3Q-9XRD4"), read_number("hello")
    ('K7M3Q-9XRD4', 'K7M3Q-9XRD4', '')
    >>> read_number("K7M3Q-9XRD4-2"), read_number("K7M3Q-9XRD42")
    ('K7M3Q-9XRD4', '')
    """
    letters = "".join(_signs(typed))
    return grouped(letters) if len(letters) == NUMBER_LENGTH and set(letters) <= set(ALPHABET) else ""


def _signs(typed: str) -> list[str]:
    """Its letters and figures; the place of a counterpart, as in the code on its pages, is left out."""
    number, dash, position = typed.strip().rpartition("-")
    signs = [sign for sign in typed.upper() if sign.isalnum()]
    if dash and position.isdigit() and len(signs) - len(position) == NUMBER_LENGTH and "-" in number:
        return signs[: -len(position)]
    return signs


def strange_signs(typed: str) -> list[str]:
    """Letters and figures that never stand in a number, each once.

    >>> strange_signs("K7M3O-9XR01"), strange_signs("K7M3Q-9XRD4")
    (['O', '0', '1'], [])
    """
    return [sign for sign in dict.fromkeys(_signs(typed)) if sign not in ALPHABET]


def is_like_own_number(typed: str) -> bool:
    """Is it like the number that a paper has of its own, by which the school keeps it?

    >>> [is_like_own_number(typed) for typed in ("S12", " Nr. S12 ", "2027/14", "SM-14/2027", "№ 7", "G17")]
    [True, True, True, True, True, True]
    >>> [is_like_own_number(typed) for typed in ("hello", "K7M3Q", "K7M3O-9XR01", "K7M3Q-9XRD", "")]
    [False, False, False, False, False]
    """
    return bool(_OWN_NUMBER.fullmatch(typed.strip()))


def count_signs(typed: str) -> int:
    """How many letters and figures it has.

    >>> count_signs(" k7m3q-9xr "), count_signs("K7M3Q-9XRD4-2")
    (8, 10)
    """
    return len(_signs(typed))


def masked_email(address: str) -> str:
    """An address as its owner knows it again, and nobody else learns it.

    >>> masked_email("nino.beridze@example.org")
    'n…@example.org'
    """
    name, at, host = address.partition("@")
    return f"{name[:1]}…{at}{host}" if at else ""


#: So long it is kept from which address and with which browser somebody signed by a click.
TRACES_KEPT = timedelta(days=90)

#: Days after the asking on which somebody who has not answered is reminded, and before the last day.
REMIND_AFTER, REMIND_BEFORE = (3, 7, 14), 2


def due_reminder(asked_at: datetime, ends_at: datetime, now: datetime) -> str:
    """The step whose reminder is due, once each; empty while none is. The last is "before", two days before the end.

    Where days were missed, as after a standstill, the latest step alone is due.

    >>> asked, ends = datetime(2027, 4, 1), datetime(2027, 4, 20)
    >>> [due_reminder(asked, ends, datetime(2027, 4, day)) for day in (2, 4, 9, 18, 21)]
    ['', 'after-3', 'after-7', 'before', '']
    """
    if now >= ends_at:
        return ""
    if ends_at - now <= timedelta(days=REMIND_BEFORE) and now - asked_at >= timedelta(days=1):
        return "before"
    passed = [days for days in REMIND_AFTER if now - asked_at >= timedelta(days=days)]
    return f"after-{passed[-1]}" if passed else ""
