"""Typesetting makes archivable, accessible PDFs, the same ones for the same input, whatever stands in the data."""

import io
import json
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents.plain_papers import LETTERHEAD, MARK, plain_paper
from tilts.documents import typesetting
from tilts.documents.typesetting import Paper, TypesettingError, printable, typeset, typeset_many, typeset_pack

NAUGHTY_STRINGS = Path(__file__).parents[2].parent / "shared" / "facts" / "security" / "blns.json"


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    return "\n".join(page.extract_text() for page in read(pdf).pages)


def bookmarks(pdf):
    """(title, index of the page) of the top bookmarks."""
    reader = read(pdf)
    return [
        (entry.title, reader.get_destination_page_number(entry))
        for entry in reader.outline
        if not isinstance(entry, list)
    ]


def test_typeset_makes_a_tagged_pdf_of_both_standards():
    reader = read(typeset(plain_paper("Labdien!", title="Vēstule", language="lv")))

    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 (pypdf has booleans of its own)
    assert root["/Lang"] == "lv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    xmp = root["/Metadata"].get_data().decode()
    for claim in [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Vēstule",
    ]:
        assert claim in xmp


def test_typeset_dates_the_file_by_the_paper_not_by_the_clock():
    metadata = read(typeset(plain_paper(dated_on=date(2027, 3, 1)))).metadata

    assert metadata["/CreationDate"] == "D:20270301000000Z"


def test_typeset_gives_the_same_bytes_for_the_same_input():
    paper = plain_paper("Labdien!", letterhead=replace(LETTERHEAD, mark=MARK), is_specimen=True)

    assert typeset(paper) == typeset(paper)


def test_typeset_works_in_several_threads_at_once():
    paper = plain_paper("Labdien!")
    made = []

    threads = [threading.Thread(target=lambda: made.append(typeset(paper))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [typeset(paper)] * 3


def test_typeset_uses_no_font_but_ours():
    pdf = typeset(plain_paper("Jānis ქეთევანი"))

    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in read(pdf).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts == {"NotoSans", "NotoSansGeorgian"}


def test_typeset_numbers_the_pages():
    pages = read(typeset(plain_paper(*["A line."] * 120))).pages

    assert [f"Page {number} of {len(pages)}" in page.extract_text() for number, page in enumerate(pages, start=1)] == [
        True
    ] * len(pages)
    assert len(pages) > 1


def test_typeset_marks_a_specimen():
    shown, hidden = (text_of(typeset(plain_paper("x", is_specimen=is_specimen))) for is_specimen in (True, False))

    assert ("SPECIMEN" in shown, "SPECIMEN" in hidden) == (True, False)
    assert "It has no legal force." in shown


def test_typeset_names_the_template_that_fails():
    broken = Paper("documents/typst/nowhere.typ", "A letter", "en", {})

    with pytest.raises(TypesettingError, match=r"nowhere\.typ"):
        typeset(broken)


def test_typeset_refuses_to_set_without_its_fonts(monkeypatch, tmp_path):
    monkeypatch.setattr(typesetting, "FONTS", tmp_path)
    monkeypatch.setattr(typesetting, "_local", threading.local())
    typesetting._require_fonts.cache_clear()

    with pytest.raises(TypesettingError, match="Noto Sans, Noto Sans Georgian"):
        typeset(plain_paper())


@pytest.mark.parametrize("at_once", [1, 3, None], ids=["one", "three", "one-a-core"])
def test_typeset_many_gives_what_typeset_gives_in_the_same_order(at_once):
    papers = [plain_paper(f"Nr. {number}", number=str(number)) for number in range(7)]

    assert list(typeset_many(papers, at_once=at_once)) == [typeset(paper) for paper in papers]


def test_typeset_many_of_nothing_is_nothing():
    assert list(typeset_many([])) == []


def test_typeset_many_fails_at_the_paper_that_fails():
    papers = [plain_paper("first"), replace(plain_paper(), template="documents/typst/missing.typ"), plain_paper("last")]

    made = typeset_many(papers, at_once=2)

    assert next(made) == typeset(papers[0])
    with pytest.raises(TypesettingError, match=r"missing\.typ"):
        next(made)


def test_a_pack_starts_each_paper_anew_with_its_bookmark_and_language():
    papers = [
        plain_paper(*["A line."] * 60, title="First"),
        plain_paper("Teksts", title="Otrais", language="lv"),
        plain_paper("Text", title="Third"),
    ]

    pdf = typeset_pack(papers, "All papers", "lv")

    assert bookmarks(pdf) == [("First", 0), ("Otrais", 2), ("Third", 3)]
    counts = [page.extract_text().splitlines()[-1] for page in read(pdf).pages]
    assert [count.removeprefix("No. 7").strip() for count in counts] == [
        "Page 1 of 2",
        "Page 2 of 2",
        "Page 1 of 1",
        "Page 1 of 1",
    ]
    assert (read(pdf).metadata.title, read(pdf).trailer["/Root"]["/Lang"]) == ("All papers", "lv")
    assert pdf == typeset_pack(papers, "All papers", "lv")


def test_a_pack_needs_a_paper():
    with pytest.raises(ValueError, match="at least one paper"):
        typeset_pack([], "Nothing", "en")


def test_a_picture_enters_a_pack_once():
    with_mark = replace(LETTERHEAD, mark=MARK)
    pictures = {}

    prepared = [typesetting._prepared(plain_paper(letterhead=with_mark).data, pictures) for _ in range(3)]

    assert len(pictures) == 1
    assert {data["letterhead"]["mark"] for data in prepared} == set(pictures)


# --- What people type ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "= Not a heading",
        "#panic(1) #sys.inputs",
        '#import "/settings/__init__.py"',
        "*bold* _italic_ `code` $x^2$",
        "<label> @reference https://example.org",
        'back\\slash "quotes" ~ -- ...',
        "{page} {pages}",
        "// no comment /* at all */",
    ],
    ids=["heading", "call", "import", "emphasis", "label", "escape", "placeholder", "comment"],
)
def test_markup_is_set_as_it_was_typed(text):
    assert text in text_of(typeset(plain_paper(text)))


