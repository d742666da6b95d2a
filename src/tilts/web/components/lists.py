"""What there is to do, to count, to look back at, to choose from."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tilts.web.components.base import TONES, Text, checked

register = template.Library()

#: How a task stands: its word, the tone and the picture.
TASK_STATES = {
    "done": (_("Done"), "good", "check-lg"),
    "todo": (_("To do"), "info", ""),
    "doing": (_("In progress"), "info", "hourglass-split"),
    "mend": (_("To mend"), "bad", "exclamation-triangle"),
    "waiting": (_("Waits for others"), "warn", "clock"),
    "later": (_("Can’t start yet"), "neutral", ""),
    "optional": (_("Optional"), "neutral", ""),
}


@register.simple_block_tag
def task_list(content: SafeString) -> SafeString:
    """What belongs to a piece of work, each with its state: {% task_list %}{% task ... %}{% endtask_list %}."""
    return format_html('<ul class="task-list">{}</ul>', content)


@register.inclusion_tag("web/components/task.html")
def task(
    name: Text, state: str, url: str = "", hint: Text = "", word: Text = "", parts: Iterable[tuple[Text, str]] = ()
) -> dict[str, Any]:
    """One task. state: done, todo, doing, mend, waiting, later or optional; word: said in place of the state's own.

    parts: what is to be mended, each with where; a list below the hint.

    {% task _("Learning agreements") "doing" url=papers hint=_("12 of 18 are signed") %}
    """
    if state not in TASK_STATES:
        raise ValueError(f"unknown state {state!r}, one of {', '.join(TASK_STATES)}")
    own_word, tone, icon = TASK_STATES[state]
    is_quiet = state in {"later", "optional"}
    shown = {"word": word or own_word, "tone": tone, "icon": icon, "is_quiet": is_quiet}
    return {"name": name, "state": state, "url": url if state != "later" else "", "hint": hint, "parts": parts, **shown}


@register.simple_block_tag
def stats(content: SafeString) -> SafeString:
    """A row of figures: {% stats %}{% stat ... %}{% endstats %}."""
    return format_html('<dl class="stats">{}</dl>', content)


@register.inclusion_tag("web/components/stat.html")
def stat(label: Text, value: Any, hint: Text = "", url: str = "", tone: str = "neutral") -> dict[str, Any]:
    """One figure with its unit in words; a link leads to its records. tone: neutral, info, good, warn or bad.

    {% stat _("Participants") 18 hint=_("of 20 seats") url=people %}
    """
    return {"label": label, "value": value, "hint": hint, "url": url, "tone": checked(tone, TONES)}


@register.simple_block_tag
def timeline(content: SafeString) -> SafeString:
    """What happened or will, in order: {% timeline %}{% moment ... %}...{% endmoment %}{% endtimeline %}."""
    return format_html('<ol class="timeline">{}</ol>', content)


@register.simple_block_tag
def moment(content: SafeString, when: Any, title: Text, tone: str = "neutral") -> SafeString:
    """One entry of a timeline. when: as it is to be read; tone: neutral, info, good, warn or bad.

    {% moment step.since|date:"DATE_FORMAT" _("Granted") tone="good" %}<p>...</p>{% endmoment %}
    """
    context = {"when": when, "title": title, "tone": checked(tone, TONES), "content": content}
    return render_to_string("web/components/moment.html", context)


@register.simple_block_tag
def cards(content: SafeString) -> SafeString:
    """Things to choose from, beside each other: {% cards %}{% card ... %}{% endcards %}."""
    return format_html('<ul class="cards">{}</ul>', content)


@register.inclusion_tag("web/components/card.html")
def card(title: Text, url: str, text: Text = "", icon: str = "", more: Text = "") -> dict[str, Any]:
    """One of them, a link as a whole; more: a small line at its foot.

    {% card school.name school_url text=school.town icon="building" %}
    """
    return {"title": title, "url": url, "text": text, "icon": icon, "more": more}


@register.inclusion_tag("web/components/empty_state.html")
def empty_state(title: Text, text: Text, url: str = "", label: Text = "", icon: str = "inbox") -> dict[str, Any]:
    """What a list without rows says: what it is for, and the one next step.

    {% empty_state _("No partners yet") _("Here stand the organisations you work with.") add _("Add a partner") %}
    """
    return {"title": title, "text": text, "url": url, "label": label, "icon": icon}
