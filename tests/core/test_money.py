from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.core.languages import format_number
from tilts.core.money import format_eur, round_cents


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("0", "0.00"), ("83.304", "83.30"), ("83.305", "83.31"), ("-83.305", "-83.31")],
    ids=["nothing", "down", "half-up", "half-away-from-zero"],
)
def test_round_cents_rounds_half_up(exact, rounded):
    assert str(round_cents(Decimal(exact))) == rounded


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_round_cents_moves_an_amount_by_half_a_cent_at_most(amount):
    assert abs(round_cents(amount) - amount) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "1,158.50 EUR"), ("lv", "1 158,50 EUR"), ("ka", "1 158,50 EUR"), ("en-gb", "1,158.50 EUR")],
    ids=["english", "latvian", "georgian", "with-country"],
)
def test_format_eur_writes_as_the_language_does(language, written):
    assert format_eur(Decimal("1158.5"), language).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("number", "written"),
    [(Decimal("1313.10"), "1,313.1"), (Decimal(60), "60"), (9, "9")],
    ids=["decimals", "whole-decimal", "integer"],
)
def test_format_number_drops_noughts_behind_the_point(number, written):
    assert format_number(number, "en") == written
