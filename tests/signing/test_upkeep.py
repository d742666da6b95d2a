"""What happens by itself: reminders, the end of the time to sign, completing, forgetting."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from tests.signing.envelopes import ILZE, NINO, TOLD, click, sent, two_sides
from tilts.accounts.schools import current_school
from tilts.mail.models import OutgoingMail
from tilts.signing.actions import expire_envelope
from tilts.signing.models import Envelope, EnvelopeNote, SignatureTrace, SignerCode
from tilts.signing.rules import TRACES_KEPT
from tilts.signing.tasks import upkeep_job
from tilts.signing.upkeep import look_after


def mails(address: str) -> list[str]:
    return list(OutgoingMail.objects.filter(to=address).order_by("pk").values_list("subject", flat=True))


def test_each_step_reminds_once_and_only_who_is_asked(school):
    sent()
    now = timezone.now()

    for days in (2, 3, 3.1, 7, 18.5, 19):
        look_after(now + timedelta(days=days))

    assert (len(mails(ILZE)), mails(NINO)) == (1 + 3, [])
    assert EnvelopeNote.objects.filter(verb="reminded").count() == 3


def test_who_has_signed_is_not_reminded(school):
    sent()
    click(ILZE, "Ilze Liepa")
    before = mails(ILZE)

    look_after(timezone.now() + timedelta(days=3))

    assert (mails(ILZE), len(mails(NINO))) == (before, 2)


def test_what_is_over_is_closed_and_told(school):
    TOLD.clear()
    envelope = sent()
    Envelope.objects.update(ends_at=timezone.now() - timedelta(minutes=1))

    look_after()
    look_after()

    envelope.refresh_from_db()
    assert (envelope.state, [what for what, _title in TOLD], len(mails(ILZE))) == ("expired", ["expired"], 2)


def test_what_was_stopped_is_completed_even_after_its_time(school, monkeypatch):
    TOLD.clear()
    sent(two_sides()[:1])
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        click(ILZE, "Ilze Liepa")
    Envelope.objects.update(ends_at=timezone.now() - timedelta(minutes=1))

    look_after()

    assert (Envelope.objects.get().state, [what for what, _title in TOLD]) == ("complete", ["completed"])


def test_addresses_and_codes_are_forgotten_in_time(school):
    sent()
    click(ILZE, "Ilze Liepa")
    now = timezone.now()

    look_after(now + TRACES_KEPT - timedelta(days=1))
    in_between = (SignatureTrace.objects.count(), SignerCode.objects.count())
    look_after(now + TRACES_KEPT + timedelta(days=1))

    assert (in_between, SignatureTrace.objects.count()) == ((1, 0), 0)


def test_a_file_changed_after_all_have_signed_is_never_sealed_and_the_office_is_told_once(school, member, monkeypatch):
    envelope = sent(two_sides()[:1], by=member())
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        click(ILZE, "Ilze Liepa")
    file = envelope.counterparts.get().current
    default_storage.delete(file.path)
    default_storage.save(file.path, ContentFile(b"%PDF-1.7 something else"))

    look_after()
    look_after()

    assert (Envelope.objects.get().state, envelope.counterparts.get().sealed) == ("open", None)
    assert OutgoingMail.objects.filter(intent__contains="changed").count() == 1


def test_an_envelope_that_cannot_be_ended_keeps_no_other_back(school, monkeypatch, caplog):
    broken, other = sent(), sent(subject_id=2)
    click(ILZE, "Ilze Liepa")
    Envelope.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    real = expire_envelope

    def expire(envelope: Envelope) -> bool:
        if envelope.pk == broken.pk:
            raise KeyError(envelope.kind)
        return real(envelope)

    monkeypatch.setattr("tilts.signing.upkeep.expire_envelope", expire)

    look_after(timezone.now() + TRACES_KEPT + timedelta(days=1))

    assert Envelope.objects.get(pk=other.pk).state == "expired"
    assert (SignatureTrace.objects.count(), SignerCode.objects.count()) == (0, 0)
    assert f"envelope {broken.pk} of school" in caplog.text


def test_the_trouble_of_one_school_keeps_no_other_back(school, other_school, monkeypatch, caplog):
    looked_after = []

    def look(*_: object) -> None:
        looked_after.append(current_school())
        if current_school() == school:
            raise ValueError

    monkeypatch.setattr("tilts.signing.upkeep.look_after", look)
    monkeypatch.setattr("tilts.signing.tasks.close_old_connections", lambda: None)  # the test's own

    upkeep_job(timestamp=0)

    assert set(looked_after) == {school, other_school}
    assert "could not all be looked after" in caplog.text
