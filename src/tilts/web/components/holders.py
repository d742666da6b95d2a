"""Things that hold content."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tilts.web.components.base import TONE_ICONS, TONES, Text, checked

register = template.Library()


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
    context = {"tone": checked(tone, TONES), "icon": TONE_ICONS[tone], "title": title, "id": id}
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
