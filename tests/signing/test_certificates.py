"""Signatures of one's own: what is kept and said of the certificate, and which ones a kind of paper accepts."""

import io
import re
from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.ades.qualified_asn1 import QcStatements
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from tests.signing.envelopes import LETTER, NINO, let_in, sent, signer, two_sides
from tests.signing.sealed import TODAY, certificate_of, seal_from, stamper_of
from tests.signing.test_by_link import text_of
from tests.signing.test_own_signature import bring, current, signed_by
from tilts.files.queries import content_of
from tilts.signing import kinds
from tilts.signing.models import Envelope, SignatureRecord, Way
from tilts.signing.queries import by_public_number
from tilts.signing.recording import CannotSign

AUTHORITY = certificate_of("Citizens' cards", is_authority=True)


def stating(*statements: str) -> x509.UnrecognizedExtension:
    """What a qualified certificate says of itself."""
    said = QcStatements([{"statement_id": each} for each in statements]).dump()
    return x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.5.5.7.1.3"), said)


def stamped(content: bytes, who) -> bytes:
    """Signed with a time-stamp in it."""
    metadata = PdfSignatureMetadata(field_name="Own", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    update = IncrementalPdfFileWriter(io.BytesIO(content))
    return sign_pdf(update, metadata, who.signer, timestamper=stamper_of(AUTHORITY)).getvalue()


@pytest.fixture
def envelope(school) -> Envelope:
    return sent(two_sides(Way.OWN))


@pytest.fixture
def needs_trusted(monkeypatch):
    monkeypatch.setitem(kinds._kinds, LETTER.name, replace(LETTER, needs_trusted=True))


def paper(envelope: Envelope) -> bytes:
    return content_of(current(envelope).current)


@pytest.mark.parametrize(
    ("statements", "quality"),
    [
        ((), ""),
        (("qc_compliance",), "qualified"),
        (("qc_compliance", "qc_sscd"), "qualified_device"),
        (("qc_sscd",), ""),
    ],
)
def test_issuer_and_level_of_a_certificate_are_kept(envelope, statements, quality):
    card = seal_from(AUTHORITY, "Ilze Liepa", extensions=[stating(*statements)] if statements else [])

    bring(envelope, "Ilze", signed_by(paper(envelope), card))

    record = SignatureRecord.objects.get()
    assert (record.issuer, record.quality, record.time_stamped_at) == ("Citizens' cards", quality, None)


def test_a_time_stamp_in_it_is_kept_with_who_says_so(envelope):
    bring(envelope, "Ilze", stamped(paper(envelope), seal_from(AUTHORITY, "Ilze Liepa")))

    record = SignatureRecord.objects.get()
    assert (record.time_stamped_at, record.time_stamped_by) == (TODAY, "A Clock")
    assert record.certificate_sentences[2].startswith("Time-stamp of A Clock: ")


def test_the_pages_of_evidence_tell_of_the_certificate(school):
    envelope = sent(two_sides(Way.OWN)[:1])
    card = seal_from(AUTHORITY, "Ilze Liepa", extensions=[stating("qc_compliance", "qc_sscd")])

    bring(envelope, "Ilze", signed_by(paper(envelope), card))

    told = re.sub(r"\s+", " ", text_of(content_of(current(envelope).evidence)))
    (public,) = by_public_number(envelope.number).signatures
    assert public.certificate[0] == "Certificate issued by: Citizens' cards"
    for words in ("Certificate issued by: Citizens' cards", "key in a secure device", "Without a time-stamp"):
        assert words in told


@pytest.mark.usefixtures("needs_trusted")
def test_a_kind_that_needs_a_known_issuer_refuses_another_and_says_so(envelope, tmp_path, settings):
    content = signed_by(paper(envelope), seal_from(AUTHORITY, "Ilze Liepa"))
    guest, link = let_in("ilze@example.org")

    with pytest.raises(CannotSign, match="Citizens' cards is on none"):
        bring(envelope, "Ilze", content)
    settings.TILTS_DATA = tmp_path
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "cards.pem").write_bytes(AUTHORITY[1].public_bytes(Encoding.PEM))
    said = guest.get(link).text
    bring(envelope, "Ilze", content)

    assert "needs a signature whose issuer is on a trust list" in said
    assert SignatureRecord.objects.get().checked == "genuine"


def test_sender_and_next_signer_are_told_that_nothing_vouches_for_the_issuer(school, envelope, browse):
    bring(envelope, "Ilze", signed_by(paper(envelope), seal_from(AUTHORITY, "Ilze Liepa")))
    guest, link = let_in(NINO)
    address = f"/{school.slug}/signing/{envelope.pk}/"

    pages = [guest.get(link).text, browse().get(address).text]

    told = "The signature of Ilze Liepa is whole, but its issuer, Citizens&#x27; cards, is on no trust list"
    assert [told in page for page in pages] == [True, True]


@pytest.mark.parametrize("named", ["Nino Beridze", ""], ids=["somebody-named", "the-office-alone"])
def test_a_certificate_that_names_nobody_signs_for_nobody(school, named):
    sides = two_sides(Way.OWN)[1:]
    sides[0].signers[0] = replace(sides[0].signers[0], name=named)
    envelope = sent(sides)
    content = signed_by(paper(envelope), seal_from(AUTHORITY, "38001085718"))

    with pytest.raises(CannotSign, match="names nobody"):
        bring(envelope, named, content)

    assert (SignatureRecord.objects.count(), signer(envelope, named).state) == (0, "asked")
