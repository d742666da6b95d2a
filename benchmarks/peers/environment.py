"""The environment of the peers, `.bench/` in the checkout, and the talk with a peer that runs in it.

A peer is a script that gets a file of its work, says "ready" and its name, and then for each number n that it reads does
that much of it and answers with the seconds that one took.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from benchmarks.measuring import PeerMissing, Say

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
REQUIREMENTS = HERE.parent / "requirements.txt"
ENVIRONMENT = CHECKOUT / ".bench"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "made-from"
PIP = ("-m", "pip", "--disable-pip-version-check", "--python", str(PYTHON), "install", "--quiet", "--no-input")


@dataclass(frozen=True)
class Peer:
    """A peer that waits for work."""

    name: str  # with its version
    asked: IO[str]
    answers: IO[str]
    complaints: Path

    def seconds_each(self, count: int) -> float:
        """The time one of `count` certificates took; raises PeerMissing if the peer has broken off."""
        try:
            print(count, file=self.asked, flush=True)
            return float(self.answers.readline())
        except (OSError, ValueError) as error:
            raise PeerMissing(f"{self.name} broke off: {_last_line(self.complaints)}") from error


def prepare(say: Say) -> None:
    """Make the environment, once for each state of the requirements; raises PeerMissing."""
    wanted = sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    say("Installing what Tilts is compared with into .bench/")
    for arguments in (
        ("-m", "venv", "--clear", "--without-pip", str(ENVIRONMENT)),
        (*PIP, "--require-hashes", "-r", str(REQUIREMENTS)),
    ):
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            told = done.stderr.strip().splitlines() or ["no reason given"]
            raise PeerMissing(f"its packages could not be installed: {told[-1]}")
    STAMP.write_text(wanted)


@contextmanager
def running(script: str, certificates: Sequence[Mapping[str, Any]], processes: int, say: Say) -> Iterator[Peer]:
    """The peer of `peers/<script>.py`, ready for work; raises PeerMissing with what it said when it is not."""
    with tempfile.TemporaryDirectory(prefix="tilts-bench-") as folder:
        data = Path(folder) / "certificates.json"
        data.write_text(json.dumps(list(certificates)), encoding="utf-8")
        with _talking_to(script, [str(data), str(processes)], say) as peer:
            yield peer


@contextmanager
def rulebook(stays: Path, say: Say) -> Iterator[Peer]:
    """OpenFisca with the rules of grants, ready to work out the stays of that file; raises PeerMissing."""
    with _talking_to("openfisca_grants", [str(stays)], say) as peer:
        yield peer


@contextmanager
def _talking_to(script: str, arguments: Sequence[str], say: Say) -> Iterator[Peer]:
    prepare(say)
    command = [str(PYTHON), str(HERE / f"{script}.py"), *arguments]
    with tempfile.TemporaryDirectory(prefix="tilts-bench-") as folder:
        complaints = Path(folder) / "complaints.txt"
        with (
            complaints.open("w") as errors,
            subprocess.Popen(
                command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
            ) as child,
        ):
            assert child.stdin is not None
            assert child.stdout is not None
            try:
                word, _, name = child.stdout.readline().strip().partition(" ")
                if word != "ready":
                    raise PeerMissing(_last_line(complaints))
                yield Peer(name, child.stdin, child.stdout, complaints)
            finally:
                child.stdin.close()  # its sign to end


def _last_line(complaints: Path) -> str:
    lines = complaints.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it gave no reason"
