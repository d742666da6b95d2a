"""Jobs of signing: completing what was stopped, reminding, ending what is over, forgetting."""

from collections.abc import Callable

from django.db import close_old_connections
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.jobs.tasks import RETRY_WITHOUT_DATABASE
from tilts.signing import upkeep
from tilts.signing.completing import complete
from tilts.signing.models import Envelope


@app.task(name="signing.complete", queue="work", retry=RETRY_WITHOUT_DATABASE)
def complete_job(school_id: int, envelope_id: int) -> None:
    """Complete one envelope, should that not have happened yet."""
    close_old_connections()
    with in_school(School.objects.get(pk=school_id)):
        envelope = Envelope.objects.filter(pk=envelope_id).first()
        if envelope:
            complete(envelope)


@app.periodic(cron="*/10 * * * *")
@app.task(name="signing.upkeep", queue="work", queueing_lock="signing.upkeep", retry=RETRY_WITHOUT_DATABASE)
def upkeep_job(timestamp: int) -> None:
    """In every school: complete what was stopped, remind, end what is over."""
    _in_every_school(upkeep.look_after)


def _in_every_school(act: Callable[[], None]) -> None:
    close_old_connections()
    for school in School.objects.order_by("pk"):
        with in_school(school):
            act()
