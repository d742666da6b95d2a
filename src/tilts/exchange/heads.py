"""Heads of columns in English, Latvian, Georgian and Russian, in any wording a school uses → our fields.

Heads are compared as search keys (plain Latin letters, no signs), so "Dz. dat.", "dzimšanas datums" and "DZIMSANAS
DATUMS (dd.mm.gggg)" all find the same field. The wordings stand in `phrases`.
"""

import difflib
import re
from functools import cache
from typing import Literal

from tilts.core.names import search_key
from tilts.exchange import phrases

MAX_HEAD = 120  # characters; longer texts are titles or explanations
SHORT = 4  # a phrase with fewer letters must be the whole head: "no", "d r", "gr"
LIKENESS = 0.88  # of a misspelt head and the phrase it is taken for; 1: the same letters in the same order

NameOrder = Literal["family_first", "given_first", ""]
Parent = Literal["mother", "father", ""]


def key(text: str) -> str:
    """Lower-case Latin words, without signs.

    >>> key("Dz. dat."), key("ელ. ფოსტა"), key("№ п/п")
    ('dz dat', 'el posta', 'no p p')
    """
    return " ".join(re.findall(r"[a-z0-9]+", search_key(text)))


@cache
def _phrases() -> dict[str, str]:
    return {key(phrase): field for field, known in phrases.PHRASES.items() for phrase in known}


Kind = Literal[
    "GUARDIANS",
    "MOTHERS",
    "FATHERS",
    "NOT_THE_PERSON",
    "LEARNERS",
    "TOTALS",
    "FEET",
    "PARTS_OF_A_LIST",
    "DAYS",
    "MONTHS",
    "YEARS",
    "SECOND",
]


@cache
def _words(kind: Kind) -> frozenset[str]:
    return frozenset(map(key, getattr(phrases, kind)))


def field_of(head: str) -> str:
    """Our field for a head as written, or "" for one that we don't know.

    >>> field_of("Izglītojamā dzimšanas datums"), field_of("Vecāku tālr."), field_of("Vārds, uzvārds"), field_of("IBAN")
    ('born_on', 'guardian_phone', 'full_name', '')
    """
    if len(head) > MAX_HEAD:
        return ""
    words = key(head)
    if not words or _tells(words, "NOT_THE_PERSON"):
        return ""
    if not _words("GUARDIANS").isdisjoint(words.split()):
        return _field_of_guardian(words)
    if words in _phrases():
        return _phrases()[words]
    if name_order(head):
        return "full_name"
    without_hints = key(re.sub(r"\(.*?\)|\[.*?\]", " ", head))  # "DOB (DD/MM/YYYY)", "Sex [M/F]"
    return _phrases().get(without_hints) or _contained(words) or _misspelt(words)


def name_order(head: str) -> NameOrder:
    """Which part of a full name stands first, as far as the head tells; "" where it names no two parts.

    >>> name_order("Uzvārds, vārds"), name_order("სახელი და გვარი"), name_order("Audzēknis")
    ('family_first', 'given_first', '')
    """
    words = f" {key(head)} "
    if " fio " in words or " f i o " in words:  # the Russian order is a fixed one
        return "family_first"
    family = _first_place(words, [phrase for phrase, field in _phrases().items() if field == "family_name"])
    if not family:
        return ""
    place, length = family
    rest = words[:place] + " " * length + words[place + length :]
    names = [phrase for phrase, field in _phrases().items() if field == "given_names"]
    given = _first_place(rest, [*names, "name", "names", "first"])
    if not given:
        return ""
    return "family_first" if place < given[0] else "given_first"


def part_of_name(head: str) -> str:
    """ "family_name" or "given_names" where a head names one part of somebody's name, whoever it is; else "".

    >>> part_of_name("Mātes uzvārds"), part_of_name("Mātes vārds"), part_of_name("Māte")
    ('family_name', 'given_names', '')
    """
    if name_order(head):
        return ""
    words = f" {key(head)} "
    for field in ("family_name", "given_names"):
        if any(f" {phrase} " in words for phrase, of in _phrases().items() if of == field):
            return field
    return ""


def is_second_name(head: str) -> bool:
    """ "Otrais vārds", "Middle name": it belongs to the given name in the column before."""
    return not _words("SECOND").isdisjoint(key(head).split())


def part_of_date(head: str) -> str:
    """ "day", "month" or "year" where a head ends with it.

    >>> part_of_date("Dzimšanas diena"), part_of_date("Mēnesis"), part_of_date("Gads"), part_of_date("Dz. datums")
    ('day', 'month', 'year', '')
    """
    last = key(head).rpartition(" ")[2]
    kinds: tuple[tuple[str, Kind], ...] = (("day", "DAYS"), ("month", "MONTHS"), ("year", "YEARS"))
    return next((part for part, kind in kinds if last in _words(kind)), "")


