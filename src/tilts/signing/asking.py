"""Mails to who signs: asked by a personal link, reminded, told how it ended. All go through the outbox.

The code of six digits does not: who reads the outbox of the school could sign in a guest's place. See `identity`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from tilts.accounts.links import make_link, revoke_links
from tilts.accounts.schools import current_school
from tilts.mail.actions import write_mail
from tilts.mail.models import OutgoingMail
from tilts.signing import rules
from tilts.signing.events import note
from tilts.signing.models import Envelope, EnvelopeNote, Signer

PURPOSE = "signing.signer"
#: So long after the last day of signing a personal link still shows how it ended.
SHOWS_RESULT = timedelta(days=60)


def ask_next(envelope: Envelope) -> list[Signer]:
    """Ask those whose turn it is now; who they are. Inside the transaction that made it their turn."""
    signers = list(Signer.objects.filter(counterpart__envelope=envelope).select_related("user"))
    asked = [signer for signer in signers if signer.pk in set(rules.to_ask(each.as_rule for each in signers))]
    for signer in asked:
        signer.state, signer.asked_at = Signer.State.ASKED, timezone.now()
        signer.save(update_fields=["state", "asked_at"])
        note(envelope, EnvelopeNote.Verb.ASKED, signer=signer)
        _write_asked(envelope, signer)
    return asked


@transaction.atomic
def remind_by_hand(envelope: Envelope, signer: Signer) -> bool:
    """Ask again because somebody of the office wants it; once a day, also for two clicks. False: nothing is written."""
    Envelope.objects.select_for_update().get(pk=envelope.pk)
    now = timezone.now()
    if was_reminded_lately(envelope, signer, now):
        return False
    return remind(envelope, signer, step=f"by-hand:{now:%Y%m%d%H%M%S}")


def was_reminded(envelope: Envelope, signer: Signer, *, step: str) -> bool:
    """Is this step's reminder written already?"""
    return OutgoingMail.objects.filter(intent=_intent(envelope, signer, f"remind:{step}:{_asking(signer)}")).exists()


def was_reminded_lately(envelope: Envelope, signer: Signer, now: datetime) -> bool:
    """Was a reminder written within a day, by whomever? The same mail twice helps nobody."""
    lately = OutgoingMail.objects.filter(created_at__gt=now - timedelta(days=1), created_at__lte=now)
    of_this_asking = {"intent__startswith": _intent(envelope, signer, "remind:"), "intent__endswith": _asking(signer)}
    return lately.filter(**of_this_asking).exists()


def remind(envelope: Envelope, signer: Signer, *, step: str) -> bool:
    """Ask again, once for each step ("after-3"); False where nobody can be written to."""
    if not _address(signer):
        return False
    with override(signer.language):
        _write(
            envelope,
            signer,
            step=f"remind:{step}:{_asking(signer)}",
            subject=_("Still to be signed: %(title)s") % {"title": envelope},
            body=f"{_who(signer)}\n\n"
            + _(
                "“%(title)s” still waits for your signature. %(school)s sent it to you on %(asked)s.\n\n%(link)s\n\n"
                "You can sign, refuse or pass it on until %(until)s."
            )
            % {**_words(envelope), "link": _new_address(envelope, signer), "asked": _day(signer.asked_at)},
        )
    return True


def tell_closed(envelope: Envelope, signers: Iterable[Signer]) -> None:
    """Tell everybody who was asked how it ended; who signs the same paper twice, for two or in two offices, once."""
    told = set()
    for signer in signers:
        whom = (signer.counterpart_id, _address(signer).lower())
        if signer.asked_at is None or not _address(signer) or whom in told:
            continue
        told.add(whom)
        with override(signer.language):
            sentence = _CLOSED[Envelope.State(envelope.state)]() % _words(envelope)
            _write(
                envelope,
                signer,
                step=envelope.state,
                subject=f"{envelope.get_state_display()}: {envelope}",
                body=f"{sentence}\n\n{address_for(envelope, signer)}",
            )


