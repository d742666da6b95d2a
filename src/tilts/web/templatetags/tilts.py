"""The components: one tag and at most one template each. `tests/web/test_components.py` renders every one."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from tilts.core.money import format_eur
from tilts.core.partial_dates import PartialDate
from tilts.web import slots

register = template.Library()

Text = str | Promise

TONES = frozenset({"neutral", "info", "good", "warn", "bad"})
BUTTON_TONES = frozenset({"primary", "plain", "quiet", "danger"})
TONE_ICONS = {
    "neutral": "info-circle",
    "info": "info-circle",
    "good": "check-circle",
    "warn": "exclamation-triangle",
    "bad": "exclamation-circle",
}


@cache
def icon_names() -> frozenset[str]:
    """The icons that `make install` puts into the page's sprite."""
    return frozenset((Path(__file__).resolve().parent.parent / "icons.txt").read_text(encoding="utf-8").split())


def _checked(tone: str, known: frozenset[str]) -> str:
    if tone not in known:
        raise ValueError(f"unknown tone {tone!r}, one of {', '.join(sorted(known))}")
    return tone


# Small things


@register.simple_tag(name="icon")
def draw_icon(name: str, label: Text = "") -> SafeString:
    """A picture from the sprite: silent beside a word, spoken as `label` when it stands alone.

    {% icon "people" %} {% icon "lock" label=_("Locked") %}
    """
    if name not in icon_names():
        raise ValueError(f"unknown icon {name!r}: add it to web/icons.txt")
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon" {} focusable="false"><use href="{}#{}"></use></svg>', role, static("vendor/icons.svg"), name
    )


@register.simple_tag
def badge(text: Text, tone: str = "neutral", icon: str = "") -> SafeString:
    """A state in a word or two. tone: neutral, info, good, warn or bad; the words must tell it without the colour.

    {% badge flow.get_status_display tone="good" %}
    """
    picture = draw_icon(icon) if icon else ""
    return format_html('<span class="badge tone-{}">{}{}</span>', _checked(tone, TONES), picture, text)


@register.simple_tag
def button_link(label: Text, url: str, icon: str = "", tone: str = "plain") -> SafeString:
    """A link that looks like a button. tone: primary (one a page), plain, quiet or danger.

    {% url "partners:add" as add %}{% button_link _("Add a partner") add icon="plus-lg" tone="primary" %}
    """
    picture = draw_icon(icon) if icon else ""
    return format_html(
        '<a class="btn btn-{}" href="{}">{}<span>{}</span></a>', _checked(tone, BUTTON_TONES), url, picture, label
    )


@register.inclusion_tag("web/components/progress.html")
def progress(done: int, total: int, label: Text) -> dict[str, Any]:
    """How far something is, as a bar and in figures.

    {% progress job.done job.total _("Papers printed") %}
    """
    return {"done": done, "total": total, "label": label, "is_complete": 0 < total <= done}


@register.filter
def eur(amount: Decimal | int | None) -> str:
    """Money as the reader's language writes it, empty for None; a column of it has the class `num`.

    <td class="num">{{ grant.total|eur }}</td>
    """
    return "" if amount is None else format_eur(Decimal(amount), get_language() or "en")


@register.filter
def days(count: int | None) -> str:
    """A number of days in words, empty for None: {{ stay.funded_days|days }}."""
    return "" if count is None else ngettext("%(days)s day", "%(days)s days", count) % {"days": count}


