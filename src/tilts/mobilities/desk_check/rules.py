"""Which supporting papers a stay needs, how a sample is drawn, whom a list names. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from tilts.core.names import search_key

#: Not a cost category: papers that the stay as a whole rests on.
WHOLE_STAY = "stay"


@dataclass(frozen=True)
class Value:
    """From this call on, whether the paper is asked for, and who says so."""

    from_call: int
    is_asked: bool
    status: str  # confirmed, derived or recalled
    source: str
    url: str = ""


@dataclass(frozen=True)
class Requirement:
    """A supporting paper that a category asks for."""

    kind: str
    category: str
    values: tuple[Value, ...]  # the oldest first
    roles: frozenset[str] = frozenset({"participant", "accompanying"})
    only_green: bool = False  # asked for where the journey is green
    is_sensitive: bool = False  # tells of health or hardship: it stays at the school
    printed_as: str = ""  # the kind of our own paper that is signed, as in `papers.kinds`

    def value_in(self, call_year: int | None) -> Value | None:
        """What holds in a call, the newest where the call is not known; None before the first."""
        found = [value for value in self.values if call_year is None or value.from_call <= call_year]
        return found[-1] if found else None


@dataclass(frozen=True)
class Stay:
    """What of a stay decides which papers it needs."""

    categories: frozenset[str]  # cost categories that it is paid from
    role: str  # participant or accompanying
    call_year: int | None = None
    is_green: bool = False


@dataclass(frozen=True)
class Asked:
    """A paper that is asked for, and by what."""

    requirement: Requirement
    value: Value


def asked_for(stay: Stay, requirements: Iterable[Requirement]) -> tuple[Asked, ...]:
    """The papers that a stay needs, in the order of the requirements.

    >>> journey = Requirement("journey", "travel", (Value(2014, True, "recalled", "As remembered"),))
    >>> [each.requirement.kind for each in asked_for(Stay(frozenset({"travel"}), "participant", 2021), [journey])]
    ['journey']
    >>> asked_for(Stay(frozenset(), "participant", 2021), [journey])
    ()
    """
    found = []
    for each in requirements:
        value = each.value_in(stay.call_year)
        if (
            value is not None
            and value.is_asked
            and each.category in {WHOLE_STAY, *stay.categories}
            and stay.role in each.roles
            and (stay.is_green or not each.only_green)
        ):
            found.append(Asked(each, value))
    return tuple(found)


class State(StrEnum):
    """How a paper that is asked for stands."""

    THERE = "there"
    PRINTED = "printed"  # printed here, the signed one is not there
    MISSING = "missing"


def state_of(uploaded: Collection[object], printed: Collection[object]) -> State:
    """A signed or received paper counts; what was only printed here does not."""
    if uploaded:
        return State.THERE
    return State.PRINTED if printed else State.MISSING


def draw(numbers: Iterable[int], size: int, seed: str) -> list[int]:
    """`size` of the numbers, by chance and yet the same for everybody who knows the seed.

    Each number is ordered by the SHA-256 of "seed:number", in hexadecimal; the first `size` are taken. Anybody can do
    it again, in any language. All of them where there are no more. Raises ValueError for a size below 1.

    >>> draw([1, 2, 3, 4, 5], 2, "7") == draw([5, 4, 3, 2, 1], 2, "7")
    True
    """
    if size < 1:
        raise ValueError(f"a sample needs at least 1, not {size}")
    return sorted(set(numbers), key=lambda number: sha256(f"{seed}:{number}".encode()).hexdigest())[:size]


@dataclass(frozen=True)
class Candidate:
    """A stay that a line of the agency's list may name."""

    number: int
    name: str
    marks: frozenset[str] = frozenset()  # numbers it goes by, such as "3/17" or that of the Beneficiary Module


@dataclass(frozen=True)
class Named:
    """What a list names: the stays found, in its order, and the lines that name none or more than one."""

    found: tuple[int, ...]
    unknown: tuple[str, ...]
    ambiguous: tuple[str, ...]


def named_in(text: str, candidates: Sequence[Candidate]) -> Named:
    """The stays that a list names, one a line: by a number, else by all words of a name in any order.

    A line may be a row of a spreadsheet: what else stands in it does not matter.
    """
    by_mark = _by_mark(candidates)
    words_of = {each.number: frozenset(search_key(each.name).replace(",", " ").split()) for each in candidates}
    found: dict[int, None] = {}
    unknown: list[str] = []
    ambiguous: list[str] = []
    for line in _lines(text):
        numbers = {by_mark[part] for part in _parts(line) if part in by_mark}
        if not numbers:
            words = frozenset(re.split(r"[\s,;.()]+", search_key(line)))
            numbers = {number for number, name in words_of.items() if name and name <= words}
        if len(numbers) == 1:
            found[numbers.pop()] = None
        else:
            (ambiguous if numbers else unknown).append(line)
    return Named(tuple(found), tuple(unknown), tuple(ambiguous))


def _by_mark(candidates: Iterable[Candidate]) -> Mapping[str, int]:
    return {mark.casefold(): each.number for each in candidates for mark in each.marks}


def _parts(line: str) -> list[str]:
    """The parts of a line that could be a number."""
    return [part.strip("#().").casefold() for part in re.split(r"[\s,;]+", line)]


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]
