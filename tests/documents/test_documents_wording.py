"""Days, sums and countries read as people write them in each language."""

from datetime import date
from decimal import Decimal

import pytest

from tilts.documents.wording import country_name, long_day, money, short_day, span_of_days

DAY = date(2027, 4, 2)


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("en", "2 April 2027", "2 Apr 2027"),
        ("lv", "2027. gada 2. aprīlis", "02.04.2027."),
        ("ka", "2 აპრილი, 2027", "02.04.2027"),
    ],
    ids=["en", "lv", "ka"],
)
def test_days_are_worded(language, long, short):
    assert (long_day(DAY, language), short_day(DAY, language)) == (long, short)


def test_span_of_one_day_is_told_once():
    assert span_of_days(DAY, DAY, "en") == "2 April 2027"


def test_span_of_days_must_not_end_before_it_starts():
    with pytest.raises(ValueError, match="2027-04-01"):
        span_of_days(DAY, date(2027, 4, 1), "en")


@pytest.mark.parametrize(
    ("language", "sum_in_words"),
    [("en", "1,234.50\xa0EUR"), ("lv", "1\xa0234,50\xa0EUR"), ("ka", "1\xa0234,50\xa0EUR")],
    ids=["en", "lv", "ka"],
)
def test_money_has_its_cents_and_currency(language, sum_in_words):
    assert money(Decimal("1234.5"), "EUR", language) == sum_in_words


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("GE", "lv", "Gruzija"), ("lv", "en", "Latvia"), ("LV", "ka", "ლატვია"), ("ZX", "en", "ZX")],
    ids=["lv", "lower-case", "ka", "unknown"],
)
def test_country_name_is_in_the_language(code, language, name):
    assert country_name(code, language) == name
