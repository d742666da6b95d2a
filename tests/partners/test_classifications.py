"""Fields of education, named in the language of the page."""

import pytest
from django.conf import settings
from django.utils import translation

from tilts.partners.classifications import field, fields, fields_by_area


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_field_of_education_has_a_name_in_every_language_of_the_pages(language):
    assert [each.code for each in fields().values() if not each.labels.get(language)] == []


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", "1013 Hotel, restaurants and catering"),
        ("lv", "1013 Viesnīcas, restorāni un ēdināšana"),
        ("ka", "1013 სასტუმრო, რესტორანი და კვება"),
        ("et", "1013 Hotel, restaurants and catering"),
    ],
)
def test_a_field_of_education_is_named_in_the_language_of_the_page(language, named):
    with translation.override(language):
        assert str(field("1013")) == named


def test_a_form_offers_the_fields_in_the_language_of_the_page():
    with translation.override("lv"):
        area, choices = fields_by_area()[-1]

    assert (area, choices[-1]) == ("10 Pakalpojumi", ("1041", "1041 Transporta pakalpojumi"))
