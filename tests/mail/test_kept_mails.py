"""In a demo one reads one's own mails of signing in, and nobody else's."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from tilts.accounts.models import User
from tilts.accounts.roles import Role
from tilts.mail.backends import KeepInOutbox
from tilts.mail.kept import kept_mails

DASHES = "-" * 79


def keep(*mails: tuple[str, str, str]) -> None:
    """Mails of signing in: address, subject, text."""
    KeepInOutbox().send_messages([EmailMessage(subject, body, None, [to]) for to, subject, body in mails])


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Path:
    settings.TILTS_DATA, settings.TILTS_DEMO = tmp_path, True  # type: ignore[attr-defined]
    return tmp_path / "mails"


def test_mails_are_read_back_as_they_were_written(folder):
    keep(
        ("baiba@example.org", "Kods, ar kuru pieteikties", f"Labdien!\n\nABCD-EFGH\n{DASHES[:10]}\n"),
        ("ilze@example.org", "Another's", "secret"),
    )

    assert [(mail.subject, mail.body) for mail in kept_mails(folder, "Baiba@example.org")] == [
        ("Kods, ar kuru pieteikties", f"Labdien!\n\nABCD-EFGH\n{DASHES[:10]}\n")
    ]


def test_the_newest_are_shown_and_no_more_than_asked_for(folder):
    for number in range(4):
        keep(("baiba@example.org", f"Mail {number}", "text"))

    assert len(kept_mails(folder, "baiba@example.org", limit=3)) == 3
    assert {
        abs((timezone.now() - mail.written_at).total_seconds()) < 60 for mail in kept_mails(folder, "baiba@example.org")
    } == {True}
    assert len(kept_mails(folder, "baiba@example.org")) == 4


def test_a_mail_to_several_is_nobodys_own(folder):
    KeepInOutbox().send_messages([EmailMessage("To two", "x", None, ["baiba@example.org", "ilze@example.org"])])

    assert kept_mails(folder, "baiba@example.org") == []


def test_where_nothing_was_kept_there_is_nothing_to_read(folder):
    assert kept_mails(folder, "baiba@example.org") == []


@pytest.mark.parametrize(("is_demo", "shown"), [(True, True), (False, False)], ids=["demo", "in-use"])
def test_the_outbox_shows_them_in_a_demo_to_whom_they_were_written(member, school, settings, is_demo, shown):
    settings.TILTS_DEMO = is_demo
    own, other = member(Role.COORDINATOR), member(Role.COORDINATOR)
    keep((own.email, "Your code", "ABCD-EFGH"), (other.email, "A code of somebody else", "JKLM-NPQR"))

    page = browse(own, school)

    assert ("ABCD-EFGH" in page, "To you alone" in page, "JKLM-NPQR" in page) == (shown, shown, False)


def browse(user: User, school: object) -> str:
    client = Client()
    client.force_login(user)
    return client.get(f"/{school.slug}/mailbox/").content.decode()  # type: ignore[attr-defined]
