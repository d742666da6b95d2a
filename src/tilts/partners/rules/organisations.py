"""What is true of organisations: their numbers, the words they are found by, and which two may be the same. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from tilts.core.names import search_key


class Number(StrEnum):
    """The kinds of numbers by which an organisation is known."""

    OID = "oid"  # of the Erasmus+ and European Solidarity Corps platform
    PIC = "pic"  # of the European Commission's register of participants
    ACCREDITATION = "accreditation"
    REGISTRATION = "registration"  # in the register of its own country


class BadNumber(ValueError):
    """A number that has not the form of its kind.

    `problem` is a code (`form`, `is_project`, `country_form`), `values` what its sentence needs.
    """

    def __init__(self, kind: Number, problem: str, **values: str) -> None:
        super().__init__(f"{kind.value}: {problem} {values}")
        self.kind, self.problem, self.values = kind, problem, values


_OID: Final = re.compile(r"E\d{8}")
_PIC: Final = re.compile(r"\d{9}")
# 6 digits at the end in the call of 2020, 9 since.
_ACCREDITATION: Final = re.compile(
    r"20\d\d-[1-3]-[A-Z]{2}\d{2}-(?:KA120-(?:VET|SCH|ADU)|KA130-HED|KA150-YOU)-(?:\d{6}|\d{9})"
)
_PROJECT: Final = re.compile(r"20\d\d-\d-[A-Z]{2}\d{2}-(KA\d{3})\b.*")
_REGISTRATION: Final = re.compile(r"(?=.*\d)[0-9A-Z][0-9A-Z ./-]{1,38}[0-9A-Z]")

#: How many digits a registration number has where the register's own form is known.
REGISTRATION_DIGITS: Final[Mapping[str, tuple[int, ...]]] = {"LV": (11,), "EE": (8,), "LT": (9, 7), "GE": (9,)}


def read_number(kind: Number, text: str, country: str = "") -> str:
    """The number as it is stored: in capitals, without the blanks people put into it. Raises BadNumber.

    country: where the organisation is registered (ISO 3166); only a registration number asks for it.

    >>> read_number(Number.OID, " e100 12345 ")
    'E10012345'
    >>> read_number(Number.REGISTRATION, "9000 0000 001", "LV")
    '90000000001'
    """
    shown = " ".join(text.split())
    number = shown.upper() if kind is Number.REGISTRATION else shown.upper().replace(" ", "")
    if kind is Number.REGISTRATION:
        return _read_registration(number, country, shown)
    if kind is Number.ACCREDITATION and not _ACCREDITATION.fullmatch(number):
        if project := _PROJECT.fullmatch(number):
            raise BadNumber(kind, "is_project", value=shown, action=project[1])
        raise BadNumber(kind, "form", value=shown)
    if (kind is Number.OID and not _OID.fullmatch(number)) or (kind is Number.PIC and not _PIC.fullmatch(number)):
        raise BadNumber(kind, "form", value=shown)
    return number


def _read_registration(number: str, country: str, shown: str) -> str:
    digits = number.replace(" ", "")
    if lengths := REGISTRATION_DIGITS.get(country):
        if not (digits.isascii() and digits.isdigit()) or len(digits) not in lengths:
            raise BadNumber(Number.REGISTRATION, "country_form", value=shown, country=country, digits=str(lengths[0]))
        return digits
    if not _REGISTRATION.fullmatch(number):
        raise BadNumber(Number.REGISTRATION, "form", value=shown)
    return number


def words(*texts: str) -> set[str]:
    """The plain words of the texts, cut after 100 letters: an organisation is found by the beginnings of these.

    >>> sorted(words("“Rīgas” 1. koledža", "რიგა"))
    ['1', 'koledza', 'riga', 'rigas']
    """
    return {word[:100] for text in texts for word in _WORD.findall(search_key(text))}


_WORD: Final = re.compile(r"[^\W_]+")


#: Letters of a tag; it is a word or two.
LONGEST_TAG: Final = 40


def read_tags(text: str) -> list[str]:
    """The tags that somebody typed with commas between them, each once in whatever capitals, in the order of letters.

    >>> read_tags(" viesnīcas,  2027 , Viesnīcas, ")
    ['2027', 'viesnīcas']
    """
    typed = (" ".join(tag.split()) for tag in text.split(","))
    once = {tag.casefold(): tag for tag in reversed([tag for tag in typed if tag])}
    return sorted(once.values(), key=search_key)


@dataclass(frozen=True)
class Organisation:
    """What two organisations are compared by. `key` names one among many, and means nothing here."""

    key: int
    country: str
    names: tuple[str, ...]  # the shown one first
    numbers: frozenset[tuple[str, str]] = frozenset()  # kind and number, as `read_number` gives them


@dataclass(frozen=True)
class LookAlike:
    """An organisation that may be the one compared with, and why: `number`, `name` or `spelling`."""

    key: int
    why: str
    what: str  # the number or the name they share, or the name that is near


def look_alikes(new: Organisation, known: Iterable[Organisation]) -> list[LookAlike]:
    """Those that may be the same organisation as `new`, the surest first, each once.

    Surest is an equal number, whatever the country; then an equal name in the same country, in whatever letters
    and whatever the legal form; then a name in the same country of which every word is near (see `is_near`).

    >>> ours = Organisation(1, "LV", ("SIA Bulduru tehnikums",))
    >>> look_alikes(Organisation(0, "LV", ("BULDURU TEHNIKUMS",)), [ours])
    [LookAlike(key=1, why='name', what='SIA Bulduru tehnikums')]
    """
    folded = [plain for name in new.names if (plain := _plain_words(name))]
    found = []
    for organisation in known:
        if shared := sorted(new.numbers & organisation.numbers):
            found.append(LookAlike(organisation.key, "number", shared[0][1]))
        elif organisation.country == new.country and (alike := _alike_name(folded, organisation.names)):
            found.append(LookAlike(organisation.key, *alike))
    return sorted(found, key=lambda alike: _SUREST.index(alike.why))


_SUREST: Final = ("number", "name", "spelling")


def _alike_name(folded: list[tuple[str, ...]], names: tuple[str, ...]) -> tuple[str, str] | None:
    theirs = [(name, plain) for name in names if (plain := _plain_words(name))]
    for name, plain in theirs:
        if any(sorted(plain) == sorted(ours) for ours in folded):
            return "name", name
    for name, plain in theirs:
        if any(is_near(plain, ours) for ours in folded):
            return "spelling", name
    return None


#: Abbreviations of legal forms: they stand before or behind a name, or not at all.
LEGAL_FORMS: Final = frozenset(
    "sia vsia as oy oyj ou mtu uab vsi ab gmbh ggmbh ag ev bv nv srl spa sl sa sas sp z oo zoo doo ltd llc plc inc "  # noqa: SIM905
    "lepl nnle ssip aiip".split()
)


def _plain_words(name: str) -> tuple[str, ...]:
    """The words of a name in their order, without the legal form unless nothing else is left."""
    # Dots inside abbreviations go first: the list knows "oo", not two letters.
    found = tuple(_WORD.findall(_DOT_OF_LETTERS.sub("", search_key(name))))
    kept = tuple(word for word in found if word not in LEGAL_FORMS)
    return kept or found


_DOT_OF_LETTERS: Final = re.compile(r"(?<=\b\w)\.(?=\w\b)")

#: Share of letters that two words have in common and in order, from which on one may be a misspelling of the other.
#: "koledza" and "kolledz" have 0.86, "technikum" and "tehnikums" 0.89, "daugavas" and "daugavpils" 0.78.
NEAR: Final = 0.8


def is_near(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Could these be the same name, spelled twice? Every word needs its near one, in whatever order.

    Two words are near by Ratcliff and Obershelp's measure (`difflib`). Words with digits must be equal: school
    no. 1 is not school no. 2. A blank more or less does not matter where everything else is equal.
    """
    if not a or not b:
        return False
    a, b = sorted([a, b])  # the measure depends on the order in rare cases
    joined_a, joined_b = "".join(a), "".join(b)
    if joined_a == joined_b:
        return True
    if len(a) != len(b) or _share_at_most(joined_a, joined_b) < NEAR:
        return False
    left = list(b)
    for word in a:
        nearest = max(left, key=lambda other: _likeness(word, other))
        if _likeness(word, nearest) < NEAR:
            return False
        left.remove(nearest)
    return True


def _share_at_most(a: str, b: str) -> float:
    """A bound of the likeness that costs little: near words have, all together, nearly the same letters."""
    both = len(a) + len(b)
    if 2 * min(len(a), len(b)) / both < NEAR:
        return 0.0
    return 2 * sum((Counter(a) & Counter(b)).values()) / both


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if any(letter.isdigit() for letter in a + b):
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def makes_circle(successors: Mapping[int, int | None], partner: int, successor: int) -> bool:
    """Would `successor` taking over `partner` lead back to it? successors: who took over whom so far.

    >>> makes_circle({1: 2, 2: None}, partner=2, successor=1)
    True
    """
    seen: set[int] = set()
    step: int | None = successor
    while step is not None and step not in seen:
        if step == partner:
            return True
        seen.add(step)
        step = successors.get(step)
    return False
