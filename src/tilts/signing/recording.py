"""What signers do: see, sign, refuse, pass on. Each is one transaction that holds the envelope's row."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.accounts.links import revoke_links
from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.files.actions import remove_file, store_file
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.files.scans import Scan
from tilts.signing import asking, rules
from tilts.signing.actions import close, locked, signers_of, signs_here
from tilts.signing.checking import Signature
from tilts.signing.completing import complete_if_ready
from tilts.signing.events import note
from tilts.signing.kinds import Kind, kind_of
from tilts.signing.models import (
    Counterpart,
    Envelope,
    EnvelopeNote,
    SignatureRecord,
    SignatureTrace,
    Signer,
    SignerCode,
    Way,
)


class CannotSign(Exception):
    """Nothing was signed, refused or passed on; the message tells a person why, in their language."""


def mark_seen(signer: Signer) -> None:
    """They have opened the paper."""
    with transaction.atomic():
        envelope = locked(signer.counterpart.envelope)
        if Signer.objects.filter(pk=signer.pk, state=Signer.State.ASKED).update(
            state=Signer.State.SEEN, seen_at=timezone.now()
        ):
            note(envelope, EnvelopeNote.Verb.SEEN, signer=signer)


def sign_by_click(
    signer: Signer,
    *,
    shown: str,
    signed_as: str,
    identified: SignatureRecord.Identified,
    address: str = "",
    browser: str = "",
) -> None:
    """Sign what was shown; the last one completes the envelope.

    shown: the SHA-256 of the bytes that the signer saw. Raises CannotSign where it is not their turn, or where the
    bytes are not those of the envelope.
    """
    with transaction.atomic():
        signer, envelope = turn_of(signer)
        counterpart = signer.counterpart
        if counterpart.way != Way.CLICK:
            raise CannotSign(_("This paper is signed in another way."))
        check_bytes(counterpart, shown)
        SignatureTrace.objects.create(signer=signer, address=address[:45], browser=browser[:300])
        keep_signature(envelope, signer, identified=identified, signed_as=signed_as)
        go_on(envelope)
    complete_if_ready(envelope)


def turn_of(signer: Signer) -> tuple[Signer, Envelope]:
    """The signer and the envelope as they are now, the envelope held. Raises CannotSign where it is not their turn."""
    envelope = locked(signer.counterpart.envelope)
    signer = Signer.objects.select_related("counterpart__current").get(pk=signer.pk)
    if not envelope.is_open:
        raise CannotSign(_("This can’t be signed any more: %(state)s.") % {"state": envelope.get_state_display()})
    if envelope.ends_at <= timezone.now():
        raise CannotSign(_("The time to sign is over."))
    if signer.state == Signer.State.SIGNED:
        raise CannotSign(_("You have already signed."))
    if not signer.may_answer:
        raise CannotSign(_("It is not your turn to sign."))
    if signer.authority_until and signer.authority_until < timezone.localdate():
        raise CannotSign(
            _("The power of attorney is no longer valid, so nobody can sign by it. Please tell the school.")
        )
    return signer, envelope


def check_bytes(counterpart: Counterpart, shown: str) -> bytes:
    """The bytes to be signed. Raises CannotSign unless they are those that were shown and those that are kept."""
    try:
        content = content_of(counterpart.current)
    except FileNotFoundError as error:
        raise CannotSign(_("The file of this paper is lost. Please tell the school; nothing was signed.")) from error
    if hashlib.sha256(content).hexdigest() != counterpart.sha256:
        raise CannotSign(_("The file of this paper was changed, so it can’t be signed. Please tell the school."))
    if shown != counterpart.sha256:
        raise CannotSign(_("The paper has changed since you opened it. Please read it again."))
    return content


def keep_signature(
    envelope: Envelope,
    signer: Signer,
    *,
    identified: SignatureRecord.Identified,
    signed_as: str,
    result_sha256: str = "",
    own: Signature | None = None,
    signed_on: date | None = None,
    by: User | None = None,
) -> None:
    """Keep that somebody has signed. Inside the transaction of `turn_of`, and before `go_on`.

    own: the signature of their own, as it was found in the file that came back. signed_on: the day that the paper or
    the signature itself tells; one before it was sent or to come is not believed.
    """
    is_told = signed_on is not None and timezone.localdate(envelope.created_at) <= signed_on <= timezone.localdate()
    SignatureRecord.objects.create(
        signer=signer,
        counterpart=signer.counterpart,
        way=signer.counterpart.way,
        sha256=signer.counterpart.sha256,
        result_sha256=result_sha256,
        identified=identified,
        checked=own.outcome if own else "",
        issuer=own.signer.issuer[:200] if own else "",
        quality=own.signer.quality if own else "",
        time_stamped_at=own.time_stamped_at if own else None,
        time_stamped_by=own.time_stamped_by[:200] if own else "",
        sent_to=_sent_to(signer, identified),
        signed_on=signed_on if is_told else None,
    )
    _take_proposal_back(signer)
    signer.state, signer.closed_at, signer.signed_as = Signer.State.SIGNED, timezone.now(), signed_as.strip()[:150]
    signer.save(update_fields=["state", "closed_at", "signed_as", "delegated_to"])
    note(envelope, EnvelopeNote.Verb.SIGNED, signer=signer, by=by)


def _sent_to(signer: Signer, identified: SignatureRecord.Identified) -> str:
    """The masked address that link and code went to; empty for who signed in the school or on paper."""
    by_link = signer.user_id is None and identified != SignatureRecord.Identified.ON_PAPER
    return rules.masked_email(signer.email) if by_link else ""


def go_on(envelope: Envelope) -> None:
    """After signatures were kept, in the same transaction: ask the next or, once all have signed, have it completed."""
    asking.ask_next(envelope)
    if rules.all_signed(each.as_rule for each in signers_of(envelope)):
        from tilts.signing.tasks import complete_job

        # Should what follows this transaction be stopped.
        complete_job.defer(school_id=current_school().pk, envelope_id=envelope.pk)


@transaction.atomic
def refuse(signer: Signer, reason: str) -> None:
    """Refuse to sign: the envelope is over. Raises CannotSign where it is not their turn."""
    signer, envelope = turn_of(signer)
    _take_proposal_back(signer)
    signer.state, signer.closed_at, signer.reason = Signer.State.REFUSED, timezone.now(), reason.strip()
    signer.save(update_fields=["state", "closed_at", "reason", "delegated_to"])
    close(envelope, Envelope.State.REFUSED, reason=reason, by=None)
    kind_of(envelope.kind).refused(envelope)
    asking.tell_sender(
        envelope,
        lambda: _("%(name)s has refused to sign: %(reason)s") % {"name": signer, "reason": signer.reason},
        step="refused",
    )


@transaction.atomic
def change_address(signer: Signer, email: str, *, by: User) -> None:
    """A guest's mail went to a wrong address: links and code that went there end, and they are asked anew.

    Raises CannotSign for who has answered, or signs signed in.
    """
    envelope = locked(signer.counterpart.envelope)
    signer = Signer.objects.get(pk=signer.pk)
    if not envelope.is_open or signer.user_id or signer.state not in rules.TO_ANSWER:
        raise CannotSign(_("The address of %(name)s can’t be changed any more.") % {"name": signer})
    revoke_links(asking.PURPOSE, signer.pk)
    SignerCode.objects.filter(signer=signer).delete()
    change = f"{rules.masked_email(signer.email) or '–'} → {rules.masked_email(email)}"
    signer.email = email
    if signer.may_answer:
        signer.state, signer.seen_at = Signer.State.WAITING, None
    signer.save(update_fields=["email", "state", "seen_at"])
    note(envelope, EnvelopeNote.Verb.ADDRESS, signer=signer, by=by, detail=change)
    asking.ask_next(envelope)


# Passing on


@dataclass(frozen=True)
class Proposed:
    """Who is to sign in somebody's place, and by what authority."""

    name: str
    office: str
    email: str
    authority: str = ""
    authority_until: date | None = None
    power: Scan | None = None  # the power of attorney itself


