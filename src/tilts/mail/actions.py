"""Writes: putting a mail into the outbox, and sending what lies there."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from tilts.accounts.schools import current_school
from tilts.mail.models import OutgoingMail


@transaction.atomic
def write_mail(*, intent: str, to: str, subject: str, body: str) -> OutgoingMail:
    """Put a mail into the outbox, once for each intent and address; it is sent by a job after commit."""
    from tilts.mail.tasks import send_mail_job

    one_line = " ".join(subject.split())[:200]
    mail, is_new = OutgoingMail.objects.get_or_create(
        intent=intent, to=to, defaults={"subject": one_line, "body": body}
    )
    if is_new:
        send_mail_job.defer(school_id=current_school().pk, mail_id=mail.pk)
    return mail


@transaction.atomic
def send(mail: OutgoingMail) -> bool:
    """Send a mail that is not sent yet; False where there is no way out, and it stays in the outbox.

    Its Message-ID follows from the mail itself: should a kill strike between sending and keeping
    that, the second copy is known as the same to the reader's program.
    """
    mail = OutgoingMail.objects.select_for_update().get(pk=mail.pk)
    if mail.sent_at:
        return True
    message = EmailMessage(
        mail.subject,
        mail.body,
        settings.DEFAULT_FROM_EMAIL,
        [mail.to],
        headers={"Message-ID": f"<{mail.school_id}.{mail.pk}@{_host()}>", "Auto-Submitted": "auto-generated"},
    )
    if not message.send():
        return False
    mail.sent_at = timezone.now()
    mail.save(update_fields=["sent_at"])
    return True


def _host() -> str:
    return urlsplit(settings.TILTS_URL).hostname or "localhost"
