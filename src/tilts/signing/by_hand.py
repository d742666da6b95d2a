"""Papers that are signed by hand: the scan comes back, and the office checks it in by the code on its pages."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.files.actions import remove_file, store_file
from tilts.files.scans import Scan
from tilts.signing import asking
from tilts.signing.actions import locked
from tilts.signing.completing import complete_if_ready
from tilts.signing.events import note
from tilts.signing.kinds import kind_of
from tilts.signing.models import Counterpart, Envelope, EnvelopeNote, SignatureRecord, Signer, Way
from tilts.signing.recording import CannotSign, check_bytes, go_on, keep_signature, turn_of
from tilts.signing.rules import ALPHABET, TO_ANSWER


def counterpart_of(code: str) -> Counterpart | None:
    """The counterpart whose pages bear this code, as somebody types it."""
    letters = "".join(sign for sign in code.upper() if sign.isalnum())
    number, position = letters[:10], letters[10:]
    if not position.isdigit() or not set(number) <= set(ALPHABET):
        return None
    return (
        Counterpart.objects.filter(code=f"{number[:5]}-{number[5:]}-{position}")
        .select_related("envelope", "current", "scan")
        .first()
    )


def bring_scan(signer: Signer, scan: Scan) -> None:
    """A signer sends the scan of what they signed; the office still has to check it in. Raises CannotSign."""
    with transaction.atomic():
        signer, envelope = turn_of(signer)
        if signer.counterpart.way != Way.HAND:
            raise CannotSign(_("This paper is signed in another way."))
        _keep_scan(envelope, signer.counterpart, scan, by=None)
        note(envelope, EnvelopeNote.Verb.SCAN_CAME, signer=signer)
        asking.tell_sender(
            envelope,
            lambda: _("The scan of “%(title)s” has come: check it in.") % {"title": envelope},
            step=f"scan:{signer.counterpart.scan_id}",
        )


def check_in(
    counterpart: Counterpart, scan: Scan | None, *, original_at: str, by: User, signed_on: date | None = None
) -> None:
    """The office has looked: all who were to sign these pages have.

    scan: None where it came by a signer's link. original_at: where the signed paper itself is kept. signed_on: the last
    day that stands beside a signature on it; None: today. Raises CannotSign where there is no scan, it is nobody's
    turn, or a power of attorney was over on that day.
    """
    with transaction.atomic():
        envelope = locked(counterpart.envelope)
        counterpart = Counterpart.objects.select_related("current", "scan").get(pk=counterpart.pk)
        if not envelope.is_open:
            raise CannotSign(_("This can’t be signed any more: %(state)s.") % {"state": envelope.get_state_display()})
        signers = list(counterpart.signers.filter(state__in=TO_ANSWER).select_related("counterpart"))
        if not any(signer.may_answer for signer in signers):
            raise CannotSign(_("It is not the turn of this side yet, or it has signed already."))
        _check_authorities(signers, signed_on or timezone.localdate())
        if counterpart.scan:
            _add_wait(envelope, counterpart.scan.created_at)
        if scan:
            _keep_scan(envelope, counterpart, scan, by=by)
        if counterpart.scan is None:
            raise CannotSign(_("The scan is missing."))
        check_bytes(counterpart, counterpart.sha256)
        counterpart.original_at = original_at.strip()[:300]
        counterpart.save(update_fields=["original_at"])
        note(envelope, EnvelopeNote.Verb.CHECKED_IN, by=by)
        for signer in signers:
            keep_signature(
                envelope,
                signer,
                identified=SignatureRecord.Identified.ON_PAPER,
                signed_as="",
                result_sha256=counterpart.scan.sha256,
                signed_on=signed_on,
                by=by,
            )
        go_on(envelope)
    complete_if_ready(envelope)


def _check_authorities(signers: Iterable[Signer], day: date) -> None:
    for signer in signers:
        if signer.authority_until and signer.authority_until < day:
            raise CannotSign(
                _("The power of attorney of %(name)s was over before this day, so nobody could sign by it.")
                % {"name": signer}
            )


def _add_wait(envelope: Envelope, came_at: datetime) -> None:
    """Where its time ended while a scan waited for the office, those who come after get the days of that wait."""
    now = timezone.now()
    if envelope.ends_at <= now:
        envelope.ends_at += now - came_at
        envelope.save(update_fields=["ends_at", "search_key"])


def _keep_scan(envelope: Envelope, counterpart: Counterpart, scan: Scan, *, by: User | None) -> None:
    """Keep the scan in the place of an earlier one."""
    before = counterpart.scan
    counterpart.scan = store_file(
        scan.content,
        name=f"{envelope.title[:120]} {counterpart.code} scan{scan.suffix}",
        content_type=scan.content_type,
        permission=kind_of(envelope.kind).view,
        by=by,
    )
    counterpart.save(update_fields=["scan"])
    if before:
        remove_file(before)
