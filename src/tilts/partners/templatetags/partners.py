"""Countries and languages in templates."""

from django import template
from django.utils.translation import get_language

from tilts.core.languages import language_name
from tilts.core.places import country_name

register = template.Library()


@register.filter
def country(code: str) -> str:
    """The name of a country in the active language: {{ partner.country|country }}."""
    return country_name(code, get_language() or "en")


@register.filter
def language(code: str) -> str:
    """The name of a language in the active one: {{ name.language|language }}."""
    return language_name(code, get_language() or "en")
