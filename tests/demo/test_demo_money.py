"""The demo's money: made once, and never in the way of who works on with the demo."""

from datetime import date

import pytest

from tests.demo.test_worked_grants import LEARNERS, flows  # noqa: F401
from tests.factories import FlowFactory, MobilityFactory
from tilts.accounts.roles import Role
from tilts.demo import data
from tilts.demo.money import pay, plan_money
from tilts.projects.models import Commitment, ProjectMoney

NEXT_YEAR = {"starts_on": date(2022, 9, 5), "ends_on": date(2022, 9, 23)}


@pytest.fixture
def dresden(flows):  # noqa: F811
    return next(flow for name, flow in flows.items() if name == data.DRESDEN["name"])


def test_only_the_grants_of_the_demos_own_flows_are_promised(dresden, member):
    mine = MobilityFactory(flow=FlowFactory(project=dresden.project, name="My own", **NEXT_YEAR))

    for _ in range(2):
        plan_money(dresden.project)
        pay(dresden, member(Role.FINANCE), member(Role.DIRECTOR))

    assert ProjectMoney.objects.filter(project=dresden.project).count() == 1
    assert Commitment.objects.count() == LEARNERS + len(data.ACCOMPANYING) + len(data.SHADOWING)
    assert not Commitment.objects.filter(person=mine.person).exists()


def test_a_demo_in_which_more_was_planned_than_its_budget_bears_starts_all_the_same(dresden, member):
    for _ in range(40):
        MobilityFactory(flow=dresden)

    plan_money(dresden.project)
    pay(dresden, member(Role.FINANCE), member(Role.DIRECTOR))

    assert ProjectMoney.objects.count() == 1
    assert not Commitment.objects.exists()
