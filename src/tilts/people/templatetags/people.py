"""Numbers of people in templates."""

from django import template

from tilts.people.rules import shown_phone

register = template.Library()


@register.filter
def phone(number: str) -> str:
    """A telephone number as people read it: {{ person.phone|phone }}."""
    return shown_phone(number)
