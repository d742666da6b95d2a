"""What the title of a study programme says, whatever its language, its endings and its script. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tilts.partners.rules.organisations import words

#: Spellings of one sound, in plain letters: "technology" and "tehnoloģija", "mechanic" and "mehāniķis".
_ONE_SOUND: Final = (
    (re.compile("ch|kh"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("th"), "t"),
    (re.compile("c(?=[aoulkrt]|$)"), "k"),
    (re.compile("(?<=[aeiou])h"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("w"), "v"),
    (re.compile("y"), "i"),
    (re.compile("cs$"), "ks"),
    (re.compile(r"([^\d])\1"), r"\1"),
)

#: Endings in plain letters, of Latvian, English, Georgian, German, Polish and Estonian; the longest goes first.
_ENDINGS: Final = sorted(
    "esanas esana isanas isana osanas osana asanas asana acijas acija ijas ija ikas ika ikis ikes ike ibas iba "  # noqa: SIM905
    "iem ajam am em im os as es is us ai a e i u s o "
    "ations ation ings ing iks ik ies ers "
    "ikosi irebis ireba iebis iebi ebis ebi eba isa uli uri "
    "ungen ung en acja acji owego owych ow ej ine ide".split(),
    key=len,
    reverse=True,
)
_LEAST: Final = 4  # letters that stay of a word

#: Words that stand in titles of every field: they tell nothing unless nothing else is there.
_SAYING_LITTLE: Final = frozenset(
    "and of the in for with un ar par no da und fur mit i w z ja de "  # noqa: SIM905
    "specialist specialists specialistis specialisti specialista technician technicians tehnikis tekniker "
    "worker works work darbi darbs samusaoebi arbeiten pakalpojumi services service programme programma programa "
    "basics pamati general vispareja operator operators operatori".split()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The part of a plain word that stays when its endings and its spelling change; words of four letters stay.

    >>> stem("elektronika"), stem("electronics"), stem("administresana"), stem("administration")
    ('elektron', 'elektron', 'administr', 'administr')
    """
    for spelled, sound in _ONE_SOUND:
        word = spelled.sub(sound, word)
    return word if word.isdigit() else trunk(word)


def trunk(word: str) -> str:
    """A plain word without its ending, spelled as it is: what a name that tells of it begins with.

    >>> trunk("buvnieciba"), trunk("horticulture")
    ('buvniec', 'horticultur')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


#: What words begin with that stand in names of schools of every field, in plain letters.
_OF_EVERY_SCHOOL: Final = tuple("tehn techn tekn profes profic vocat arod izgl educ skol school train".split())  # noqa: SIM905


def begins_of(*texts: str) -> list[str]:
    """What a word of a school's name begins with, if the name tells of one of the texts; in the order of letters.

    >>> begins_of("Būvniecības tehnoloģijas", "Viesnīcu pakalpojumi")
    ['buvniec', 'viesnic']
    """
    return sorted({trunk(word) for word in telling_words(*texts) if not word.startswith(_OF_EVERY_SCHOOL)})


def tells_of(word: str, begins: str) -> bool:
    """Whether a plain word is one that begins so, with an ending of its own; a long one may be part of a longer word.

    >>> tells_of("mediju", "medi"), tells_of("medicinas", "medi"), tells_of("metallberufe", "metall")
    (True, False, True)
    """
    return word.startswith(begins) and (len(begins) > _SHORT or len(word) - len(begins) <= _ENDING)


_SHORT: Final = 5  # letters of a beginning that many unlike words have
_ENDING: Final = 3


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text, without words that say little where others are left.

    >>> sorted(stems("Šūto izstrādājumu speciālists")), sorted(stems("ელექტრონიკა"))
    (['izstradajum', 'suto'], ['elektron'])
    """
    there = words(text)
    return frozenset(stem(word) for word in (there - _SAYING_LITTLE or there))


def telling_words(*texts: str) -> frozenset[str]:
    """Plain words of the texts, without those that say little and without short ones.

    >>> sorted(telling_words("Building and civil engineering", "Viesnīcu pakalpojumi"))
    ['building', 'civil', 'engineering', 'viesnicu']
    """
    return frozenset(word for word in words(*texts) - _SAYING_LITTLE if len(word) > _LEAST)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two sets of stems have in common: twice the common ones by all of both, 0 to 1.

    >>> likeness(frozenset({"metal", "darb"}), frozenset({"metal"})) == 2 / 3
    True
    """
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def common_words(ours: str, theirs: str) -> tuple[str, ...]:
    """The words of `ours`, as written, that stand in `theirs` in whatever form, in their order."""
    shared = stems(ours) & stems(theirs)
    return tuple(dict.fromkeys(word for word in _WRITTEN.findall(ours) if stems(word) & shared))


_WRITTEN: Final = re.compile(r"[^\W_]+")


def paired_lines(ours: Iterable[str], theirs: Iterable[str]) -> list[tuple[str, str]]:
    """Lines that say the same, each used once, the nearest two first: at least half of their words in common.

    A number says nothing where there are words: lists are numbered.
    The order of the lines does not matter, nor which side is asked first.

    >>> paired_lines(["Safety at work", "Safety"], ["Safety"])
    [('Safety', 'Safety')]
    """
    left, right = list(ours), list(theirs)
    own, other = [_said(line) for line in left], [_said(line) for line in right]
    near = [
        (-alike, min(a, b), max(a, b), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (alike := likeness(own[i], other[j])) >= _SAME_LINE
    ]
    used_left, used_right, found = set[int](), set[int](), []
    for _alike, _less, _more, i, j in sorted(near):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append((left[i], right[j]))
    return found


def _said(line: str) -> frozenset[str]:
    """Its stems, without the numbers by which lists are counted."""
    found = stems(line)
    return frozenset(each for each in found if not each.isdigit()) or found


_SAME_LINE: Final = 0.5
