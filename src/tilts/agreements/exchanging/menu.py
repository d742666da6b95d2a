"""What the exchange between schools adds to the pages of agreements."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.queries import in_force, latest
from tilts.agreements.exchanging.guest import keep_copy, schools_to_keep_it
from tilts.agreements.exchanging.models import Correspondent
from tilts.agreements.exchanging.writing import tell
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import guest
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    guest.register_step("keep-copy", keep_copy)
    # Whatever changes an agreement saves it: one place sees every change, and tells it once the change is sure.
    post_save.connect(_tell_once_sure, sender=Agreement, dispatch_uid="agreements.exchanging")
    for signal in (post_save, post_delete):
        signal.connect(_tell_of_session, sender=SigningSession, dispatch_uid="agreements.exchanging.session")
    slots.register(
        "agreements.negotiation.guest",
        slots.template_part("agreements/exchanging/keep_copy.html", schools_to_keep_it),
    )
    slots.register(
        "agreements.agreement.first",
        slots.template_part("agreements/exchanging/panel.html", _panel),
        order=10,
        permission="agreements.view",
    )


def _tell_once_sure(instance: Agreement, **_signal: Any) -> None:
    if instance.is_copy or instance.thread is None:
        return
    transaction.on_commit(lambda: _tell(instance.pk))


def _tell_of_session(instance: SigningSession, **_signal: Any) -> None:
    transaction.on_commit(lambda: _tell(instance.agreement_id))


def _tell(number: int) -> None:
    agreement = Agreement.objects.filter(pk=number).first()
    if agreement is not None:
        tell(agreement)


def _panel(_request: Any, agreement: Agreement) -> dict[str, object] | None:
    correspondent = Correspondent.objects.filter(agreement=agreement).first()
    if correspondent is None:
        return None
    return {
        "agreement": agreement,
        "correspondent": correspondent,
        "version": latest(agreement),
        "holds": in_force(agreement),
    }
