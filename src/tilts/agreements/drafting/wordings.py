"""The clauses of the templates as dated data, and what an agreement makes of them. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "clauses.yaml"
#: The languages that the clauses are worded in.
LANGUAGES = ("en", "lv", "ka")

Texts = Mapping[str, str]  # by language


@dataclass(frozen=True)
class Point:
    """One sentence or two of a clause."""

    texts: Texts
    when: str = ""  # the flag without which it does not stand there
    each: str = ""  # the list of which it stands there once for each row


@dataclass(frozen=True)
class Wording:
    """A clause as it is worded from some day on."""

    key: str
    title: Texts
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Values:
    """What an agreement says, in the words of one language."""

    flags: frozenset[str]
    words: Mapping[str, str]
    lists: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)


def wordings(kind: str, on: date) -> list[Wording]:
    """The clauses of this kind of agreement in their order, as they are worded on a day.

    Raises KeyError for no such kind. A clause that has no wording yet on that day is left out.

    >>> [each.key for each in wordings("intent", date(2026, 11, 25))][:2]
    ['intent', 'placements']
    """
    found = (_on(key, on) for key in _file()["kinds"][kind])
    return [each for each in found if each is not None]


def title_of_template(title: Texts, language: str) -> str:
    """What the template calls a clause of this title in another language; empty for a title of one's own.

    >>> title_of_template({"lv": "Mērķis", "ka": "მიზანი"}, "en")
    'What for'
    """
    titles = (wording["title"] for each in _file()["clauses"].values() for wording in each)
    there = {code: text for code, text in title.items() if text}
    return next((each[language] for each in titles if there and language in each and there.items() <= each.items()), "")


def filled(wording: Wording, language: str, values: Values) -> str:
    """The clause in one language, each point on a line of its own; empty where nothing of it applies."""
    return "\n".join(_lines(wording, language, values))


def _lines(wording: Wording, language: str, values: Values) -> Iterator[str]:
    for point in wording.points:
        if point.when and point.when not in values.flags:
            continue
        for row in values.lists.get(point.each, ()) if point.each else ({},):
            yield _fill(point.texts[language], {**values.words, **row})


def _fill(text: str, words: Mapping[str, str]) -> str:
    """Braces are replaced one after the other: what is put in is not looked at again."""
    pieces = text.split("{")
    first, rest = pieces[0], pieces[1:]
    return first + "".join(words[name] + after for name, _brace, after in (piece.partition("}") for piece in rest))


def _on(key: str, on: date) -> Wording | None:
    begun = [each for each in _file()["clauses"][key] if each["from"] <= on]
    if not begun:
        return None
    last = max(begun, key=lambda each: each["from"])
    points = tuple(
        Point({code: each[code] for code in LANGUAGES}, each.get("when", ""), each.get("each", ""))
        for each in last["points"]
    )
    return Wording(key, last["title"], points) if points else None


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
