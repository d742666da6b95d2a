"""What comes from outside is parsed in a child process with limits; the server sees only its answer, never its harm.

The child is a module that is run as a program: it limits itself, reads from its standard input and answers on its
standard output. A file that unpacks to gigabytes, asks for seconds of work or crashes the parser costs that child its
life, and `ask_child` gives None.
"""

import contextlib
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import tilts

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one file may cost."""

    cpu_seconds: int
    wall_seconds: int  # more than the CPU's, for the machine may be busy
    memory: int  # address space of the child, bytes
    file_size: int
    answer_size: int

    @classmethod
    def from_arguments(cls, arguments: Sequence[str]) -> tuple["Limits", list[str]]:
        """As `ask_child` hands them on, and the arguments that follow."""
        count = len(astuple(cls(0, 0, 0, 0, 0)))
        return cls(*map(int, arguments[:count])), list(arguments[count:])


def ask_child(module: str, data: bytes, limits: Limits, arguments: Sequence[str] = ()) -> bytes | None:
    """What the module answers to this input; None where it died, took too long or answered too much."""
    command = [sys.executable, "-s", "-P", "-m", module, *map(str, astuple(limits)), *arguments]
    # No environment but the way to this package: what the server knows is none of the child's business.
    environment = {"PYTHONPATH": str(Path(tilts.__file__).parents[1]), "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603 - a fixed command, the file comes through the pipe
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaint may quote a name
    ) as child:
        assert child.stdin is not None  # noqa: S101 - for the type checker: both are pipes
        assert child.stdout is not None  # noqa: S101
        alarm = threading.Timer(limits.wall_seconds, child.kill)
        alarm.start()
        answer = b""
        try:
            with contextlib.suppress(BrokenPipeError):  # the child died early; its exit code tells
                child.stdin.write(data)
                child.stdin.close()
            answer = child.stdout.read(limits.answer_size + 1)
        finally:
            alarm.cancel()
            if len(answer) > limits.answer_size:
                child.kill()
    return answer if child.returncode == 0 and len(answer) <= limits.answer_size else None


def limit_this_process(limits: Limits) -> None:
    """What the child does first."""
    os.nice(10)  # the pages of others come first
    for kind, amount in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # a dump of the memory would hold names
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit of memory; the clock still holds
            resource.setrlimit(kind, (amount, amount))
