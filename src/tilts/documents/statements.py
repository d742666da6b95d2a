"""What a paper says of the money behind it, in the funder's own words."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

STATEMENTS = Path(__file__).parent / "statements.yaml"
FALLBACK = "en"


@dataclass(frozen=True)
class Statement:
    """The funder's sentence and the language it is in."""

    text: str
    language: str


def funding_statement(programme: str, language: str) -> Statement | None:
    """The sentence for a project of this programme, named by its code; None where none is on record.

    In English where the funder has no wording in the language asked for. Only texts with the status `confirmed` count.

    >>> funding_statement("erasmus-2021", "lv")
    Statement(text='Līdzfinansē Eiropas Savienība', language='lv')
    >>> funding_statement("erasmus-2021", "ka")
    Statement(text='Co-funded by the European Union', language='en')
    >>> funding_statement("erasmus-2014", "lv") is None
    True
    """
    worded = {
        entry["language"]: Statement(entry["text"], entry["language"])
        for entry in _entries()
        if entry["programme"] == programme and entry["status"] == "confirmed"
    }
    return worded.get(language) or worded.get(FALLBACK)


def funding_emblem(programme: str) -> str:
    """The emblem that stands beside the sentence: "eu", or "" where none is on record as confirmed.

    >>> funding_emblem("erasmus-2021"), funding_emblem("eea-norway-2014")
    ('eu', '')
    """
    return next(
        (
            str(entry["emblem"])
            for entry in _file()["emblems"]
            if entry["programme"] == programme and entry["status"] == "confirmed"
        ),
        "",
    )


@cache
def _file() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(STATEMENTS.read_text(encoding="utf-8"))
    return found


def _entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _file()["statements"]
    return found
