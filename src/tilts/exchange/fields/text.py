"""What all readers of cells share: visible text, and the mistake they raise."""

import unicodedata


class Mistake(ValueError):
    """What stands in a cell can't be taken over; `code` and `values` make the sentence."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def plain(text: str) -> str:
    """One line without invisible letters: NFC, every run of blanks (also unbreakable ones) as one blank."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():  # nearly all are: no need to look at each letter
        return " ".join(text.split())
    visible = "".join(" " if letter.isspace() else letter for letter in text if _is_visible(letter))
    return " ".join(visible.split())


def is_blank(text: str) -> bool:
    """Nothing a person sees stands there."""
    return not text or not (text[0].isalnum() or plain(text))  # the first letter of nearly all tells


def _is_visible(letter: str) -> bool:
    # Cf: marks of direction, joiners; Cc: controls, of which the blank ones are kept; Cs: halves of broken letters
    return letter.isspace() or unicodedata.category(letter) not in {"Cf", "Cc", "Cs"}


def short(text: str, length: int = 40) -> str:
    """For sentences: enough of a text to find it again."""
    text = plain(text)
    return text if len(text) <= length else text[: length - 1] + "…"


#: What people write into a cell that stays empty, in small letters.
NOTHING = frozenset({"nav", "nē", "none", "n/a", "na", "no", "null", "нет", "არა", "არ აქვს", "puudub", "brak"})


def is_nothing(text: str) -> bool:
    """A word or dashes that stand for an empty cell.

    >>> is_nothing("—"), is_nothing("Nav"), is_nothing("26123456")
    (True, True, False)
    """
    text = plain(text).casefold()
    return text in NOTHING or is_dashes(text)


def is_dashes(text: str) -> bool:
    """Signs as people draw them through an empty cell: "-", "—", "___", "../".

    >>> is_dashes("---"), is_dashes("-1")
    (True, False)
    """
    text = plain(text)
    return bool(text) and all(letter in "-‐‑–—_./ " for letter in text)