_DATE_FORMATS = {
    "words": {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"},
    "figures": {"day": "d.m.Y", "month": "m.Y", "year": "Y"},
    "short": {"day": "SHORT_DATE_FORMAT", "month": "m.Y", "year": "Y"},
}


@register.filter
def partial_date(known: PartialDate | None, how: str = "words") -> str:
    """A date as far as it is known, as the reader's language writes it: "24 May 2017", "May 2017", "2017".

    how: words, short (for tables) or figures (as a form takes them): {{ project.starts|partial_date }}
    """
    return "" if known is None else date_format(known.first_day, _DATE_FORMATS[how][known.precision])


# Things that hold content


@register.simple_block_tag
def panel(
    content: SafeString,
    title: Text = "",
    icon: str = "",
    level: int = 2,
    id: str = "",
    link_url: str = "",
    link_label: Text = "",
) -> SafeString:
    """A card with a heading, and a link in its head where there is more to see.

    {% panel title=_("Participants") icon="people" link_url=all link_label=_("All participants") %}...{% endpanel %}
    """
    context = {"title": title, "icon": icon, "level": level, "id": id, "link_url": link_url, "link_label": link_label}
    return render_to_string("web/components/panel.html", {**context, "content": content})


@register.simple_block_tag
def wide_table(content: SafeString, label: Text, kind: str = "", is_caption_seen: bool = False) -> SafeString:
    """A table that scrolls sideways where it must, by keyboard as well; `label` is its caption, spoken or seen.

    {% wide_table _("Daily rates") kind="table-sm" %}<thead>...</thead><tbody>...</tbody>{% endwide_table %}
    """
    return format_html(
        '<div class="table-scroll" tabindex="0" role="group" aria-label="{0}">'
        '<table class="table {1}"><caption class="{2}">{0}</caption>{3}</table></div>',
        label,
        kind,
        "caption-top" if is_caption_seen else "visually-hidden",
        content,
    )


@register.simple_block_tag
def notice(content: SafeString, tone: str = "info", title: Text = "", id: str = "") -> SafeString:
    """Something to know before going on. tone: neutral, info, good, warn or bad.

    {% notice tone="warn" title=_("Example rates") %}<p>...</p>{% endnotice %}
    """
    context = {"tone": _checked(tone, TONES), "icon": TONE_ICONS[tone], "title": title, "id": id}
    return render_to_string("web/components/notice.html", {**context, "content": content})


@register.simple_block_tag
def page_actions(content: SafeString) -> SafeString:
    """A row of buttons, such as at the foot of a form.

    {% page_actions %}<button class="btn btn-primary">{% translate "Save" %}</button>{% endpage_actions %}
    """
    return format_html('<div class="page-actions">{}</div>', content)


@register.simple_block_tag
def definitions(content: SafeString) -> SafeString:
    """A list of facts: {% definitions %}{% definition _("Reference") project.reference %}{% enddefinitions %}."""
    return format_html('<dl class="facts">{}</dl>', content)


@register.inclusion_tag("web/components/definition.html")
def definition(term: Text, value: Any, is_number: bool = False) -> dict[str, Any]:
    """One fact of such a list; what is not known says so.

    {% definition _("Reference") project.reference %}
    """
    return {"term": term, "value": value, "is_known": value not in (None, ""), "is_number": is_number}


@register.inclusion_tag("web/components/empty_state.html")
def empty_state(title: Text, text: Text, url: str = "", label: Text = "", icon: str = "inbox") -> dict[str, Any]:
    """What a list without rows says: what it is for, and the one next step.

    {% empty_state _("No partners yet") _("Here stand the organisations you work with.") add _("Add a partner") %}
    """
    return {"title": title, "text": text, "url": url, "label": label, "icon": icon}


# Forms


@register.inclusion_tag("web/components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What is to be mended in the form, each with a link to its field; nothing when all is well.

    {% error_summary form %}
    """
    in_fields = [
        {"label": field.label, "error": error, "target": "" if field.is_hidden else _target(field)}
        for field in form
        for error in field.errors
    ]
    return {"general": form.non_field_errors(), "in_fields": in_fields}


@register.inclusion_tag("web/components/form_fields.html")
def form_fields(form: BaseForm, summary: bool = True) -> dict[str, Any]:
    """The error summary and every field; the form element, token and buttons are the page's.

    <form method="post">{% csrf_token %}{% form_fields form %}<button class="btn btn-primary">...</button></form>
    """
    return {"form": form, "summary": summary}


@register.inclusion_tag("web/components/drop_zone.html")
def drop_zone(field: BoundField, title: Text, hint: Text = "") -> dict[str, Any]:
    """A file field onto which a file can be dropped; without script it is a plain file field.

    {% drop_zone form.file _("Drop the class list here") _("Excel or CSV, at most 10 MB") %}
    """
    classes = "form-control is-invalid" if field.errors else "form-control"
    widget = field.as_widget(attrs={"class": classes, "data-drop-input": True})
    return {"field": field, "widget": widget, "title": title, "hint": hint}


def _target(field: BoundField) -> str:
    # A group of radio buttons or boxes has no id of its own: its first one has.
    return field.id_for_label or f"{field.auto_id}_0"


# Slots


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, subject: Any = None) -> SafeString:
    """Every part that subjects registered for this place.

    {% slot "mobilities.flow.panels" flow %}
    """
    return format_html_join("\n", "{}", ((html,) for html in slots.render(name, _request(context), subject)))


@register.simple_tag(takes_context=True)
def menu_entries(context: Context) -> list[slots.ShownEntry]:
    """The main navigation of this request: {% menu_entries as entries %}. Pages without a request have none."""
    return slots.menu(context["request"]) if "request" in context else []


def _request(context: Context) -> HttpRequest:
    request: HttpRequest = context["request"]
    return request
