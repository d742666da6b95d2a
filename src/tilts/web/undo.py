"""Taking back a small mistake: what was removed is kept for a quarter of an hour and can be put back by one click.

For what is cheap to put back, such as a link or a person taken out of a flow. What can't be put back asks for the name
to be typed instead (`web.forms.TypedConfirmForm`). A subject says once how its rows come back:

    undo.register("projects.link", actions.put_back_link, permission="projects.change")

and beside each removal, before the row goes:

    kept = undo.keep(request, "projects.link", link)
    actions.remove_link(link)
    kept.tell(_("The link is removed."))

The row itself stays in the server's session, until the next removal after its time; what the page holds is a signed
name of it, good for a quarter of an hour, for this session and this school. What bears a person's name is asked about
first instead (`web/confirm_page.html`), so that no name waits in a session.
"""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core import serializers, signing
from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.http import HttpRequest

SECONDS: Final = 15 * 60
#: How many removals of one session can be taken back at a time; an older one falls out.
MOST_KEPT: Final = 20

_SALT: Final = "tilts.web.undo"
_SESSION_KEY: Final = "undo"
_TAG: Final = "undo:"

PutBack = Callable[[Model], object]


class CannotUndo(Exception):
    """It is too late, was done already, or what it belonged to is gone."""


@dataclass(frozen=True)
class _Kind:
    put_back: PutBack
    permission: str


_kinds: dict[str, _Kind] = {}


def register(kind: str, put_back: PutBack, *, permission: str) -> None:
    """Say how a removed row of this kind comes back, and who may do so."""
    _kinds[kind] = _Kind(put_back, permission)


@dataclass(frozen=True)
class Kept:
    """A row that is about to go."""

    request: HttpRequest
    token: str

    def tell(self, text: str) -> None:
        """Say on the next page that it is gone, with the button that takes it back."""
        messages.success(self.request, text, extra_tags=_TAG + self.token)


def keep(request: HttpRequest, kind: str, row: Model, also: Iterable[Model] = ()) -> Kept:
    """Remember a row before it is removed, and rows that go with it. Raises KeyError for a kind nobody registered."""
    if kind not in _kinds:
        raise KeyError(kind)
    number = secrets.token_urlsafe(9)
    now = int(time.time())
    fresh = [pair for pair in request.session.get(_SESSION_KEY, {}).items() if pair[1]["at"] > now - SECONDS]
    kept = dict(fresh[1 - MOST_KEPT :])
    school = getattr(request, "school", None)
    row_of = {
        "kind": kind,
        "at": now,
        "school": school.pk if school else None,
        "row": serializers.serialize("json", [row]),
        "also": serializers.serialize("json", also),
    }
    request.session[_SESSION_KEY] = {**kept, number: row_of}
    return Kept(request, signing.dumps(number, salt=_SALT))


def take_back(request: HttpRequest, token: str) -> Model:
    """Put the row back, once. Raises CannotUndo; PermissionError for who may not."""
    try:
        number = signing.loads(token, salt=_SALT, max_age=SECONDS)
    except signing.BadSignature as error:
        raise CannotUndo from error
    kept: dict[str, Any] = request.session.get(_SESSION_KEY, {})
    school = getattr(request, "school", None)
    if number not in kept or school is None or kept[number]["school"] != school.pk:
        raise CannotUndo
    kind = _kinds[kept[number]["kind"]]
    if not request.may(kind.permission):  # type: ignore[attr-defined]
        raise PermissionError
    try:
        with transaction.atomic():
            (found,) = serializers.deserialize("json", kept[number]["row"])
            kind.put_back(found.object)
            for each in serializers.deserialize("json", kept[number].get("also", "[]")):
                each.object.save(force_insert=True)
    except (DatabaseError, DeserializationError, ObjectDoesNotExist) as error:
        raise CannotUndo from error
    request.session[_SESSION_KEY] = {key: each for key, each in kept.items() if key != number}
    row: Model = found.object
    return row


def token_in(tags: str) -> str:
    """The token among a message's tags, or nothing."""
    return next((tag.removeprefix(_TAG) for tag in tags.split() if tag.startswith(_TAG)), "")
