"""A new language is one line and one file: the line is enough for everything but the words."""

from datetime import date
from decimal import Decimal

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.template.defaultfilters import floatformat
from django.test import Client, override_settings
from django.utils import translation

from tilts.core.languages import format_number
from tilts.core.money import format_eur
from tilts.documents import wording

DAY = date(2027, 4, 2)


def test_every_language_but_english_has_its_catalogue_and_no_other_has():
    catalogues = {path.parent.parent.name for path in settings.PACKAGE.glob("locale/*/LC_MESSAGES/django.po")}

    assert catalogues | {"en"} == {code for code, _ in settings.LANGUAGES}


def test_catalogues_count_as_their_languages_do():
    forms = {}
    for path in settings.PACKAGE.glob("locale/*/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            forms[path.parent.parent.name] = read_po(file).num_plurals

    assert forms == {"lv": 3, "ka": 1}


@override_settings(LANGUAGES=[*settings.LANGUAGES, ("et", "Eesti")])
def test_a_language_that_is_one_line_more_is_offered_and_writes_days_and_sums(db):
    page = Client().get("/account/login/", headers={"Accept-Language": "et"}).text

    assert '<html lang="et"' in page
    assert '<button type="submit" name="language" value="et" lang="et" aria-current="true">Eesti</button>' in page
    assert (format_number(Decimal("1313.5"), "et"), format_eur(Decimal(1158), "et")) == (
        "1\xa0313,5",
        "1\xa0158,00\xa0EUR",
    )
    assert (wording.long_day(DAY, "et"), wording.short_day(DAY, "et")) == ("2. aprill 2027", "02.04.27")
    assert wording.country_name("GE", "et") == "Gruusia"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "1,000.68"), ("lv", "1\xa0000,68"), ("ka", "1\xa0000,68")],
)
def test_pages_write_numbers_as_the_language_does(language, written):
    with translation.override(language):
        assert floatformat(Decimal("1000.68"), "-2g") == written
