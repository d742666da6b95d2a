"""What the exchange between schools adds to the pages of agreements."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from tilts.accounts.models import School
from tilts.accounts.schools import current_school, in_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.models import Version
from tilts.agreements.exchanging.guest import keep_copy, schools_to_keep_it
from tilts.agreements.exchanging.models import ReceivedPaper
from tilts.agreements.exchanging.queries import with_names
from tilts.agreements.exchanging.writing import tell
from tilts.agreements.models import Agreement, Signatory
from tilts.agreements.negotiating import guest
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    guest.register_step("keep-copy", keep_copy)
    # Whatever changes saves the agreement, a version, who signs or the session: one place sees all of it, and tells
    # it once the change is sure.
    post_save.connect(_of_agreement, sender=Agreement, dispatch_uid="agreements.exchanging")
    post_save.connect(_of_version, sender=Version, dispatch_uid="agreements.exchanging.version")
    for signal, when in ((post_save, "saved"), (post_delete, "gone")):
        signal.connect(_of_signatory, sender=Signatory, dispatch_uid=f"agreements.exchanging.signatory.{when}")
        signal.connect(_of_session, sender=SigningSession, dispatch_uid=f"agreements.exchanging.session.{when}")
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
    slots.register(
        "agreements.agreement.panels",
        slots.template_part("agreements/exchanging/papers.html", _papers),
        permission="partners.contacts",  # they name who signed
    )


def _of_agreement(instance: Agreement, **_signal: Any) -> None:
    if not instance.is_copy and instance.thread is not None:
        _tell_once_sure(instance.pk)


def _of_version(instance: Version, **_signal: Any) -> None:
    _tell_once_sure(instance.agreement_id)


def _of_signatory(instance: Signatory, **_signal: Any) -> None:
    _tell_once_sure(instance.party.agreement_id)


def _of_session(instance: SigningSession, **_signal: Any) -> None:
    _tell_once_sure(instance.agreement_id)


def _tell_once_sure(number: int) -> None:
    """Tell of it when the transaction is kept, inside the school it was changed in: by then that may have been left."""
    school = current_school()
    transaction.on_commit(lambda: _tell(school, number))


def _tell(school: School, number: int) -> None:
    with in_school(school):
        agreement = Agreement.objects.filter(pk=number, is_copy=False, thread__isnull=False).first()
        if agreement is not None:
            tell(agreement)


def _panel(_request: Any, agreement: Agreement) -> dict[str, object] | None:
    correspondents = with_names(agreement)
    return {"agreement": agreement, "correspondents": correspondents} if correspondents else None


def _papers(_request: Any, agreement: Agreement) -> dict[str, object] | None:
    """Of a copy: the signed papers that came, and those that were only told of."""
    found = ReceivedPaper.objects.filter(version__agreement=agreement).select_related("file", "version")
    papers = list(found.order_by("-version__position", "position"))
    return {"papers": papers} if papers else None
