"""Bad input and faults: what comes is refused with the reason, and nothing half-signed is ever shown as signed.

The table in docs/signing.md names the test of each; those that belong to one room alone stand with it.
"""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf
from pypdf import PdfWriter

from tests.factories import SchoolFactory
from tests.signing.envelopes import ILZE, NINO, click, let_in, letter, link_of, sent, signer, two_sides
from tests.signing.sealed import TODAY, certificate_of, seal_from, stamper_of
from tests.signing.test_checking_trust import OfAnotherFile
from tests.signing.test_containers import members, zipped
from tests.signing.test_interrupted_signing import killed_while_completing, sign
from tests.signing.test_own_signature import boxed, bring, current, signed_by
from tilts.accounts.schools import in_school
from tilts.files.actions import sweep
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.signing.actions import NewPaper
from tilts.signing.completing import complete
from tilts.signing.models import Envelope, Form, SignatureRecord, Signer, Way
from tilts.signing.queries import by_public_number
from tilts.signing.recording import CannotSign

AUTHORITY = certificate_of("Citizens' cards", is_authority=True)
CARD = seal_from(AUTHORITY, "Ilze Liepa")


def locked(content: bytes) -> bytes:
    """The same PDF behind a password."""
    writer, output = PdfWriter(io.BytesIO(content)), io.BytesIO()
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(output)
    return output.getvalue()


def test_each_fault_of_the_table_has_its_test():
    root = Path(__file__).parents[2]
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", (root / "docs" / "signing.md").read_text())
    tests = {file.name: file.read_text() for file in root.glob("tests/**/test_*.py")}

    assert len(named) > 20
    assert [each for each in named if f"def {each[1]}(" not in tests.get(each[0], "")] == []


# Links


def test_without_the_code_a_link_signs_nothing(school):
    envelope = sent()
    shown = envelope.counterparts.get().sha256

    page = Client().post(link_of(ILZE), {"step": "sign", "shown": shown, "is_read": "on", "signed_as": "Ilze Liepa"})

    assert "code" in page.text
    assert not SignatureRecord.objects.exists()


def test_after_its_time_nothing_is_signed_and_the_page_says_why(school):
    sent()
    client, link = let_in(ILZE)
    shown = client.get(link).context["form"].initial["shown"]
    Envelope.objects.update(ends_at=timezone.now() - timedelta(minutes=1))

    page = client.post(link, {"step": "sign", "shown": shown, "is_read": "on", "signed_as": "Ilze Liepa"})

    assert "The time to sign was over" in page.text
    assert not SignatureRecord.objects.exists()


# Papers


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "no PDF that can be read"),
        (letter()[:3000], "no PDF that can be read"),
        (locked(letter()), "locked with a password"),
        (signed_by(letter(), CARD), "bears a signature already"),
    ],
    ids=["no-pdf", "cut", "encrypted", "signed"],
)
def test_what_could_not_be_sealed_at_the_end_is_not_sent(school, content, sentence):
    with pytest.raises(ValidationError, match=f"“Plan”.*{sentence}"):
        sent(papers=[NewPaper("Plan", content)])

    assert (Envelope.objects.exists(), StoredFile.objects.exists()) == (False, False)


def test_a_paper_changed_between_two_signatures_is_not_signed_again(school):
    envelope = sent()
    click(ILZE, "Ilze Liepa")
    file = current(envelope).current
    default_storage.delete(file.path)
    default_storage.save(file.path, ContentFile(letter("Another text.")))

    _client, page = click(NINO, "Nino Beridze")

    assert "The file of this paper was changed" in page.text
    assert (SignatureRecord.objects.count(), Envelope.objects.get().state) == (1, "open")


def with_a_broken_time_stamp(content: bytes) -> bytes:
    clock = stamper_of(AUTHORITY)
    stamper = OfAnotherFile(clock.tsa_cert, clock.tsa_key, fixed_dt=TODAY)
    metadata = PdfSignatureMetadata(field_name="Own", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    update = IncrementalPdfFileWriter(io.BytesIO(content))
    return sign_pdf(update, metadata, CARD.signer, timestamper=stamper).getvalue()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (with_a_broken_time_stamp, "does not hold. The time-stamp"),
        (lambda content: locked(signed_by(content, CARD)), "locked with a password"),
    ],
    ids=["broken-time-stamp", "encrypted"],
)
def test_a_signed_file_that_comes_back_broken_is_refused_with_the_reason(school, change, sentence):
    envelope = sent(two_sides(Way.OWN))

    with pytest.raises(CannotSign, match=sentence):
        bring(envelope, "Ilze", change(content_of(current(envelope).current)))

    assert not SignatureRecord.objects.exists()


def test_a_container_that_lacks_or_doubles_a_file_is_refused_with_the_reason(school):
    papers = [NewPaper(name, letter(name)) for name in ("Agreement", "Plan")]
    envelope = sent(two_sides(Way.CONTAINER), form=Form.ONE_CONTAINER, papers=papers)
    whole = members(boxed(envelope, CARD))
    name, content = next(each for each in whole if each[0].endswith(".pdf"))

    with pytest.raises(CannotSign, match="missing"):
        bring(envelope, "Ilze", zipped([each for each in whole if each[0] != name]))
    with pytest.raises(CannotSign, match="the same name"):
        bring(envelope, "Ilze", zipped([*whole, (name, content)]))

    assert not SignatureRecord.objects.exists()


# Between the seal and the record


def test_until_the_seal_is_recorded_no_page_says_that_it_is_signed(school, browse, monkeypatch):
    envelope = sent(two_sides()[:1])
    with monkeypatch.context() as patch:
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        guest, _page = click(ILZE, "Ilze Liepa")

    told = by_public_number(envelope.number)
    page = browse().get(f"/{school.slug}/signing/{envelope.pk}/").text
    link = guest.get(link_of(ILZE))

    assert (told.state, told.sealed, told.signatures) == ("open", (), ())
    assert "The seal follows within ten minutes" in page
    assert "The signed paper" not in page
    assert "Once all have signed, a mail tells you" in link.text
    assert guest.get(f"{link_of(ILZE)}?file=evidence").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_bytes_of_a_seal_that_was_killed_are_swept_and_those_of_the_next_stay(monkeypatch):
    school = SchoolFactory()
    with in_school(school), monkeypatch.context() as patch:
        envelope = sent(two_sides()[:1])
        patch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)
        sign(signer(envelope, "Ilze"))
    killed_while_completing(school, envelope, "store_file")

    with in_school(school):
        complete(envelope)
        before = len(default_storage.listdir(str(school.pk))[1])
        swept = sweep(now=timezone.now() + timedelta(days=2))
        left = default_storage.listdir(str(school.pk))[1]

        assert (before, swept, len(left)) == (3, 1, StoredFile.objects.count())
        assert content_of(envelope.counterparts.get().sealed).startswith(b"%PDF")
        assert Signer.objects.get().state == "signed"
