"""Signing while something goes wrong: a process is killed, two people sign in the same moment."""

import os
import signal
import threading

import pytest
from django.db import connection, connections

from tests.factories import SchoolFactory
from tests.signing.envelopes import TOLD, sent, signer, two_sides
from tilts.accounts.schools import in_school
from tilts.files.models import StoredFile
from tilts.signing import completing
from tilts.signing.completing import complete
from tilts.signing.evidence import evidence_pages
from tilts.signing.models import Counterpart, Envelope, SignatureRecord
from tilts.signing.recording import CannotSign, sign_by_click

LINK = SignatureRecord.Identified.LINK_AND_CODE


def sign(who) -> None:
    sign_by_click(who, shown=who.counterpart.sha256, signed_as=who.name, identified=LINK)


def killed_while_completing(school, envelope, step) -> int:
    """Another process completes it and is killed once the step is done; how it ended."""
    with in_school(school):
        pages = evidence_pages(envelope, Counterpart.objects.get(envelope=envelope), school)
    connections.close_all()  # a connection is not to be shared with the other process
    pid = os.fork()
    if pid == 0:
        try:
            completing.evidence_pages = lambda *_arguments: pages  # Typst's threads don't live on in a fork
            done = getattr(completing, step)

            def die(*arguments: object, **named: object) -> None:
                done(*arguments, **named)
                os.kill(os.getpid(), signal.SIGKILL)

            setattr(completing, step, die)
            with in_school(school):
                complete(envelope)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["evidence_pages", "seal_pdf", "store_file", "close"])
def test_a_kill_at_any_step_leaves_it_open_and_the_next_attempt_completes_it(step, monkeypatch):
    TOLD.clear()
    school = SchoolFactory()
    with in_school(school), monkeypatch.context() as patch:
        envelope = sent(two_sides(position=1))
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        for name in ("Ilze", "Nino"):
            sign(signer(envelope, name))

    ended = killed_while_completing(school, envelope, step)

    with in_school(school):
        after_kill = (Envelope.objects.get().state, Counterpart.objects.get().sealed, StoredFile.objects.count())
        again = complete(envelope)
        at_last = (Envelope.objects.get().state, StoredFile.objects.count(), complete(envelope))
    assert (ended, after_kill) == (-signal.SIGKILL, ("open", None, 1))
    assert (again, at_last, len(TOLD)) == (True, ("complete", 2, False), 1)


@pytest.mark.django_db(transaction=True)
def test_two_who_sign_in_the_same_moment_both_sign_and_it_is_sealed_once():
    TOLD.clear()
    school, together = SchoolFactory(), threading.Barrier(2, timeout=20)
    with in_school(school):
        envelope = sent(two_sides(position=1))

    def act(name: str) -> None:
        try:
            with in_school(school):
                who = signer(envelope, name)
                together.wait()
                sign(who)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=[name]) for name in ("Ilze", "Nino")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with in_school(school):
        assert (Envelope.objects.get().state, SignatureRecord.objects.count(), len(TOLD)) == ("complete", 2, 1)


@pytest.mark.django_db(transaction=True)
def test_one_link_open_in_two_browsers_signs_once():
    school, together, refused = SchoolFactory(), threading.Barrier(2, timeout=20), []
    with in_school(school):
        envelope = sent()

    def act() -> None:
        try:
            with in_school(school):
                who = signer(envelope, "Ilze")
                together.wait()
                sign(who)
        except CannotSign as problem:
            refused.append(str(problem))
        finally:
            connection.close()

    threads = [threading.Thread(target=act) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with in_school(school):
        assert (SignatureRecord.objects.count(), refused) == (1, ["You have already signed."])
