"""Texts of agreements in templates."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.filter
def in_language(texts: Mapping[str, str], code: str) -> str:
    """The text in this very language, empty where it has none: {{ clause.texts|in_language:"lv" }}."""
    return texts.get(code, "")


@register.simple_tag
def said(texts: Mapping[str, str], languages: Iterable[tuple[str, str]]) -> SafeString | str:
    """A title in the reader's language, else in all languages of the paper, in their order.

    {% said clause.titles languages %}
    """
    if own := texts.get(get_language() or "en"):
        return own
    return format_html_join(
        " / ", '<span lang="{}">{}</span>', ((code, texts[code]) for code, _name in languages if texts.get(code))
    )


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text: {% for line in text|lines %}."""
    return text.splitlines()
