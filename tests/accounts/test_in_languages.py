"""Texts of a school's rows in several languages: what a reader gets, how they are entered and found."""

import re

import pytest
from babel import UnknownLocaleError
from django.utils.translation import override

from tests.factories import AgreementFactory, PartnerFactory, PastActivityFactory, ProjectFactory
from tilts.accounts.in_languages import check_texts, found_by
from tilts.agreements import actions, queries
from tilts.agreements.models import Agreement
from tilts.core.history import changes_of
from tilts.mobilities.past.models import PastActivity
from tilts.projects.models import Project
from tilts.projects.queries import projects

AGREED = {"title": "Sadarbība", "concluded": "unknown"}


def agreed(**fields):
    return actions.keep_agreement(AgreementFactory.build(**fields), [PartnerFactory()])


# What a reader gets


@pytest.mark.parametrize(
    ("there", "reader", "text"),
    [
        ({"en": {"title": "Cooperation"}, "ka": {"title": "თანამშრომლობა"}}, "lv", "Sadarbība"),
        ({"en": {"title": "Cooperation"}, "ka": {"title": "თანამშრომლობა"}}, "ka", "თანამშრომლობა"),
        ({"en": {"title": "Cooperation"}}, "ka", "Cooperation"),
        ({"ka": {"title": "თანამშრომლობა"}}, "en", "Sadarbība"),
    ],
    ids=["own-column", "own-language", "english", "the-schools-own"],
)
def test_a_reader_gets_the_own_language_else_english_else_the_schools(school, there, reader, text):
    agreement = agreed(title="Sadarbība", in_other_languages=there)

    with override(reader):
        assert str(agreement) == text


def test_what_was_never_written_is_in_no_language(school):
    assert agreed(reason="").texts["reason"] == {}


def test_a_text_that_is_not_translated_says_so_on_its_page(school, browse):
    agreement = agreed(title="Sadarbība", reason="Abi māca to pašu.", in_other_languages={"en": {"title": "Together"}})

    page = browse().get(f"/{school.slug}/agreements/{agreement.pk}/").text

    assert "<h1" in page
    assert "Together" in page
    assert "Sadarbība" not in page
    assert re.search(
        r'<div lang="lv"><p>Abi māca to pašu.</p></div>\s*<span class="not-translated">\(not yet translated: Latvian\)',
        page,
    )


def test_an_official_title_stays_and_is_explained(school, browse):
    project = ProjectFactory(title="Prakse Eiropā", in_other_languages={"en": {"title": "Placements in Europe"}})
    page = browse().get(f"/{school.slug}/projects/{project.pk}/").text

    assert re.search(r"<h1[^>]*>\s*Prakse Eiropā", page)
    assert '<span class="other-title" lang="en">Placements in Europe</span>' in page
    with override("ka"):
        assert project.other_title == ("Placements in Europe", "en")
    with override("lv"):
        assert project.other_title is None
    project.in_other_languages = {"en": {"title": "Prakse Eiropā"}}
    assert project.other_title is None


# How they are entered


def test_a_form_keeps_texts_in_other_languages(school, browse):
    browse().post(
        f"/{school.slug}/agreements/new/",
        AGREED
        | {"partners": [PartnerFactory().pk], "title_en": " Cooperation ", "title_ka": "", "reason_ka": "მიზეზი"},
    )

    assert Agreement.objects.get().in_other_languages == {"en": {"title": "Cooperation"}, "ka": {"reason": "მიზეზი"}}


def test_a_form_asks_for_every_language_but_the_schools_own_and_is_folded(school, browse):
    page = browse().get(f"/{school.slug}/agreements/new/").text

    folded = re.search(r'<details class="form-part form-folded">(.*?)</details>', page, re.S)[1]
    assert re.findall(r'name="(title_\w+)"', folded) == ["title_en", "title_ka"]
    assert "title_lv" not in page
    assert re.search(r'<input[^>]*name="title_ka"[^>]*lang="ka"', folded)
    assert "Title (Georgian)" in folded


def test_a_text_that_is_too_long_is_told_and_opens_the_fold(school, browse):
    page = browse().post(f"/{school.slug}/agreements/new/", AGREED | {"title_en": "x" * 201}).text

    assert '<details class="form-part form-folded" open>' in page
    assert "at most 200 characters" in page
    assert not Agreement.objects.exists()


def test_a_change_keeps_what_the_form_does_not_ask_for(school, browse):
    there = {"de": {"title": "Zusammenarbeit"}, "en": {"title": "Cooperation", "notes": "Old"}}
    agreement = agreed(in_other_languages=there)

    browse().post(
        f"/{school.slug}/agreements/{agreement.pk}/change/",
        AGREED | {"partners": [each.pk for each in agreement.partners], "title_en": "Working together"},
    )

    agreement.refresh_from_db()
    assert agreement.in_other_languages == {"de": {"title": "Zusammenarbeit"}, "en": {"title": "Working together"}}


def test_the_official_title_may_be_explained_in_the_schools_own_language(school, browse):
    project = ProjectFactory(title="Support to vocational education")
    browse().post(
        f"/{school.slug}/projects/{project.pk}/change/",
        {
            "title": project.title,
            "own_role": project.own_role,
            "starts_on": "1.9.2021",
            "ends_on": "30.11.2022",
            "title_lv": "Atbalsts profesionālajai izglītībai",
        },
    )

    assert Project.objects.get().in_other_languages == {"lv": {"title": "Atbalsts profesionālajai izglītībai"}}


@pytest.mark.parametrize(
    ("texts", "error"),
    [
        ({"xx": {"title": "?"}}, UnknownLocaleError),
        ({"not a language": {"title": "?"}}, ValueError),
        ({"en": {"learners": "10"}}, ValueError),
    ],
    ids=["no-language", "no-code", "no-text-of-it"],
)
def test_what_is_no_text_in_a_language_is_not_kept(school, texts, error):
    with pytest.raises(error):
        PastActivityFactory(in_other_languages=texts)

    assert not PastActivity.objects.exists()


def test_a_number_is_no_text():
    with pytest.raises(ValueError, match="title=10"):
        check_texts({"en": {"title": 10}}, ["title"])


def test_texts_of_known_languages_are_fine():
    check_texts({"de": {"title": "Austausch"}, "ka": {}}, ["title"])


# How they are found, sorted and remembered


def test_a_row_is_found_by_words_of_its_title_in_any_language(school):
    agreement = agreed(title="Sadarbības līgums", in_other_languages={"ka": {"title": "შეთანხმება"}})
    project = ProjectFactory(title="Prakse Eiropā", in_other_languages={"en": {"title": "Placements in Europe"}})

    for typed in ("līgu", "sadarb lig", "shetankh"):
        assert list(queries.agreements(typed)) == [agreement], typed
    for typed in ("europe", "eirop", project.reference[:9]):
        assert list(projects(typed)) == [project], typed
    assert list(queries.agreements("gums")) == []
    assert found_by({"lv": "Prakse", "en": "Placement"}) == " prakse placement"


def test_rows_are_sorted_as_the_schools_language_does(school):
    for title in ("Šūšana", "Tūrisms", "Sports"):
        PastActivityFactory(title=title)

    assert [each.title for each in PastActivity.objects.order_by("sort_key")] == ["Sports", "Šūšana", "Tūrisms"]


def test_history_keeps_a_translation(school):
    agreement = agreed()
    agreement.in_other_languages = {"en": {"title": "Cooperation"}}
    agreement.save()

    assert [each.name for each in changes_of(agreement)[0].fields] == ["in other languages"]
