"""Which field stands under which head: by the dictionary, by what was chosen before, else a suggestion."""

import re
from collections.abc import Mapping, Sequence

from tilts.core.names import search_key
from tilts.exchange.module.rules.records import CONSTANT, EMPTY, Column, Dictionary, Match

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*†]")


def head_key(text: str) -> str:
    """A head without signs, accents, capitals, and what stands in brackets.

    >>> head_key("Start Date * (DD/MM/YYYY)"), head_key("Dzimšanas datums")
    ('start date', 'dzimsanas datums')
    """
    bare = _ASIDE.sub(" ", text)
    return word_key(bare) or word_key(text)


def word_key(text: str) -> str:
    """Lower-case Latin words without signs."""
    return " ".join(re.findall(r"[a-z0-9]+", search_key(text)))


def is_never_filled(head: str, known: Dictionary) -> bool:
    """Does the column ask for health, belief, origin or the like? Such data never leaves, whatever was chosen."""
    words = f" {word_key(head)} "
    return any(f" {word} " in words for word in known.never)


def match_heads(
    columns: Sequence[Column], known: Dictionary, kept: Mapping[str, Match], earlier: Mapping[str, Match]
) -> tuple[Match, ...]:
    """A match for every column; no field stands under two of them.

    kept: what was chosen for this action and call year, by folded head; earlier: for other calls, only suggested.
    """
    found: list[Match] = [Match()] * len(columns)
    taken: set[str] = set()

    def settle(place: int, match: Match) -> None:
        found[place] = match
        if match.field not in {CONSTANT, EMPTY, ""}:
            taken.add(match.field)

    keys = [head_key(column.head) for column in columns]
    never = [is_never_filled(column.head, known) for column in columns]
    for place, key in enumerate(keys):
        if never[place]:
            settle(place, Match(EMPTY, how="known"))
        elif key in kept and (kept[key].field not in taken):
            settle(place, Match(kept[key].field, kept[key].text, "kept"))
    for place, key in enumerate(keys):
        if not found[place].how and (name := known.by_head.get(key)) and name not in taken:
            settle(place, Match(name, how="known"))
    for place, key in enumerate(keys):
        if not found[place].how and key in earlier and earlier[key].field not in taken:
            settle(place, Match(earlier[key].field, earlier[key].text, "suggested"))
    for suggest in (_by_words, _by_sign, _by_values):
        for place, column in enumerate(columns):
            if not found[place].how and (name := suggest(column, known, taken, columns, found)):
                settle(place, Match(name, how="suggested"))
    return tuple(found)


def _by_words(
    column: Column, known: Dictionary, taken: set[str], columns: Sequence[Column], found: Sequence[Match]
) -> str:
    """The only field left one of whose labels says all words of the head, or the head all of the label's."""
    words = set(head_key(column.head).split())
    best: dict[str, float] = {}
    for label, name in known.by_head.items():
        if name in taken:
            continue
        said = set(label.split())
        shared = len(words & said)
        if shared and (words <= said or said <= words):
            likeness = shared / max(len(words), len(said))
            best[name] = max(best.get(name, 0), likeness)
    ranked = sorted(best.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _LEAST_LIKENESS or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return ""
    return ranked[0][0]


_LEAST_LIKENESS = 0.5


def _by_values(
    column: Column, known: Dictionary, taken: set[str], columns: Sequence[Column], found: Sequence[Match]
) -> str:
    """What the values to choose from, the form of a date or the like can only be meant for, in the module's order."""
    choices = {word_key(choice) for choice in column.choices}
    if not choices:
        return _next_date(column, taken)
    if choices <= _folded(known, "gender") and "gender" not in taken:
        return "gender"
    if sum(bool(re.search(r"\b(lm|sm|oa|he) [a-z]{3,}", choice)) for choice in choices) * 2 > len(choices):
        return "activity_type" if "activity_type" not in taken else ""
    if all(re.search(r"\d", choice) for choice in column.choices) and any("km" in choice for choice in choices):
        return "distance_band" if "distance_band" not in taken else ""
    if _lists_countries(column):
        left = sum(_lists_countries(each) and not match.how for each, match in zip(columns, found, strict=True))
        order = ("nationality", "sending_country", "receiving_country")
        likely = order[-1:] if left == 1 and "nationality" in taken else order[::2] if left == 2 else order
        return next((name for name in likely if name not in taken), "")
    return ""


def _lists_countries(column: Column) -> bool:
    begins = {key.split()[0] for choice in column.choices if (key := word_key(choice))}
    return {"lv", "de"} <= begins or {"lv", "ee"} <= begins


def _by_sign(
    column: Column, known: Dictionary, taken: set[str], columns: Sequence[Column], found: Sequence[Match]
) -> str:
    """Signs that are the same in every language: OID, ID, ISCED, e-mail; of two OIDs the first is the sending one."""
    words = set(word_key(column.head).split())
    signs = (
        ({"oid"}, ("sending_oid", "receiving_oid")),
        ({"id"}, ("mobility_id",)),
        ({"isced"}, ("isced_f_code",)),
        ({"mail", "email"}, ("email",)),
    )
    for sign, names in signs:
        if words & sign:
            return next((name for name in names if name not in taken), "")
    return ""


def _next_date(column: Column, taken: set[str]) -> str:
    """Three days in the order of the module: born, first day, last day; only where the mark gives a form of dates."""
    if not re.search(r"\b([^\W\d_])\1[./-]([^\W\d_])\2[./-]([^\W\d_])\3{3}\b", f"{column.head} {column.mark}".lower()):
        return ""
    return next((name for name in ("birth_date", "start_date", "end_date") if name not in taken), "")


def _folded(known: Dictionary, kind: str) -> set[str]:
    return {word_key(text) for texts in known.values[kind].values() for text in texts}
