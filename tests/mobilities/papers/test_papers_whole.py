"""What papers leave to be filled in, and what stays on one page."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from tests.documents.plain_papers import MARK
from tests.mobilities.papers.paper_records import FLOW, GRANT, ISSUE, MINOR, SCHOOL, STAY
from tilts.documents.bilingual import side_by_side
from tilts.documents.typesetting import typeset
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.grant_agreement import grant_agreement


def text_of(paper) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(typeset(paper))).pages)


@pytest.mark.parametrize("first", ["lv", "ka"])
def test_the_certificate_in_two_languages_with_all_that_a_school_may_say_is_one_page(first):
    school = replace(
        SCHOOL, mark=MARK, phone="+371 65 400 000", email="info@example.org", website="https://tehnikums.example.org"
    )
    issue = replace(ISSUE, is_specimen=True, funding_statement="Co-funded by the European Union", funding_language="en")

    paper = side_by_side(
        *(certificate_of_attendance(school, FLOW, MINOR, replace(issue, language=each)) for each in (first, "en"))
    )

    assert len(PdfReader(io.BytesIO(typeset(paper))).pages) == 1


def test_the_agreement_names_the_account_or_leaves_lines_for_it():
    known = replace(MINOR, payee="Baiba Šķēle", account="LV80 BANK 0000 4351 9500 1")

    with_account, without = (
        grant_agreement(SCHOOL, FLOW, person, STAY, GRANT, ISSUE).data["articles"][3]["writing"][0]
        for person in (known, MINOR)
    )

    assert [each["value"] for each in with_account] == ["Baiba Šķēle", "LV80 BANK 0000 4351 9500 1"]
    assert [each["value"] for each in without] == ["", ""]


def test_what_nobody_has_told_is_left_out_or_a_line_and_no_word():
    school, person = replace(SCHOOL, registration_number="", director=""), replace(MINOR, guardian="")

    text = text_of(grant_agreement(school, FLOW, person, STAY, GRANT, ISSUE))

    assert "Registration number" not in text
    assert "None" not in text
    assert "Represented by" in text
