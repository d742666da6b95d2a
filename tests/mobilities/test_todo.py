"""What flows ask for on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import FlowFactory, MobilityFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.jobs.models import Work
from tilts.mobilities.models import Mobility
from tilts.mobilities.todo import todo
from tilts.people.models import BankAccount, EmergencyContact, TravelDocument

BEFORE = date(2022, 4, 20)
NEAR = date(2022, 4, 30)
AFTER = date(2022, 5, 21)


@pytest.fixture
def flow(school):
    return FlowFactory(name="Dresden")


def sentences(day: date) -> list[str]:
    return [item.sentence for item in todo(day, current_school())]


def make_ready(mobility: Mobility, document_until: date = date(2030, 1, 1)) -> None:
    """All that the list asks of one person, printed papers included."""
    from tests.mobilities.printed_papers import keep_printed

    BankAccount.objects.create(person=mobility.person, iban="LV80BANK0000435195001")
    TravelDocument.objects.create(person=mobility.person, number="LV1234567", country="LV", expires_on=document_until)
    EmergencyContact.objects.create(person=mobility.person, name="Māra", phone="+37126100100")
    mobility.asked_at = mobility.answered_at = "2022-04-01T10:00Z"
    mobility.save()
    keep_printed(mobility)


def test_a_flow_that_begins_soon_asks_for_people_then_for_what_is_missing(flow):
    assert sentences(BEFORE) == ["“Dresden” begins on 2 May 2022 and nobody is in it yet. Drop the class list."]

    mobility = MobilityFactory(flow=flow, person__born_on=date(2000, 1, 1))
    assert sentences(BEFORE) == ["“Dresden” begins in 12 days, on 2 May 2022: 5 things are missing."]

    make_ready(mobility)
    assert sentences(BEFORE) == ["“Dresden” begins in 12 days, on 2 May 2022. Nothing is missing."]


def test_a_document_that_ends_before_the_trip_does_is_told_by_itself(flow):
    make_ready(MobilityFactory(flow=flow, person__born_on=date(2000, 1, 1)), document_until=date(2022, 5, 20))

    assert sentences(BEFORE) == [
        "“Dresden” begins in 12 days, on 2 May 2022: 1 thing is missing.",
        "The travel document of 1 person ends before “Dresden” does.",
    ]


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2022, 5, 1), "“Dresden” begins in 1 day, on 2 May 2022. Nothing is missing."),
        (date(2022, 5, 2), "“Dresden” begins today. Nothing is missing."),
        (date(2022, 5, 3), ""),
        (date(2022, 4, 17), ""),
    ],
    ids=["tomorrow", "today", "under-way", "not-near"],
)
def test_a_trip_that_is_near_is_named_even_when_nothing_is_missing(flow, day, begins):
    make_ready(MobilityFactory(flow=flow, person__born_on=date(2000, 1, 1)))

    assert sentences(day) == ([begins] if begins else [])


def test_a_trip_under_way_still_tells_what_is_missing(flow):
    MobilityFactory(flow=flow, person__born_on=date(2000, 1, 1))

    assert sentences(date(2022, 5, 3)) == ["“Dresden” is under way until 20 May 2022: 5 things are missing."]


def test_a_flow_that_ended_asks_who_took_part_until_all_is_said(flow):
    mobility = MobilityFactory(flow=flow)
    assert sentences(AFTER) == ["“Dresden” ended on 20 May 2022. Confirm who took part."]

    mobility.state = Mobility.State.CANCELLED
    mobility.save()
    assert sentences(AFTER) == []


@pytest.mark.parametrize("day", [date(2022, 3, 17), date(2028, 1, 1)], ids=["far", "history"])
def test_a_flow_far_ahead_or_long_past_asks_nothing(flow, day):
    MobilityFactory(flow=flow)

    assert sentences(day) == []


@pytest.mark.parametrize("flows", [1, 3])
def test_many_trips_ahead_ask_as_few_queries_as_one(school, flows, django_assert_num_queries):
    for _ in range(flows):
        MobilityFactory()

    with django_assert_num_queries(9):
        assert len(todo(NEAR, school)) == flows


def test_the_home_page_asks_the_same_number_of_queries(school, browse):
    client = browse()
    asked = []

    for more in (1, 2):
        MobilityFactory.create_batch(more)
        client.get(f"/{school.slug}/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/{school.slug}/").status_code == 200
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert asked[0] < 30


def test_who_may_not_see_flows_is_not_asked(flow, school, browse):
    MobilityFactory(flow=flow)

    assert "Confirm who took part" in browse(Role.COORDINATOR).get(f"/{school.slug}/").text
    assert "Confirm who took part" not in browse(Role.EDITOR).get(f"/{school.slug}/").text


def test_class_lists_are_counted_for_who_may_bring_them_in_alone(flow, school):
    from tilts.exchange.models import Roster, RosterRow

    make_ready(MobilityFactory(flow=flow, person__born_on=date(2000, 1, 1)))
    roster = Roster.objects.create(flow=flow, file_name="LMT-21.xlsx", sha256="1")
    RosterRow.objects.create(roster=roster, number=5)

    told = [todo(BEFORE, school, may=may)[0].sentence for may in (lambda _: True, lambda _: False)]

    assert [sentence.rpartition(" 2022")[2] for sentence in told] == [
        ": 1 thing is missing.",
        ". Nothing is missing.",
    ]
    assert not Work.objects.filter(state=Work.State.WAITING).exists()
