"""What flows ask for on a day."""

from datetime import date

import pytest

from tests.factories import FlowFactory, MobilityFactory
from tilts.accounts.roles import Role
from tilts.jobs.models import Work
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.models import Mobility
from tilts.mobilities.todo import todo

BEFORE = date(2022, 4, 20)
AFTER = date(2022, 5, 21)


@pytest.fixture
def flow(school):
    return FlowFactory(name="Dresden")


def sentences(day: date) -> list[str]:
    return [item.sentence for item in todo(day)]


def test_a_flow_that_begins_soon_asks_for_people_then_for_papers(flow):
    assert sentences(BEFORE) == ["“Dresden” begins on 2 May 2022 and nobody is in it yet. Drop the class list."]

    MobilityFactory(flow=flow)
    assert sentences(BEFORE) == ["“Dresden” begins on 2 May 2022 and its papers are not printed."]

    Work.objects.create(kind=PAPERS, subject_id=flow.pk, state=Work.State.DONE, permission="mobilities.print")
    assert sentences(BEFORE) == []


def test_a_flow_that_ended_asks_who_took_part_until_all_is_said(flow):
    mobility = MobilityFactory(flow=flow)
    assert sentences(AFTER) == ["“Dresden” ended on 20 May 2022. Confirm who took part."]

    mobility.state = Mobility.State.CANCELLED
    mobility.save()
    assert sentences(AFTER) == []


@pytest.mark.parametrize(
    "day", [date(2022, 3, 17), date(2022, 5, 2), date(2028, 1, 1)], ids=["far", "under-way", "history"]
)
def test_a_flow_far_ahead_under_way_or_long_past_asks_nothing(flow, day):
    MobilityFactory(flow=flow)
    Work.objects.create(kind=PAPERS, subject_id=flow.pk, state=Work.State.DONE, permission="mobilities.print")

    assert sentences(day) == []


@pytest.mark.parametrize("flows", [1, 3])
def test_the_home_page_asks_the_same_number_of_queries(school, browse, flows, django_assert_num_queries):
    for _ in range(flows):
        MobilityFactory()
    client = browse()
    client.get(f"/{school.slug}/")

    with django_assert_num_queries(10):
        assert client.get(f"/{school.slug}/").status_code == 200


def test_who_may_not_see_flows_is_not_asked(flow, school, browse):
    MobilityFactory(flow=flow)

    assert "Confirm who took part" in browse(Role.COORDINATOR).get(f"/{school.slug}/").text
    assert "Confirm who took part" not in browse(Role.EDITOR).get(f"/{school.slug}/").text
