"""Jobs of the outbox."""

from django.db import close_old_connections
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.mail import actions
from tilts.mail.models import OutgoingMail


@app.task(
    name="mail.send",
    queue="mail",
    retry=RetryStrategy(max_attempts=8, exponential_wait=4),
)
def send_mail_job(school_id: int, mail_id: int) -> None:
    """Send one mail; a mail server that does not answer is tried again, later and later."""
    close_old_connections()  # the database may have been away since this worker's last job
    with in_school(School.objects.get(pk=school_id)):
        mail = OutgoingMail.objects.filter(pk=mail_id).first()
        if mail:
            actions.send(mail)
