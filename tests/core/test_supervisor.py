"""The processes of an installation: started again when they end, ended when the installation is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tilts.core.supervisor import FIRST_WAIT_SECONDS, HEALTHY_SECONDS, LONGEST_WAIT_SECONDS, Child, tilts_command

FALLS = ["/bin/sh", "-c", "exit 3"]

#: Supervises two children, the second of which does not hear SIGTERM; each writes when it starts and ends.
SUPERVISED = """
import logging, sys
from pathlib import Path
from tilts.core.supervisor import Child, Supervisor
folder = Path(sys.argv[1])
log = folder / "log"
for_ever = "while :; do sleep 0.05; done"
hears = f"trap 'echo database ended >> {log}; exit 0' TERM; echo database >> {log}; {for_ever}"
deaf = f"trap '' TERM; echo $$ > {folder}/deaf; echo worker >> {log}; {for_ever}"
falls = f"echo fell >> {log}; exit 3"
Supervisor(
    [
        Child("database", ["/bin/sh", "-c", hears]),
        Child("falls", ["/bin/sh", "-c", falls]),
        Child("worker", ["/bin/sh", "-c", deaf], stop_seconds=0.3),
    ]
).run()
print("ended")
"""


def fall(child: Child, now: float) -> float:
    """Let the child start, and end after no time; how many seconds until it starts again."""
    child.look(now)
    child.process.wait()
    child.look(now)
    return child.start_at - now


def test_a_child_that_keeps_falling_waits_longer_each_time_up_to_a_limit():
    child = Child("falls", FALLS)
    waits, now = [], 100.0
    for _ in range(9):
        waits.append(fall(child, now))
        now = child.start_at

    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert (waits[0], waits[-1]) == (FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS)


def test_a_child_is_not_started_before_its_time():
    child = Child("falls", FALLS)
    fall(child, 100.0)

    child.look(100.4)
    waits = child.process is None
    child.look(100.5)

    assert waits
    assert child.process.wait() == 3


def test_a_child_that_ran_long_enough_begins_again_with_the_first_wait():
    child = Child("falls", FALLS)
    fall(child, 100.0)
    fall(child, 101.0)

    child.look(200.0)
    child.process.wait()
    child.look(200.0 + HEALTHY_SECONDS)

    assert child.start_at - (200.0 + HEALTHY_SECONDS) == FIRST_WAIT_SECONDS


def test_stopping_a_child_that_never_started_does_nothing():
    Child("never", FALLS).stop()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["term", "int"])
def test_a_signal_ends_all_children_the_first_one_last_and_kills_who_does_not_hear(tmp_path: Path, number):
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISED, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    log = tmp_path / "log"
    until = time.monotonic() + 10
    while time.monotonic() < until and (not log.exists() or log.read_text().count("fell") < 2):
        time.sleep(0.05)

    supervisor.send_signal(number)
    told, _ = supervisor.communicate(timeout=10)

    written = log.read_text().splitlines()
    assert (told, supervisor.returncode) == ("ended\n", 0)
    assert set(written) == {"database", "worker", "fell", "database ended"}
    assert written.count("fell") >= 2  # started again after its fall
    assert written[-1] == "database ended"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "deaf").read_text()), 0)


def test_other_commands_of_tilts_run_in_the_same_environment():
    assert tilts_command("worker") == [sys.executable, "-m", "tilts.cli", "worker"]
