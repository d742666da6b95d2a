"""Keys and passwords of one installation, made once and kept in its data folder."""

import fcntl
import json
import os
import secrets
from functools import cache
from pathlib import Path

NAMES = ("secret_key", "superuser_password", "owner_password", "app_password")


@cache
def installation_secrets(folder: Path) -> dict[str, str]:
    """The secrets of the installation in `folder`, made at the first call (mode 0600).

    Several processes may ask at once: the file is written under a lock, so all get the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secrets.json"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        known: dict[str, str] = json.loads(text) if text else {}
        missing = {name: secrets.token_urlsafe(48) for name in NAMES if name not in known}
        if missing:
            known |= missing
            # Written over what stands there, which it begins with but for the end: a kill loses no old secret.
            file.seek(0)
            file.write(json.dumps(known, indent=1))
            file.flush()
            os.fsync(file.fileno())
    return known
