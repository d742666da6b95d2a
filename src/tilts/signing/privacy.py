"""Names of who signed: given out, and forgotten once nothing binds any more.

What shows that somebody signed stays, and names them by a number alone. The sealed paper stays as long as what it
belongs to is kept, with the names on it: it would not be that paper without them.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tilts.accounts.links import revoke_links
from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.files.actions import remove_file
from tilts.mail.models import OutgoingMail
from tilts.people.models import Person
from tilts.signing import asking
from tilts.signing.actions import locked, signers_of
from tilts.signing.events import note
from tilts.signing.models import Envelope, EnvelopeNote, SignatureTrace, Signer, SignerCode

_FORGOTTEN = ("name", "authority", "guardian_of", "email", "phone", "signed_as", "reason")
#: Beginnings of the steps at which the sender is told who it is about; see `asking.tell_sender`.
_NAME_A_SIGNER = ("refused", "delegation")


@transaction.atomic
def forget_signers(envelope: Envelope, *, by: User | None) -> None:
    """Erase who signed a closed envelope, and end their links; nothing while it is open. Office and side stay.

    The mails about it go, too, and why it was refused or withdrawn: people write names there.
    """
    envelope = locked(envelope)
    if envelope.is_open:
        return
    _forget(signers_of(envelope))
    _forget_reason(envelope)
    OutgoingMail.objects.filter(intent__startswith=asking.intents(envelope)).delete()
    note(envelope, EnvelopeNote.Verb.FORGOTTEN, by=by)


def export_signatures(person: Person) -> list[dict[str, Any]]:
    """What this person was asked to sign, found by their e-mail address."""
    return [
        {
            "title": signer.counterpart.envelope.title,
            "number": signer.counterpart.envelope.number,
            "name": signer.name,
            "office": signer.office,
            "guardian_of": signer.guardian_of,
            "state": signer.state,
            "signed_as": signer.signed_as,
            "answered_at": signer.closed_at.isoformat() if signer.closed_at else None,
        }
        for signer in _of(person)
    ]


def why_signatures_must_stay(person: Person) -> list[str]:
    """A sentence for each paper that still waits for them."""
    return [
        _("“%(title)s” is being signed. Withdraw it first.") % {"title": signer.counterpart.envelope}
        for signer in _of(person)
        if signer.counterpart.envelope.is_open
    ]


def erase_signatures(person: Person) -> None:
    """Forget them among the signers of what is closed."""
    _forget(signer for signer in _of(person) if not signer.counterpart.envelope.is_open)


def _forget(signers: Iterable[Signer]) -> None:
    for signer in signers:
        revoke_links(asking.PURPOSE, signer.pk)
        name = signer.name
        for field in _FORGOTTEN:
            setattr(signer, field, "")
        envelope = signer.counterpart.envelope
        _forget_as_ward(envelope, name)
        if signer.state == Signer.State.REFUSED:
            _forget_reason(envelope)
        about = [asking.intents(envelope, signer.pk), *(asking.intents(envelope) + step for step in _NAME_A_SIGNER)]
        for beginning in about:
            OutgoingMail.objects.filter(intent__startswith=beginning).delete()
        power, signer.power, signer.user = signer.power, None, None
        signer.worded = {name: texts for name, texts in signer.worded.items() if name not in _FORGOTTEN}
        signer.save(update_fields=[*_FORGOTTEN, "power", "user", "worded"])
        if power:
            remove_file(power)
        SignatureTrace.objects.filter(signer=signer).delete()
        SignerCode.objects.filter(signer=signer).delete()


def _forget_as_ward(envelope: Envelope, name: str) -> None:
    """Who signed as the guardian of a child stays; the child's name goes there, too, and the mails that tell it."""
    for guardian in Signer.objects.filter(counterpart__envelope=envelope).exclude(guardian_of=""):
        if search_key(guardian.guardian_of) == search_key(name):
            Signer.objects.filter(pk=guardian.pk).update(guardian_of="")
            OutgoingMail.objects.filter(intent__startswith=asking.intents(envelope, guardian.pk)).delete()


def _forget_reason(envelope: Envelope) -> None:
    Envelope.objects.filter(pk=envelope.pk).update(reason="")


def _of(person: Person) -> QuerySet[Signer]:
    """Signers with the person's address; who works for the school signs as that, not as a participant."""
    found = Signer.objects.filter(school=current_school(), user=None, email__iexact=person.email)
    return (found if person.email else found.none()).select_related("counterpart__envelope")
