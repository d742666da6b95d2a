"""Numbers of organisations, the words they are found by, and which two may be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.languages import text_for
from tilts.partners.rules import (
    BadNumber,
    LookAlike,
    Number,
    Organisation,
    is_near,
    look_alikes,
    makes_circle,
    read_number,
    words,
)

NAMES = st.text(alphabet="aābcčdeēfgģkķlļnņoprsšuvzž 123ქუთაისი", max_size=24)


@pytest.mark.parametrize(
    ("kind", "typed", "country", "stored"),
    [
        (Number.OID, " e100 12345", "", "E10012345"),
        (Number.PIC, "999 012 345", "", "999012345"),
        (Number.ACCREDITATION, "2021-1-lv01-ka120-vet-000045655", "", "2021-1-LV01-KA120-VET-000045655"),
        (Number.ACCREDITATION, "2020-1-LV01-KA120-VET-094584", "", "2020-1-LV01-KA120-VET-094584"),
        (Number.REGISTRATION, "9000 0000 001", "LV", "90000000001"),
        (Number.REGISTRATION, "200000001", "GE", "200000001"),
        (Number.REGISTRATION, "hrb 12345", "DE", "HRB 12345"),
    ],
    ids=["oid", "pic", "accreditation", "accreditation-2020", "latvia", "georgia", "elsewhere"],
)
def test_a_number_is_read_as_people_type_it(kind, typed, country, stored):
    assert read_number(kind, typed, country) == stored


@pytest.mark.parametrize(
    ("kind", "typed", "country", "problem", "values"),
    [
        (Number.OID, "E1001234", "", "form", {"value": "E1001234"}),
        (Number.OID, "10012345", "", "form", {"value": "10012345"}),
        (Number.PIC, "99901234X", "", "form", {"value": "99901234X"}),
        (Number.PIC, "٩٩٩٠١٢٣٤", "", "form", {"value": "٩٩٩٠١٢٣٤"}),
        (Number.ACCREDITATION, "LV01-KA120", "", "form", {"value": "LV01-KA120"}),
        (
            *(Number.ACCREDITATION, "2021-1-LV01-KA121-VET-000012345", "", "is_project"),
            {"value": "2021-1-LV01-KA121-VET-000012345", "action": "KA121"},
        ),
        (Number.REGISTRATION, "123", "LV", "country_form", {"value": "123", "country": "LV", "digits": "11"}),
        (Number.REGISTRATION, "none", "DE", "form", {"value": "none"}),
    ],
    ids=["short", "no-e", "letter", "arabic-digits", "no-year", "a-project", "latvia", "no-digit"],
)
def test_a_number_of_another_form_is_refused_with_its_reason(kind, typed, country, problem, values):
    with pytest.raises(BadNumber) as refused:
        read_number(kind, typed, country)

    assert (refused.value.kind, refused.value.problem, refused.value.values) == (kind, problem, values)


@given(st.sampled_from(Number), st.text(max_size=40), st.sampled_from(["", "LV", "DE"]))
def test_a_stored_number_is_read_as_itself(kind, typed, country):
    try:
        stored = read_number(kind, typed, country)
    except BadNumber:
        return
    assert read_number(kind, stored, country) == stored


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Rīgas” 1. koledža", {"rigas", "1", "koledza"}),
        ("ქუთაისის კოლეჯი", {"kutaisis", "koleji"}),
        ("Handels-Schule Süd", {"handels", "schule", "sud"}),
        ("–", set()),
    ],
    ids=["quotes", "georgian", "hyphen", "signs"],
)
def test_the_words_of_a_name_are_plain(text, plain):
    assert words(text) == plain


def organisation(key, name, *others, country="LV", numbers=()):
    return Organisation(key, country, (name, *others), frozenset(numbers))


@pytest.mark.parametrize(
    ("new", "known", "found"),
    [
        ("BULDURU TEHNIKUMS", "SIA “Bulduru tehnikums”", ("name", "SIA “Bulduru tehnikums”")),
        ("Tehnikums Bulduru", "Bulduru tehnikums", ("name", "Bulduru tehnikums")),
        ("Kutaisi Koleji", "კუტაისი კოლეჯი", ("name", "კუტაისი კოლეჯი")),
        ("Kuldigas technikum", "Kuldīgas tehnikums", ("spelling", "Kuldīgas tehnikums")),
        ("Berufs schulzentrum Nord", "Berufsschulzentrum Nord", ("spelling", "Berufsschulzentrum Nord")),
        ("Jelgavas tehnikums", "Kandavas tehnikums", None),
        ("Daugavas tehnikums", "Daugavpils tehnikums", None),
        ("Rīgas 1. vidusskola", "Rīgas 2. vidusskola", None),
        ("Cēsu vidusskola", "Cēsu mūzikas vidusskola", None),
        ("", "Cēsu vidusskola", None),
    ],
    ids=[
        *("legal-form", "order", "script", "misspelled", "blank", "other-town", "near-town", "number", "longer"),
        "nothing",
    ],
)
def test_a_name_looks_like_one_that_is_there(new, known, found):
    alike = look_alikes(organisation(0, new), [organisation(1, known)])

    assert alike == ([LookAlike(1, *found)] if found else [])


def test_an_equal_number_counts_in_any_country_and_an_equal_name_only_in_its_own():
    new = organisation(0, "Bridge School", country="IE", numbers=[("oid", "E10000001")])
    known = [
        organisation(1, "Bridge School", country="GB"),
        organisation(2, "Bridge School", country="IE"),
        organisation(3, "Other School", "Bridge Schol", country="IE"),
        organisation(4, "Tiltu skola", numbers=[("oid", "E10000001")]),
        organisation(5, "Tiltu skola", numbers=[("pic", "E10000001")]),
    ]

    assert look_alikes(new, known) == [
        LookAlike(4, "number", "E10000001"),
        LookAlike(2, "name", "Bridge School"),
        LookAlike(3, "spelling", "Bridge Schol"),
    ]


@given(NAMES, NAMES)
def test_looking_alike_does_not_depend_on_who_is_asked(one, other):
    there = look_alikes(organisation(0, one), [organisation(1, other)])
    back = look_alikes(organisation(0, other), [organisation(1, one)])

    assert [alike.why for alike in there] == [alike.why for alike in back]


@given(st.lists(st.text(alphabet="abcdeš1", min_size=1, max_size=8), min_size=1, max_size=4).map(tuple))
def test_every_name_is_near_itself(name):
    assert is_near(name, name)


@pytest.mark.parametrize(
    ("partner", "successor", "circle"),
    [(1, 1, True), (3, 1, True), (3, 2, True), (1, 3, False), (4, 1, False)],
    ids=["itself", "long-circle", "circle", "further-on", "apart"],
)
def test_taking_over_leads_back(partner, successor, circle):
    assert makes_circle({1: 2, 2: 3}, partner, successor) == circle


@pytest.mark.parametrize(
    ("texts", "language", "chosen"),
    [
        ({"lv": "Pavārs", "en": "Cook"}, "lv", ("Pavārs", "lv")),
        ({"lv": "Pavārs", "en": "Cook"}, "ka", ("Cook", "en")),
        ({"pl": "Kucharz"}, "ka", ("Kucharz", "pl")),
        ({"en": "Cook"}, "en-gb", ("Cook", "en")),
        ({}, "lv", ("", "")),
    ],
    ids=["own", "english", "whatever-there-is", "region", "none"],
)
def test_a_text_falls_back_visibly(texts, language, chosen):
    assert text_for(texts, language) == chosen
