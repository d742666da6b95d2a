"""`data/fields.yaml` → the dictionary of heads; a mistake in it names its place."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from tilts.exchange.module.rules.heads import head_key, word_key
from tilts.exchange.module.rules.records import Dictionary, Field, Kind, Label, Place, RowRule

FILE = Path(__file__).parent / "data" / "fields.yaml"


class DictionaryError(ValueError):
    """The data file holds something that can't be right; the message names the place."""


@cache
def dictionary() -> Dictionary:
    """The published dictionary."""
    return load()


def load(file: Path = FILE) -> Dictionary:
    """Raises DictionaryError for an unknown kind, or one head under two fields."""
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    fields = {name: _field(name, row, document["sources"]) for name, row in document["fields"].items()}
    by_head: dict[str, str] = {}
    for name, field in fields.items():
        for label in field.labels:
            if by_head.setdefault(head_key(label.text), name) != name:
                raise DictionaryError(f"fields.{name}: {label.text!r} stands under {by_head[head_key(label.text)]} too")
    values = document["values"]
    return Dictionary(
        fields=fields,
        by_head=by_head,
        values={
            kind: {str(code): tuple(texts) for code, texts in values[kind].items()}
            for kind in ("yes_no", "gender", "activity")
        },
        draft=frozenset(map(word_key, values["draft"])),
        needed_marks=frozenset(map(word_key, document["marks"]["needed"])),
        other_marks=frozenset(map(word_key, document["marks"]["other"])),
        never=tuple(map(word_key, document["never"]["words"])),
        rows=tuple(
            RowRule(row["action"], row["activity"], range(row["from_call"], row["to_call"] + 1), row["row"] == "group")
            for row in document["rows"]
        ),
    )


def _field(name: str, row: Mapping[str, Any], sources: Mapping[str, Mapping[str, str]]) -> Field:
    if row["kind"] not in get_args(Kind) or row["place"] not in get_args(Place):
        raise DictionaryError(f"fields.{name}: no such kind or place: {row['kind']}, {row['place']}")
    if unknown := row.keys() - sources.keys() - {"kind", "place", "compare"}:
        raise DictionaryError(f"fields.{name}: no such key: {', '.join(sorted(unknown))}")
    labels = tuple(
        Label(text, sources[source]["status"])  # type: ignore[arg-type]
        for source in sources
        for text in row.get(source, ())
    )
    return Field(name, row["kind"], row["place"], row.get("compare", True), labels)