def test_text_may_be_in_any_script_and_length():
    naughty = [
        "ქეთევან მახარაძე",
        "Ñandú Œuvre",
        "Кирилл Ωμέγα",
        "محمد שלום",
        "𝔘𝔫𝔦 日本 😀 👩‍👩‍👧",
        "Garš" * 75,
        "",
        " ",
    ]

    pdf = typeset(plain_paper(*naughty, title="".join(naughty)))

    assert "ქეთევან მახარაძე" in text_of(pdf)


@pytest.mark.skipif(not NAUGHTY_STRINGS.exists(), reason="the Big List of Naughty Strings is not beside the project")
def test_the_big_list_of_naughty_strings_is_set():
    strings = json.loads(NAUGHTY_STRINGS.read_text(encoding="utf-8"))

    pdf = typeset(plain_paper(*strings, title=strings[100]))

    text = text_of(pdf)
    for literal in ["<script>alert(123)</script>", "$1.00", "../../../../../../../../../../../etc/passwd%00"]:
        assert literal in text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Anna Bērziņa", "Anna Bērziņa"),
        ("one\r\ntwo\tthree\rfour", "one\ntwo three four"),
        ("a\x00b\x07c\ufeffd", "abcd"),
        ("Anna \u202eanna", "Anna anna"),
        ("\ud800\ue000", "\ufffd\ufffd"),
        ("Jānis 😀", "Jānis \ufffd"),
        ("שלום", "שלום"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "\u200b".join("x" * 41)),
        ("SHA-256: " + "0a" * 32, "SHA-256: " + "0a" * 32),
        ("https://example.org/" + "y" * 30, "https://example.org/" + "y" * 30),
    ],
    ids=["plain", "lines", "control", "direction", "half", "emoji", "fallback", "long", "too-long", "sum", "address"],
)
def test_printable_keeps_what_paper_can_show(text, printed):
    assert printable(text) == printed


def test_signs_taken_for_granted_are_in_the_fonts():
    granted = "".join(chr(number) for number in range(0x20, 0x3000) if not typesetting._EXOTIC.search(chr(number)))

    assert typesetting._prints(granted)
