"""Names of people and places: how they sort in a language, and how they are found whatever the keyboard."""

import re
import struct
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

import pyuca
from anyascii import anyascii

# A letter of its own is spelled as the letter it follows and one of these. These are unassigned characters, which
# the Unicode Collation Algorithm puts after every letter: "cz" stays before "č".
_LATER: Final = ("\U0010ff00", "\U0010ff01", "\U0010ff02", "\U0010ff03")

# A mark that sorts after the usual accents: "y" beside "i" in Latvian and Lithuanian, "ė" after "ę" in Lithuanian.
_LAST_ACCENT: Final = "\u20f0"

# What differs from the root order, as in CLDR's collation rules; both cases of a letter follow from the lower one.
_TAILORING: Final[dict[str, dict[str, str]]] = {
    "lv": {letter: base + _LATER[0] for letter, base in zip("čģķļņŗšž", "cgklnrsz", strict=True)}
    | {"y": "i" + _LAST_ACCENT},
    "et": {letter: "s" + later for letter, later in zip("šzž", _LATER, strict=False)}
    | {letter: "w" + later for letter, later in zip("õäöü", _LATER, strict=True)},
    "lt": {letter: base + _LATER[0] for letter, base in zip("čšž", "csz", strict=True)}
    | {"y": "i" + _LAST_ACCENT, "ė": "e" + _LAST_ACCENT},
}

_APOSTROPHES: Final = re.compile("['`]")  # as anyascii leaves them


class _PlainLetters(dict[int, str]):
    """Each sign → plain letters. anyascii looks at one sign after the other, so what it said once holds everywhere."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = anyascii(chr(code))
        return plain


_PLAIN_LETTERS: Final = _PlainLetters()

# Signs that the algorithm never takes together with a neighbour, so that their weights can be put side by side.
_SINGLE: Final = " '-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + "".join(
    chr(code) for first, last in ("Àž", "აჰ") for code in range(ord(first), ord(last) + 1)
)


def sort_key(text: str, language: str) -> bytes:
    """Bytes that order `text` as the alphabet of `language` does (lv, et, lt; ka and en need no tailoring).

    Compare keys of one language only. A language without a tailoring sorts in Unicode's own order. Texts that
    differ in case or in composed and decomposed letters stay beside each other; an empty text comes first.
    """
    letters = unicodedata.normalize("NFC", text)
    singles = _weights_of_single(language)
    if letters and singles.keys() >= set(letters):  # nearly all names: some 20 times faster than asking the collator
        levels = zip(*map(singles.__getitem__, letters), strict=True)
        return b"\0\0".join(map(b"".join, levels))
    return _packed(_collator().sort_key(_lower_georgian(letters).translate(_table(language))))


def search_key(text: str) -> str:
    """Plain lower-case letters for finding: "Rīga", "Рига" and "რიგა" all become "riga".

    Apostrophes go (they stand for sounds of Georgian and Ukrainian that nobody types), runs of blanks become one.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_PLAIN_LETTERS)
    return " ".join(_APOSTROPHES.sub("", text).casefold().split())


def full_name(given_names: str, family_name: str) -> str:
    """Both parts in the order they are spoken, with single blanks; either may be empty."""
    return " ".join(f"{given_names} {family_name}".split())


def _lower_georgian(text: str) -> str:
    """Georgian capitals (Mtavruli) as the everyday letters: older collation tables don't know the capitals."""
    return "".join(letter.lower() if "Ა" <= letter <= "Ჿ" else letter for letter in text)


@cache
def _weights_of_single(language: str) -> dict[str, list[bytes]]:
    """Each single sign → its packed weights, one item a level (the fourth is empty, as the collator leaves it)."""
    table = _table(language)
    return {sign: _levels(_collator().sort_key(sign.translate(table))) for sign in _SINGLE}


def _levels(weights: Sequence[int]) -> list[bytes]:
    """The weights between the zeros that part the levels."""
    zeros = [place for place, weight in enumerate(weights) if not weight]
    starts = [0, *(place + 1 for place in zeros)]
    return [_packed(weights[start:end]) for start, end in zip(starts, [*zeros, len(weights)], strict=True)]


def _packed(weights: Sequence[int]) -> bytes:
    return struct.pack(f">{len(weights)}H", *weights)


@cache
def _collator() -> pyuca.Collator:
    return pyuca.Collator()


@cache
def _table(language: str) -> dict[int, str]:
    table = {}
    for letter, spelled in _TAILORING.get(language.split("-")[0].lower(), {}).items():
        table[ord(letter)] = spelled
        table[ord(letter.upper())] = spelled[0].upper() + spelled[1:]
    return table
