"""Jobs of agreements: what days bring, and letters of other schools."""

import logging

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import tell_all
from tilts.agreements.living.actions import look_after
from tilts.jobs.tasks import RETRY_WITHOUT_DATABASE

logger = logging.getLogger(__name__)


@app.periodic(cron="20 4 * * *")
@app.task(
    name="agreements.look_after", queue="work", queueing_lock="agreements.look_after", retry=RETRY_WITHOUT_DATABASE
)
def look_after_job(timestamp: int) -> None:
    """In every school: end the agreements that are over, remind of those that will be, tell what was not told yet."""
    close_old_connections()
    for school in School.objects.order_by("pk"):
        try:
            with in_school(school):
                look_after(timezone.localdate())
                tell_all()
        except (OperationalError, InterfaceError):
            raise  # the database is away: all of it is tried again
        except Exception:  # one school's trouble is not the next one's
            logger.exception("agreements of %s are not looked after", school.slug)


@app.task(name="agreements.take_letters", queue="work", retry=RETRY_WITHOUT_DATABASE)
def take_letters_job(school_id: int) -> None:
    """Take over what other schools have written to this one."""
    close_old_connections()
    with in_school(School.objects.get(pk=school_id)):
        take_letters()


@app.periodic(cron="*/15 * * * *")
@app.task(
    name="agreements.take_all_letters",
    queue="work",
    queueing_lock="agreements.take_all_letters",
    retry=RETRY_WITHOUT_DATABASE,
)
def take_all_letters_job(timestamp: int) -> None:
    """Take over what still waits in any school: a job that was lost loses no letter."""
    close_old_connections()
    for school in School.objects.order_by("pk"):
        try:
            with in_school(school):
                take_letters()
        except (OperationalError, InterfaceError):
            raise  # the database is away: all of it is tried again
        except Exception:  # one school's trouble is not the next one's
            logger.exception("letters to %s are not taken over", school.slug)
