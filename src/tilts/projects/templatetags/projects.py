"""Actions, fields and remarks of projects in templates."""

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.funding.labels import STATUSES
from tilts.funding.sentences import category_label
from tilts.projects.models import Project
from tilts.projects.rules import Action, Programme
from tilts.projects.sentences import remark_sentence
from tilts.projects.strategy.rules import Verdict
from tilts.web.components.small import badge

register = template.Library()

register.filter("remark_sentence", remark_sentence)
register.filter("category_label", category_label)


@register.simple_tag
def action_title(action: Action) -> str | SafeString:
    """What an action is in the reader's language, or else in English and marked as such: {% action_title action %}."""
    language = get_language() or "en"
    title = action.title(language)
    return title if language in action.titles else format_html('<span lang="en">{}</span>', title)


@register.simple_tag
def programme_title(programme: Programme) -> str:
    """What a programme is called in the reader's language: {% programme_title programme %}."""
    return programme.title(get_language() or "en")


@register.simple_tag
def other_title(project: Project) -> str | SafeString:
    """What a project's official title means in the reader's language, or else in English: {% other_title project %}."""
    if project.other_title is None:
        return ""
    text, language = project.other_title
    return format_html('<span class="other-title" lang="{}">{}</span>', language, text)


#: How a planned figure stands: word and tone.
VERDICTS = {
    Verdict.REACHED: (_("reached"), "good"),
    Verdict.OPEN: (_("still open"), "info"),
    Verdict.MISSED: (_("not reached"), "warn"),
}


@register.simple_tag
def verdict(found: Verdict) -> SafeString | str:
    """How a figure of a strategy stands beside what was planned: {% verdict row.verdict %}."""
    return badge(*VERDICTS[found]) if found in VERDICTS else ""


@register.filter
def status_word(status: str) -> str:
    """How sure a fact is: {{ programme.status|status_word }}."""
    return str(STATUSES.get(status, status))


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A field alone, as its label stands elsewhere: {% field form.state %}."""
    kind = "form-select" if hasattr(bound.field, "choices") else "form-control"
    return bound.as_widget(attrs={"class": f"{kind} is-invalid" if bound.errors else kind})
