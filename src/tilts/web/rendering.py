"""A page, or the part of it that htmx asked for; the page that asks before something is removed."""

from collections.abc import Mapping
from typing import Any, Protocol

from django.contrib.messages import get_messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _


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


class Linked(Protocol):
    """A record with a page of its own."""

    def get_absolute_url(self) -> str: ...


#: Where a page leads back to: an address, or a record with a page of its own.
Way = str | Linked


def ask_to_remove(
    request: HttpRequest, what: object, back: Way, *, text: str = "", form: BaseForm | None = None
) -> HttpResponse:
    """The page that asks before `what` is removed for good, at the address that removes it when it is posted to.

    back: where Cancel leads. text: what goes with it. form: `web.forms.TypedConfirmForm`, where a name is to be typed.
    """
    context = {"title": _("Remove %(name)s?") % {"name": what}, "label": _("Remove for good"), **way_back(back)}
    return render(request, "web/confirm_page.html", {**context, "text": text, "form": form})


def way_back(to: Way, label: object = "") -> dict[str, str]:
    """Where Cancel of `web/form_page.html` leads; a record also stands above the heading and in the page's title.

    label: what stands there in its place, or for an address.
    """
    return {
        "back": to if isinstance(to, str) else to.get_absolute_url(),
        "of": str(label or ("" if isinstance(to, str) else to)),
    }
