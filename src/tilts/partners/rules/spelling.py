"""Words that are spelled nearly alike, found without looking at all of them. Pure.

Two words that differ by one letter more, one less, another one or two that changed places have a word in common once a
letter is taken away from one of them or from each. So every word is kept under itself and under what is left of it
without one of its letters; whoever looks for a misspelt word asks for the same of it.
"""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

#: Shorter words, and those with digits, are looked for as they are: too many others are near.
SHORTEST: Final = 4

#: Share of letters in common from which on one word may be the other, misspelt.
LIKE: Final = 0.75


def traces(word: str) -> list[str]:
    """The word itself and what is left of it without one of its letters, in order; nothing for a short one.

    >>> traces("riga")
    ['iga', 'rga', 'ria', 'rig', 'riga']
    """
    if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
        return []
    return sorted({word, *(word[:place] + word[place + 1 :] for place in range(len(word)))})


def nearest(typed: str, words: Iterable[str], most: int = 8) -> list[str]:
    """Of words that share a trace with what was typed, those that it most likely means, the likeliest first.

    >>> nearest("technikum", ["tehnikums", "technik", "techno"])
    ['tehnikums', 'technik']
    """
    measured = ((SequenceMatcher(None, typed, word, autojunk=False).ratio(), word) for word in words)
    return [word for share, word in sorted((-share, word) for share, word in measured if share >= LIKE)][:most]
