"""The daily job of agreements."""

from django.db import close_old_connections
from django.utils import timezone
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.agreements.living.actions import look_after
from tilts.jobs.tasks import RETRY_WITHOUT_DATABASE


@app.periodic(cron="20 4 * * *")
@app.task(
    name="agreements.look_after", queue="work", queueing_lock="agreements.look_after", retry=RETRY_WITHOUT_DATABASE
)
def look_after_job(timestamp: int) -> None:
    """In every school: end the agreements that are over, remind of those that will be."""
    close_old_connections()
    for school in School.objects.order_by("pk"):
        with in_school(school):
            look_after(timezone.localdate())
