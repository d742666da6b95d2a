"""What the house holds of a person: given out whole, and erased.

People know nothing of the subjects below them, so those register in `AppConfig.ready()` what they hold:

    privacy.register_exporter("stays", export_stays)
    privacy.register_eraser("stays", erase_stays, must_stay=why_stays_must_stay)
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from tilts.accounts.owned import SchoolOwned
from tilts.accounts.schools import current_school
from tilts.people.models import Person

#: What a subject holds of a person, made of what JSON knows: mappings, lists, texts, numbers, yes and no, None.
Exporter = Callable[[Person], Any]

#: Takes away what a subject holds of a person; runs in a transaction that may still be rolled back.
Eraser = Callable[[Person], None]

#: Sentences that say why a subject can't let go of a person yet; none: it can.
MustStay = Callable[[Person], Sequence[str]]

logger = logging.getLogger(__name__)


class ErasureRefused(Exception):
    """Something binding still needs the person; `reasons` are sentences."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(f"{len(reasons)} reasons")
        self.reasons = tuple(reasons)


@dataclass(frozen=True)
class _Registered:
    erase: Eraser
    must_stay: MustStay | None


_exporters: dict[str, Exporter] = {}
_erasers: dict[str, _Registered] = {}


def register_exporter(name: str, exporter: Exporter) -> None:
    """What `exporter` gives stands in a person's export as `name`."""
    _exporters[name] = exporter


def register_eraser(name: str, eraser: Eraser, *, must_stay: MustStay | None = None) -> None:
    """`eraser` is called before a person goes, unless somebody's `must_stay` has a reason against it."""
    _erasers[name] = _Registered(eraser, must_stay)


def export_person(person: Person) -> dict[str, Any]:
    """Everything the house holds of the person, sensitive data included, ready for JSON."""
    own = {
        "person": as_plain(person, leave_out=("sort_key", "search_key", "given_key")),
        "guardians": _rows(person.guardians.all()),
        "bank_account": _rows(person.bank_accounts.all()),
        "travel_document": _rows(person.travel_documents.all()),
        "emergency_contact": _rows(person.emergency_contacts.all()),
        "consents": _rows(person.consents.all()),
        "needs": _rows(person.needs.all()),
    }
    return own | {name: exporter(person) for name, exporter in _exporters.items()}


def as_plain(row: SchoolOwned, leave_out: Sequence[str] = ()) -> dict[str, Any]:
    """The fields of a row for an export: days and moments as ISO 8601, without its keys."""
    kept = (
        field
        for field in row._meta.concrete_fields
        if not (field.primary_key or field.is_relation or field.name in leave_out)
    )
    return {field.name: _plain(getattr(row, field.attname)) for field in kept}


def reasons_to_stay(person: Person) -> list[str]:
    """Why the person can't be erased yet, in sentences."""
    return [
        str(reason)
        for registered in _erasers.values()
        if registered.must_stay
        for reason in registered.must_stay(person)
    ]


@transaction.atomic
def erase_person(person: Person) -> None:
    """Take away everything the house holds of the person, for good; raises ErasureRefused and then changes nothing."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if reasons := reasons_to_stay(person):
        raise ErasureRefused(reasons)
    number = person.pk
    for registered in _erasers.values():
        registered.erase(person)
    try:
        with transaction.atomic():
            person.delete()
    except ProtectedError as error:
        raise ErasureRefused([_("There are still records that need this person, such as stays.")]) from error
    logger.info("person %s of school %s is erased", number, current_school().pk)


def _rows(rows: "models.QuerySet[Any]") -> list[Mapping[str, Any]]:
    return [as_plain(row) for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