def tell_sender(envelope: Envelope, sentence: Callable[[], str], *, step: str) -> None:
    """Tell who sent it to sign what has happened, in their language; nobody where the account is gone."""
    sender = envelope.created_by
    if sender is None or not sender.email:
        return
    with override(sender.language or current_school().language):
        write_mail(
            intent=f"{intents(envelope)}{step}",
            to=sender.email,
            subject=str(envelope),
            body=f"{sentence()}\n\n{_page(reverse('signing:envelope', args=[envelope.pk]))}",
        )


def address_for(envelope: Envelope, signer: Signer) -> str:
    """Where this person signs, or sees how it ended: a page of the school, or a new personal link."""
    if signer.user_id:
        return _page(reverse("signing:sign", args=[envelope.pk, signer.pk]))
    return make_link(PURPOSE, subject_id=signer.pk, expires_at=envelope.ends_at + SHOWS_RESULT)


def _new_address(envelope: Envelope, signer: Signer) -> str:
    """The same, and from now on the only one: every link that they were sent before ends."""
    revoke_links(PURPOSE, signer.pk)
    return address_for(envelope, signer)


def _page(address: str) -> str:
    """An address of the school as a mail writes it, from wherever it is asked for."""
    return f"{settings.TILTS_URL}/{current_school().slug}/{address.removeprefix(get_script_prefix())}"


def _write_asked(envelope: Envelope, signer: Signer) -> None:
    if not _address(signer):
        return
    with override(signer.language):
        _write(
            envelope,
            signer,
            step=f"ask:{_asking(signer)}",
            subject=_("Please sign: %(title)s") % {"title": envelope},
            body=f"{_who(signer)}\n\n"
            + _(
                "%(school)s asks you to sign “%(title)s” for %(side)s.\n\n%(link)s\n\n"
                "Read the paper first; you can sign, refuse or pass it on until %(until)s. "
                "The link is only for you, please do not pass it on."
            )
            % {**_words(envelope), "link": _new_address(envelope, signer), "side": signer.side_here},
        )


def _write(envelope: Envelope, signer: Signer, *, step: str, subject: str, body: str) -> None:
    write_mail(intent=_intent(envelope, signer, step), to=_address(signer), subject=subject, body=body)


def _intent(envelope: Envelope, signer: Signer, step: str) -> str:
    return f"{intents(envelope, signer.pk)}{step}"


def intents(envelope: Envelope, signer_number: int | None = None) -> str:
    """How the intents of all mails about an envelope begin, such as "signing:7:", or of those to one signer of it."""
    return f"signing:{envelope.pk}:" + (f"{signer_number}:" if signer_number else "")


def _asking(signer: Signer) -> str:
    """Which asking it is: who is asked anew is written to anew, at an earlier address too."""
    return signer.asked_at.strftime("%Y%m%d%H%M%S%f") if signer.asked_at else ""


def _address(signer: Signer) -> str:
    return signer.user.email if signer.user else signer.email


def _who(signer: Signer) -> str:
    """Whom a mail is for: several people may read one mailbox, and one person may sign for two."""
    ward = _("Guardian of %(name)s") % {"name": signer.guardian_of} if signer.guardian_of else ""
    return ", ".join(filter(None, [signer.name, ward, signer.office_here]))


def _words(envelope: Envelope) -> dict[str, str]:
    return {
        "school": current_school().text("name", get_language() or ""),
        "title": str(envelope),
        "until": _day(envelope.ends_at),
        "number": envelope.number,
    }


def _day(moment: object) -> str:
    return date_format(timezone.localtime(moment), "DATE_FORMAT") if moment else ""  # type: ignore[arg-type]


#: Asked for at the moment of writing, when the reader's language is set.
_CLOSED = {
    Envelope.State.COMPLETE: lambda: _(
        "All have signed “%(title)s”, and it is sealed. Its number is %(number)s. Here is the signed paper:"
    ),
    Envelope.State.REFUSED: lambda: _("“%(title)s” was refused, so nobody needs to sign it any more."),
    Envelope.State.WITHDRAWN: lambda: _("%(school)s has withdrawn “%(title)s”. Nobody needs to sign it any more."),
    Envelope.State.EXPIRED: lambda: _("The time to sign “%(title)s” is over. %(school)s may send it again."),
}
