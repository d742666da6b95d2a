"""Class lists while something goes wrong: a process is killed, two people confirm at once, a file takes its time."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection, connections

import tilts
from tests.exchange.test_taking_over import GOOD, NO_SUCH_DAY, OTHER, drop
from tests.factories import FlowFactory, SchoolFactory
from tilts.accounts.schools import in_school
from tilts.exchange import actions
from tilts.exchange.models import Roster, RosterRow
from tilts.exchange.sandbox import LIMITS, read_safely
from tilts.mobilities.models import Mobility
from tilts.people.models import Person

SOURCE = str(Path(tilts.__file__).parents[1])
ASK_FOR_LIMITS = """
import os, resource
from tilts.exchange import sandbox
before = os.nice(0)
sandbox.limit_this_process(sandbox.LIMITS)
print(os.nice(0) - before, resource.getrlimit(resource.RLIMIT_CPU)[0], resource.getrlimit(resource.RLIMIT_AS)[0])
"""


def killed_while_taking_over(school, roster, step) -> int:
    """Another process takes the list over and is killed once the step is done; how it ended."""
    connections.close_all()  # a connection is not to be shared with the other process
    pid = os.fork()
    if pid == 0:
        try:
            done = getattr(actions, step)

            def die(*arguments: object) -> None:
                done(*arguments)
                os.kill(os.getpid(), signal.SIGKILL)

            setattr(actions, step, die)
            with in_school(school):
                actions.take_over(roster)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["insert_many", "_finish_if_empty"])
def test_a_kill_at_any_step_leaves_all_or_nothing(step):
    school = SchoolFactory()
    with in_school(school):
        roster = drop(FlowFactory(), GOOD, OTHER, NO_SUCH_DAY)

    ended = killed_while_taking_over(school, roster, step)

    with in_school(school):
        after_kill = (Person.objects.count(), Mobility.objects.count(), RosterRow.objects.count())
        again = actions.take_over(roster)
        at_last = (Person.objects.count(), Mobility.objects.count(), RosterRow.objects.count())
    assert (ended, after_kill) == (-signal.SIGKILL, (0, 0, 3))
    assert (again, at_last) == (2, (2, 2, 1))


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_take_the_people_over_once():
    school, together, added = SchoolFactory(), threading.Barrier(3), []
    with in_school(school):
        roster = drop(FlowFactory(), GOOD, OTHER)

    def confirm() -> None:
        together.wait()
        try:
            with in_school(school):
                added.append(actions.take_over(Roster.objects.get(pk=roster.pk)))
        finally:
            connection.close()

    threads = [threading.Thread(target=confirm) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with in_school(school):
        assert (sorted(added), Person.objects.count(), Mobility.objects.count()) == ([0, 0, 2], 2, 2)


def test_pages_are_served_while_a_file_takes_its_time(school, browse, monkeypatch, tmp_path):
    """The parser is a process of its own: it waits here until a page has been answered."""
    gate, slow = tmp_path / "gate", tmp_path / "python"
    slow.write_text(f'#!/bin/sh\nwhile [ ! -e "{gate}" ]; do sleep 0.05; done\nexec "{sys.executable}" "$@"\n')
    slow.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(slow))
    read = []
    reading = threading.Thread(target=lambda: read.append(read_safely(b"a;b\n")))
    client = browse()

    reading.start()
    answer = client.get(f"/{school.slug}/")
    is_still_reading = reading.is_alive()
    gate.touch()
    reading.join()

    assert (answer.status_code, is_still_reading) == (200, True)
    assert read[0].sheets[0].rows == ((1, ("a", "b")),)


def test_the_parser_gives_way_to_the_pages_and_has_limits():
    told = subprocess.run(
        [sys.executable, "-c", ASK_FOR_LIMITS], capture_output=True, text=True, check=True, env={"PYTHONPATH": SOURCE}
    )

    assert told.stdout.split() == ["10", str(LIMITS.cpu_seconds), str(LIMITS.memory)]
