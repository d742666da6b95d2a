"""The benchmarks, which lie beside the package in a checkout and not in an installation."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

CHECKOUT = Path(__file__).resolve().parents[3]


def run_benchmarks(names: Sequence[str], say: Callable[[str], None], *, as_json: bool) -> str:
    """The table of the named benchmarks (none: of all), measured now on a fresh embedded database.

    Must come before Django is set up: the data folder is a temporary one, gone afterwards, and what the environment
    says of an installation's database does not count. Raises ImproperlyConfigured without a checkout, ValueError for a
    name that is none.
    """
    if not (CHECKOUT / "benchmarks" / "table.py").is_file():
        raise ImproperlyConfigured(
            "The benchmarks are not part of an installation: run `make bench` in a checkout of Tilts."
        )
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "TILTS_DEMO", "TILTS_MAIL_URL"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="tilts-bench-", ignore_cleanup_errors=True) as folder:
        # The clients of the benchmarks sign in by a password alone.
        os.environ |= {"TILTS_DATA": folder, "TILTS_MFA": "0"}
        import django

        from tilts.core.installation import database_running, set_up

        with database_running(Path(folder)):
            django.setup()
            set_up()
            sys.path.insert(0, str(CHECKOUT))
            from benchmarks import table

            return table.run(names, say, as_json=as_json)
