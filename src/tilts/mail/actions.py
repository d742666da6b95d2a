"""Writes: putting a mail into the outbox, and sending what lies there."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone

from tilts.accounts.schools import current_school, current_school_id
from tilts.files.actions import store_file
from tilts.files.queries import content_of
from tilts.mail.letters import read_letter
from tilts.mail.models import MailAttachment, OutgoingMail


@dataclass(frozen=True)
class Attachment:
    """What goes along with a mail, such as an `invitation` with `calendars.REQUEST` as its kind of content."""

    name: str
    content: bytes
    content_type: str


@transaction.atomic
def write_mail(
    *, intent: str, to: str, subject: str, body: str, attachments: Sequence[Attachment] = ()
) -> OutgoingMail:
    """Put a mail into the outbox, once for each intent and address; it is sent by a job after commit."""
    from tilts.mail.tasks import send_mail_job

    one_line = " ".join(subject.split())[:200]
    mail, is_new = OutgoingMail.objects.get_or_create(
        intent=intent, to=to, defaults={"subject": one_line, "body": body}
    )
    if is_new:
        for each in attachments:
            file = store_file(
                each.content, name=each.name, content_type=each.content_type, permission="mail.view", by=None
            )
            MailAttachment.objects.create(mail=mail, file=file)
        send_mail_job.defer(school_id=current_school().pk, mail_id=mail.pk)
    return mail


def write_letter(
    letter: str, *, language: str, intent: str, to: str, attachments: Sequence[Attachment] = (), **values: object
) -> OutgoingMail:
    """Put a mail into the outbox whose words stand in a file, `<subject>/letters/<name>.<language>.txt`.

    letter: "agreements/signing"; values: what its braces name.
    """
    subject, body = read_letter(letter, language, values)
    return write_mail(intent=intent, to=to, subject=subject, body=body, attachments=attachments)


@transaction.atomic
def send(mail: OutgoingMail) -> bool:
    """Send a mail that is not sent yet; False where there is no way out, and it stays in the outbox.

    Its Message-ID follows from what it is for: should a kill strike between sending and keeping that, or the
    outbox be brought back from a backup, the second copy is known as the same to the reader's program. It bears the
    school's name, and an answer to it goes to the school.
    """
    mail = OutgoingMail.objects.select_for_update().get(pk=mail.pk)
    if mail.sent_at:
        return True
    school = current_school()
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        formataddr((school.name, sender_address()), charset="utf-8"),
        [mail.to],
        reply_to=[school.email] if school.email else [],
        headers={"Message-ID": _message_id(mail), "Auto-Submitted": "auto-generated"},
    )
    for attachment in mail.attachments.select_related("file"):
        _attach(message, attachment.file.name, content_of(attachment.file), attachment.file.content_type)
    if not message.send():
        return False
    mail.sent_at, mail.problem = timezone.now(), ""
    mail.save(update_fields=["sent_at", "problem"])
    return True


def keep_problem(mail: OutgoingMail, problem: OutgoingMail.Problem) -> None:
    """Keep why the last attempt failed; a mail that is sent has no problem."""
    OutgoingMail.objects.filter(pk=mail.pk, sent_at=None).update(problem=problem)


@transaction.atomic
def send_again(mail: OutgoingMail) -> bool:
    """Try a mail once more that could not be sent; False for one that was not tried, or was sent meanwhile."""
    from tilts.mail.tasks import send_mail_job

    tried = OutgoingMail.objects.filter(pk=mail.pk, sent_at=None).exclude(problem="").update(problem="")
    if tried:
        send_mail_job.defer(school_id=current_school().pk, mail_id=mail.pk)
    return bool(tried)


def sender_address() -> str:
    """The address from which this installation sends."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def uid_of(kind: str, number: int) -> str:
    """What a calendar knows a record of this school by, for ever: "signing-3-12@tilts.example.org"."""
    return f"{kind}-{current_school_id()}-{number}@{_host()}"


def _attach(message: EmailMultiAlternatives, name: str, content: bytes, content_type: str) -> None:
    """An invitation goes in twice: as a version of the mail, which programs offer to accept, and as a file."""
    kind, _, parameters = content_type.partition(";")
    if kind == "text/calendar" and "method=" in parameters:
        method = parameters.rpartition("method=")[2].strip()
        message.attach_alternative(content.decode(), f"{kind}; method={method}")
        kind = "application/ics"  # as text/calendar some programs would show it a second time
    message.attach(name, content, kind)


def _message_id(mail: OutgoingMail) -> str:
    meant = hashlib.sha256(f"{mail.school_id}\n{mail.intent}\n{mail.to}".encode()).hexdigest()[:32]
    return f"<{meant}@{_host()}>"


def _host() -> str:
    return urlsplit(settings.TILTS_URL).hostname or "localhost"
