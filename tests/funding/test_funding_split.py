"""Who gets what of a grant."""

from decimal import Decimal

import pytest

from tilts.funding.rules import Grant, Line, Problem, Provision, split
from tilts.funding.sentences import beyond_sentences, split_sentence

TRAVEL = Line("travel", Decimal(275), "travel_standard", {}, ())
STAY = Line("individual_support", Decimal(1022), "individual_support_by_day", {}, ())
SCHOOLS = Line("organisational_support", Decimal(350), "organisational_support", {}, ())


def tickets(eur: int | None) -> Provision:
    return Provision("travel", "bought", None if eur is None else Decimal(eur), "tickets")


def test_what_is_bought_and_provided_is_taken_off_once():
    rooms = Provision("individual_support", "provided", Decimal(430), "rooms")

    found = split(Grant((TRAVEL, STAY)), [tickets(180), rooms])

    assert found.parts == {"travel": Decimal(95), "individual_support": Decimal(592)}
    assert (found.kept("bought"), found.kept("provided"), found.to_person_eur) == (180, 430, 687)
    assert found.beyond == ()


@pytest.mark.parametrize(
    ("provision", "to_person", "beyond"),
    [(tickets(None), 0, 0), (tickets(275), 0, 0), (tickets(300), 0, 25), (tickets(1), 274, 0)],
    ids=["all", "exactly", "dearer-than-paid", "little"],
)
def test_a_person_never_owes_for_what_was_bought(provision, to_person, beyond):
    found = split(Grant((TRAVEL,)), [provision])

    assert found.to_person_eur == to_person
    assert sum((eur for _each, eur in found.beyond), Decimal(0)) == beyond


def test_tickets_are_taken_off_dear_travel_as_well():
    replaced = Line("travel", Decimal(0), "travel_replaced", {}, ())
    dear = Line("exceptional_costs", Decimal(3520), "expensive_travel", {}, ())
    visa = Line("exceptional_costs", Decimal(80), "real_cost_share", {}, ())

    found = split(Grant((replaced, dear, visa)), [tickets(4400)])

    assert [each.to_person_eur for each in found.lines] == [0, 0, 80]
    assert [eur for _each, eur in found.beyond] == [Decimal(880)]


def test_the_schools_own_money_is_nobodys_part():
    assert split(Grant((SCHOOLS,)), []).lines == ()


def test_the_sentence_says_who_gets_what():
    found = split(Grant((TRAVEL,)), [tickets(180)])

    said = split_sentence(found.lines[0]).replace("\N{NO-BREAK SPACE}", " ")

    assert said == "Bought by the school (tickets): 180.00 EUR. Paid to the person: 95.00 EUR."
    assert split_sentence(split(Grant((STAY,)), [tickets(180)]).lines[0]) == ""


def test_what_costs_more_than_the_grant_pays_is_told():
    (said,) = beyond_sentences(split(Grant((TRAVEL,)), [tickets(300)]))

    assert said.replace("\N{NO-BREAK SPACE}", " ").startswith("Travel: what is bought or provided costs 25.00 EUR more")


def test_less_than_nothing_can_not_be_bought():
    with pytest.raises(ValueError, match="less than 0"):
        tickets(-1)


def test_a_grant_without_a_sum_is_split_line_by_line():
    impossible = Grant((TRAVEL,), (Problem("daily_rate_missing"),))

    assert split(impossible, [tickets(100)]).to_person_eur == 175
