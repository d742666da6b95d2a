"""Whose changes stand in the history of an agreement beside its own: its plan, who signs, the figures."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tilts.agreements.models import Agreement, Conditions, Party, PlannedActivity, Signatory
from tilts.core.history import Part, events_of, register_part


def register() -> None:
    """Called once, when the app is ready."""
    for part in (
        Part(_("Plan of action"), _of(PlannedActivity), lambda event: str(event.text)),
        Part(_("Who signs"), _signatories, lambda event: str(event.office)),  # the history keeps no names
        Part(_("Conditions"), _of(Conditions), lambda _event: ""),
    ):
        register_part(Agreement, part)


def _of(model: type[PlannedActivity | Conditions]) -> Any:
    return lambda agreement: events_of(model).filter(agreement=agreement)


def _signatories(agreement: Agreement) -> QuerySet[Any]:
    """Of every party that it has, or had."""
    return events_of(Signatory).filter(party__in=events_of(Party).filter(agreement=agreement).values("id"))
