"""When a proposed wording would undo what was worded since it was written. Pure."""

from collections.abc import Mapping

Texts = Mapping[str, str]  # by language


def undoes(read: Texts, now: Texts, wording: Texts) -> bool:
    """Would taking `wording` over lose words that came after the text its author read?

    read: the clause in the version that was read, empty where it was not there; now: as it stands now. Where the
    result says what stands there now, nothing is lost.

    >>> undoes({"en": "3 weeks"}, {"en": "5 weeks"}, {"en": "3 whole weeks"})
    True
    """
    return dict(now) != {code: read.get(code, "") for code in now} and dict(now) != merged(now, wording)


def merged(now: Texts, wording: Texts) -> dict[str, str]:
    """The clause with the proposed wording in it; a language that was not reworded stays as it is."""
    return {code: wording.get(code) or text for code, text in now.items()}


def left_alone(now: Texts, wording: Texts) -> list[str]:
    """The languages that a proposed wording does not reword, though another one is: the texts may say two things now.

    >>> left_alone({"lv": "10", "en": "10"}, {"en": "12"}), left_alone({"lv": "10"}, {})
    (['lv'], [])
    """
    reworded = [code for code in now if wording.get(code)]
    return [code for code in now if code not in reworded] if reworded else []


def rebased(typed: Texts, read: Texts, now: Texts) -> dict[str, str]:
    """What somebody typed into the text they read, as a form on the text of now has it.

    What they left as it was follows the newer text; what they reworded stays as they typed it.
    """
    return {code: now[code] if typed.get(code, "") in {"", read.get(code, "")} else typed[code] for code in now}
