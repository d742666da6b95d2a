"""Signers who bring back the file with a signature of their own: on the PDF, or in a container."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.signing.envelopes import let_in, letter, sent, signer, two_sides
from tests.signing.sealed import TODAY, certificate_of, seal_from
from tilts.files.queries import content_of
from tilts.signing.actions import NewPaper
from tilts.signing.check_page import limits
from tilts.signing.checking import Signature, check, papers_in, trust_in
from tilts.signing.checking import Signer as Certified
from tilts.signing.containers import make_container
from tilts.signing.models import Counterpart, Envelope, Form, SignatureRecord, Signer, Way
from tilts.signing.recording import CannotSign
from tilts.signing.returning import _is_name_of, bring_signed
from tilts.signing.seals import seal_pdf

AUTHORITY = certificate_of("Citizens' cards", is_authority=True)
ILZE, NINO = (seal_from(AUTHORITY, name) for name in ("LIEPA, ILZE", "Nino Beridze"))
KALNINA = seal_from(AUTHORITY, "KALNIŅA, ILZE")
LATER = TODAY + timedelta(seconds=5)


def signed_by(content: bytes, who, at=TODAY) -> bytes:
    return seal_pdf(content, seal=who, reason="", at=at)


def current(envelope: Envelope) -> Counterpart:
    return Counterpart.objects.select_related("current").get(envelope=envelope)


def bring(envelope: Envelope, name: str, content: bytes) -> None:
    bring_signed(signer(envelope, name), content, shown=current(envelope).sha256)


def edited(content: bytes) -> bytes:
    """The paper with more on its page, added behind it as a PDF editor does."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    added = generic.StreamObject(stream_data=b"0 0 200 200 re f")
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(added)])
    writer.mark_update(page.container_ref)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.fixture
def envelope(school):
    return sent(two_sides(Way.OWN))


@pytest.fixture
def container(school):
    papers = [NewPaper(name, letter(name)) for name in ("Agreement", "Plan")]
    return sent(two_sides(Way.CONTAINER), form=Form.ONE_CONTAINER, papers=papers)


def boxed(envelope: Envelope, who, *, change: bytes = b"") -> bytes:
    files = [(paper.file.name, content_of(paper.file) + change) for paper in envelope.papers.select_related("file")]
    return make_container(files, seal=who, at=TODAY)


def test_each_signs_what_the_one_before_brought_and_the_seal_changes_nothing_of_it(envelope):
    first = signed_by(content_of(current(envelope).current), ILZE)
    bring(envelope, "Ilze", first)
    in_between = current(envelope)
    second = signed_by(content_of(in_between.current), NINO, LATER)
    bring(envelope, "Nino", second)

    done = current(envelope)
    sealed = content_of(done.sealed)
    verdict = check(sealed, trust=trust_in(settings.TILTS_DATA))
    assert (content_of(in_between.current), sealed.startswith(second)) == (first, True)
    assert [each.signer.name for each in verdict.signatures][:2] == ["LIEPA, ILZE", "Nino Beridze"]
    assert [each.is_intact for each in verdict.signatures] == [True] * 3
    assert content_of(done.evidence).startswith(b"%PDF")
    assert [(each.identified, each.checked) for each in SignatureRecord.objects.all()] == [
        ("own_signature", "not_trusted")
    ] * 2
    assert Envelope.objects.get().state == "complete"


