"""What a reference tells, whether money adds up, and how both are said."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tilts.funding.rules import check_money
from tilts.projects.programmes import programmes
from tilts.projects.rules import (
    EXAMPLES,
    ProjectReference,
    Remark,
    form_of,
    normalise_reference,
    programme_of,
    read_reference,
    remarks_on,
)
from tilts.projects.sentences import money_sentences, remark_sentence

AGENCIES = frozenset({"LV01", "PL01"})


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


# References


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("2021-1-LV01-KA121-VET-000012345", ProjectReference(2021, 1, "LV01", "KA121", "VET", "000012345")),
        ("2019-1-LV01-KA116-060226", ProjectReference(2019, 1, "LV01", "KA116", "", "060226")),
        ("2019-1-LV01-KA229-060426_3", ProjectReference(2019, 1, "LV01", "KA229", "", "060426")),
        ("2020-1_PL01-KA103-078074", ProjectReference(2020, 1, "PL01", "KA103", "", "078074")),
        ("2020-1-PL01_KA103-078074", ProjectReference(2020, 1, "PL01", "KA103", "", "078074")),
        ("2020-1-DE02-KA226-VET-008138", ProjectReference(2020, 1, "DE02", "KA226", "VET", "008138")),
        ("2020-1-LV01-KA120-VET-095432", ProjectReference(2020, 1, "LV01", "KA120", "VET", "095432")),
        ("NPAD-2016/10040", None),
        ("2021-1-LV01-KA121-VET-12345", None),
        ("2014-1-LV01-KA121-VET-000012345", None),
        ("", None),
    ],
    ids=[
        *("2021", "2019", "partner-of-a-school-exchange", "underscore-early", "underscore", "2020-with-field"),
        *("accreditation", "nordplus", "too-short", "wrong-years", "empty"),
    ],
)
def test_a_reference_tells_call_year_agency_and_action(reference, parts):
    assert read_reference(reference) == parts


def test_the_action_is_named_with_its_field():
    parts = read_reference("2021-1-LV01-KA121-VET-000012345")

    assert parts is not None
    assert parts.action_with_field == "KA121-VET"


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("2020-1_PL01-KA103-078074", "2020-1-PL01-KA103-078074"),
        (" 2020–1–PL01–KA103–078074 ", "2020-1-PL01-KA103-078074"),
        ("2020‑1‑PL01‑KA103‑078074", "2020-1-PL01-KA103-078074"),
        ("2021-1-lv01-ka121-vet-000012345", "2021-1-LV01-KA121-VET-000012345"),
        ("2021-1LV01KA121-VET 000012345", "2021-1-LV01-KA121-VET-000012345"),
        ("2019-1-LV01-KA229-060426_3", "2019-1-LV01-KA229-060426_3"),
        ("npad 2016-10040", "NPAD-2016/10040"),
        ("ka152-you-691c4b41", "KA152-YOU-691C4B41"),
        ("NFI/IC/VIAA/2020/4", "NFI/IC/VIAA/2020/4"),
        ("Nr.  9.-20.2.2.1/4", "Nr. 9.-20.2.2.1/4"),
        ("  ", ""),
    ],
)
def test_dashes_and_blanks_are_written_as_the_programme_does(written, reference):
    assert normalise_reference(written) == reference


@given(st.text(max_size=40))
def test_a_reference_once_normalised_stays_so(text):
    once = normalise_reference(text)

    assert normalise_reference(once) == once


@pytest.mark.parametrize("form", EXAMPLES)
def test_the_example_of_each_form_has_that_form(form):
    assert form_of(EXAMPLES[form]) == form


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("2019-1-LV01-KA116-060226", "erasmus-2014"),
        ("2020-1-LV01-KA226-VET-094567", "erasmus-2014"),
        ("600123-EPP-1-2018-1-LV-EPPKA2-SSA", "erasmus-2014"),
        ("2021-1-LV01-KA121-VET-000012345", "erasmus-2021"),
        ("2020-1-LV01-KA120-VET-095432", "erasmus-2021"),
        ("NPAD-2016/10040", "nordplus-2012"),
        ("NPJR-2018/10040", "nordplus-2018"),
        ("NPHE-2024/10040", "nordplus-2023"),
        ("NPHE-2039/10040", None),
        ("NFI/IC/VIAA/2020/4", None),
        ("", None),
    ],
)
def test_a_reference_tells_its_programme(reference, code):
    told = programme_of(reference, programmes())

    assert (told.code if told else None) == code


@pytest.mark.parametrize(
    ("reference", "programme", "sentences"),
    [
        ("", "erasmus-2021", []),
        ("2021-1-LV01-KA121-VET-000012345", None, []),
        ("2021-1-LV01-KA131-HED-000012345", "erasmus-2021", []),
        ("NPAD-2016/10040", "nordplus-2012", []),
        ("NFI/IC/VIAA/2020/4", "eea-norway-2014", []),
        ("LV/06/B/F/PP-172.001", "llp", []),
        (
            "2021-LV01-12",
            "erasmus-2021",
            [
                "The reference “2021-LV01-12” is unusual. It is kept as it stands; compare it with the grant "
                "agreement. Usual is a form like 2021-1-LV01-KA121-VET-000012345."
            ],
        ),
        (
            "NPAD-16-10040",
            "nordplus-2012",
            [
                "The reference “NPAD-16-10040” is unusual. It is kept as it stands; compare it with the grant "
                "agreement. Usual is a form like NPAD-2016/10040."
            ],
        ),
        (
            "NPAD-2016/10040",
            "erasmus-2014",
            [
                "The reference “NPAD-2016/10040” looks like one of Nordplus 2012–2017, but the programme here is "
                "Erasmus+ 2014–2020. Check which of the two is right."
            ],
        ),
        (
            "KA152-YOU-691C4B41",
            None,
            [
                "“KA152-YOU-691C4B41” is the number of an application form. The project's own reference stands in the "
                "grant agreement."
            ],
        ),
        (
            "2021-1-QQ01-KA999-VET-000012345",
            None,
            [
                "There is no national agency QQ01. Check the third part of the reference.",
                "Erasmus+ 2021–2027 has no action KA999-VET. Check the fourth part of the reference.",
            ],
        ),
    ],
    ids=[
        *("none", "usual", "field-not-named", "nordplus", "no-form-known", "old-programme", "unusual"),
        *("unusual-nordplus", "other-programme", "application", "agency-and-action"),
    ],
)
def test_what_is_unusual_about_a_reference_is_said(reference, programme, sentences):
    known = programmes().get(programme)

    assert [remark_sentence(each) for each in remarks_on(reference, known, programmes(), AGENCIES)] == sentences


def test_agencies_are_not_looked_at_where_none_are_known():
    assert remarks_on("2021-1-QQ01-KA121-VET-000012345", None, programmes()) == ()


def test_an_unusual_reference_names_itself():
    assert remarks_on("X", None, programmes()) == (
        Remark("unusual", {"reference": "X", "example": EXAMPLES["erasmus_2021"]}),
    )


# Money


def check(total, grant, cofinancing, percent=None):
    amounts = (None if each is None else Decimal(each) for each in (total, grant, cofinancing, percent))
    return check_money(*amounts)


def said(*amounts):
    return [sentence.replace("\u00a0", " ") for sentence in money_sentences(check(*amounts))]


@pytest.mark.parametrize(
    ("amounts", "verdict", "difference"),
    [
        (("2011605", "1810444", "201161", "90"), "rounded", 0),
        (("2011605", "1810445", "201160", "90"), "rounded", 0),
        (("2011605", "1810445", "201161", "90"), "rounded", 1),
        (("2011605", "1810444", "201160", "90"), "rounded", -1),
        (("2011605", "1810444", "201161", None), "exact", 0),
        (("2011605", "1810444", "201160", None), "broken", -1),
        (("2011605.40", "1810444", "201161", None), "rounded", Decimal("-0.40")),
        (("1000", "900", "100", "90"), "exact", 0),
        (("1000", "899", "101", "90"), "broken", 0),
        (("1000", "900", "90", "90"), "broken", -10),
        (("1000.05", "850.04", "150.01", "85"), "exact", 0),
        (("1000.05", "850.03", "150.02", "85"), "broken", 0),
        (("1000", "1000", "0", "100"), "exact", 0),
        (("0", "0", "0", "90"), "exact", 0),
        (("1000", "900", None, "90"), "unknown", 0),
        ((None, None, None, None), "unknown", 0),
    ],
    ids=[
        *("half-a-euro-to-the-co-financing", "half-a-euro-to-the-grant", "both-up", "both-down", "no-percentage"),
        *("a-euro-too-little", "cents-of-the-total", "to-the-euro", "a-euro-off", "slip", "to-the-cent", "a-cent-off"),
        *("whole-grant", "nothing", "an-amount-missing", "nothing-known"),
    ],
)
def test_money_adds_up_within_the_donor_s_rounding(amounts, verdict, difference):
    found = check(*amounts)

    assert (found.verdict, found.difference_eur) == (verdict, difference)


def test_the_half_euro_of_the_innovation_centre_is_explained():
    assert said("2011605", "1810444", "201161", "90") == [
        "1,810,444.00 EUR + 201,161.00 EUR = 2,011,605.00 EUR.",
        "90 % of 2,011,605.00 EUR is 1,810,444.50 EUR; rounded, the grant is 1,810,444.00 EUR, 0.50 EUR less.",
        "10 % of 2,011,605.00 EUR is 201,160.50 EUR; rounded, the co-financing is 201,161.00 EUR, 0.50 EUR more.",
    ]


@pytest.mark.parametrize(
    ("amounts", "sentences"),
    [
        (("1000", "900", "100"), ["900.00 EUR + 100.00 EUR = 1,000.00 EUR."]),
        (
            ("1000", "900", "100", "90"),
            [
                "900.00 EUR + 100.00 EUR = 1,000.00 EUR.",
                "The grant is 90 % of 1,000.00 EUR.",
                "The co-financing is 10 % of 1,000.00 EUR.",
            ],
        ),
        (
            ("2011605", "1810445", "201161", "90"),
            [
                "1,810,445.00 EUR + 201,161.00 EUR = 2,011,606.00 EUR, 1.00 EUR more than the total of 2,011,605.00 "
                "EUR: both were rounded.",
                "90 % of 2,011,605.00 EUR is 1,810,444.50 EUR; rounded, the grant is 1,810,445.00 EUR, 0.50 EUR more.",
                "10 % of 2,011,605.00 EUR is 201,160.50 EUR; rounded, the co-financing is 201,161.00 EUR, 0.50 EUR "
                "more.",
            ],
        ),
        (
            ("1000", "950", "90"),
            [
                "950.00 EUR + 90.00 EUR = 1,040.00 EUR, 40.00 EUR more than the total of 1,000.00 EUR. Compare the "
                "three amounts with the grant agreement."
            ],
        ),
        (
            ("1000", "800", "200", "90"),
            [
                "800.00 EUR + 200.00 EUR = 1,000.00 EUR.",
                "90 % of 1,000.00 EUR is 900.00 EUR, but the grant is 800.00 EUR, 100.00 EUR less. Check the amounts "
                "and the percentage.",
                "10 % of 1,000.00 EUR is 100.00 EUR, but the co-financing is 200.00 EUR, 100.00 EUR more. Check the "
                "amounts and the percentage.",
            ],
        ),
        (("1000", None, "100"), []),
    ],
    ids=["sum", "exact", "both-up", "too-much", "other-percentage", "unknown"],
)
def test_money_is_explained(amounts, sentences):
    assert said(*amounts) == sentences


@given(st.integers(0, 10_000_000), st.decimals(0, 100, places=2), st.booleans(), st.booleans())
def test_however_the_donor_rounds_to_whole_euro_the_money_adds_up(total, percent, is_grant_up, is_cofinancing_up):
    grant = total * percent / 100
    parts = [
        part.to_integral_value("ROUND_CEILING" if is_up else "ROUND_FLOOR")
        for part, is_up in ((grant, is_grant_up), (total - grant, is_cofinancing_up))
    ]

    assert check_money(Decimal(total), *parts, percent).verdict in ("exact", "rounded")


@given(st.integers(0, 10_000_000), st.integers(2, 1000), st.integers(1, 99))
def test_a_grant_that_is_off_by_two_euro_never_passes(total, off, percent):
    grant = (total * Decimal(percent) / 100).to_integral_value() + off

    assert check_money(Decimal(total), grant, total - grant, Decimal(percent)).verdict == "broken"
