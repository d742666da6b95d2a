"""What happens by itself: completing what was stopped, reminders, the end of the time to sign, forgetting."""

import logging
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from tilts.signing import asking
from tilts.signing.actions import expire_envelope
from tilts.signing.completing import complete_if_ready
from tilts.signing.events import note
from tilts.signing.models import Envelope, EnvelopeNote, SignatureTrace, SignedPack, Signer, SignerCode
from tilts.signing.packs import make_pack_if_ready
from tilts.signing.rules import TRACES_KEPT, due_reminder

logger = logging.getLogger(__name__)


def look_after(now: datetime | None = None) -> None:
    """All of it, for the current school; one envelope's trouble keeps no other back. Again and again does no harm."""
    now = now or timezone.now()
    SignatureTrace.objects.filter(at__lt=now - TRACES_KEPT).delete()
    SignerCode.objects.filter(first_sent_at__lt=now - timedelta(days=1)).delete()
    for envelope in Envelope.objects.filter(state=Envelope.State.OPEN):
        try:
            if not complete_if_ready(envelope) and not expire_envelope(envelope):
                _remind(envelope, now)
        except (OperationalError, InterfaceError):
            raise  # the database is away: all of it is tried again
        except Exception:
            logger.exception("envelope %s of school %s could not be looked after", envelope.pk, envelope.school_id)
    for pack in SignedPack.objects.filter(file=None):
        make_pack_if_ready(pack)


def _remind(envelope: Envelope, now: datetime) -> None:
    asked = Signer.objects.filter(
        counterpart__envelope=envelope, state__in=[Signer.State.ASKED, Signer.State.SEEN]
    ).select_related("user", "counterpart")
    for signer in asked:
        step = due_reminder(signer.asked_at or envelope.created_at, envelope.ends_at, now)
        if not step or asking.was_reminded(envelope, signer, step=step):
            continue
        if asking.was_reminded_lately(envelope, signer, now):
            continue
        if asking.remind(envelope, signer, step=step):
            note(envelope, EnvelopeNote.Verb.REMINDED, signer=signer)
