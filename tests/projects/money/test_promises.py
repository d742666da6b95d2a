"""Promises and the budget: what is worked out, promised, exceeded, changed, taken back."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import FlowFactory, MobilityFactory
from tests.projects.money.records import due_of, prepare_all, project_with_money, promise_all, traveller, trip
from tilts.mobilities.models import Mobility, StayProvision
from tilts.people.models import Need
from tilts.projects.models import BudgetTransfer, Commitment, PlannedCost, ProjectMoney, ProjectRate, Receipt
from tilts.projects.money import actions, queries

ONE = {"travel": Decimal("275.00"), "individual_support": Decimal("1260.00")}  # 21 days of 60 EUR


def line(project, school, category):
    budget = queries.sheet_of(project, school).budget
    return next(each for each in budget.lines if each.category == category)


def test_a_promise_keeps_the_grant_as_it_is_worked_out(school):
    project, (mobility, _) = trip()

    assert promise_all(project) == 2

    commitment = Commitment.objects.get(source=f"mobility/{mobility.pk}")
    assert (queries.parts_of(commitment), commitment.total) == (ONE, Decimal("1535.00"))
    assert commitment.person == mobility.person


def test_the_budget_counts_promises_and_what_the_school_is_due(school):
    project, _ = trip()
    assert line(project, school, "travel").committed == 0

    promise_all(project)

    assert line(project, school, "travel").free == Decimal(2000) - 550
    assert line(project, school, "individual_support").committed == 2 * 1260
    assert line(project, school, "organisational_support").committed == 2 * 350


def test_what_the_school_buys_is_committed_and_not_promised_to_the_person(school):
    project, (mobility,) = trip(1)
    StayProvision.objects.create(flow=mobility.flow, category="travel", by="bought", eur=180)

    promise_all(project)
    Receipt.objects.create(
        project=project, category="travel", description="Tickets", spent_on=date(2022, 4, 1), amount=180
    )

    assert Commitment.objects.get().total == Decimal("1535.00") - 180
    travel = line(project, school, "travel")
    assert (travel.committed, travel.spent, travel.free) == (275, 180, Decimal(2000) - 275)


def test_promising_twice_changes_nothing(school):
    project, _ = trip()
    promise_all(project)

    assert promise_all(project) == 0
    assert Commitment.objects.count() == 2


def test_more_than_the_project_has_is_refused_as_a_whole(school):
    project, _ = trip(travel=275, support=1260)  # enough for one, were it not for the 700 EUR of the school itself
    PlannedCost.objects.filter(category="organisational_support").update(planned_eur=700)

    with pytest.raises(actions.Refused, match=r"1[ \u00a0,]?535"):
        promise_all(project)

    assert Commitment.objects.count() == 0


def test_a_category_may_be_over_while_the_whole_is_not(school):
    project, _ = trip(travel=100, support=20_000)

    promise_all(project)

    assert line(project, school, "travel").over_by == 450


def test_nothing_is_promised_from_an_empty_budget(school):
    project, _ = trip()
    PlannedCost.objects.all().delete()

    with pytest.raises(actions.Refused, match="budget first"):
        promise_all(project)


def test_a_grant_without_a_sum_is_not_promised_and_says_why(school):
    project, _ = trip()
    ProjectRate.objects.all().delete()

    promises = queries.sheet_of(project, school).promises

    assert (promises.new, [bool(each.problem) for each in promises.problems]) == ((), [True, True])


def test_a_changed_grant_is_promised_anew_under_the_same_check(school):
    project, (mobility, _) = trip()
    promise_all(project)
    mobility.own_ends_on = date(2022, 5, 10)  # 10 days shorter
    mobility.save()

    ((commitment, promise),) = queries.sheet_of(project, school).promises.changed

    assert (commitment.total, promise.total) == (Decimal("1535.00"), Decimal("935.00"))
    assert actions.promise(project, school, {promise.source}, by=None) == 1
    assert Commitment.objects.get(pk=commitment.pk).total == Decimal("935.00")


def test_who_no_longer_travels_gives_the_money_back_once_somebody_says_so(school):
    project, (mobility, _) = trip()
    promise_all(project)
    mobility.state = Mobility.State.CANCELLED
    mobility.save()

    (commitment,) = queries.sheet_of(project, school).promises.gone
    actions.release(project, commitment)

    assert Commitment.objects.count() == 1


def test_of_a_promise_that_is_taken_back_stays_what_is_on_its_way(school, member):
    project, (mobility,) = trip(1)
    promise_all(project)
    prepare_all(project, by=member())
    mobility.delete()
    (commitment,) = queries.sheet_of(project, school).promises.gone

    assert [actions.release(project, commitment) for _ in range(2)] == [Decimal("307.00"), Decimal(0)]

    assert Commitment.objects.get().total == Decimal("1228.00")
    assert queries.sheet_of(project, school).promises.gone == ()
    assert due_of(project) == []


def test_a_smaller_promise_is_kept_even_in_a_project_that_has_too_little(school):
    project, (mobility, _) = trip()
    promise_all(project)
    PlannedCost.objects.update(planned_eur=0)
    mobility.own_ends_on = date(2022, 5, 10)
    mobility.save()

    assert actions.promise(project, school, {f"mobility/{mobility.pk}"}, by=None) == 1


def test_only_what_took_place_is_real(school):
    project, (mobility, _) = trip()
    promise_all(project)
    mobility.state, mobility.attended_from, mobility.attended_until = "done", date(2022, 5, 2), date(2022, 5, 20)
    mobility.save()
    Receipt.objects.create(
        project=project, category="exceptional_costs", description="Visa", spent_on=date(2022, 4, 1), amount=80
    )

    assert line(project, school, "travel").real == 275
    assert line(project, school, "organisational_support").real == 350
    exceptional = line(project, school, "exceptional_costs")
    assert (exceptional.real, exceptional.spent, exceptional.over_by) == (80, 80, 80)


def test_the_six_counts_are_planned_and_achieved(school):
    project = project_with_money(planned_participants=3, planned_days=60)
    flow = FlowFactory(project=project, green=True, mode="blended")
    first = traveller(flow, 10)
    traveller(flow, 11)
    MobilityFactory(flow=flow, role="accompanying")
    MobilityFactory(flow=flow, state="cancelled")
    Need.objects.create(person=first.person, text="A quiet room", has_fewer_opportunities=True)
    first.state, first.attended_from, first.attended_until = "done", date(2022, 5, 2), date(2022, 5, 11)
    first.save()

    rows = queries.counts_of(project, queries.money_of(project))

    assert [(row.name, row.wanted, row.planned, row.done, row.lacking) for row in rows] == [
        ("participants", 3, 2, 1, 1),
        ("days", 60, 38, 10, 22),
        ("fewer_opportunities", None, 1, 1, 0),
        ("blended", None, 2, 1, 0),
        ("green", None, 2, 1, 0),
        ("accompanying", None, 1, 0, 0),
    ]


@pytest.mark.parametrize("people", [1, 3])
def test_a_sheet_asks_as_little_for_three_people_as_for_one(school, people, django_assert_num_queries):
    project, _ = trip(people)
    promise_all(project)

    with django_assert_num_queries(25):
        queries.sheet_of(project, school)


# Transfers


def move(project, amount, **more):
    transfer = BudgetTransfer(
        **{"from_category": "individual_support", "to_category": "travel", "moved_on": date(2022, 3, 1), **more},
        amount_eur=Decimal(amount),
        reason="Dearer tickets",
    )
    return actions.move(project, transfer, by=None)


def test_a_transfer_moves_what_is_planned(school):
    project = project_with_money()

    move(project, 500)

    assert (line(project, school, "travel").planned, line(project, school, "travel").typed) == (2500, 2000)
    assert line(project, school, "individual_support").planned == 19_500


def test_nobody_moves_more_than_is_there(school):
    project = project_with_money()

    with pytest.raises(actions.Refused, match="planned there"):
        move(project, 20_001)


def test_beyond_the_limit_the_funder_must_have_consented(school):
    project = project_with_money(transfer_limit_percent=20)
    move(project, 3000)

    with pytest.raises(actions.Refused, match=r"1[ \u00a0,]?000"):
        move(project, 1001)

    move(project, 1001, consent="Amendment 2 of 3 March 2022")
    move(project, 1000)
    assert line(project, school, "travel").planned == 2000 + 5001


def test_the_account_of_the_last_project_is_not_typed_again(school):
    first = project_with_money()
    second = project_with_money()
    ProjectMoney.objects.filter(project=second).delete()

    assert queries.money_of(second).account_iban == queries.money_of(first).account_iban
