"""The components: one tag and at most one template each. `tests/web/test_components.py` renders every one."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
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
from django.utils.translation import gettext_lazy as _

from tilts.core.languages import language_name, text_for
from tilts.core.money import format_eur
from tilts.core.partial_dates import PartialDate
from tilts.web import slots, undo

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


@register.simple_tag
def text_of(texts: Mapping[str, str]) -> SafeString | str:
    """What is kept in several languages, in the reader's; in another one it says so: {% text_of programme.titles %}."""
    wanted = get_language() or "en"
    text, language = text_for(texts, wanted)
    if not text or language == wanted:
        return text
    mark = _("not yet translated: %(language)s") % {"language": language_name(language, wanted)}
    return format_html('<span lang="{}">{}</span> <span class="not-translated">({})</span>', language, text, mark)


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
    add_url: str = "",
    add_label: Text = "",
) -> SafeString:
    """A card with a heading; in its head a link where there is more to see, and one to add to what it shows.

    {% panel title=_("Participants") icon="people" link_url=all link_label=_("All participants") %}...{% endpanel %}
    {% panel title=_("Contacts") add_url=add add_label=_("Add a contact") %}...{% endpanel %}
    """
    context = {"title": title, "icon": icon, "level": level, "id": id, "link_url": link_url, "link_label": link_label}
    context |= {"add_url": add_url, "add_label": add_label}
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
def notice(
    content: SafeString, tone: str = "info", title: Text = "", id: str = "", url: str = "", label: Text = ""
) -> SafeString:
    """Something to know before going on, with what to do about it. tone: neutral, info, good, warn or bad.

    {% notice tone="warn" title=_("Example rates") url=rates label=_("Enter your own") %}<p>...</p>{% endnotice %}
    """
    context = {"tone": _checked(tone, TONES), "icon": TONE_ICONS[tone], "title": title, "id": id}
    context |= {"url": url, "label": label}
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


# Ways


@register.inclusion_tag("web/components/breadcrumbs.html")
def breadcrumbs(*steps: Text) -> dict[str, Any]:
    """The way back: pairs of words and address from the outermost inwards, without the page itself.

    {% url "partners:list" as partners %}{% breadcrumbs _("Partners") partners %}
    """
    if len(steps) % 2:
        raise ValueError("breadcrumbs are pairs of words and address")
    return {"steps": list(zip(steps[::2], steps[1::2], strict=True))}


@register.simple_block_tag
def tabs(content: SafeString, label: Text) -> SafeString:
    """Pages beside each other that belong to one thing: {% tabs label=flow.name %}{% tab ... %}{% endtabs %}."""
    return format_html('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>', label, content)


@register.simple_tag
def tab(label: Text, url: str, is_current: bool = False, count: int | None = None) -> SafeString:
    """One of the tabs; count: how many there are behind it.

    {% tab _("People") people is_current=True count=18 %}
    """
    number = "" if count is None else format_html(' <span class="tab-count">{}</span>', count)
    current = mark_safe(' aria-current="page"') if is_current else ""
    return format_html('<li><a href="{}"{}>{}{}</a></li>', url, current, label, number)


@register.inclusion_tag("web/components/steps.html")
def steps(current: int, *labels: Text) -> dict[str, Any]:
    """Where one stands on a way of several pages. current: the number of this step, from 1; past the last all are done.

    {% steps 2 _("Drop the list") _("Check it") _("Take it over") %}
    """
    return {"steps": [(number, label, number < current, number == current) for number, label in enumerate(labels, 1)]}


# What there is to do, to count, to look back at


@register.simple_block_tag
def task_list(content: SafeString) -> SafeString:
    """What belongs to a piece of work, each with its state: {% task_list %}{% task ... %}{% endtask_list %}."""
    return format_html('<ul class="task-list">{}</ul>', content)


@register.inclusion_tag("web/components/task.html")
def task(name: Text, state: str, url: str = "", hint: Text = "", word: Text = "") -> dict[str, Any]:
    """One task. state: done, todo, doing, mend, waiting, later or optional; word: said in place of the state's own.

    {% task _("Learning agreements") "doing" url=papers hint=_("12 of 18 are signed") %}
    """
    if state not in TASK_STATES:
        raise ValueError(f"unknown state {state!r}, one of {', '.join(TASK_STATES)}")
    own_word, tone, icon = TASK_STATES[state]
    is_quiet = state in {"later", "optional"}
    shown = {"word": word or own_word, "tone": tone, "icon": icon, "is_quiet": is_quiet}
    return {"name": name, "state": state, "url": url if state != "later" else "", "hint": hint, **shown}


