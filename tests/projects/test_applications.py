"""An application from the idea to the decision: what each state needs, what is next, and who is reminded."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import PartnerFactory, ProjectFactory
from tilts.accounts.roles import Role
from tilts.projects.actions import set_state
from tilts.projects.applications.queries import lines, near
from tilts.projects.applications.rules import Coming, Facts, Need, Next, coming, needs
from tilts.projects.models import Application, Project, ProjectOrganisation

DAY = date(2026, 2, 19)


@pytest.mark.parametrize(
    ("facts", "needed", "comes"),
    [
        (Facts("idea"), (Need.DEADLINE,), Coming(Next.SUBMIT)),
        (Facts("applied", since=DAY), (Need.NUMBER, Need.EXPECTED), Coming(Next.RESULT)),
        (
            Facts("reserve", since=DAY, score=Decimal(71), expected_on=DAY),
            (Need.PLACE,),
            Coming(Next.RESULT, DAY),
        ),
        (Facts("granted", since=DAY, reference="2026-1", starts_on=DAY), (Need.GRANT,), Coming(Next.BEGIN, DAY)),
        (Facts("refused"), (Need.SINCE, Need.SCORE, Need.REASONS), None),
        (Facts("refused", since=DAY, score=Decimal(0), reasons="Too short."), (), None),
        (Facts("withdrawn", since=DAY), (Need.REASONS,), None),
        (Facts("running"), (), None),
    ],
)
def test_each_state_asks_for_what_it_needs_and_names_what_is_next(facts, needed, comes):
    assert (needs(facts), coming(facts)) == (needed, comes)


@pytest.mark.parametrize(
    ("days", "is_near", "is_late"), [(31, False, False), (30, True, False), (0, True, False), (-1, True, True)]
)
def test_a_day_is_near_for_a_month_and_late_when_it_is_over(days, is_near, is_late):
    found = Coming(Next.SUBMIT, DAY + timedelta(days=days))

    assert (found.is_near(DAY), found.is_late(DAY)) == (is_near, is_late)


def application(title: str, state: str, **facts: object) -> Application:
    project = ProjectFactory(title=title, state=state)
    return Application.objects.create(project=project, **facts)


def test_the_list_has_what_comes_first_at_its_top_and_the_decided_ones_below(school):
    application("Later", "idea", deadline_on=date(2027, 3, 1))
    application("Sooner", "applied", expected_on=date(2027, 2, 1))
    ProjectFactory(title="Open", state="idea")
    refused = application("Refused", "refused")
    set_state(refused.project, "refused", date(2026, 6, 1))
    application("Running", "running", score=90)
    ProjectFactory(title="Never applied for here", state="closed")

    assert [each.project.title for each in lines()] == ["Sooner", "Later", "Open", "Refused", "Running"]


def test_the_way_of_an_application_is_entered_and_shown(school, browse):
    project = ProjectFactory(title="Wings", state="applied", reference="", grant_eur=None)
    client, here = browse(), f"/{school.slug}/projects/{project.pk}/"

    assert "Not known yet: the day of this state, the number of the application" in client.get(here).text
    client.post(f"{here}state/", {"state": "applied", "since": "2026-02-19"})
    form = {"number": "KA122-99", "requested_eur": "20 000", "expected_on": "2026-06-30", "deadline_on": "2026-02-19"}
    assert client.post(f"{here}application/", form).url == here
    client.post(f"{here}state/", {"state": "reserve", "since": "2026-06-30"})
    client.post(f"{here}application/", form | {"score": "71", "score_of": "100", "reserve_place": "3"})
    page, listed = client.get(here).text, client.get(f"/{school.slug}/projects/applications/").text

    for told in ("On the reserve list", "KA122-99", "71 / 100", "20,000.00", "The result was expected by"):
        assert told in page
    assert "Wings" in listed
    client.post(f"{here}state/", {"state": "refused", "since": "2026-09-01"})
    assert "Not known yet: the reasons." in client.get(here).text


def test_a_score_above_its_scale_is_told_and_not_kept(school, browse):
    project = ProjectFactory(state="refused")

    page = browse().post(f"/{school.slug}/projects/{project.pk}/application/", {"score": "101", "score_of": "100"})

    assert "The score is higher than the highest one." in page.text
    assert not Application.objects.exists()


def test_home_names_a_call_that_ends_soon_and_a_result_that_is_late(school, browse):
    today = timezone.localdate()
    application("Soon", "idea", deadline_on=today + timedelta(days=5))
    application("Late", "applied", expected_on=today - timedelta(days=5))
    application("Far", "idea", deadline_on=today + timedelta(days=90))
    application("Over", "refused", expected_on=today)

    page = browse().get(f"/{school.slug}/").text

    assert {each.project.title for each in near(today)} == {"Soon", "Late"}
    assert ("Soon: Submit by" in page, "Late: The result was expected by" in page, "Far:" in page) == (
        True,
        True,
        False,
    )
    assert "Soon: Submit by" not in browse(Role.DIRECTOR).get(f"/{school.slug}/").text


def test_a_running_project_of_whose_application_nothing_is_known_says_nothing_of_it(school, browse):
    running = ProjectFactory(state="running")

    assert "Application" not in browse().get(f"/{school.slug}/projects/{running.pk}/").text


def test_what_was_refused_is_applied_for_once_more_with_its_partners(school, browse):
    refused = ProjectFactory(title="Wings", state="refused", own_role="coordinator", programme="erasmus-2021")
    partner = PartnerFactory()
    ProjectOrganisation.objects.create(project=refused, partner=partner, role="applicant")
    client, here = browse(), f"/{school.slug}/projects/{refused.pk}/"

    link = re.search(r'href="([^"]*again=\d+)"', client.get(here).text)[1]
    form = client.get(link).context["form"]
    sent = {name: form[name].value() for name in ("title", "programme", "own_role", "state")}
    client.post(link, sent | {"starts_on": "2027", "ends_on": "2028"})

    again = Project.objects.exclude(pk=refused.pk).get()
    assert (again.title, again.state, again.own_role) == ("Wings", "idea", "coordinator")
    assert [(each.partner, each.role) for each in again.organisations.all()] == [(partner, "applicant")]


@pytest.mark.parametrize(("state", "number"), [("running", ""), ("refused", "x"), ("refused", "0")])
def test_only_what_came_to_nothing_is_applied_for_once_more(school, browse, state, number):
    project = ProjectFactory(title="Wings", state=state)
    client = browse()

    form = client.get(f"/{school.slug}/projects/new/?again={number or project.pk}").context["form"]

    assert form["title"].value() is None
    assert ("again=" in client.get(f"/{school.slug}/projects/{project.pk}/").text) == (state == "refused")


@pytest.mark.parametrize(("role", "status"), [(Role.COORDINATOR, 200), (Role.DIRECTOR, 403)])
def test_only_who_may_change_projects_changes_an_application(school, browse, role, status):
    project = ProjectFactory(state="applied")
    client = browse(role)

    assert client.get(f"/{school.slug}/projects/applications/").status_code == 200
    assert client.get(f"/{school.slug}/projects/{project.pk}/application/").status_code == status


def test_the_list_asks_the_database_as_often_for_three_as_for_one(school, browse):
    client, counts = browse(), []
    for more in (1, 2):
        for _ in range(more):
            application("Idea", "idea", deadline_on=DAY)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/{school.slug}/projects/applications/")
        counts.append(len(asked))

    assert counts[0] == counts[1]
