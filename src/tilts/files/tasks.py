"""Jobs of the files room."""

from django.db import close_old_connections
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.files.actions import sweep


@app.periodic(cron="17 3 * * *")
@app.task(
    name="files.sweep", queue="work", queueing_lock="files.sweep", retry=RetryStrategy(max_attempts=5, linear_wait=60)
)
def sweep_job(timestamp: int) -> None:
    """In every school: take away bytes that belong to no row."""
    close_old_connections()
    for school in School.objects.order_by("pk"):
        with in_school(school):
            sweep()
