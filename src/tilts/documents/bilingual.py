"""One paper in two languages: the same data built in each, laid beside each other."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from tilts.documents.typesetting import Paper


def side_by_side(first: Paper, second: Paper) -> Paper:
    """The paper of both: what differs stands in both languages, what is the same stands once.

    A text that differs becomes a dictionary from language to text, which base.typ knows how to set. The first language
    is that of the file. Raises ValueError if the two are not the same paper, place by place.

    >>> one = Paper("a.typ", "Saraksts", "lv", {"heads": ["Nr.", "Anna"]})
    >>> two = Paper("a.typ", "List", "en", {"heads": ["No.", "Anna"]})
    >>> side_by_side(one, two).title, side_by_side(one, two).data
    ('Saraksts / List', {'heads': [{'lv': 'Nr.', 'en': 'No.'}, 'Anna']})
    """
    if first.template != second.template:
        raise ValueError(f"two papers: {first.template} and {second.template}")
    data = _both(first.data, second.data, (first.language, second.language), first.template)
    title = first.title if first.title == second.title else f"{first.title} / {second.title}"
    return replace(first, title=title, data=data)


def _both(first: Any, second: Any, languages: tuple[str, str], place: str) -> Any:
    match first, second:
        case str(), str():
            return first if first == second else dict(zip(languages, (first, second), strict=True))
        case Mapping(), Mapping() if list(first) == list(second):
            return {key: _both(first[key], second[key], languages, f"{place}/{key}") for key in first}
        case ((list() | tuple()), (list() | tuple())) if len(first) == len(second):
            pairs = enumerate(zip(first, second, strict=True))
            return [_both(one, other, languages, f"{place}/{index}") for index, (one, other) in pairs]
        case ((list() | tuple()), (list() | tuple())) if place.endswith("/points"):
            # A school may word its rules in each language by itself: one more in one of them.
            pairs = enumerate(zip_longest(first, second, fillvalue=""))
            return [_both(one, other, languages, f"{place}/{index}") for index, (one, other) in pairs]
        case _ if first == second:
            return first
        case _:
            raise ValueError(f"the two languages differ in more than words at {place}")
