"""Dates, actions and remarks of projects in templates."""

from django import template
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tilts.core.partial_dates import PartialDate
from tilts.funding.labels import STATUSES
from tilts.projects.rules import Action
from tilts.projects.sentences import remark_sentence

register = template.Library()

register.filter("remark_sentence", remark_sentence)

_FORMATS = {
    "words": {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"},
    "figures": {"day": "d.m.Y", "month": "m.Y", "year": "Y"},
    "short": {"day": "SHORT_DATE_FORMAT", "month": "m.Y", "year": "Y"},
}


@register.filter
def partial_date(known: PartialDate, how: str = "words") -> str:
    """A date as far as it is known, as the reader's language writes it: "24 May 2017", "May 2017", "2017".

    how: words, short (for tables) or figures (as a form takes them): {{ project.starts|partial_date }}
    """
    return date_format(known.first_day, _FORMATS[how][known.precision])


@register.simple_tag
def action_title(action: Action) -> str | SafeString:
    """What an action is in the reader's language, or else in English and marked as such: {% action_title action %}."""
    language = get_language() or "en"
    title = action.title(language)
    return title if language in action.titles else format_html('<span lang="en">{}</span>', title)


@register.filter
def status_word(status: str) -> str:
    """How sure a fact is: {{ programme.status|status_word }}."""
    return str(STATUSES.get(status, status))


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A field alone, as its label stands elsewhere: {% field form.state %}."""
    kind = "form-select" if hasattr(bound.field, "choices") else "form-control"
    return bound.as_widget(attrs={"class": f"{kind} is-invalid" if bound.errors else kind})
