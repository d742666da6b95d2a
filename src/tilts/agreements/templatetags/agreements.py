"""Texts of agreements in templates."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.wordings import title_of_template
from tilts.agreements.models import Party
from tilts.agreements.negotiating import queries
from tilts.agreements.negotiating.models import Remark

register = template.Library()


@register.filter
def in_language(texts: Mapping[str, str], code: str) -> str:
    """The text in this very language, empty where it has none: {{ clause.texts|in_language:"lv" }}."""
    return texts.get(code, "")


@register.simple_tag
def said(texts: Mapping[str, str], languages: Iterable[tuple[str, str]]) -> SafeString | str:
    """A title in the reader's language, as the template has it if need be, else in all languages of the paper.

    {% said clause.titles languages %}
    """
    reader = get_language() or "en"
    if own := texts.get(reader) or title_of_template(texts, reader):
        return own
    return format_html_join(
        " / ", '<span lang="{}">{}</span>', ((code, texts[code]) for code, _name in languages if texts.get(code))
    )


@register.filter
def party_name(party: Party) -> str:
    """What a party is called in the reader's language: {{ party|party_name }}."""
    return name_of_party(party, get_language() or "en")


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text: {% for line in text|lines %}."""
    return text.splitlines()


@register.filter
def said_by(remark: Remark) -> str:
    """For which organisation a remark was said, as the reader's language calls it: {{ remark|said_by }}."""
    return queries.said_by(remark, get_language() or "en")


@register.filter
def as_day(text: str) -> date:
    """A day as a version keeps it: {{ planned.by|as_day|date:"DATE_FORMAT" }}."""
    return date.fromisoformat(text)
