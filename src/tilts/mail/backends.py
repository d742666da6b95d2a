"""Where mails go while no mail server is named."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.filebased import EmailBackend as FileBackend

#: What Django's file backend writes after each mail.
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


class KeepInOutbox(BaseEmailBackend):
    """Sends nothing: a school's mail stays in its outbox, where it can be read.

    Mails of signing in belong to no school; they are written into `mails/` of the data folder, for
    the administrator to read.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        from django.conf import settings

        of_sign_in = [message for message in email_messages if "Auto-Submitted" not in message.extra_headers]
        if of_sign_in:
            folder = settings.TILTS_DATA / "mails"
            folder.mkdir(mode=0o700, exist_ok=True)  # who reads the link to a new password may sign in
            FileBackend(file_path=str(folder)).send_messages(of_sign_in)
        return len(of_sign_in)
