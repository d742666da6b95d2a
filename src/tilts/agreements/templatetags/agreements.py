"""Texts of agreements in templates."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def in_language(texts: Mapping[str, str], code: str) -> str:
    """The text in this very language, empty where it has none: {{ clause.texts|in_language:"lv" }}."""
    return texts.get(code, "")


@register.filter
def lines(text: str) -> list[str]:
    """The lines of a text: {% for line in text|lines %}."""
    return text.splitlines()
