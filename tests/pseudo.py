"""A language that exists for tests alone: English in brackets and a third longer, so that what nobody translated shows.

"Save" becomes "⟦Save ea⟧". Whatever letters stand outside of brackets on a page were not asked of gettext.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils.translation import trans_real

LANGUAGE = "en-001"  # a code that Babel knows and no installation offers
CONTEXT = trans_real.CONTEXT_SEPARATOR


class Pseudo(trans_real.DjangoTranslation):
    """Answers each text with itself, marked."""

    def __init__(self) -> None:
        self.domain = "django"
        self._catalog = {}
        self.asked: set[str | tuple[str, int]] = set()  # as the keys of a catalogue: a text with plurals with 0

    def language(self) -> str:
        return LANGUAGE

    to_language = language

    def gettext(self, message: str) -> str:
        return self._told(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self._told((one, 0), one if number == 1 else many)

    def _told(self, key: str | tuple[str, int], message: str) -> str:
        text = message.rpartition(CONTEXT)[2]
        told = marked(text)
        if told != text:
            self.asked.add(key)
        return told


def not_translated(asked: Iterable[str | tuple[str, int]], language: str) -> list[str]:
    """Which of the texts that were asked for have none in this language, of whatever package they are."""
    catalog = trans_real.translation(language)._catalog
    # A text that is there with its plural is there for one as well, as gettext finds it.
    lacking = (key for key in asked if key not in catalog and (key, 0) not in catalog)
    return sorted(key if isinstance(key, str) else key[0] for key in lacking)


def marked(text: str) -> str:
    """The text in brackets, a third longer; blanks around it stay outside.

    >>> marked("Save")
    '⟦Save ea⟧'
    """
    words = text.strip()
    if not re.search("[^\\W\\d_]", re.sub(r"%\(\w+\)\w|%\w|\{\w*\}", "", words)):
        return text
    longer = "ea" * max(1, len(words) // 6)
    return text.replace(words, f"⟦{words} {longer}⟧")


@contextmanager
def offered() -> Iterator[Pseudo]:
    """The language can be chosen: `client.cookies["django_language"] = LANGUAGE`."""
    known = trans_real.check_for_language
    with (
        override_settings(LANGUAGES=[*settings.LANGUAGES, (LANGUAGE, "⟦Pseudo⟧")]),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(trans_real, "check_for_language", lambda code: code == LANGUAGE or known(code))
        language = Pseudo()
        patch.setitem(trans_real._translations, LANGUAGE, language)
        yield language


class Words(HTMLParser):
    """What of a page is read or spoken."""

    SPOKEN = ("title", "placeholder", "aria-label", "alt", "label", "data-offline", "data-refused")
    SILENT = frozenset({"script", "style", "kbd"})
    VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.spoken: list[str] = []
        self._open: list[tuple[str, bool]] = []  # elements, and whether what stands in them is passed over
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag not in self.VOID:
            # What says that it is in a language of its own is somebody's text: a name of a language, a clause.
            is_foreign = attributes.get("lang", LANGUAGE) != LANGUAGE
            self._open.append((tag, tag in self.SILENT or (is_foreign and tag != "html")))
        self.spoken += [attributes[name] for name in self.SPOKEN if name in attributes]
        if tag == "input" and attributes.get("type") in {"submit", "button"}:
            self.spoken.append(attributes.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(is_silent for _tag, is_silent in self._open) and data.strip():
            self.texts.append(data)


def outside_brackets(texts: list[str]) -> list[str]:
    """The parts with letters that stand in no bracket; a bracket may span several texts.

    >>> outside_brackets(["Partners", "⟦3 ", "rows⟧ in ⟦all⟧"])
    ['Partners', 'in']
    """
    found = []
    depth = 0
    for text in texts:
        part = ""
        for sign in text:
            depth += sign == "⟦"
            part += sign if depth == 0 else "\n" if sign == "⟦" else ""
            depth -= sign == "⟧"
        found += [" ".join(each.split()) for each in part.split("\n") if re.search("[^\\W\\d_]", each)]
    return found
