"""Keys and passwords of one installation, made once and kept in its data folder."""

import fcntl
import json
import os
import re
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

NAMES = ("secret_key", "superuser_password", "owner_password", "app_password", "data_key")

_DATA_KEY = re.compile(r"data_key(?:_(\d+))?")


@cache
def installation_secrets(folder: Path) -> dict[str, str]:
    """The secrets of the installation in `folder`, made at the first call (mode 0600).

    Several processes may ask at once: the file is written under a lock, so all get the same.
    """
    return _with(folder, lambda _known: NAMES)


def data_keys(folder: Path) -> list[str]:
    """The keys that sensitive data was ever sealed with, the newest first: that one seals from now on."""
    known = installation_secrets(folder)
    return [known[name] for name in sorted(filter(_DATA_KEY.fullmatch, known), key=_number_of_key, reverse=True)]


def add_data_key(folder: Path) -> None:
    """Make a new newest data key. The older ones stay: what they sealed, in backups too, can still be opened."""

    def next_name(known: Iterable[str]) -> list[str]:
        return [*NAMES, f"data_key_{1 + max(map(_number_of_key, filter(_DATA_KEY.fullmatch, known)), default=0)}"]

    _with(folder, next_name)
    installation_secrets.cache_clear()


def _number_of_key(name: str) -> int:
    found = _DATA_KEY.fullmatch(name)
    return int(found[1] or 1) if found else 0


def _with(folder: Path, wanted: Callable[[Iterable[str]], Iterable[str]]) -> dict[str, str]:
    """The secrets in `folder`; those that are wanted and missing are added, none is ever changed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secrets.json"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        known: dict[str, str] = json.loads(text) if text else {}
        missing = {name: secrets.token_urlsafe(48) for name in wanted(known) if name not in known}
        if missing:
            known |= missing
            # Cut only after writing: a kill in between loses no secret that was there.
            file.seek(0)
            file.write(json.dumps(known, indent=1))
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    return known
