"""When all have signed: pages of evidence, the seal of the school, and all that follows, in one transaction.

The sealed bytes are made before and stored inside the transaction, ahead of the rows that call them sealed. A kill at
any moment leaves an envelope that is not complete; the next attempt, a job's at the latest, completes it. Bytes that
were stored without a row are swept by the files room.
"""

import hashlib
import logging
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from tilts.accounts.schools import current_school
from tilts.files.actions import store_file
from tilts.files.queries import content_of
from tilts.signing import asking, rules
from tilts.signing.actions import PDF, close, locked, signers_of
from tilts.signing.evidence import evidence_pages
from tilts.signing.kinds import kind_of
from tilts.signing.models import Counterpart, Envelope, Way
from tilts.signing.seals import append_pages, seal_of, seal_pdf

logger = logging.getLogger(__name__)

#: What holds its own signatures may not be added to: its evidence is a file of its own beside it.
_EVIDENCE_APART = {Way.OWN, Way.CONTAINER}


class BytesChanged(Exception):
    """The storage holds other bytes than those that were signed; nothing is sealed."""


@dataclass(frozen=True)
class _Sealed:
    """What a counterpart becomes."""

    counterpart: Counterpart
    content: bytes
    evidence: bytes | None  # where it stands apart


def complete_if_ready(envelope: Envelope) -> bool:
    """Complete the envelope where all have signed. What fails here is logged and tried again by a job."""
    try:
        return complete(envelope)
    except BytesChanged:
        logger.exception("envelope %s of school %s holds other bytes now", envelope.pk, envelope.school_id)
        asking.tell_sender(
            envelope,
            lambda: _("All have signed, but a file was changed since. Nothing is sealed; please ask who runs Tilts."),
            step="changed",
        )
        return False
    except Exception:
        logger.exception("envelope %s of school %s could not be completed yet", envelope.pk, envelope.school_id)
        return False


def complete(envelope: Envelope) -> bool:
    """Seal and close an envelope that all have signed; False where they have not, or it is closed.

    Of two who do this at once the second finds it closed. Raises BytesChanged, and what sealing raises.
    """
    envelope = Envelope.objects.get(pk=envelope.pk)
    if not is_ready(envelope):
        return False
    sealed = [_seal(envelope, each) for each in _counterparts(envelope)]
    with transaction.atomic():
        envelope = locked(envelope)
        if not is_ready(envelope):
            return False
        for each in sealed:
            _keep(envelope, each)
        close(envelope, Envelope.State.COMPLETE, reason="", by=None)
        kind_of(envelope.kind).completed(envelope)
    return True


def is_ready(envelope: Envelope) -> bool:
    """Have all signed, and it only waits for its seal?"""
    return envelope.is_open and rules.all_signed(signer.as_rule for signer in signers_of(envelope))


def _counterparts(envelope: Envelope) -> list[Counterpart]:
    return list(Counterpart.objects.filter(envelope=envelope).select_related("current", "envelope", "scan"))


def _seal(envelope: Envelope, counterpart: Counterpart) -> _Sealed:
    """The sealed bytes of a counterpart. The same state gives the same pages; only the seal's moment differs."""
    content = _signed_bytes(envelope, counterpart)
    pages = evidence_pages(envelope, counterpart, current_school())
    seal = seal_of(current_school())
    if counterpart.way not in _EVIDENCE_APART:
        return _Sealed(counterpart, seal_pdf(append_pages(content, pages), seal=seal, reason=envelope.number), None)
    evidence = seal_pdf(pages, seal=seal, reason=envelope.number)
    if counterpart.way == Way.OWN:
        content = seal_pdf(content, seal=seal, reason=envelope.number)
    return _Sealed(counterpart, content, evidence)


def _signed_bytes(envelope: Envelope, counterpart: Counterpart) -> bytes:
    """What was signed; for a counterpart signed by hand the paper as it came, without the codes of the print."""
    file = counterpart.current
    expected = counterpart.sha256
    if counterpart.way == Way.HAND:
        file = envelope.papers.select_related("file").get(position=1).file
        expected = file.sha256
    content = content_of(file)
    if hashlib.sha256(content).hexdigest() != expected:
        raise BytesChanged(f"counterpart {counterpart.pk} of envelope {envelope.pk}")
    return content


def _keep(envelope: Envelope, sealed: _Sealed) -> None:
    """Store the bytes, then the rows that call them sealed."""
    counterpart, view = sealed.counterpart, kind_of(envelope.kind).view
    is_container = counterpart.way == Way.CONTAINER
    counterpart.sealed = (
        counterpart.current
        if is_container
        else store_file(sealed.content, name=_name(counterpart), content_type=PDF, permission=view, by=None)
    )
    if sealed.evidence is not None:
        counterpart.evidence = store_file(
            sealed.evidence, name=_name(counterpart, "evidence"), content_type=PDF, permission=view, by=None
        )
    counterpart.save(update_fields=["sealed", "evidence"])


def _name(counterpart: Counterpart, what: str = "signed") -> str:
    envelope = counterpart.envelope
    number = f"{envelope.number}-{counterpart.position}" if counterpart.position > 1 else envelope.number
    return f"{envelope.title[:120]} {number} {what}.pdf"