def test_the_sum_of_the_file_that_came_back_stands_with_the_signature(envelope):
    bring(envelope, "Ilze", signed_by(content_of(current(envelope).current), ILZE))

    assert SignatureRecord.objects.get().result_sha256 == current(envelope).sha256


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda content: content, "not the paper with a signature added"),
        (lambda content: signed_by(letter("Another text."), ILZE), "not the paper with a signature added"),
        (lambda content: signed_by(edited(content), ILZE), "not the paper with a signature added"),
        (lambda content: signed_by(content, NINO), "The signature is by Nino Beridze"),
        (lambda content: signed_by(content, KALNINA), "The signature is by KALNIŅA, ILZE"),
        (lambda content: content + b"\n% nothing", "no new signature"),
        (lambda content: signed_by(signed_by(content, ILZE), NINO, LATER), "more than one new signature"),
        (lambda content: _flipped(signed_by(content, ILZE), len(content)), "does not hold|no new signature"),
    ],
    ids=[
        "unsigned",
        "another-paper",
        "edited-then-signed",
        "another-person",
        "another-family-name",
        "no-signature",
        "two",
        "altered",
    ],
)
def test_a_file_that_is_not_the_paper_with_ones_signature_is_refused(envelope, change, sentence):
    content = content_of(current(envelope).current)

    with pytest.raises(CannotSign, match=sentence):
        bring(envelope, "Ilze", change(content))

    assert (SignatureRecord.objects.count(), current(envelope).sha256) == (0, current(envelope).current.sha256)


def _flipped(signed: bytes, start: int) -> bytes:
    """A byte behind the paper, in what the signature covers, is another one."""
    place = start + 40
    return signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]


@pytest.mark.parametrize(
    ("by_card", "is_theirs"),
    [
        ("BĒRZIŅA, ANNA", True),
        ("BERZINA,ANNA MARIJA,38001085718", True),
        ("ანნა ბერზინა", True),
        ("Anna Kalniņa", False),
        ("Bērziņa", False),
        ("", False),
    ],
)
def test_a_card_names_the_signer_by_each_word_of_the_shorter_name(school, by_card, is_theirs):
    signature = Signature("signature", "genuine", signer=Certified(name=by_card))

    assert _is_name_of(signature, Signer(name="Anna Bērziņa")) is is_theirs


def test_one_certificate_signs_for_one_side_only(school):
    sides = two_sides(Way.OWN)
    sides[1].signers[0] = replace(sides[1].signers[0], name="")
    envelope = sent(sides, form=Form.COUNTERPARTS)
    first, second = Counterpart.objects.filter(envelope=envelope).select_related("current").order_by("pk")
    content = signed_by(content_of(first.current), ILZE)
    bring_signed(first.signers.get(), content, shown=first.sha256)

    with pytest.raises(CannotSign, match="signed with this certificate"):
        bring_signed(second.signers.get(), content, shown=second.sha256)

    assert SignatureRecord.objects.count() == 1


def test_that_an_authority_is_on_no_list_stands_with_the_signature(envelope):
    bring(envelope, "Ilze", signed_by(content_of(current(envelope).current), ILZE))

    assert SignatureRecord.objects.get().how_known.endswith("whose issuer is on no trust list here")


def test_files_that_come_back_wait_for_the_same_turn_as_those_of_the_check_page(envelope, monkeypatch):
    monkeypatch.setattr(limits, "_WAIT", 0)
    content = signed_by(content_of(current(envelope).current), ILZE)

    with limits.one_at_a_time(), limits.one_at_a_time(), pytest.raises(CannotSign, match="being checked right now"):
        bring(envelope, "Ilze", content)


def test_a_container_must_hold_exactly_the_papers(container):
    with pytest.raises(CannotSign, match="exactly the papers"):
        bring(container, "Ilze", boxed(container, ILZE, change=b" "))
    with pytest.raises(CannotSign, match="no container that can be read"):
        bring(container, "Ilze", b"hello")

    bring(container, "Ilze", boxed(container, ILZE))

    assert len(papers_in(content_of(current(container).current))) == 2


def test_a_container_without_the_signature_of_who_signed_before_is_refused(container):
    bring(container, "Ilze", boxed(container, ILZE))

    with pytest.raises(CannotSign, match="signed before is missing"):
        bring(container, "Nino", boxed(container, NINO))


def test_all_papers_of_a_container_can_be_had_by_the_link(container):
    client, link = let_in("ilze@example.org")

    papers = [client.get(f"{link}?file=paper-{number}").content for number in (1, 2, 3)]
    page = client.get(link).text

    assert ("Open each paper above" in page, "Open the paper above" in page) == (True, False)
    assert papers[:2] == [content_of(paper.file) for paper in container.papers.select_related("file")]
    assert not papers[2].startswith(b"%PDF")
