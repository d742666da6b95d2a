"""The verdict over a file of any kind, computed in this process: `check` has it done by a child with limits."""

import asyncio
import logging
from datetime import UTC, datetime

from tilts.signing.checking.kinds import kind_of, looks_signed
from tilts.signing.checking.records import Verdict
from tilts.signing.checking.trust import Trust


def verdict_over(content: bytes, trust: Trust, now: datetime | None = None) -> Verdict:
    """The verdict; now: the moment at which certificates have to be valid, None: this one."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it says of a file may quote the file
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    now = now or datetime.now(UTC)
    match kind_of(content):
        case "pdf":
            from tilts.signing.checking.pdf import check_pdf

            return asyncio.run(check_pdf(content, trust, now))
        case "container":
            from tilts.signing.checking.container import check_container

            return asyncio.run(check_container(content, trust, now))
        case _:
            return _of_another_kind(content)


def _of_another_kind(content: bytes) -> Verdict:
    if not content:
        return Verdict("unknown", "not_signed", ("empty_file",))
    if looks_signed(content):
        return Verdict("unknown", "cannot_tell", ("signed_in_another_way",))
    return Verdict("unknown", "not_signed", ("unknown_kind",))
