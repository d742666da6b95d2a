"""The pages of evidence: what is read where, and by whose clocks."""

import io

import pytest
from pypdf import PdfReader

from tests.factories import SchoolFactory
from tests.signing.envelopes import new_signer, sent
from tilts.accounts.schools import in_school
from tilts.signing.actions import NewSide
from tilts.signing.evidence import evidence_pages
from tilts.signing.models import Counterpart, SignatureRecord, Signer, Way
from tilts.signing.recording import sign_by_click


@pytest.fixture
def evidence(db, monkeypatch):
    """Makes the pages of a school in Kutaisi for a paper that so many have signed."""
    monkeypatch.setattr("tilts.signing.recording.complete_if_ready", lambda _envelope: False)

    def make(count: int) -> PdfReader:
        school = SchoolFactory(country="GE", language="ka")
        with in_school(school):
            signers = [new_signer(f"Nino Beridze {each}", f"n{each}@example.org") for each in range(count)]
            envelope = sent([NewSide("Kutaisi", Way.CLICK, signers)])
            for each in Signer.objects.order_by("position"):
                each.refresh_from_db()
                sign_by_click(
                    each,
                    shown=each.counterpart.sha256,
                    signed_as=each.name,
                    identified=SignatureRecord.Identified.LINK_AND_CODE,
                )
            pages = evidence_pages(envelope, Counterpart.objects.get(), school)
        return PdfReader(io.BytesIO(pages))

    return make


def pages_of_figures(pdf: PdfReader) -> list[int]:
    """On which pages pictures stand that have words."""
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(pdf.pages, start=1)}
    found, left = [], [pdf.root_object["/StructTreeRoot"]]
    while left:
        each = left.pop().get_object()
        if isinstance(each, list):
            left.extend(each)
        elif isinstance(each, dict):
            if each.get("/S") == "/Figure" and "/Alt" in each:
                found.append(numbers[each.raw_get("/Pg").idnum])
            if "/K" in each:
                left.append(each["/K"])
    return found


def test_the_hours_are_those_of_the_school_with_their_offset(evidence):
    text = evidence(1).pages[0].extract_text()

    assert ("+04:00" in text, "Asia/Tbilisi" in text, "Europe/Riga" in text) == (True, True, False)


@pytest.mark.parametrize("count", [1, 7])
def test_the_code_is_on_the_first_page_and_sums_stand_with_how_they_are_checked(evidence, count):
    pdf = evidence(count)

    texts = [page.extract_text() for page in pdf.pages]
    sums = [number for number, text in enumerate(texts) if "SHA-256" in text]
    checks = [number for number, text in enumerate(texts) if "/verify/" in text]
    assert (pages_of_figures(pdf), len(pdf.pages)) == ([1], 1 if count == 1 else 2)
    assert sums == checks
