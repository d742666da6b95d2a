"""The queue's side of work: numbers in, nothing out."""

from django.db import InterfaceError, OperationalError, close_old_connections
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.jobs import actions
from tilts.jobs.models import Work

#: A worker that has said nothing for so long is gone; its jobs are given to another.
STALLED_AFTER_SECONDS = 60


#: A database that went away in the middle comes back; any other fall is told to the person who waits.
RETRY_WITHOUT_DATABASE = RetryStrategy(linear_wait=5, retry_exceptions=(OperationalError, InterfaceError))


@app.task(name="jobs.work", queue="work", retry=RETRY_WITHOUT_DATABASE)
def work_job(school_id: int, work_id: int) -> None:
    """Do one piece of work of one school."""
    close_old_connections()  # the database may have been away since this worker's last job
    with in_school(School.objects.get(pk=school_id)):
        work = Work.objects.filter(pk=work_id).first()
        if work:
            actions.do_work(work)


@app.periodic(cron="* * * * *")
@app.task(name="jobs.retry_stalled", queue="work", queueing_lock="jobs.retry_stalled", pass_context=True)
async def retry_stalled_job(context: JobContext, timestamp: int) -> None:
    """Give the jobs of a killed worker back to the queue."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        await manager.retry_job(job)
