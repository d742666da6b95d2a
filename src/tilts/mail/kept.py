"""Reads back what `KeepInOutbox` wrote: in a demo, people read their mails of signing in on a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

from tilts.mail.backends import SEPARATOR

#: Files looked at, the newest; older mails of signing in are of no use.
_NEWEST = 200


@dataclass(frozen=True)
class KeptMail:
    """A mail of signing in that was not sent."""

    subject: str
    body: str
    written_at: datetime  # with its offset


def kept_mails(folder: Path, address: str, *, limit: int = 5) -> list[KeptMail]:
    """The newest mails in `folder` that went to this address and to nobody else, the newest first."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:_NEWEST]
    mails = [
        KeptMail(message["Subject"], _text(message), _moment(message))
        for path in files
        for message in _messages(path)
        if [to.lower() for _, to in getaddresses(message.get_all("To", []))] == [address.lower()]
    ]
    return sorted(mails, key=lambda mail: mail.written_at, reverse=True)[:limit]


def _messages(path: Path) -> Iterator[EmailMessage]:
    for part in path.read_bytes().split(SEPARATOR):
        if part.strip():
            yield message_from_bytes(part, policy=default)


def _moment(message: EmailMessage) -> datetime:
    moment: datetime = message["Date"].datetime
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000": no zone is told, the time is UTC


def _text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    return part.get_content() if part else ""