@register.simple_block_tag
def stats(content: SafeString) -> SafeString:
    """A row of figures: {% stats %}{% stat ... %}{% endstats %}."""
    return format_html('<dl class="stats">{}</dl>', content)


@register.inclusion_tag("web/components/stat.html")
def stat(label: Text, value: Any, hint: Text = "", url: str = "", tone: str = "neutral") -> dict[str, Any]:
    """One figure with its unit in words; a link leads to its records. tone: neutral, info, good, warn or bad.

    {% stat _("Participants") 18 hint=_("of 20 seats") url=people %}
    """
    return {"label": label, "value": value, "hint": hint, "url": url, "tone": _checked(tone, TONES)}


@register.simple_block_tag
def timeline(content: SafeString) -> SafeString:
    """What happened or will, in order: {% timeline %}{% moment ... %}...{% endmoment %}{% endtimeline %}."""
    return format_html('<ol class="timeline">{}</ol>', content)


@register.simple_block_tag
def moment(content: SafeString, when: Any, title: Text, tone: str = "neutral") -> SafeString:
    """One entry of a timeline. when: as it is to be read; tone: neutral, info, good, warn or bad.

    {% moment step.since|date:"DATE_FORMAT" _("Granted") tone="good" %}<p>...</p>{% endmoment %}
    """
    context = {"when": when, "title": title, "tone": _checked(tone, TONES), "content": content}
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


@register.simple_tag
def confirm_link(label: Text, url: str, icon: str = "trash", tone: str = "danger") -> SafeString:
    """A link to a page that asks before it does (`web/confirm_page.html`); with script it asks in a dialog here.

    {% url "partners:remove" partner.pk as remove %}{% confirm_link _("Remove the partner") remove %}
    """
    picture = draw_icon(icon) if icon else ""
    return format_html(
        '<a class="btn btn-{}" href="{}" data-confirm>{}<span>{}</span></a>',
        _checked(tone, BUTTON_TONES),
        url,
        picture,
        label,
    )


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
    items = [{"text": error, "target": ""} for error in form.non_field_errors()]
    items += [
        {"text": error, "target": ""}
        if field.is_hidden
        else {"text": f"{field.label}: {error}", "target": _target(field)}
        for field in form
        for error in field.errors
    ]
    return {"title": _("There is a problem"), "items": items}


@register.inclusion_tag("web/components/error_summary.html")
def mend_summary(title: Text, items: Iterable[Any]) -> dict[str, Any]:
    """The same over several small forms; each item has `text` and `target`, the id of a field.

    {% mend_summary _("To mend") rows %}
    """
    return {"title": title, "items": items}


@register.inclusion_tag("web/components/field_errors.html")
def field_errors(field: BoundField) -> dict[str, Any]:
    """What is wrong with a field that a page draws by itself; the field points to it.

    {% field form.since %}{% field_errors form.since %}
    """
    return {"field": field}


@register.inclusion_tag("web/components/form_fields.html")
def form_fields(form: BaseForm, summary: bool = True) -> dict[str, Any]:
    """The error summary and every field; the form element, token and buttons are the page's.

    <form method="post">{% csrf_token %}{% form_fields form %}<button class="btn btn-primary">...</button></form>

    A long form is cut into parts by an attribute `sections`: triples of title, hint and the names of its fields. Fields
    that no part names come first.
    """
    named = {name for _title, _hint, names in getattr(form, "sections", ()) for name in names}
    parts = [
        (title, hint, [form[name] for name in names if name in form.fields and not form[name].is_hidden])
        for title, hint, names in getattr(form, "sections", ())
    ]
    rest = [field for field in form.visible_fields() if field.name not in named]
    return {"form": form, "summary": summary, "rest": rest, "parts": [part for part in parts if part[2]]}


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


# Messages


@register.simple_tag
def undo_of(message: Message) -> str:
    """What the button beside a message sends to take back what it tells of; empty where nothing can be taken back.

    {% undo_of message as token %}
    """
    return undo.token_in(message.extra_tags or "")


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
