"""The outbox: a mail is written once, sent after its cause is kept, and stays readable without a mail server."""

import re
from contextlib import nullcontext
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from unittest.mock import Mock

import pytest
from django.core import mail as sent
from django.core.mail import EmailMessage
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories import SchoolFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.files.models import StoredFile
from tilts.mail import calendars, tasks
from tilts.mail.actions import Attachment, send, write_mail
from tilts.mail.backends import KeepInOutbox
from tilts.mail.calendars import Attendee, Event, invitation
from tilts.mail.models import OutgoingMail
from tilts.mail.tasks import send_mail_job

LETTER = {"intent": "papers-ready:12", "to": "baiba@example.org", "subject": "Papīri ir gatavi", "body": "Labdien!\n"}


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job looks after its worker's connection first, which would end the test's transaction."""
    monkeypatch.setattr(tasks, "close_old_connections", lambda: None)


def jobs() -> list[tuple]:
    return list(ProcrastinateJob.objects.values_list("task_name", "queue_name", "args"))


def test_a_mail_is_written_once_for_its_intent_and_address(school):
    first = write_mail(**LETTER)
    again = write_mail(**LETTER | {"subject": "Another"})
    to_another = write_mail(**LETTER | {"to": "ilze@example.org"})
    for_something_else = write_mail(**LETTER | {"intent": "papers-ready:13"})

    assert again == first
    assert {first, to_another, for_something_else} == set(OutgoingMail.objects.all())
    assert OutgoingMail.objects.get(pk=first.pk).subject == "Papīri ir gatavi"
    assert sorted(args["mail_id"] for _, _, args in jobs()) == sorted(
        each.pk for each in (first, to_another, for_something_else)
    )


def test_the_job_holds_numbers_only(school):
    letter = write_mail(**LETTER)

    assert jobs() == [("mail.send", "mail", {"school_id": school.pk, "mail_id": letter.pk})]


@pytest.mark.django_db(transaction=True)
def test_a_mail_vanishes_with_the_change_that_caused_it():
    with in_school(SchoolFactory()):
        with transaction.atomic():
            write_mail(**LETTER)
            transaction.set_rollback(True)
        without = (OutgoingMail.objects.count(), len(jobs()))
        with transaction.atomic():
            write_mail(**LETTER)

        assert (without, (OutgoingMail.objects.count(), len(jobs()))) == ((0, 0), (1, 1))
        assert sent.outbox == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_without_a_job_is_never_left_behind(monkeypatch):
    def fall(**_numbers: int) -> None:
        raise RuntimeError("no queue")

    monkeypatch.setattr(send_mail_job, "defer", fall)
    with in_school(SchoolFactory()):
        with pytest.raises(RuntimeError):
            write_mail(**LETTER)

        assert OutgoingMail.objects.count() == 0


def test_a_mail_is_sent_once_even_when_its_job_runs_again(school):
    letter = write_mail(**LETTER)

    send_mail_job(school_id=school.pk, mail_id=letter.pk)
    send_mail_job(school_id=school.pk, mail_id=letter.pk)

    (message,) = sent.outbox
    assert (message.to, message.subject, message.body) == ([LETTER["to"]], LETTER["subject"], LETTER["body"])
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    letter.refresh_from_db()
    assert letter.sent_at is not None


@pytest.mark.parametrize(("email", "answers_go_to"), [("projekti@example.org", ["projekti@example.org"]), ("", [])])
def test_a_mail_bears_the_name_of_the_school_and_is_answered_to_it(school, settings, email, answers_go_to):
    settings.DEFAULT_FROM_EMAIL = "Tilts <tilts@example.org>"
    school.name, school.email = "Tiltu skola, Rīga", email

    send(write_mail(**LETTER))

    message = message_from_bytes(sent.outbox[0].message().as_bytes(), policy=default)
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Tiltu skola, Rīga", "tilts@example.org")
    assert message.get_all("Reply-To", []) == answers_go_to


def test_a_second_copy_of_the_same_intent_has_the_same_number_and_no_other_mail_has_it(school):
    letter = write_mail(**LETTER)
    send(letter)
    OutgoingMail.objects.update(sent_at=None)  # as if a kill came before this was kept
    send(letter)
    letter.delete()  # as if the outbox came back from a backup
    send(write_mail(**LETTER))
    send(write_mail(**LETTER | {"intent": "papers-ready:13"}))
    send(write_mail(**LETTER | {"to": "ilze@example.org"}))

    numbers = [message.extra_headers["Message-ID"] for message in sent.outbox]
    assert (len(numbers), len(set(numbers[:3])), len(set(numbers))) == (5, 1, 3)
    assert re.fullmatch(r"<[0-9a-f]{32}@127\.0\.0\.1>", numbers[0])


def test_an_invitation_goes_in_as_a_version_of_the_mail_and_as_a_file(school):
    event = Event("x@example.org", "Parakstīšana", date(2026, 12, 3), date(2026, 12, 3))
    content = invitation(event, made_at=datetime(2026, 11, 25, tzinfo=UTC), organiser=Attendee("a@example.org"))
    attached = [
        Attachment("signing.ics", content, calendars.REQUEST),
        Attachment("agenda.pdf", b"%PDF-1.7", "application/pdf"),
    ]

    letter = write_mail(**LETTER, attachments=attached)
    write_mail(**LETTER, attachments=attached)
    send(letter)

    message = sent.outbox[0].message()
    parts = [part for part in message.walk() if not part.is_multipart()]
    assert [(part.get_content_type(), part.get_param("method"), part.get_filename()) for part in parts] == [
        ("text/plain", None, None),
        ("text/calendar", "REQUEST", None),
        ("application/ics", None, "signing.ics"),
        ("application/pdf", None, "agenda.pdf"),
    ]
    assert [part.get_payload(decode=True) for part in parts[1:]] == [content, content, b"%PDF-1.7"]
    assert StoredFile.objects.count() == 2


def test_a_subject_is_one_line_and_fits(school):
    letter = write_mail(**LETTER | {"subject": "Flow\r\nBcc: everybody@example.org " + "x" * 300})
    send(letter)

    assert sent.outbox[0].subject.startswith("Flow Bcc: everybody@example.org xxx")
    assert len(sent.outbox[0].subject) == 200
    assert sent.outbox[0].recipients() == [LETTER["to"]]


def test_a_job_of_a_mail_that_is_gone_does_nothing(school):
    send_mail_job(school_id=school.pk, mail_id=12)

    assert sent.outbox == []


def test_a_mail_server_that_falls_leaves_the_mail_to_be_tried_again(school, monkeypatch):
    letter = write_mail(**LETTER)
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", lambda self: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send_mail_job(school_id=school.pk, mail_id=letter.pk)
    letter.refresh_from_db()
    before = letter.sent_at

    send_mail_job(school_id=school.pk, mail_id=letter.pk)

    assert (before, len(sent.outbox)) == (None, 1)
    assert send_mail_job.retry_strategy.max_attempts == 8


@pytest.mark.parametrize(
    ("failure", "problem", "is_tried_again"),
    [
        (SMTPRecipientsRefused({"x": (550, b"no such user")}), "refused", False),
        (SMTPRecipientsRefused({"x": (451, b"later")}), "refused", True),
        (SMTPServerDisconnected("gone"), "server", True),
        (ConnectionRefusedError(111, "refused"), "server", True),
        (FileNotFoundError(2, "no such file"), "file", True),
    ],
    ids=["for-good", "for-now", "gone", "nobody-there", "file-lost"],
)
def test_the_outbox_says_why_a_mail_could_not_be_sent_and_tries_it_once_more(
    browse, school, monkeypatch, failure, problem, is_tried_again
):
    letter, client = write_mail(**LETTER), browse()
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", Mock(side_effect=failure))
        with pytest.raises(type(failure)) if is_tried_again else nullcontext():
            send_mail_job(school_id=school.pk, mail_id=letter.pk)
    letter.refresh_from_db()
    told, home = (client.get(f"/{school.slug}/{page}").text for page in ("mailbox/", ""))
    again = len(jobs())
    client.post(f"/{school.slug}/mailbox/{letter.pk}/again/")
    client.post(f"/{school.slug}/mailbox/{letter.pk}/again/")

    assert (letter.sent_at, letter.problem) == (None, problem)
    assert ("Not sent:" in told, "1 mail could not be sent" in home, len(jobs()) - again) == (True, True, 1)
    send_mail_job(school_id=school.pk, mail_id=letter.pk)
    assert len(sent.outbox) == 1
    assert "Not sent:" not in client.get(f"/{school.slug}/mailbox/").text


def test_without_a_mail_server_mails_of_a_school_stay_in_the_outbox(school, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.TILTS_DATA = "tilts.mail.backends.KeepInOutbox", tmp_path
    letter = write_mail(**LETTER)

    assert send(letter) is False

    letter.refresh_from_db()
    assert letter.sent_at is None
    assert list(tmp_path.iterdir()) == []


def test_of_mails_together_only_those_of_signing_in_are_written_down(settings, tmp_path):
    settings.TILTS_DATA = tmp_path
    of_school = EmailMessage("A", "", None, ["a@example.org"], headers={"Auto-Submitted": "auto-generated"})
    of_sign_in = EmailMessage("B", "", None, ["b@example.org"])

    assert KeepInOutbox().send_messages([of_school, of_sign_in]) == 1

    (written,) = (tmp_path / "mails").iterdir()
    assert "Subject: B" in written.read_text()
    assert "Subject: A" not in written.read_text()


def test_the_outbox_shows_this_schools_mails_the_newest_first(browse, school, other_school):
    write_mail(**LETTER)
    send(write_mail(**LETTER | {"intent": "second", "subject": "Otrā <b>vēstule</b>"}))
    with in_school(other_school):
        write_mail(**LETTER | {"intent": "theirs", "subject": "Sveša vēstule"})

    body = browse().get(f"/{school.slug}/mailbox/").content.decode()

    assert body.index("Otrā &lt;b&gt;vēstule&lt;/b&gt;") < body.index("Papīri ir gatavi")
    assert "Sveša vēstule" not in body
    assert (body.count("kept in the outbox"), body.count("· sent") + body.count("sent\n")) == (1, 1)


@pytest.mark.parametrize("role", list(Role))
def test_only_the_coordinator_reads_the_outbox(browse, school, role):
    status = browse(role).get(f"/{school.slug}/mailbox/").status_code

    assert status == (200 if role == Role.COORDINATOR else 403)


@pytest.mark.parametrize("count", [1, 3])
def test_the_outbox_asks_the_database_as_often_for_one_mail_as_for_many(
    browse, school, count, django_assert_num_queries
):
    for number in range(count):
        write_mail(**LETTER | {"intent": str(number)}, attachments=[Attachment("a.pdf", b"%PDF", "application/pdf")])
    client = browse()
    client.get(f"/{school.slug}/mailbox/")

    with django_assert_num_queries(10):
        client.get(f"/{school.slug}/mailbox/")
