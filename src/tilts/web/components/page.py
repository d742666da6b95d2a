"""What a page gets from elsewhere: the parts of other subjects, the menu, ways to take something back."""

from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from tilts.web import slots, undo

register = template.Library()


@register.simple_tag
def undo_of(message: Message) -> str:
    """What the button beside a message sends to take back what it tells of; empty where nothing can be taken back.

    {% undo_of message as token %}
    """
    return undo.token_in(message.extra_tags or "")


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
