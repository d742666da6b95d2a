"""Papers are taken back only before all have signed, also where the seal was stopped."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.signing.envelopes import ILZE, TOLD, click, sent, signer, two_sides
from tilts.signing import actions
from tilts.signing.actions import CannotWithdraw, withdraw_envelope
from tilts.signing.models import Envelope, Signer


@pytest.fixture
def unsealed(school, monkeypatch):
    """All have signed, and what follows was stopped."""
    TOLD.clear()
    envelope = sent(two_sides()[:1])
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        click(ILZE, "Ilze Liepa")
    return envelope


def test_what_all_have_signed_is_sealed_and_not_withdrawn(unsealed):
    with pytest.raises(CannotWithdraw, match="All have signed by now"):
        withdraw_envelope(unsealed, "A mistake", by=None)

    assert (Envelope.objects.get().state, TOLD) == ("complete", [("completed", unsealed.title)])


def test_what_can_never_be_sealed_can_be_withdrawn(unsealed):
    path = unsealed.counterparts.get().current.path
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"%PDF-1.7 something else"))

    withdraw_envelope(unsealed, "The file is broken", by=None)

    assert (Envelope.objects.get().state, TOLD) == ("withdrawn", [("withdrawn", unsealed.title)])


def test_a_signature_in_the_same_moment_goes_before_the_withdrawal(school, monkeypatch):
    envelope, real = sent(two_sides()[:1]), actions.locked

    def signs_just_before(envelope: Envelope) -> Envelope:
        Signer.objects.filter(pk=signer(envelope, "Ilze").pk).update(state=Signer.State.SIGNED)
        return real(envelope)

    monkeypatch.setattr(actions, "locked", signs_just_before)

    with pytest.raises(CannotWithdraw):
        withdraw_envelope(envelope, "A mistake", by=None)

    assert Envelope.objects.get().state == "open"


def test_what_is_closed_is_not_withdrawn_again(school):
    envelope = sent()
    withdraw_envelope(envelope, "A mistake", by=None)

    with pytest.raises(CannotWithdraw, match="closed already"):
        withdraw_envelope(envelope, "Again", by=None)

    assert Envelope.objects.get().reason == "A mistake"
