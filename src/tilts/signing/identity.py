"""Who is there: the code of six digits that a guest is sent, and how fresh the sign-in of a school's user is.

The code goes past the school's outbox, as mails of signing in do: who reads the outbox could sign in a guest's place.
What is kept of it is a digest keyed with the installation's secret, so that the million of codes can't be tried on a
copy of the database.
"""

import secrets
import time
from datetime import timedelta
from enum import Enum
from typing import Protocol

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts import second_factor
from tilts.signing.events import note
from tilts.signing.models import EnvelopeNote, SignatureRecord, Signer, SignerCode

CODE_HOLDS = timedelta(minutes=10)
MOST_TRIES = 5
#: One code a minute, and so many an hour.
BETWEEN_CODES, MOST_AN_HOUR = timedelta(minutes=1), 5
#: And so many in all to one address: a million codes, five tries each, are no chance for who guesses.
MOST_IN_ALL = 20
#: After the right code a guest need not type another one for so long, in this browser.
STAYS_KNOWN_SECONDS = 30 * 60


class Sender(Protocol):
    """A way for the code to reach somebody; mail is ours, a text message could be another."""

    def __call__(self, signer: Signer, code: str) -> None:
        """Raises OSError where it can't be sent now."""


def send_by_mail(signer: Signer, code: str) -> None:
    """To the address that the link went to."""
    with override(signer.language):
        text = _(
            "Your code to read and sign “%(title)s” is:\n\n%(code)s\n\n"
            "It holds for 10 minutes. Tell it to nobody. If you did not ask for it, ignore this mail."
        ) % {"title": signer.counterpart.envelope, "code": code}
        subject = _("%(code)s is your code to sign") % {"code": code}
    EmailMessage(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [signer.email]).send()


_sender: Sender = send_by_mail


def use_sender(sender: Sender) -> None:
    """From now on codes go this way."""
    global _sender
    _sender = sender


class Sent(Enum):
    """What came of asking for a code."""

    SENT = "sent"
    TOO_SOON = "too_soon"
    TOO_MANY = "too_many"
    NO_MORE = "no_more"  # to this address; the office may mend it


def send_code(signer: Signer) -> tuple[Sent, str]:
    """Send a new code, which ends the one before, and give it back: only a demo shows it.

    Raises OSError where it can't be sent.
    """
    with transaction.atomic():
        now = timezone.now()
        Signer.objects.select_for_update(no_key=True).get(pk=signer.pk)
        kept = SignerCode.objects.filter(signer=signer).first()
        if kept and kept.sent_at > now - BETWEEN_CODES:
            return Sent.TOO_SOON, ""
        is_same_hour = kept is not None and kept.first_sent_at > now - timedelta(hours=1)
        if kept and is_same_hour and kept.sendings >= MOST_AN_HOUR:
            return Sent.TOO_MANY, ""
        if _codes_so_far(signer) >= MOST_IN_ALL:
            return Sent.NO_MORE, ""
        code = f"{secrets.randbelow(1_000_000):06}"
        SignerCode.objects.update_or_create(
            signer=signer,
            defaults={
                "digest": _digest(signer, code),
                "sent_at": now,
                "expires_at": now + CODE_HOLDS,
                "tries": 0,
                "sendings": kept.sendings + 1 if kept and is_same_hour else 1,
                "first_sent_at": kept.first_sent_at if kept and is_same_hour else now,
            },
        )
        note(signer.counterpart.envelope, EnvelopeNote.Verb.CODE_SENT, signer=signer)
    _sender(signer, code)
    return Sent.SENT, code


def _codes_so_far(signer: Signer) -> int:
    """How many went to the address that the signer has now."""
    notes = EnvelopeNote.objects.filter(signer_number=signer.pk)
    mended = notes.filter(verb=EnvelopeNote.Verb.ADDRESS).order_by("-pk").values_list("pk", flat=True).first()
    return notes.filter(verb=EnvelopeNote.Verb.CODE_SENT, pk__gt=mended or 0).count()


def awaits_code(signer: Signer) -> bool:
    """Was a code sent that still holds?"""
    codes = SignerCode.objects.filter(signer=signer, expires_at__gt=timezone.now(), tries__lt=MOST_TRIES)
    return codes.exists()


class Tried(Enum):
    """What came of typing a code."""

    RIGHT = "right"
    WRONG = "wrong"
    ENDED = "ended"  # its time is over, it was used, or tried too often: a new one is needed


@transaction.atomic
def try_code(signer: Signer, typed: str) -> Tried:
    """Is this the code that was sent last? It holds once; each try counts, whoever else tries at the same time."""
    kept = SignerCode.objects.select_for_update().filter(signer=signer).first()
    if kept is None or kept.expires_at <= timezone.now() or kept.tries >= MOST_TRIES:
        return Tried.ENDED
    kept.tries += 1
    digits = "".join(sign for sign in typed if sign in "0123456789")
    is_right = constant_time_compare(kept.digest, _digest(signer, digits))
    if is_right:
        kept.expires_at = timezone.now()
    kept.save(update_fields=["tries", "expires_at"])
    if is_right:
        return Tried.RIGHT
    return Tried.WRONG if kept.tries < MOST_TRIES else Tried.ENDED


def _digest(signer: Signer, code: str) -> str:
    return salted_hmac("tilts.signing.code", f"{signer.school_id}:{signer.pk}:{code}", algorithm="sha256").hexdigest()


# A guest's browser


def remember(request: HttpRequest, signer: Signer) -> None:
    """The right code was typed in this browser."""
    request.session[_key(signer)] = int(time.time())


def is_known(request: HttpRequest, signer: Signer) -> bool:
    """Was it, not long ago?"""
    typed_at = request.session.get(_key(signer))
    return isinstance(typed_at, int) and time.time() - typed_at < STAYS_KNOWN_SECONDS


def _key(signer: Signer) -> str:
    return f"signing:{signer.school_id}:{signer.pk}"


# A user of the school


def fresh_sign_in(request: HttpRequest) -> SignatureRecord.Identified | None:
    """How this user showed just now who they are; None where that is too long ago, or was not enough.

    Who has a second step must have given it: the password alone does not do.
    """
    needed = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    methods = {each.get("method") for each in records if each.get("at", 0) > needed}
    if "mfa" in methods:
        return SignatureRecord.Identified.SECOND_STEP
    if methods and not second_factor.has_one(request.user) and not second_factor.is_demanded(request.roles):  # type: ignore[attr-defined]
        return SignatureRecord.Identified.PASSWORD
    return None