def parent_of(head: str) -> Parent:
    """Which of the parents a head means.

    >>> parent_of("Mātes tālrunis"), parent_of("Tēva e-pasts"), parent_of("Vecāku tālr.")
    ('mother', 'father', '')
    """
    words = set(key(head).split())
    if words & _words("MOTHERS"):
        return "mother"
    return "father" if words & _words("FATHERS") else ""


def is_about_others(text: str) -> bool:
    """A head above others that tells of somebody else: "Vecāki", "Audzinātājs"."""
    words = key(text)
    return _tells(words, "NOT_THE_PERSON") or not _words("GUARDIANS").isdisjoint(words.split())


def is_total(text: str) -> bool:
    """A word that stands before a sum: "Kopā: 20", "Итого", "Total students".

    >>> is_total("Kopā: 20"), is_total("Kopā 2 audzēkņi"), is_total("Kopāne"), is_total("Summa Anna")
    (True, True, False, False)
    """
    words = key(text)
    total = next((total for total in _words("TOTALS") if words == total or words.startswith(f"{total} ")), None)
    if total is None:
        return False
    rest = words.removeprefix(total).strip()
    return not rest or ":" in text or any(map(str.isdigit, rest)) or rest in _learners()


def is_foot(text: str) -> bool:
    """A text that begins, or whose first three words hold, who drew the list up, who signs it, when.

    >>> is_foot("Grupas audzinātāja: L. Liepa"), is_foot("Sagatavoja"), is_foot("Anna Kalniņa")
    (True, True, False)
    """
    words = key(text).split()[:3]
    return not _words("FEET").isdisjoint(words) or " ".join(words[:2]) in _words("FEET")


def is_part_of_list(text: str) -> bool:
    """A heading that tells a part of the list, not a group: "Meitenes", "Rezerve"."""
    return key(text) in _words("PARTS_OF_A_LIST")


def _tells(words: str, kind: Kind) -> bool:
    known = _words(kind)
    return not known.isdisjoint(words.split()) or any(" " in each and f" {each} " in f" {words} " for each in known)


@cache
def _learners() -> frozenset[str]:
    """Learners in every number and case that a sum is followed by."""
    return _words("LEARNERS") | frozenset(
        map(key, ("people", "learners", "pupils", "participants", "persons", "cilvēki", "dalībnieku", "audzēkņu"))
    )


def _field_of_guardian(words: str) -> str:
    about = " ".join(word for word in words.split() if word not in _words("GUARDIANS"))
    if not about or about.isdigit():
        return "guardian_name"
    field = _phrases().get(about) or _contained(about)
    if field in {"phone", "email"}:
        return f"guardian_{field}"
    return "guardian_name" if field in {"family_name", "given_names", "full_name"} else ""


#: Too common to mean their field beside other words.
_ALONE = frozenset({"name", "names", "class", "group", "note"})


@cache
def _beside_others() -> tuple[tuple[str, str], ...]:
    """Phrases that name their field beside any other words, the longest first."""
    unmistakable = {key(phrase) for phrase in phrases.UNMISTAKABLE}
    found = [
        (phrase, field)
        for phrase, field in _phrases().items()
        if phrase in unmistakable
        or (len(phrase) >= SHORT and phrase not in _ALONE | _words("LEARNERS") and field != "number")
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _contained(words: str) -> str:
    """The field of the longest phrase that stands in the head as whole words."""
    return next((field for phrase, field in _beside_others() if f" {phrase} " in f" {words} "), "")


def _misspelt(words: str) -> str:
    if any(map(str.isdigit, words)):  # a date, an address: no head
        return ""
    close = difflib.get_close_matches(words, _phrases_about_as_long(len(words)), n=1, cutoff=LIKENESS)
    return _phrases()[close[0]] if close else ""


@cache
def _phrases_about_as_long(length: int) -> list[str]:
    """Phrases of more than 4 letters that a text of this length could be like: nobody need compare the others."""
    return [
        phrase
        for phrase in _phrases()
        if len(phrase) > 4 and 2 * min(len(phrase), length) >= LIKENESS * (len(phrase) + length)
    ]


def _first_place(words: str, known: list[str]) -> tuple[int, int] | None:
    """Where the longest of the phrases stands in words: (place, length)."""
    places = [(words.find(f" {phrase} "), len(phrase) + 1) for phrase in known]
    found = [place for place in places if place[0] >= 0]
    return max(found, key=lambda place: place[1]) if found else None