@transaction.atomic
def propose(signer: Signer, proposed: Proposed, *, reason: str) -> Signer:
    """Wish that somebody else signs in one's place: the office decides. Raises CannotSign.

    A guardian signs for the child and can pass that on to nobody. Some kinds of paper need an authority.
    """
    signer, envelope = turn_of(signer)
    kind = kind_of(envelope.kind)
    if signer.guardian_of:
        raise CannotSign(_("Who signs as a guardian can’t pass it on."))
    if kind.needs_authority and not proposed.authority:
        raise CannotSign(_("Say by what authority %(name)s signs.") % {"name": proposed.name})
    _take_proposal_back(signer)
    other = Signer.objects.create(
        counterpart=signer.counterpart,
        position=signer.position,
        side=signer.side,
        worded={"side": signer.worded.get("side", {})},
        state=Signer.State.PROPOSED,
        name=proposed.name[:150],
        office=proposed.office[:200],
        authority=proposed.authority[:300],
        authority_until=proposed.authority_until,
        power=_keep_power(proposed, kind),
        email=proposed.email,
        language=signer.language,
    )
    signer.delegated_to, signer.reason = other, reason.strip()
    signer.save(update_fields=["delegated_to", "reason"])
    note(envelope, EnvelopeNote.Verb.DELEGATED, signer=signer)
    asking.tell_sender(
        envelope,
        lambda: (
            _("%(name)s wishes that %(other)s signs instead. Please agree or refuse.")
            % {"name": signer, "other": other}
        ),
        step=f"delegation:{other.pk}",
    )
    return other


