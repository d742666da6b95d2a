"""Texts of a school's rows that may stand in other languages beside the school's own, as `School` has its name."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.schools import current_school
from tilts.core.languages import locale_of, text_for
from tilts.core.names import search_key

#: By language, then by the name of the field.
Texts = Mapping[str, Mapping[str, str]]


class InLanguages(models.Model):
    """A row whose texts are written in the school's language, each in its column, and in other languages beside.

    A reader gets the own language, else English, else the school's. Pages write
    `{% text_of agreement.texts.title %}`, plain texts `agreement.wording("title")`.
    """

    #: The columns of such texts. The first is what the row is called.
    WORDED: ClassVar[tuple[str, ...]] = ()

    in_other_languages = models.JSONField(
        _("in other languages"),
        default=dict,
        blank=True,
        editable=False,
        help_text="By language, then by name of the field: WORDED.",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.wording(self.WORDED[0])

    def save(self, *args: Any, **kwargs: Any) -> None:
        check_texts(self.in_other_languages, self.WORDED)
        super().save(*args, **kwargs)

    def other_languages(self) -> list[str]:
        """The languages that its texts may stand in besides the columns."""
        return [code for code, _name in settings.LANGUAGES if code != current_school().language]

    @property
    def texts(self) -> dict[str, dict[str, str]]:
        """Each of WORDED by language, the school's own first, without what is empty."""
        own = current_school().language
        return {name: self._by_language(name, own) for name in self.WORDED}

    def wording(self, name: str, language: str = "") -> str:
        """One of WORDED in this language, else the reader's, or the nearest there is."""
        return text_for(self._by_language(name, current_school().language), language or get_language() or "en")[0]

    def _by_language(self, name: str, own: str) -> dict[str, str]:
        there = {code: texts[name] for code, texts in self.in_other_languages.items() if texts.get(name)}
        text = getattr(self, name)
        return {own: text, **there} if text else there


def check_texts(texts: Texts, names: Iterable[str]) -> None:
    """Raises ValueError for no such field or no text, babel.UnknownLocaleError for no language."""
    known = set(names)
    for code, there in texts.items():
        locale_of(code)
        for name, text in there.items():
            if name not in known or not isinstance(text, str):
                raise ValueError(f"{code}: no text of {sorted(known)}: {name}={text!r}")


def found_by(texts: Mapping[str, str]) -> str:
    """The search key of a row that is called so, with its words in every language; see `is_called`.

    >>> found_by({"lv": "Apmaiņa Poznaņā", "en": "Exchange"})
    ' apmaina poznana exchange'
    """
    return "".join(f" {search_key(text)}" for text in texts.values())


def is_called(search: str) -> models.Q:
    """Rows of whose `search_key`, as `found_by` makes it, each typed word begins some word; none for no word."""
    words = search_key(search).split()
    return models.Q(*(models.Q(search_key__contains=f" {word}") for word in words)) if words else models.Q(pk__in=())
