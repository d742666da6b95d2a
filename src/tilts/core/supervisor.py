"""Keeps the processes of an installation running: each that ends is started again, ever later."""

import logging
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import FrameType

logger = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
#: A child that ran so long is taken for healthy: its next fall waits the first time again.
HEALTHY_SECONDS = 20.0
#: A step of a job may end before its process is stopped for good.
STOP_SECONDS = 10.0
_LOOK_SECONDS = 0.2


@dataclass
class Child:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    wait: float = field(default=FIRST_WAIT_SECONDS)
    stop_seconds: float = STOP_SECONDS

    def look(self, now: float) -> None:
        """Start the process if it is due, and notice if it has ended."""
        if self.process is None:
            if now >= self.start_at:
                self.process = subprocess.Popen(self.command)  # noqa: S603 - our own command, no shell
                self.started_at = now
            return
        code = self.process.poll()
        if code is None:
            return
        self.wait = FIRST_WAIT_SECONDS if now - self.started_at >= HEALTHY_SECONDS else self.wait
        logger.warning("%s ended with %s; it starts again in %.1f s", self.name, code, self.wait)
        self.process, self.start_at = None, now + self.wait
        self.wait = min(self.wait * 2, LONGEST_WAIT_SECONDS)

    def stop(self) -> None:
        """Ask the process to end; kill it when it does not within `stop_seconds`."""
        if self.process is None:
            return
        try:
            self.process.wait(self.stop_seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    """Runs children until SIGTERM or SIGINT, then stops them, the first one last."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = children
        self.is_ending = False

    def run(self) -> None:
        """Return when a signal has ended everything."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        try:
            while not self.is_ending:
                now = time.monotonic()
                for child in self.children:
                    child.look(now)
                time.sleep(_LOOK_SECONDS)
        finally:
            # The database is the first child: it ends when nobody works with it any more.
            for child in reversed(self.children):
                if child.process and child.process.poll() is None:
                    child.process.terminate()
                child.stop()

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self.is_ending = True


def tilts_command(*arguments: str) -> list[str]:
    """The command line of another `tilts` of this environment."""
    return [sys.executable, "-m", "tilts.cli", *arguments]
