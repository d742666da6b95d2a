"""The rules of a project's money, by sums that can be redone by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilts.projects.money.rules import (
    Balance,
    Budget,
    BudgetLine,
    Counts,
    expected_of,
    in_eur,
    instalment,
    most_to_move,
    read_shares,
    together,
    total,
)

D = Decimal
EIGHTY_TWENTY = (D(80), D(20))
GRANT = {"travel": D("275.00"), "individual_support": D("1158.30")}


# Budget


def test_free_is_planned_less_promised_or_less_spent_where_that_is_more():
    promised = BudgetLine("travel", planned=D(1000), committed=D(700), spent=D(200))
    spent = BudgetLine("organisational_support", planned=D(1000), committed=D(700), spent=D(900))

    assert (promised.free, spent.free) == (D(300), D(100))


def test_a_category_is_over_by_what_is_promised_beyond_its_plan():
    line = BudgetLine("travel", planned=D(1000), committed=D("1000.01"))

    assert (line.is_over, line.free, line.over_by) == (True, D("-0.01"), D("0.01"))
    assert Budget((line, BudgetLine("course_fees", planned=D(80)))).over == (line,)


def test_real_costs_count_by_receipts_and_others_by_what_took_place():
    by_day = BudgetLine("individual_support", achieved=D(900), receipts=D(50))
    by_receipts = BudgetLine("exceptional_costs", achieved=D(900), receipts=D(50))

    assert (by_day.real, by_receipts.real) == (D(900), D(50))


def test_a_budget_sums_its_lines():
    budget = Budget(
        (
            BudgetLine("travel", planned=D(1000), committed=D(700), spent=D(500), achieved=D(300)),
            BudgetLine("exceptional_costs", planned=D(100), spent=D(40), receipts=D(40)),
        )
    )

    assert (budget.planned, budget.committed, budget.spent, budget.real, budget.free) == (1100, 700, 540, 340, 360)


@pytest.mark.parametrize(
    ("planned", "percent", "moved", "most"),
    [
        (D(5000), D(20), D(400), D(600)),
        (D(5000), D(20), D(1000), D(0)),
        (D(5000), D(20), D(1500), D(0)),
        (D("100.05"), D(15), D(0), D("15.00")),  # 15.0075: not a cent more than the limit
        (D(5000), None, D(4000), None),
    ],
    ids=["some-moved", "all-moved", "beyond-with-consent", "rounded-down", "no-limit"],
)
def test_no_more_may_leave_a_category_than_the_limit_less_what_left(planned, percent, moved, most):
    assert most_to_move(planned, percent, moved) == most


# Instalments


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("80/20", (80, 20)),
        ("70 % / 30 %", (70, 30)),
        ("100", (100,)),
        ("50+30+20", (50, 30, 20)),
        ("33,33/66,67", (D("33.33"), D("66.67"))),
        ("80/30", None),
        ("100/0", None),
        ("-20/120", None),
        ("80 20", None),
        ("", None),
        ("20/20/20/20/10/10", None),
        ("all", None),
    ],
)
def test_shares_are_read_or_refused(text, shares):
    assert read_shares(text) == shares


def test_the_first_instalment_is_its_share_to_the_cent_and_the_last_one_the_rest():
    first = instalment(GRANT, EIGHTY_TWENTY, 1, {})
    last = instalment(GRANT, EIGHTY_TWENTY, 2, first)

    assert first == {"travel": D("220.00"), "individual_support": D("926.64")}
    assert last == {"travel": D("55.00"), "individual_support": D("231.66")}
    assert total(first) == D("1146.64")


def test_a_grant_that_shrank_is_made_good_with_the_last_instalment():
    paid = instalment(GRANT, EIGHTY_TWENTY, 1, {})

    assert instalment({"travel": D(275), "individual_support": D(1000)}, EIGHTY_TWENTY, 2, paid) == {
        "travel": D("55.00"),
        "individual_support": D("73.36"),
    }
    assert total(instalment({"travel": D(275)}, EIGHTY_TWENTY, 2, paid)) == D("-871.64")


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_other_instalment(number):
    with pytest.raises(ValueError, match="instalments 1 to 2"):
        instalment(GRANT, EIGHTY_TWENTY, number, {})


AMOUNTS = st.decimals(0, 5000, places=2, allow_nan=False)


@given(
    parts=st.dictionaries(st.sampled_from(["travel", "individual_support", "course_fees"]), AMOUNTS),
    shares=st.sampled_from([(D(80), D(20)), (D(100),), (D("33.33"), D("33.33"), D("33.34")), (D(1), D(99))]),
)
def test_instalments_lose_no_cent_and_pay_nothing_twice(parts, shares):
    paid = {}
    for number in range(1, len(shares) + 1):
        due = instalment(parts, shares, number, paid)

        assert all(amount >= 0 for amount in due.values()) or number == len(shares) > 2
        paid = together([paid, due])

    assert {name: amount for name, amount in paid.items() if amount} == {
        name: amount for name, amount in parts.items() if amount
    }


# Back to the funder, counts, currencies


def test_what_was_received_beyond_what_is_earned_goes_back():
    balance = Balance(received=D(1000), real=D(600), expected=D(950))

    assert (balance.back_if_nothing_more, balance.back_if_as_committed) == (D(400), D(50))


def test_nothing_goes_back_while_the_funder_owes():
    assert Balance(received=D(500), real=D(600), expected=D(950)).back_if_nothing_more == 0


def test_the_funder_pays_no_more_than_is_planned():
    lines = (
        BudgetLine("travel", planned=D(300), committed=D(400), achieved=D(100)),
        BudgetLine("exceptional_costs", planned=D(50), committed=D(10), receipts=D(20)),
    )

    assert expected_of(Budget(lines)) == D(350)
    assert expected_of(Budget(lines[1:])) == D(20)


def test_counts_add_up():
    assert Counts(1, 19, 0, 1, 0, 0) + Counts(accompanying=2) == Counts(1, 19, 0, 1, 0, 2)


def test_another_currency_is_divided_by_its_rate_and_rounded_once():
    assert in_eur(D("429.10"), D("4.291")) == D("100.00")
    assert in_eur(D("1"), D("3")) == D("0.33")
    with pytest.raises(ValueError, match="above 0"):
        in_eur(D(1), D(0))
