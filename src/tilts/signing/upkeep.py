"""What happens by itself: completing what was stopped, reminders, the end of the time to sign, forgetting."""

from datetime import datetime, timedelta

from django.utils import timezone

from tilts.signing import asking
from tilts.signing.actions import expire_envelope
from tilts.signing.completing import complete_if_ready
from tilts.signing.events import note
from tilts.signing.models import Envelope, EnvelopeNote, SignatureTrace, Signer, SignerCode
from tilts.signing.recording import TRACES_KEPT
from tilts.signing.rules import due_reminder


def look_after(now: datetime | None = None) -> None:
    """All of it, for the current school. Again and again does no harm."""
    now = now or timezone.now()
    for envelope in Envelope.objects.filter(state=Envelope.State.OPEN):
        if complete_if_ready(envelope) or expire_envelope(envelope):
            continue
        _remind(envelope, now)
    SignatureTrace.objects.filter(at__lt=now - TRACES_KEPT).delete()
    SignerCode.objects.filter(first_sent_at__lt=now - timedelta(days=1)).delete()


def _remind(envelope: Envelope, now: datetime) -> None:
    asked = Signer.objects.filter(
        counterpart__envelope=envelope, state__in=[Signer.State.ASKED, Signer.State.SEEN]
    ).select_related("user", "counterpart")
    for signer in asked:
        step = due_reminder(signer.asked_at or envelope.created_at, envelope.ends_at, now)
        if step and not asking.was_reminded(envelope, signer, step=step) and asking.remind(envelope, signer, step=step):
            note(envelope, EnvelopeNote.Verb.REMINDED, signer=signer)
