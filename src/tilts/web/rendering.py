"""A page, or the part of it that htmx asked for."""

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers


def render_part(
    request: HttpRequest, template: str, part: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """The `{% partialdef part %}` of the template for htmx, the whole template for everyone else.

    A link that htmx boosted and a page it restores from history are whole pages. Messages travel with the part and
    are put into the page's list of messages.
    """
    htmx = getattr(request, "htmx", None)
    if htmx and not htmx.boosted and not htmx.history_restore_request:
        html = render_to_string(f"{template}#{part}", context, request=request)
        if messages := list(get_messages(request)):
            html += render_to_string("web/messages.html", {"messages": messages, "is_part": True}, request=request)
    else:
        html = render_to_string(template, context, request=request)
    response = HttpResponse(html, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
