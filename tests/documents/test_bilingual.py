"""Two languages side by side: what differs stands twice, what is the same once, and nothing is lost."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from tests.documents.plain_papers import plain_paper
from tilts.documents.bilingual import side_by_side
from tilts.documents.typesetting import Paper, typeset

LATVIAN = Paper(
    "a.typ", "Saraksts: Anna", "lv", {"head": "Nr.", "rows": [("1", "Anna", "diena")], "mark": b"x", "n": 2}
)
ENGLISH = Paper("a.typ", "List: Anna", "en", {"head": "No.", "rows": [("1", "Anna", "day")], "mark": b"x", "n": 2})


def test_what_differs_stands_in_both_languages_in_the_order_of_the_papers():
    assert side_by_side(LATVIAN, ENGLISH) == Paper(
        "a.typ",
        "Saraksts: Anna / List: Anna",
        "lv",
        {
            "head": {"lv": "Nr.", "en": "No."},
            "rows": [["1", "Anna", {"lv": "diena", "en": "day"}]],
            "mark": b"x",
            "n": 2,
        },
    )


def test_a_title_that_is_the_same_stands_once():
    assert side_by_side(replace(LATVIAN, title="Anna"), replace(ENGLISH, title="Anna")).title == "Anna"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"head": "No.", "rows": [], "mark": b"x", "n": 2}, "a.typ/rows"),
        ({"head": "No.", "rows": [("1", "Anna")], "mark": b"x", "n": 2}, "a.typ/rows/0"),
        ({"head": "No.", "rows": [("1", "Anna", "day")], "mark": b"x", "n": 3}, "a.typ/n"),
        ({"head": "No."}, "a.typ"),
    ],
    ids=["fewer-rows", "fewer-cells", "another-number", "fewer-keys"],
)
def test_papers_that_differ_in_more_than_words_are_refused(data, place):
    with pytest.raises(ValueError, match=f"more than words at {place}$"):
        side_by_side(LATVIAN, replace(ENGLISH, data=data))


def test_two_different_papers_are_refused():
    with pytest.raises(ValueError, match=r"a\.typ and b\.typ"):
        side_by_side(LATVIAN, replace(ENGLISH, template="b.typ"))


def test_the_second_language_is_marked_for_screen_readers():
    papers = [plain_paper(title=title, language=language) for title, language in [("Vēstule", "lv"), ("Letter", "en")]]

    reader = PdfReader(io.BytesIO(typeset(side_by_side(*papers))))

    assert reader.trailer["/Root"]["/Lang"] == "lv"
    assert b"/Lang(en)" in reader.pages[0].get_contents().get_data()
