"""A flow with rates and two people, and a desk check of both."""

import pytest

from tests.factories import FlowFactory, MobilityFactory
from tests.mobilities.test_flows import enter_rates
from tilts.mobilities.desk_check.actions import make_check
from tilts.mobilities.models import DeskCheck, Flow, Mobility


@pytest.fixture
def flow(school) -> Flow:
    flow = FlowFactory()
    enter_rates(flow.project)
    return flow


@pytest.fixture
def stay(flow) -> Mobility:
    return MobilityFactory(flow=flow, person__family_name="Ņikitina", person__given_names="Žanete")


@pytest.fixture
def other_stay(flow) -> Mobility:
    return MobilityFactory(flow=flow, person__family_name="ხიდელი", person__given_names="ნინო")


@pytest.fixture
def check(flow, stay, other_stay) -> DeskCheck:
    return make_check(flow.project, [other_stay.pk, stay.pk], title="Letter 7-3/12", how="hand", drawn_from=2, by=None)
