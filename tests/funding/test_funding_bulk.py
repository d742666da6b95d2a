"""The bulk engine gives what the explained engine gives, stay by stay and to the cent."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.funding.bulk import Stays, grants
from tilts.funding.loading import tables_for
from tilts.funding.rules import Case, DailyRate, Reference, grant

ACTIONS = {
    (2015, "KA102", "DE02"): ("FI", "LV", "QQ"),
    (2016, "KA102", "DE02"): ("FI", "FR", "SE"),
    (2019, "KA101", "LV01"): ("DE", "PL"),
    (2020, "KA116", "ES01"): ("LV", "DE", "GB", "TR"),
    (2021, "KA121-VET", "ES01"): ("LV", "DE", "SE", "GE", "US", "QQ"),
    (2022, "KA121-SCH", "PL01"): ("IT", "SE", "LV"),
    (2025, "KA121-VET", "LV01"): ("PL", "DE"),
    (2021, "KA121-VET", "XX99"): ("DE",),
    (2040, "KA121-VET", "ES01"): ("DE",),
}
DISTANCES = st.one_of(
    st.decimals("0.01", "20100", places=2),
    st.sampled_from([Decimal(edge) for edge in ("0", "-1", "9.99", "10", "99.99", "100", "500", "1999.99", "8000")]),
)


@st.composite
def projects(draw):
    """A project's year, action and agency with some of its stays."""
    (year, action, agency), countries = draw(st.sampled_from(sorted(ACTIONS.items())))
    stays = st.builds(
        lambda who, country, km, days, travel, green: Case(
            year, action, agency, who, country, km, days, travel, green=green
        ),
        st.sampled_from(["learner", "staff", "accompanying"]),
        st.sampled_from(countries),
        DISTANCES,
        st.integers(-1, 400),
        st.integers(-1, 8),
        st.booleans(),
    )
    return draw(st.lists(stays, min_size=1, max_size=30))


def compared(cases, tables):
    """Both engines' answers: (cents of travel, cents of support, final?) of each stay, None where there is no sum."""
    found = grants(Stays.of(cases), cases[0].action, cases[0].national_agency, tables)
    bulk = [
        (int(travel), int(support), bool(final)) if possible else None
        for travel, support, possible, final in zip(
            found.travel_cents, found.individual_support_cents, found.is_possible, found.is_final, strict=True
        )
    ]
    explained = []
    for case in cases:
        answer = grant(case, tables)
        if answer.total_eur is None:
            explained.append(None)
            continue
        cents = {line.category: int(line.amount_eur * 100) for line in answer.lines}
        explained.append((cents["travel"], cents["individual_support"], answer.status == "final"))
    return bulk, explained


@given(projects())
def test_both_engines_give_the_same_to_the_cent(cases):
    bulk, explained = compared(cases, tables_for(cases[0].call_year))

    assert bulk == explained


@given(projects(), st.decimals("0.01", "300", places=2), st.decimals("0.01", "200", places=2))
def test_both_engines_take_a_school_s_own_rates(cases, first, later):
    rates = [
        DailyRate(kind, group, day, euro, Reference("An annex"))
        for kind in ("learner", "staff")
        for group in ("1", "2")
        for day, euro in ((1, first), (15, later))
    ]

    bulk, explained = compared(cases, tables_for(cases[0].call_year).with_daily_rates(rates))

    assert bulk == explained


def test_the_sum_of_many_is_the_sum_of_each():
    cases = [
        Case(2021, "KA121-VET", "ES01", "learner", country, Decimal(km), days, 2)
        for country in ("LV", "DE", "QQ")
        for km in (50, 700, 2500)
        for days in (5, 14, 30)
    ]
    tables = tables_for(2021)

    found = grants(Stays.of(cases), "KA121-VET", "ES01", tables)

    assert found.total_eur == sum(grant(case, tables).total_eur or Decimal(0) for case in cases)
    assert np.count_nonzero(found.is_possible) == 18  # QQ is no country


@pytest.mark.parametrize("missing", [{"distance_km": None}, {"funded_days": 5}])
def test_stays_without_distance_or_days_are_refused(missing):
    case = Case(**{
        "call_year": 2021, "action": "KA121-VET", "national_agency": "ES01", "participant": "learner",
        "receiving_country": "LV", "distance_km": Decimal(5), "activity_days": 5, **missing,
    })  # fmt: skip

    with pytest.raises(ValueError, match="have a distance and days"):
        Stays.of([case])
