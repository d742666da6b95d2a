"""The papers of a flow say what their records say, in the language asked for, and can be printed."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader

from tests.documents.plain_papers import MARK
from tests.mobilities.papers.paper_records import (
    ACCOMPANYING,
    FLOW,
    GRANT,
    HOST,
    ISSUE,
    LEARNER,
    MINOR,
    ORDER,
    SCHOOL,
    STAY,
    TEACHER,
)
from tilts.documents.bilingual import side_by_side
from tilts.documents.typesetting import typeset, typeset_pack
from tilts.mobilities.papers.accompanying_sheet import accompanying_sheet
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.directors_order import directors_order
from tilts.mobilities.papers.grant_agreement import GrantNotPayable, grant_agreement
from tilts.mobilities.papers.learning_agreement import learning_agreement
from tilts.mobilities.papers.parental_consent import parental_consent
from tilts.mobilities.papers.participant_list import participant_list
from tilts.mobilities.papers.records import GrantRecord, GrantStatus, InstalmentRecord

LANGUAGES = pytest.mark.parametrize("language", ["en", "lv", "ka", "lv+en", "ka+en"])


def pages_of(paper):
    return [page.extract_text() for page in PdfReader(io.BytesIO(typeset(paper))).pages]


def test_records_know_who_is_a_minor():
    birthday = replace(LEARNER, born_on=date(2009, 3, 1))

    assert [
        birthday.is_minor_on(date(2027, 2, 28)),
        birthday.is_minor_on(date(2027, 3, 1)),
        TEACHER.is_minor_on(date(2027, 3, 1)),
    ] == [True, False, False]


@pytest.mark.parametrize(
    ("travel_days", "away"),
    [
        (0, (date(2027, 4, 5), date(2027, 4, 23))),
        (1, (date(2027, 4, 4), date(2027, 4, 23))),
        (2, (date(2027, 4, 4), date(2027, 4, 24))),
        (5, (date(2027, 4, 2), date(2027, 4, 25))),
    ],
)
def test_records_know_when_the_journey_begins_and_ends(travel_days, away):
    flow = replace(FLOW, travel_days=travel_days)

    assert (flow.departs_on, flow.returns_on) == away


# --- List of participants --------------------------------------------------------------------------------------------


def test_participant_list_keeps_accompanying_persons_apart():
    paper = participant_list(SCHOOL, FLOW, [LEARNER, ACCOMPANYING, TEACHER], ISSUE)

    assert [(part["title"], part["rows"]) for part in paper.data["parts"]] == [
        (
            "Participants",
            [
                ["1", "Ķēniņš Jānis", "6 May 2006", "GT-21", "learner"],
                ["2", "მახარაძე ქეთევან", "–", "–", "staff member"],
            ],
        ),
        ("Accompanying persons", [["1", "Liepiņa Dace", "3 Feb 1980", "–", "accompanying person"]]),
    ]
    assert paper.data["totals"] == ["2 participants", "1 accompanying person", "3 in all"]


def test_participant_list_counts_no_accompanying_persons_where_there_are_none():
    paper = participant_list(SCHOOL, FLOW, [LEARNER], ISSUE)

    assert (len(paper.data["parts"]), paper.data["totals"]) == (1, ["1 participant"])


def test_participant_list_of_nobody_is_refused():
    with pytest.raises(ValueError, match="Spring group"):
        participant_list(SCHOOL, FLOW, [], ISSUE)


def test_participant_list_repeats_its_heads_and_numbers_its_pages():
    pages = pages_of(participant_list(SCHOOL, FLOW, [LEARNER] * 60, ISSUE))

    assert len(pages) == 2
    assert ["Date of birth" in page for page in pages] == [True, True]
    assert ["Page 1 of 2" in pages[0], "Page 2 of 2" in pages[1]] == [True, True]
    assert "60 participants" in pages[1]


# --- Grant agreement -------------------------------------------------------------------------------------------------


def article(paper, title):
    return next(article for article in paper.data["articles"] if article["title"] == title)


def test_grant_agreement_explains_every_line():
    lines = article(grant_agreement(SCHOOL, FLOW, LEARNER, STAY, GRANT, ISSUE), "The grant")["lines"]

    assert lines["rows"] == [
        {
            "label": "Travel",
            "amount": "275.00\xa0EUR",
            "sentence": "2 618 km: the band from 2 000 to 2 999 km.",
            "share": "",
            "parameters": ["Travel: 275 EUR (call 2021), confirmed. Source: Guide 2021, https://example.org"],
        },
        {
            "label": "Individual support",
            "amount": "1,039.50\xa0EUR",
            "sentence": "14 days in full, 7 days at 70 %.",
            "share": "",
            "parameters": [],
        },
    ]
    assert lines["totals"] == [["Total", "1,314.50\xa0EUR"]]


def test_grant_agreement_says_the_duration():
    facts = article(grant_agreement(SCHOOL, FLOW, LEARNER, STAY, GRANT, ISSUE), "Duration")["facts"]

    assert facts == [
        ("First and last day of activity", "5 April 2027 – 23 April 2027"),
        ("Days of activity", "19 days"),
        ("Days of travel", "2 days"),
        ("Days funded in all", "21 days"),
    ]


@pytest.mark.parametrize(
    ("person", "signatories"),
    [
        (LEARNER, ["Ilze Vītoliņa", "Jānis Ķēniņš"]),
        (MINOR, ["Ilze Vītoliņa", "Žanete Šķēle", "Baiba Šķēle"]),
        (replace(MINOR, guardian=""), ["Ilze Vītoliņa", "Žanete Šķēle", ""]),
        (replace(LEARNER, born_on=date(2009, 4, 5)), ["Ilze Vītoliņa", "Jānis Ķēniņš", ""]),
        (replace(LEARNER, born_on=date(2009, 4, 4)), ["Ilze Vītoliņa", "Jānis Ķēniņš"]),
    ],
    ids=["adult", "minor", "minor-guardian-not-named", "of-age-in-the-stay", "of-age-on-the-day-of-travel"],
)
def test_grant_agreement_is_signed_by_a_guardian_for_a_minor(person, signatories):
    paper = grant_agreement(SCHOOL, FLOW, person, STAY, GRANT, ISSUE)

    assert [block["name"] for block in paper.data["signatures"]] == signatories


def test_grant_agreement_says_that_a_grant_is_provisional_and_why():
    grant = replace(GRANT, status=GrantStatus.PROVISIONAL, problems=("The daily rate is an example.",))

    the_grant = article(grant_agreement(SCHOOL, FLOW, LEARNER, STAY, grant, ISSUE), "The grant")

    assert the_grant["notice"] == [
        "This grant is provisional: not all figures it rests on are confirmed. "
        "The school confirms the final sum in writing.",
        "The daily rate is an example.",
    ]
    assert the_grant["lines"]["totals"] == [["Provisional total", "1,314.50\xa0EUR"]]


@pytest.mark.parametrize(
    ("grant", "message"),
    [
        (
            replace(GRANT, status=GrantStatus.IMPOSSIBLE, problems=("No daily rate for Spain.",)),
            "No daily rate for Spain.",
        ),
        (GrantRecord((), GrantStatus.FINAL), "No grant could be calculated for Jānis Ķēniņš."),
    ],
    ids=["impossible", "no-lines"],
)
def test_grant_agreement_without_a_sum_is_refused(grant, message):
    with pytest.raises(GrantNotPayable, match=message):
        grant_agreement(SCHOOL, FLOW, LEARNER, STAY, grant, ISSUE)


def test_grant_agreement_speaks_of_instalments_only_if_some_were_agreed():
    instalments = (
        InstalmentRecord(Decimal(1000), "Before departure"),
        InstalmentRecord(Decimal("314.50"), "At the end"),
    )

    without = grant_agreement(SCHOOL, FLOW, LEARNER, STAY, GRANT, ISSUE)
    agreed = grant_agreement(SCHOOL, FLOW, LEARNER, STAY, replace(GRANT, instalments=instalments), ISSUE)

    of_both = [paper.data["articles"][3] for paper in (without, agreed)]
    assert [article["title"] for article in of_both] == ["Payment", "Payment"]
    assert [len(article["points"]) for article in of_both] == [1, 2]
    assert [article.get("instalments", {}).get("rows") for article in of_both] == [
        None,
        [["1", "Before departure", "1,000.00\xa0EUR"], ["2", "At the end", "314.50\xa0EUR"]],
    ]


def test_grant_agreement_refuses_instalments_that_miss_the_total():
    grant = replace(GRANT, instalments=(InstalmentRecord(Decimal(1000), "Before departure"),))

    with pytest.raises(ValueError, match=r"1000.*1314\.50"):
        grant_agreement(SCHOOL, FLOW, LEARNER, STAY, grant, ISSUE)


# --- Certificate of attendance ---------------------------------------------------------------------------------------


def test_certificate_leaves_the_days_attended_to_the_host():
    paper = certificate_of_attendance(SCHOOL, FLOW, LEARNER, ISSUE)

    assert ("Planned days", "5 April 2027 – 23 April 2027") in paper.data["facts"]
    assert paper.data["signatures"] == [
        {"party": "For the hosting organisation", "name": "Lucía Ferrer", "role": "Tutor"}
    ]
    (page,) = pages_of(paper)
    for text in ["Jānis Ķēniņš", "Taller Monte Verde", "First day attended", "Last day attended"]:
        assert text in page


def test_certificate_stays_on_one_page_with_a_long_name():
    person = replace(LEARNER, given_names="Maria Konstancija Elizabete", family_name="W" * 150)

    assert len(pages_of(certificate_of_attendance(SCHOOL, replace(FLOW, host=replace(HOST)), person, ISSUE))) == 1


def test_certificate_bears_the_days_attended_once_they_are_known():
    paper = certificate_of_attendance(SCHOOL, FLOW, LEARNER, ISSUE, attended=(date(2027, 4, 6), date(2027, 4, 22)))

    assert [paper.data["actual"][key]["value"] for key in ("first", "last")] == ["6 April 2027", "22 April 2027"]


# --- All of them -----------------------------------------------------------------------------------------------------


def all_papers(language, person=MINOR, flow=FLOW):
    """Every paper in one language, or in two side by side."""
    in_each = [_in_one_language(each, person, flow) for each in language.split("+")]
    return in_each[0] if len(in_each) == 1 else [side_by_side(*same) for same in zip(*in_each, strict=True)]


def _in_one_language(language, person, flow):
    issue = replace(ISSUE, language=language, is_specimen=True, funding_statement="Funded by the Example Programme.")
    people = [person, ACCOMPANYING]
    return [
        participant_list(SCHOOL, flow, people, issue),
        directors_order(SCHOOL, flow, people, ORDER, None, issue),
        learning_agreement(SCHOOL, flow, person, issue),
        grant_agreement(SCHOOL, flow, person, STAY, GRANT, issue),
        parental_consent(SCHOOL, flow, person, [ACCOMPANYING], issue),
        accompanying_sheet(SCHOOL, flow, ACCOMPANYING, people, issue),
        certificate_of_attendance(SCHOOL, flow, person, issue),
    ]


@LANGUAGES
def test_papers_make_a_pack_in_their_language_each_with_number_specimen_and_funding_statement(language):
    first, papers = language.partition("+")[0], all_papers(language)

    reader = PdfReader(io.BytesIO(typeset_pack(papers, "Papers", first)))

    bookmarks = [bookmark for bookmark in reader.outline if not isinstance(bookmark, list)]
    assert [bookmark.title for bookmark in bookmarks] == [paper.title for paper in papers]
    assert reader.trailer["/Root"]["/Lang"] == first
    for paper, bookmark in zip(papers, bookmarks, strict=True):
        page = reader.pages[reader.get_destination_page_number(bookmark)].extract_text()
        words = paper.data["specimen_word"]
        for text in [
            "2027/14",
            "Funded by the Example Programme.",
            SCHOOL.name,
            *([words] if isinstance(words, str) else words.values()),
        ]:
            assert text in page


def test_papers_in_two_languages_say_the_days_in_both():
    for paper in all_papers("lv+en"):
        said = str(paper.data)

        assert ("23. aprīlis" in said, "23 April 2027" in said) == (True, True)


def test_a_statement_in_another_language_says_so():
    issue = replace(ISSUE, language="ka", funding_statement="Co-funded by the European Union", funding_language="en")

    said, unsaid = (participant_list(SCHOOL, FLOW, [LEARNER], each).data["funding"] for each in (issue, ISSUE))

    assert (said["language"], said["note"] != "") == ("en", True)
    assert unsaid == {"statement": "", "language": "en", "note": ""}


def test_every_paper_bears_the_mark_of_the_school(monkeypatch):
    marked = replace(SCHOOL, mark=MARK)
    monkeypatch.setattr("tests.mobilities.papers.test_papers.SCHOOL", marked)

    assert [paper.data["letterhead"]["mark"] for paper in all_papers("en")] == [MARK] * 7
    assert all(typeset(paper).startswith(b"%PDF") for paper in all_papers("en"))


@pytest.mark.parametrize(
    "name",
    ["=1+1 #panic() $x$", "\\*_`<>[]{}~@'\"", "😀 محمد", "Ā" * 300, "Anna\nRūta\t\x00", "{page}"],
    ids=["markup", "escapes", "scripts", "endless", "control", "placeholder"],
)
def test_papers_can_be_made_for_any_text(name):
    person = replace(MINOR, given_names=name, family_name=name, group=name, phone=name, guardian_phone=name)
    flow = replace(FLOW, learning_outcomes=name, programme=name, insurance=name, journey=name)

    assert typeset_pack([*all_papers("en", person, flow), *all_papers("lv+en", person, flow)], "x", "en")
