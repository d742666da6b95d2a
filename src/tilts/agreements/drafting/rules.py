"""What is agreed as one canonical text with its hash, and what differs between two of them. Pure."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from tilts.documents.wording import short_day

#: What is agreed: JSON values, without numbers that have decimals and without anything about contact persons.
Content = Mapping[str, Any]


def canonical(content: Content) -> bytes:
    """The one way to write it: keys in order of their code points, no blanks, UTF-8.

    Like RFC 8785, for texts and whole numbers. Raises TypeError for a number with decimals, which
    programs write in several ways.

    >>> canonical({"b": 1, "a": "ķ"}).decode()
    '{"a":"ķ","b":1}'
    """
    _check(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def content_hash(content: Content) -> str:
    """SHA-256 over the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()


def short_hash(digest: str) -> str:
    """The first 16 signs in groups of four, as people read them to each other.

    >>> short_hash("0123456789abcdef" * 4)
    '0123 4567 89ab cdef'
    """
    return " ".join(digest[place : place + 4] for place in range(0, 16, 4))


def _check(value: Any) -> None:
    match value:
        case float():
            raise TypeError(f"a number with decimals has no one way to be written: {value}")
        case Mapping():
            for each in value.values():
                _check(each)
        case list() | tuple():
            for each in value:
                _check(each)


@dataclass(frozen=True)
class Piece:
    """Some words of a text: kept, added or removed."""

    what: Literal["kept", "added", "removed"]
    text: str


@dataclass(frozen=True)
class Difference:
    """One part of an agreement that two versions have otherwise. before or after is empty where it is not there."""

    key: str  # of the clause, or of the part
    title: Mapping[str, str]  # by language
    pieces: Mapping[str, tuple[Piece, ...]]  # by language


def word_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both, with what was added and removed; joined, the kept and added ones are `after`.

    >>> [(piece.what, piece.text) for piece in word_pieces("3 to 5 weeks", "3 to 6 weeks")]
    [('kept', '3 to '), ('removed', '5'), ('added', '6'), ('kept', ' weeks')]
    """
    old, new = _words(before), _words(after)
    return tuple(_pieces(old, new))


def differences(before: Content, after: Content) -> list[Difference]:
    """What differs, part by part: the clauses in the order of the newer version, then those left out, then the rest."""
    languages = list(dict.fromkeys([*after.get("languages", ()), *before.get("languages", ())]))
    old, new = _parts(before, languages), _parts(after, languages)
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        _title, was = old.get(key, ({}, {}))
        title, now = new.get(key, (old.get(key, ({}, {}))[0], {}))
        if was != now:
            pieces = {code: word_pieces(was.get(code, ""), now.get(code, "")) for code in languages}
            found.append(Difference(key, title, pieces))
    return found


#: A part as its title and its text by language.
_Part = tuple[Mapping[str, str], Mapping[str, str]]


def _parts(content: Content, languages: Sequence[str]) -> dict[str, _Part]:
    """Title and clauses by their key, in order; then what stands beside them, each as lines in every language."""
    parts: dict[str, _Part] = {"title": ({}, content.get("title", {}))}
    parts |= {each["key"]: (each["title"], each["text"]) for each in content.get("clauses", ())}
    for name in ("parties", "plan"):
        lines = {code: "\n".join(_line(row, code) for row in content.get(name, ())) for code in languages}
        parts[f"_{name}"] = ({}, lines)
    for name in ("areas", "conditions", "term"):
        value = content.get(name) or ""
        parts[f"_{name}"] = ({}, dict.fromkeys(languages, canonical({"": value}).decode()[4:-1] if value else ""))
    return parts


def _line(row: Mapping[str, Any], code: str) -> str:
    """A row as one line: what it holds in this language, without what is empty."""
    values = [_said(name, value, code) for name, value in row.items()]
    return " · ".join(str(value) for value in values if value not in ("", None))


def _said(name: str, value: Any, code: str) -> Any:
    if name == "by" and value:
        return short_day(date.fromisoformat(value), code)
    return value.get(code, "") if isinstance(value, Mapping) else value


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("kept", "".join(old[a:b]))
            continue
        if b > a:
            yield Piece("removed", "".join(old[a:b]))
        if d > c:
            yield Piece("added", "".join(new[c:d]))
