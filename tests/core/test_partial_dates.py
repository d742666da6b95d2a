from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.partial_dates import PRECISIONS, PartialDate, read_partial_date

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2017", PartialDate(2017)),
        ("2017.", PartialDate(2017)),
        ("05.2017", PartialDate(2017, 5)),
        ("5/2017", PartialDate(2017, 5)),
        ("2017-05", PartialDate(2017, 5)),
        ("2017.05.", PartialDate(2017, 5)),
        ("24.05.2017", PartialDate(2017, 5, 24)),
        ("24. 5. 2017.", PartialDate(2017, 5, 24)),
        ("24/05/2017", PartialDate(2017, 5, 24)),
        (" 2017-05-24 ", PartialDate(2017, 5, 24)),
        ("29.02.2016", PartialDate(2016, 2, 29)),
    ],
)
def test_dates_are_read_as_offices_write_them(text, known):
    assert read_partial_date(text) == known


@pytest.mark.parametrize(
    "text",
    ["", "17", "20177", "0217", "13.2017", "0.2017", "31.02.2017", "29.02.2017", "5.24.2017", "May 2017", "²017"],
)
def test_what_is_no_date_is_none(text):
    assert read_partial_date(text) is None


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        (PartialDate(2016), date(2016, 1, 1), date(2016, 12, 31)),
        (PartialDate(2016, 2), date(2016, 2, 1), date(2016, 2, 29)),
        (PartialDate(2017, 2), date(2017, 2, 1), date(2017, 2, 28)),
        (PartialDate(2017, 5, 24), date(2017, 5, 24), date(2017, 5, 24)),
    ],
    ids=str,
)
def test_a_date_spans_the_days_it_can_mean(known, first, last):
    assert (known.first_day, known.last_day) == (first, last)


@pytest.mark.parametrize(
    ("parts", "message"),
    [((2017, None, 3), "a day needs its month"), ((2017, 13), "month"), ((217,), "a year from 1900 to 2199: 217")],
)
def test_a_date_that_cannot_be_is_refused(parts, message):
    with pytest.raises(ValueError, match=message):
        PartialDate(*parts)


def test_an_unknown_precision_is_refused():
    with pytest.raises(ValueError, match="'week'"):
        PartialDate.of(date(2017, 5, 24), "week")


@given(DAYS, st.sampled_from(PRECISIONS))
def test_a_date_is_written_and_read_back(day, precision):
    known = PartialDate.of(day, precision)

    assert read_partial_date(str(known)) == known
    assert (known.precision, known.first_day <= day <= known.last_day) == (precision, True)
    assert PartialDate.of(known.first_day, precision) == PartialDate.of(known.last_day, precision) == known
