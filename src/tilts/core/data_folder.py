"""Where an installation keeps what is its own, known before any setting is read."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent


def data_folder() -> Path:
    """The folder that TILTS_DATA names, else `data` in the checkout or where we are. It need not be there."""
    beside = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    return Path(os.environ.get("TILTS_DATA") or beside / "data").resolve()
