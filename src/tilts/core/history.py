"""Who changed what and when, from the events that the database itself writes (django-pghistory)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, as a person reads them."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One change of a record. `by` is empty where a job or the set-up made it."""

    at: datetime
    by: str
    kind: str  # insert, update or delete
    fields: tuple[FieldChange, ...]
    of: str = ""  # which part of the record, where it is not the record itself


@dataclass(frozen=True)
class Part:
    """Rows that belong to a record and are told in its history, those that are gone, too."""

    name: str | Promise
    events: Callable[[Any], models.QuerySet[Any]]  # all events of the rows that belong, or did, to a record
    label: Callable[[Any], str]  # which of the rows an event is about


_parts: dict[type[models.Model], list[Part]] = {}


def register_part(model: type[models.Model], part: Part) -> None:
    """Tell the changes of such rows in the history of a record; called in `AppConfig.ready()`."""
    _parts.setdefault(model, []).append(part)


def events_of(model: type[models.Model]) -> models.QuerySet[Any]:
    """Every event of the rows of a tracked model, those of rows that are gone, too."""
    found: models.QuerySet[Any] = model._meta.get_field("history").related_model._base_manager.all()  # type: ignore[union-attr]
    return found


def history_of(record: models.Model, limit: int = 20) -> list[Change]:
    """The latest changes of a record and of what belongs to it, the newest first."""
    found = changes_of(record, limit)
    for part in _parts.get(type(record), ()):
        found += _changes_of_part(part, record)
    return sorted(found, key=lambda change: change.at, reverse=True)[:limit]


def _changes_of_part(part: Part, record: models.Model) -> list[Change]:
    events = list(part.events(record).order_by("pgh_id"))
    users, before, found = _users(events), dict[int, Any](), list[Change]()
    for event in events:
        fields = tuple(_differences(before.get(event.pgh_obj_id), event)) if event.pgh_label == "update" else ()
        before[event.pgh_obj_id] = event
        of = ": ".join(filter(None, [str(part.name), part.label(event)]))
        found.append(Change(event.pgh_created_at, users.get(_user_id(event), ""), event.pgh_label, fields, of))
    return found[::-1]


def changes_of(record: models.Model, limit: int = 20) -> list[Change]:
    """The latest changes of a record of a tracked model, the newest first."""
    events = list(record.history.order_by("-pgh_id")[: limit + 1])  # type: ignore[attr-defined]
    users = _users(events)
    return [
        Change(
            event.pgh_created_at, users.get(_user_id(event), ""), event.pgh_label, tuple(_differences(before, event))
        )
        for event, before in zip(events, [*events[1:], None], strict=True)
    ][:limit]


def _differences(before: Any, event: Any) -> Iterator[FieldChange]:
    if before is None:
        return
    for field in event._meta.concrete_fields:
        if field.name.startswith("pgh_"):
            continue
        old, new = getattr(before, field.attname), getattr(event, field.attname)
        if old != new:
            yield FieldChange(str(field.verbose_name), _shown(before, field), _shown(event, field))


def _shown(event: Any, field: Any) -> str:
    value = getattr(event, field.attname)
    if value is None:
        return ""
    if field.is_relation:
        # The event outlives the record it names.
        return str(field.related_model._base_manager.filter(pk=value).first() or _("no longer there"))
    if field.choices:
        return str(getattr(event, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        words = dict(getattr(field.base_field, "choices", None) or ())
        return ", ".join(str(words.get(each, each)) for each in value)
    if isinstance(value, datetime) and is_aware(value):
        value = localtime(value)
    return str(localize(value))


def _users(events: list[Any]) -> dict[int, str]:
    numbers = {number for event in events if (number := _user_id(event))}
    return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=numbers)}


def _user_id(event: Any) -> int:
    return int((event.pgh_context or {}).get("user") or 0)
