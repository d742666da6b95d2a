"""The planner: wished flows, their sums by the bulk engine, the counts to request."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import FlowFactory, MobilityFactory, ProjectFactory
from tests.mobilities.test_flows import enter_rates
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.demo.actions import open_school
from tilts.demo.data.daugavpils import DAUGAVPILS
from tilts.mobilities.models import Mobility, WishedFlow
from tilts.mobilities.planner.queries import achieved_in, plan
from tilts.projects.money.rules import Counts

DRESDEN = {
    "activity": "short_term_learner",
    "country": "DE",
    "town": "Dresden",
    "participants": "10",
    "accompanying": "1",
    "days": "19",
    "travel_days": "2",
    "fewer_opportunities": "0",
}


def wish(**told: object) -> WishedFlow:
    values = {
        "activity": "short_term_learner",
        "country": "DE",
        "distance_km": Decimal(1001),
        "participants": 10,
        "accompanying": 1,
        "days": 19,
    }
    return WishedFlow.objects.create(**values | told)


@pytest.fixture
def project(school):
    project = ProjectFactory()
    enter_rates(project)
    return project


def test_a_plan_sums_what_people_and_school_are_paid(project):
    wish()

    found = plan(2025)

    # A learner: 275 + 14 x 54 + 7 x 38. The teacher: 275 + 14 x 98 + 7 x 69. The school: 350 for each learner.
    assert (found.people_eur, found.school_eur, found.total_eur) == (10 * 1297 + 2130, 3500, 18600)
    assert found.is_final


def test_the_counts_to_request_are_the_plans(project):
    wish(green=True, blended=True, fewer_opportunities=3)
    wish(participants=2, days=5, accompanying=0)

    assert plan(2025).requested == Counts(12, 200, 3, 10, 10, 1)


def test_a_plan_is_worked_out_for_another_call_with_what_is_published(project, school, browse):
    wish()

    found = plan(2025, 2024)

    # Rates of the own grant agreement hold for its own call alone; travel of call 2024 is known, a day's rate is not.
    assert (found.base.call_year, found.base.is_published, found.unknown) == (2024, True, 1)
    page = browse(Role.COORDINATOR).get(f"/{school.slug}/flows/planner/?call=2024").text
    assert "published figures of KA121-VET, call 2024" in page
    assert 'planner/export/?call=2024"' in page
    assert "call 2021" in browse(Role.COORDINATOR).get(f"/{school.slug}/flows/planner/?call=soon").text


def test_a_preparatory_visit_is_paid_to_the_school_once_for_each_person(project):
    wish(activity="preparatory_visit", participants=2, accompanying=0, days=3)

    found = plan(2025)

    assert (found.people_eur, found.school_eur, found.requested) == (0, 2 * 575, Counts())


def test_a_wish_is_changed_on_its_page(project, school, browse):
    there = wish()
    page = f"/{school.slug}/flows/planner/{there.pk}/"

    assert 'value="Dresden"' not in browse(Role.COORDINATOR).get(page).text
    browse(Role.COORDINATOR).post(page, DRESDEN | {"participants": "7"})

    there.refresh_from_db()
    assert (there.town, there.participants, WishedFlow.objects.count()) == ("Dresden", 7, 1)
    assert browse(Role.FINANCE).post(page, DRESDEN).status_code == 403


def test_what_took_place_last_year_stands_beside_it(project):
    flow = FlowFactory(project=project)
    days = {"attended_from": date(2022, 5, 2), "attended_until": date(2022, 5, 20)}
    MobilityFactory(flow=flow, state=Mobility.State.DONE, **days)
    MobilityFactory(flow=flow, state=Mobility.State.DONE, role=Mobility.Role.ACCOMPANYING, **days)
    MobilityFactory(flow=flow)

    assert achieved_in(2022) == Counts(1, 19, 0, 0, 0, 1)
    assert achieved_in(2021) == Counts()


def test_what_is_not_known_has_no_sum(project):
    wish(country="GE", distance_km=Decimal(2200))

    found = plan(2025)

    assert (found.unknown, found.people_eur) == (1, 0)


def test_without_a_project_there_are_counts_alone(school):
    wish()

    found = plan(2025)

    assert (found.base, found.unknown, found.requested.participants) == (None, 1, 10)


def test_flows_are_wished_for_on_a_page(project, school, browse):
    client, address = browse(), f"/{school.slug}/flows/planner/"

    client.post(f"{address}new/", DRESDEN)

    assert round(WishedFlow.objects.get().distance_km) == 1001
    assert "18,600.00" in client.get(address).text
    assert client.get(f"{address}export/").status_code == 200
    client.post(f"{address}{WishedFlow.objects.get().pk}/remove/")
    assert not WishedFlow.objects.exists()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"town": "Nowhere"}, "This town is not in the list."),
        ({"distance_km": "0"}, "A distance of 0 km"),
        ({"distance_km": "30000"}, "less than or equal to 20040"),
        ({"days": "-1"}, "greater than or equal to"),
        ({"participants": "0"}, "greater than or equal to 1"),
        ({"fewer_opportunities": "11"}, "No more than all participants"),
        ({"country": "XX"}, "Select a valid choice"),
    ],
    ids=["no-town", "no-distance", "too-far", "negative-days", "nobody", "too-many-fewer", "no-country"],
)
def test_a_wish_that_is_none_is_told_in_words(project, school, browse, changed, sentence):
    response = browse().post(f"/{school.slug}/flows/planner/new/", DRESDEN | changed)

    assert sentence in response.text
    assert not WishedFlow.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_plan_asks_the_same_number_of_queries(project, school, browse, rows, django_assert_max_num_queries):
    for _each in range(rows):
        wish()
    client = browse()
    client.get(f"/{school.slug}/flows/planner/")

    with django_assert_max_num_queries(16):
        client.get(f"/{school.slug}/flows/planner/")


def test_wishes_need_the_right_to_change(project, school, browse):
    assert browse(Role.FINANCE).post(f"/{school.slug}/flows/planner/new/", DRESDEN).status_code == 403
    assert browse(Role.FINANCE).get(f"/{school.slug}/flows/planner/").status_code == 200


def test_the_demo_plans_its_next_call(db):
    with in_school(open_school(DAUGAVPILS, "a long password for trying")):
        found = plan(2025)

        assert (found.requested.participants, found.unknown) == (22, 0)
