"""Named places in pages that other subjects fill, so that a page never imports what stands below it.

A page says `{% slot "mobilities.flow.panels" flow %}`; whoever has something to show there registers a part in
`AppConfig.ready()`:

    panel = slots.template_part("exchange/roster_panel.html")
    slots.register("mobilities.flow.panels", panel, permission="exchange.import")

Slots that every page has: `web.menu` takes MenuEntry objects, `web.search` takes Finder objects, `home.todo` takes
parts.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


class Part(Protocol):
    """What fills a slot: HTML about the subject, or None when there is nothing to say."""

    def __call__(self, request: HttpRequest, subject: Any) -> SafeString | None: ...


@dataclass(frozen=True)
class MenuEntry:
    """A line of the main navigation; hidden from those who may not `permission`."""

    label: str | Promise
    url_name: str
    icon: str  # a name from web/icons.txt
    permission: str | None = None
    key: str = ""  # the letter that leads there after `g`


@dataclass(frozen=True)
class ShownEntry:
    """A menu entry as one request sees it."""

    label: str | Promise
    url: str
    icon: str
    is_current: bool
    key: str = ""
    group: str | Promise = ""  # the heading above it, the same for all of one group


#: The groups of the menu: each takes the entries whose order is at least its number.
MENU_GROUPS: list[tuple[int, str | Promise]] = [
    (0, ""),
    (100, _("Work")),
    (300, _("Whom we know")),
    (600, _("For everyone")),
    (800, _("Office")),
]


@dataclass(frozen=True)
class Found:
    """One record that a search found."""

    label: str
    url: str
    more: str = ""  # what tells it from others of this name: a town, a year


@dataclass(frozen=True)
class Finder:
    """How one subject is searched from every page; hidden from those who may not `permission`.

    find(text, most): the first `most` records that begin so. As everywhere, only equality and beginnings on normalised
    columns: row security makes anything else slow.
    """

    label: str | Promise
    icon: str
    find: Callable[[str, int], list[Found]]
    permission: str | None = None


@dataclass(frozen=True)
class _Registered:
    order: int
    permission: str | None
    part: "Part | MenuEntry | Finder"


_registered: dict[str, list[_Registered]] = {}


def register(slot: str, part: Part | MenuEntry | Finder, *, order: int = 100, permission: str | None = None) -> None:
    """Put a part into a slot; lower `order` stands first, equal ones stand as they were registered.

    Registering the same part twice does nothing. permission: shown only where `request.may(permission)`.
    """
    entries = _registered.setdefault(slot, [])
    if all(entry.part != part for entry in entries):
        entries.append(_Registered(order, permission or getattr(part, "permission", None), part))
        entries.sort(key=attrgetter("order"))


def parts(slot: str, request: HttpRequest) -> list[Part | MenuEntry | Finder]:
    """What stands in the slot for this request, in order."""
    return [entry.part for entry in _open_to(request, slot)]


def render(slot: str, request: HttpRequest, subject: Any = None) -> list[SafeString]:
    """The HTML of each part that has something to say."""
    shown = (part(request, subject) for part in parts(slot, request) if not isinstance(part, MenuEntry | Finder))
    return [html for html in shown if html]


def template_part(template: str, context: Callable[[HttpRequest, Any], Mapping[str, Any] | None] | None = None) -> Part:
    """A part made from a template.

    The template sees `subject` and what `context(request, subject)` returns; when that is None, the part is left out.
    """

    def part(request: HttpRequest, subject: Any) -> SafeString | None:
        values = context(request, subject) if context else {}
        if values is None:
            return None
        return render_to_string(template, {"subject": subject, **values}, request=request)

    return part


def menu(request: HttpRequest) -> list[ShownEntry]:
    """The main navigation; current is the entry whose address is the longest beginning of this page's.

    The school's first page, with which every address begins, is current on itself only.
    """
    registered = _open_to(request, "web.menu")
    entries = [(each.part, group_of(each.order)) for each in registered if isinstance(each.part, MenuEntry)]
    urls = [reverse(entry.url_name) for entry, _group in entries]
    above = [
        url for url in urls if request.path.startswith(url) and (url != get_script_prefix() or url == request.path)
    ]
    current = max(above, key=len, default=None)
    return [
        ShownEntry(entry.label, url, entry.icon, url == current, entry.key, group)
        for (entry, group), url in zip(entries, urls, strict=True)
    ]


def group_of(order: int) -> str | Promise:
    """The heading of the menu under which an entry of this order stands."""
    return [group for first, group in MENU_GROUPS if first <= order][-1]


def finders(request: HttpRequest) -> list[Finder]:
    """The subjects that this request may search."""
    return [part for part in parts("web.search", request) if isinstance(part, Finder)]


@contextmanager
def only_here() -> Iterator[None]:
    """Inside the block the slots are empty and can be filled at will; for tests."""
    before = dict(_registered)
    _registered.clear()
    try:
        yield
    finally:
        _registered.clear()
        _registered.update(before)


def _open_to(request: HttpRequest, slot: str) -> list[_Registered]:
    return [each for each in _registered.get(slot, []) if each.permission is None or _may(request, each.permission)]


def _may(request: HttpRequest, permission: str) -> bool:
    may: Callable[[str], bool] | None = getattr(request, "may", None)
    return may is not None and may(permission)
