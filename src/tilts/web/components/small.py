"""Small things: pictures, states, buttons, bars."""

from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from tilts.web.components.base import BUTTON_TONES, TONES, Text, checked

register = template.Library()


@cache
def icon_names() -> frozenset[str]:
    """The icons that `make install` puts into the page's sprite."""
    return frozenset((Path(__file__).resolve().parent.parent / "icons.txt").read_text(encoding="utf-8").split())


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
    return format_html('<span class="badge tone-{}">{}{}</span>', checked(tone, TONES), picture, text)


@register.simple_tag
def button_link(label: Text, url: str, icon: str = "", tone: str = "plain") -> SafeString:
    """A link that looks like a button. tone: primary (one a page), plain, quiet or danger.

    {% url "partners:add" as add %}{% button_link _("Add a partner") add icon="plus-lg" tone="primary" %}
    """
    picture = draw_icon(icon) if icon else ""
    return format_html(
        '<a class="btn btn-{}" href="{}">{}<span>{}</span></a>', checked(tone, BUTTON_TONES), url, picture, label
    )


@register.inclusion_tag("web/components/progress.html")
def progress(done: int, total: int, label: Text) -> dict[str, Any]:
    """How far something is, as a bar and in figures.

    {% progress job.done job.total _("Papers printed") %}
    """
    return {"done": done, "total": total, "label": label, "is_complete": 0 < total <= done}


@register.simple_tag
def confirm_link(label: Text, url: str, icon: str = "trash", tone: str = "danger") -> SafeString:
    """A link to a page that asks before it does (`web/confirm_page.html`); with script it asks in a dialog here.

    {% url "partners:remove" partner.pk as remove %}{% confirm_link _("Remove the partner") remove %}
    """
    picture = draw_icon(icon) if icon else ""
    return format_html(
        '<a class="btn btn-{}" href="{}" data-confirm>{}<span>{}</span></a>',
        checked(tone, BUTTON_TONES),
        url,
        picture,
        label,
    )
