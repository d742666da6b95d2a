"""Figures that a school entered from its grant agreement, laid over the published ones."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tilts.funding.loading import newest_call, tables_for
from tilts.funding.rules import (
    COUNTRY_GROUPS,
    Case,
    DailyRate,
    EnteredValue,
    Group,
    Reference,
    Tables,
    figures_of,
    grant,
    organisation,
    together,
    with_values,
)

ANNEX = Reference("Annex IV, page 3")
CASE = Case(2026, "KA121-VET", "LV01", "learner", "DE", Decimal(1001), 19, 2)


def entered(**told: object) -> list[EnteredValue]:
    return [EnteredValue(key.replace("__", "."), Decimal(str(value)), ANNEX) for key, value in told.items()]


def over(year: int, *values: EnteredValue) -> Tables:
    return with_values(tables_for(year), tables_for(newest_call()), values)


def with_rates(tables: Tables) -> Tables:
    return tables.with_daily_rates(DailyRate("learner", "1", day, Decimal(50), ANNEX) for day in (1, 15))


def test_an_entered_figure_replaces_the_published_one():
    tables = over(2026, *entered(travel__from_500_km__standard=312, course_fees__per_day=85))

    line, *_ = grant(CASE, with_rates(tables)).lines
    assert (line.amount_eur, line.parameters[0].status, line.parameters[0].reference) == (312, "confirmed", ANNEX)
    assert tables.costs["course_fees.per_day"].value == 85
    assert tables.bands[0] == tables_for(2026).bands[0]


def test_what_is_confirmed_makes_a_grant_final():
    before = grant(CASE, with_rates(tables_for(2026)))
    told = entered(travel__from_500_km__standard=309, travel_days__standard=2, country_groups=1)

    after = grant(CASE, with_rates(over(2026, *told)))

    assert (before.status, after.status) == ("provisional", "final")
    assert before.total_eur == after.total_eur


def test_a_figure_of_another_school_stays_provisional():
    told = entered(travel_days__standard=2, country_groups=1)
    foreign = EnteredValue("travel.from_500_km.standard", Decimal(309), ANNEX, "recalled")

    assert grant(CASE, with_rates(over(2026, foreign, *told))).status == "provisional"


def test_a_call_that_nothing_is_known_of_has_what_was_entered_alone():
    told = entered(
        travel__from_0_km__standard=0,
        travel__from_100_km__standard=220,
        organisational_support__short_term_learner__from_1=400,
    )
    tables = over(2031, *told)

    assert [(band.from_km, band.to_km) for band in tables.bands] == [(0, 100), (100, None)]
    assert tables.costs == {}


def test_without_the_first_band_no_travel_is_known():
    assert over(2031, *entered(travel__from_500_km__standard=309)).bands == ()


def test_organisational_support_is_replaced_step_by_step():
    told = entered(organisational_support__short_term_learner__from_101=210)
    group = Group(2021, "KA121-VET", "LV01", "short_term_learner", 101)

    assert together(organisation(group, over(2021, *told))).total_eur == 100 * 350 + 210


def test_what_no_call_knows_is_left_out():
    assert over(2026, *entered(horoscope=1)) == tables_for(2026)


@pytest.mark.parametrize("value", ["-1", "0.001", "NaN"], ids=["negative", "part-of-a-cent", "no-number"])
def test_a_figure_that_is_none_is_refused(value):
    with pytest.raises(ValueError, match="0 or more"):
        EnteredValue("course_fees.per_day", Decimal(value), ANNEX)


@pytest.mark.parametrize("year", [2018, 2021, 2024, 2026])
def test_every_figure_can_be_entered(year):
    tables = tables_for(year)
    told = [EnteredValue(use.key, use.value, ANNEX) for use in figures_of(tables) if isinstance(use.value, Decimal)]

    confirmed = with_values(tables, tables_for(newest_call()), [*told, EnteredValue(COUNTRY_GROUPS, Decimal(1), ANNEX)])

    assert {use.key for use in figures_of(confirmed)} == {use.key for use in figures_of(tables)}
    assert {use.status for use in figures_of(confirmed)} == {"confirmed"}
    assert confirmed.edges == tables.edges
    assert replace(confirmed, bands=()) != replace(tables, bands=())
