"""The order, the learning agreement, the consent and the sheet say what their records say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.mobilities.papers.paper_records import (
    ACCOMPANYING,
    FLOW,
    ISSUE,
    LEARNER,
    MINOR,
    ORDER,
    SCHOOL,
    SENDING,
    TEACHER,
)
from tests.mobilities.papers.test_papers import article, pages_of
from tilts.mobilities.papers.accompanying_sheet import accompanying_sheet
from tilts.mobilities.papers.common import lines
from tilts.mobilities.papers.directors_order import directors_order
from tilts.mobilities.papers.learning_agreement import learning_agreement
from tilts.mobilities.papers.parental_consent import NoMinor, parental_consent
from tilts.mobilities.papers.records import ContactRecord, FundingRecord, OrderRecord

LED = [LEARNER, MINOR, replace(ACCOMPANYING, phone="+371 20000001")]
KNOWN = replace(
    FLOW,
    learning_outcomes="- weld pipes\n\n• read drawings",
    programme="Days 1–3: introduction\nDays 4–19: work",
    insurance="Policy 12-345",
    journey="By bus at 7:00",
)


def order(people=LED, flow=FLOW, number=ORDER, funding=None):
    return directors_order(SCHOOL, flow, people, number, funding, ISSUE)


def titles(paper):
    return [each["title"] for each in paper.data["articles"]]


def test_lines_of_a_text_come_without_blanks_and_marks():
    assert lines(" - weld pipes \r\n\n* read\n•keep a log\n") == ["weld pipes", "read", "keep a log"]


# --- Director's order ------------------------------------------------------------------------------------------------


def test_order_says_whom_it_sends_and_who_is_responsible():
    paper = order()

    assert paper.data["facts"][2:] == [
        ("Hosting organisation", ["Taller Monte Verde", "Calle del Mar 12, Valencia, Spain"]),
        ("Days of activity", "5 April 2027 – 23 April 2027"),
        ("Away with travel", "4 April 2027 – 24 April 2027"),
    ]
    assert article(paper, "Who is sent")["people"]["rows"] == [
        ["1", "Ķēniņš Jānis", "6 May 2006", "GT-21"],
        ["2", "Šķēle Žanete", "6 May 2010", "GT-21"],
    ]
    assert article(paper, "Responsible persons")["responsible"]["rows"] == [["1", "Liepiņa Dace", "+371 20000001"]]


def test_order_has_the_schools_number_or_lines_to_write_it_on():
    numbered, blank = (order(number=number).data["own_number"] for number in (ORDER, OrderRecord()))

    assert [line["value"] for line in numbered] == ["1-9/45", "2 March 2027"]
    assert [line["value"] for line in blank] == ["", ""]


@pytest.mark.parametrize(
    ("funding", "points"),
    [
        (None, []),
        (FundingRecord(Decimal("2594.00")), ["The grants of all who are sent make 2,594.00\xa0EUR."]),
        (
            FundingRecord(Decimal("2594.00"), is_provisional=True),
            ["The grants of all who are sent make 2,594.00\xa0EUR by provisional figures."],
        ),
    ],
    ids=["no-sum", "final", "provisional"],
)
def test_order_names_the_sum_only_where_there_is_one(funding, points):
    assert article(order(funding=funding), "Funding")["points"][1:] == points


def test_order_tells_journey_and_insurance_once_they_are_known():
    known = article(order(flow=KNOWN), "Journey and insurance")

    assert known["facts"] == [("Journey", ["By bus at 7:00"]), ("Insurance", ["Policy 12-345"])]
    assert "Journey and insurance" not in titles(order())


def test_order_for_staff_names_nobody_responsible_and_for_unled_learners_leaves_a_line():
    alone, unled = order([TEACHER]), order([LEARNER])

    assert "Responsible persons" not in titles(alone)
    assert len(article(unled, "Responsible persons")["writing"]) == 1
    assert [block["name"] for block in alone.data["annex"]["signatures"]] == []
    assert [block["name"] for block in unled.data["annex"]["signatures"]] == [""]


def test_order_annexes_a_table_in_which_each_participant_signs():
    annex = order().data["annex"]

    assert annex["heads"] == ["No.", "Name", "Group", "Date", "Signature"]
    assert annex["rows"] == [["1", "Ķēniņš Jānis", "GT-21"], ["2", "Šķēle Žanete", "GT-21"]]
    assert [block["name"] for block in annex["signatures"]] == ["Dace Liepiņa"]


def test_order_shows_every_name_of_a_group_in_list_and_annex():
    people = [replace(LEARNER, family_name=f"Liepa{number:02}") for number in range(40)]

    text = "".join(pages_of(order(people)))

    assert [text.count(person.listed_name) for person in people] == [2] * 40


def test_order_that_sends_nobody_is_refused():
    with pytest.raises(ValueError, match="Spring group"):
        order([ACCOMPANYING])


# --- Learning agreement ----------------------------------------------------------------------------------------------


def test_learning_agreement_holds_what_was_typed():
    paper = learning_agreement(SCHOOL, KNOWN, LEARNER, ISSUE)

    outcomes, programme = article(paper, "Learning outcomes"), article(paper, "Programme and tasks")
    assert (outcomes["list"], outcomes["empty_lines"]) == (["weld pipes", "read drawings"], 0)
    assert (programme["paragraphs"], programme["empty_lines"]) == (["Days 1–3: introduction", "Days 4–19: work"], 0)
    assert article(paper, "Insurance")["paragraphs"] == ["Policy 12-345"]


def test_learning_agreement_leaves_lines_for_what_nobody_typed():
    paper = learning_agreement(SCHOOL, FLOW, LEARNER, ISSUE)

    assert [article(paper, title)["empty_lines"] for title in ("Learning outcomes", "Programme and tasks")] == [4, 4]
    assert len(article(paper, "Insurance")["writing"]) == 1


@pytest.mark.parametrize(
    ("person", "names"),
    [
        (LEARNER, ["Jānis Ķēniņš", "Ilze Vītoliņa", "Lucía Ferrer"]),
        (MINOR, ["Žanete Šķēle", "Baiba Šķēle", "Ilze Vītoliņa", "Lucía Ferrer"]),
    ],
    ids=["adult", "minor"],
)
def test_learning_agreement_is_signed_by_three_parties_and_for_a_minor_by_a_guardian(person, names):
    paper = learning_agreement(SCHOOL, FLOW, person, ISSUE)

    assert [block["name"] for block in paper.data["signatures"]] == names


def test_learning_agreement_of_an_incoming_stay_has_the_school_as_host():
    incoming = replace(FLOW, sending=replace(FLOW.host, signatory=""), host=SENDING)

    paper = learning_agreement(SCHOOL, incoming, LEARNER, ISSUE)

    assert paper.data["parties"][1:] == [
        ("Sending organisation", ["Taller Monte Verde", "Calle del Mar 12, Valencia, Spain"]),
        ("Hosting organisation", ["Lielupes tehnikums", "Pasta iela 37, Jelgava, Latvia"]),
    ]
    assert [block["name"] for block in paper.data["signatures"]] == ["Jānis Ķēniņš", "", "Ilze Vītoliņa"]


def test_learning_agreement_recognises_a_learners_study_and_a_teachers_development():
    points = [
        article(learning_agreement(SCHOOL, FLOW, person, ISSUE), "Assessment and recognition")["points"][2]
        for person in (LEARNER, TEACHER)
    ]

    assert points == [
        "The sending organisation recognises what was achieved as a part of the study programme.",
        "The sending organisation recognises what was achieved as professional development.",
    ]


# --- Parental consent ------------------------------------------------------------------------------------------------


def test_consent_says_who_travels_with_whom_and_asks_for_photos_apart():
    person = replace(MINOR, guardian_phone="+371 29000000")

    data = parental_consent(SCHOOL, KNOWN, person, LED[2:], ISSUE).data

    assert data["guardian"][0][0] == {"label": "Parent or guardian", "value": "Baiba Šķēle"}
    assert data["guardian"][1][0] == {"label": "Telephone", "value": "+371 29000000"}
    assert data["facts"][0] == ("Who travels", "Žanete Šķēle · 6 May 2010 · GT-21")
    assert ("Accompanied by", ["Dace Liepiņa, +371 20000001"]) in data["facts"]
    assert data["photos"]["choices"][1] == "I do not agree."
    assert "Voluntary: the trip does not depend on it" in data["photos"]["note"]
    assert not any("photo" in point for part in data["articles"] for point in part["points"])
    assert len(data["emergency"]["writing"]) == 2


def test_each_of_several_guardians_signs_the_consent():
    person = replace(MINOR, other_guardians=(ContactRecord("Uldis Šķēle", "father", "+371 29000001"),))

    data = parental_consent(SCHOOL, KNOWN, person, LED[2:], ISSUE).data

    assert [field["value"] for field in data["guardian"][2]] == ["Uldis Šķēle", "father"]
    assert [block["name"] for block in data["signatures"]] == ["Baiba Šķēle", "Uldis Šķēle"]


def test_consent_has_the_emergency_contacts_that_are_known_and_lines_for_others():
    person = replace(MINOR, emergency=(ContactRecord("Juris Šķēle", "father", "+371 29000001"),))

    writing = parental_consent(SCHOOL, FLOW, person, [], ISSUE).data["emergency"]["writing"]

    assert [[line["value"] for line in row] for row in writing] == [
        ["Juris Šķēle", "father", "+371 29000001"],
        ["", "", ""],
    ]


def test_consent_is_needed_for_who_comes_of_age_during_the_stay():
    of_age_in_the_stay = replace(LEARNER, born_on=date(2009, 4, 5))

    assert parental_consent(SCHOOL, FLOW, of_age_in_the_stay, [], ISSUE).data["signatures"][0]["name"] == ""


def test_consent_for_an_adult_on_the_day_of_travel_is_refused():
    with pytest.raises(NoMinor, match="2027-04-04"):
        parental_consent(SCHOOL, FLOW, replace(LEARNER, born_on=date(2009, 4, 4)), [], ISSUE)


# --- Accompanying person's sheet -------------------------------------------------------------------------------------


def test_sheet_lists_the_group_and_leaves_blank_what_is_not_known():
    colleague = replace(ACCOMPANYING, given_names="Ralfs", family_name="Kalnbērzs", phone="+371 20000002")
    minor = replace(MINOR, phone="+371 21111111", guardian_phone="+371 29999999")

    data = accompanying_sheet(SCHOOL, KNOWN, ACCOMPANYING, [LEARNER, minor, ACCOMPANYING, colleague], ISSUE).data

    assert data["group"]["rows"] == [
        ["1", "Ķēniņš Jānis", "6 May 2006", "", ""],
        ["2", "Šķēle Žanete\xa0*", "6 May 2010", "+371\xa021111111", "+371\xa029999999"],
    ]
    assert data["facts"][:2] == [
        ("Accompanying person", ["Dace Liepiņa"]),
        ("Together with", ["Ralfs Kalnbērzs, +371 20000002"]),
    ]
    assert data["facts"][-2:] == [("Journey", ["By bus at 7:00"]), ("Insurance", ["Policy 12-345"])]
    assert data["notice"] == [
        "Holds personal data: keep this sheet with you, show it to nobody and destroy it after the trip."
    ]


def test_sheet_without_a_group_is_refused():
    with pytest.raises(ValueError, match="Spring group"):
        accompanying_sheet(SCHOOL, FLOW, ACCOMPANYING, [ACCOMPANYING], ISSUE)