def _keep_power(proposed: Proposed, kind: Kind) -> StoredFile | None:
    """The power of attorney, for who may decide."""
    if proposed.power is None:
        return None
    return store_file(
        proposed.power.content,
        name=f"{proposed.name}{proposed.power.suffix}",
        content_type=proposed.power.content_type,
        permission=kind.send,
        by=None,
    )


@transaction.atomic
def decide_proposal(signer: Signer, *, is_agreed: bool, by: User) -> None:
    """The office agrees that somebody else signs, or does not; nothing where nobody is proposed any more."""
    envelope = locked(signer.counterpart.envelope)
    signer = Signer.objects.select_related("delegated_to").get(pk=signer.pk)
    other = signer.delegated_to
    if other is None or other.state != Signer.State.PROPOSED or not envelope.is_open:
        return
    if not is_agreed:
        _take_proposal_back(signer)
        signer.save(update_fields=["delegated_to"])
        note(envelope, EnvelopeNote.Verb.DELEGATION_DENIED, signer=signer, by=by)
        return
    signer.state, signer.closed_at = Signer.State.DELEGATED, timezone.now()
    signer.save(update_fields=["state", "closed_at"])
    other.state, other.user = Signer.State.WAITING, _user_of(other.email)
    other.save(update_fields=["state", "user"])
    note(envelope, EnvelopeNote.Verb.DELEGATION_AGREED, signer=signer, by=by)
    asking.ask_next(envelope)


def _user_of(email: str) -> User | None:
    """Who works for the school at this address and may sign: they do so signed in."""
    found = User.objects.filter(email__iexact=email, is_active=True)
    return next((user for user in found if signs_here(user)), None)


def _take_proposal_back(signer: Signer) -> None:
    other, signer.delegated_to = signer.delegated_to, None
    if other is not None and other.state == Signer.State.PROPOSED:
        Signer.objects.filter(pk=signer.pk).update(delegated_to=None)
        power = other.power
        other.delete()
        if power:
            remove_file(power)
