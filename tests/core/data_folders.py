"""Folders for real embedded servers."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tilts.core.embedded import socket_folder


@contextmanager
def data_folder() -> Iterator[Path]:
    """A data folder of its own. Not pytest's: another run of pytest closes that to the server's user."""
    base = Path(tempfile.mkdtemp(prefix="tilts-embedded-"))
    yield base / "data"
    for cluster in base.rglob("postgres"):
        shutil.rmtree(socket_folder(cluster.parent), ignore_errors=True)
    shutil.rmtree(base)
