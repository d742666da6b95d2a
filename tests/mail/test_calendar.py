"""A school's calendar: a page, and a feed by a personal link that names nobody and ends with one's work there."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from tests.factories import FlowFactory, MobilityFactory, ProjectFactory
from tilts.accounts.models import Membership, PersonalLink
from tilts.accounts.roles import Role
from tilts.agreements.models import Agreement
from tilts.projects.models import Accreditation, Application

TODAY = timezone.localdate()


@pytest.fixture
def dates(school):
    """One of each kind of entry, and what is no entry any more."""
    soon = TODAY + timedelta(days=10)
    flow = FlowFactory(name="Dresden", starts_on=soon, ends_on=soon + timedelta(days=11))
    MobilityFactory(flow=flow, person__family_name="Kalniņa")
    FlowFactory(name="Long ago", starts_on=TODAY - timedelta(days=400), ends_on=TODAY - timedelta(days=390))
    Agreement.objects.create(title="With Kutaisi", valid_until=soon)
    Accreditation.objects.create(title="Accreditation", state="granted", valid_until=soon)
    idea = ProjectFactory(title="Wings", state="idea", starts_on=soon, ends_on=soon)
    Application.objects.create(project=idea, deadline_on=soon)
    waiting = ProjectFactory(title="Northern lights", state="applied")
    Application.objects.create(project=waiting, deadline_on=soon, expected_on=soon)
    ProjectFactory(title="Running", state="running", ends_on=soon)
    return flow


def address(client: Client, here: str) -> str:
    """The path of a new feed, as the page shows it."""
    client.post(f"{here}link/")
    return re.search(r"http://127\.0\.0\.1:8000(/p/[^<\s]+)", client.get(here).text)[1]


def titles(content: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(content).walk("VEVENT")}


ALL = {
    "Call ends: Wings",
    "Dresden",
    "Project ends: Running",
    "Result expected: Northern lights",
    "Runs out: Accreditation",
    "Runs out: With Kutaisi",
}


def test_a_feed_holds_what_lies_ahead_and_names_nobody(school, browse, member, dates):
    client, here = browse(), f"/{school.slug}/calendar/"
    path = address(client, here)

    answer = Client(headers={"accept-language": "en"}).get(path)

    events = {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"Kalni" not in answer.content
    assert str(events["Dresden"]["URL"]) == f"http://127.0.0.1:8000/{school.slug}/flows/{dates.pk}/"
    assert str(events["Dresden"]["UID"]) == f"flow-{school.pk}-{dates.pk}@127.0.0.1"
    assert events["Dresden"].start == dates.starts_on
    assert len(events) == len(ALL)
    assert path not in client.get(here).text  # shown once


def test_the_page_shows_the_same_by_month(school, browse, dates):
    page = browse().get(f"/{school.slug}/calendar/").text

    assert all(title in page for title in ALL)
    assert "Long ago" not in page


def test_a_feed_shows_what_its_owner_may_see(school, browse, dates):
    client = browse(Role.TEACHER)
    path = address(client, f"/{school.slug}/calendar/")

    found = titles(Client().get(path).content)

    assert "Dresden" not in found
    assert len(found) == len(ALL) - 1


def test_a_feed_ends_with_a_new_one_by_hand_and_with_the_work_for_the_school(school, browse, dates):
    client, here = browse(), f"/{school.slug}/calendar/"
    first = address(client, here)
    second = address(client, here)
    assert [Client().get(path).status_code for path in (first, second)] == [410, 200]

    client.post(f"{here}link/end/")
    assert Client().get(second).status_code == 410

    third = address(client, here)
    Membership.objects.filter(school=school).delete()
    assert Client().get(third).status_code == 410
    assert not PersonalLink.objects.filter(purpose="mail.calendar", revoked_at=None).exclude(school=school).exists()


def test_another_schools_feed_shows_nothing_of_this_one(school, other_school, browse, dates):
    client = browse(at=other_school)
    path = address(client, f"/{other_school.slug}/calendar/")

    assert titles(Client().get(path).content) == set()
