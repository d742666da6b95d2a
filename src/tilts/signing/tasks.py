"""Jobs of signing: completing what was stopped, reminding, ending what is over, forgetting."""

import logging

from django.db import InterfaceError, OperationalError, close_old_connections
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.jobs.tasks import RETRY_WITHOUT_DATABASE
from tilts.signing import upkeep
from tilts.signing.completing import complete
from tilts.signing.models import Envelope, SignedPack

logger = logging.getLogger(__name__)


@app.task(name="signing.complete", queue="work", retry=RETRY_WITHOUT_DATABASE)
def complete_job(school_id: int, envelope_id: int) -> None:
    """Complete one envelope, should that not have happened yet."""
    close_old_connections()
    with in_school(School.objects.get(pk=school_id)):
        envelope = Envelope.objects.filter(pk=envelope_id).first()
        if envelope:
            complete(envelope)


@app.task(name="signing.pack", queue="work", retry=RetryStrategy(max_attempts=8, exponential_wait=3))
def pack_job(school_id: int, pack_id: int) -> None:
    """Make one pack, should nothing in it wait any more; once it waits for others, the last of them asks again."""
    from tilts.signing.packs import make_pack

    close_old_connections()
    with in_school(School.objects.get(pk=school_id)):
        pack = SignedPack.objects.filter(pk=pack_id).first()
        if pack:
            make_pack(pack)


@app.periodic(cron="*/10 * * * *")
@app.task(name="signing.upkeep", queue="work", queueing_lock="signing.upkeep", retry=RETRY_WITHOUT_DATABASE)
def upkeep_job(timestamp: int) -> None:
    """In every school: complete what was stopped, remind, end what is over. One's trouble keeps no other back."""
    close_old_connections()
    for school in School.objects.order_by("pk"):
        try:
            with in_school(school):
                upkeep.look_after()
        except (OperationalError, InterfaceError):
            raise  # the database is away: all of it is tried again
        except Exception:
            logger.exception("the envelopes of school %s could not all be looked after", school.pk)
