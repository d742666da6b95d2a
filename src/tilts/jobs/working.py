"""One worker of the queue."""

from procrastinate.contrib.django import app

#: A step of a job may end before its worker is stopped for good.
GRACE_SECONDS = 10


async def work_off(*, until_empty: bool = False) -> None:
    """Do jobs one after the other until SIGTERM or SIGINT; or, for tests, until none is left."""
    # The queue is asked by a connection of its own; jobs use Django's.
    async with app.with_connector(app.connector.get_worker_connector()).open_async() as working:
        await working.run_worker_async(
            concurrency=1,
            wait=not until_empty,
            shutdown_graceful_timeout=GRACE_SECONDS,
            delete_jobs="successful",
        )
