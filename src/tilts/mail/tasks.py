"""Jobs of the outbox."""

from smtplib import SMTPRecipientsRefused

from django.db import close_old_connections
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.mail import actions
from tilts.mail.models import OutgoingMail

#: From this answer of a mail server on, asking again is of no use.
_FOR_GOOD = 500


@app.task(
    name="mail.send",
    queue="mail",
    retry=RetryStrategy(max_attempts=8, exponential_wait=4),
)
def send_mail_job(school_id: int, mail_id: int) -> None:
    """Send one mail; a mail server that does not answer is tried again, later and later.

    An address that the server refuses for good is not tried again by itself: the outbox says so.
    """
    close_old_connections()  # the database may have been away since this worker's last job
    with in_school(School.objects.get(pk=school_id)):
        mail = OutgoingMail.objects.filter(pk=mail_id).first()
        if mail is None:
            return
        try:
            actions.send(mail)
        except SMTPRecipientsRefused as refusal:
            actions.keep_problem(mail, OutgoingMail.Problem.REFUSED)
            if any(code < _FOR_GOOD for code, _said in refusal.recipients.values()):
                raise
        except FileNotFoundError:
            actions.keep_problem(mail, OutgoingMail.Problem.FILE)
            raise
        except OSError:  # what smtplib raises, too
            actions.keep_problem(mail, OutgoingMail.Problem.SERVER)
            raise
