"""The first steps of a newcomer: six true pages, seen or not, put away by whoever wants."""

import pytest

from tests.factories import MobilityFactory, PastActivityFactory
from tilts.accounts.roles import Role
from tilts.agreements.actions import keep_agreement
from tilts.agreements.models import Agreement
from tilts.home.models import TourLeft


@pytest.mark.parametrize("role", Role)
def test_everybody_has_six_steps_each_of_which_leads_to_a_page_they_may_see(school, browse, role):
    mobility = MobilityFactory()
    keep_agreement(Agreement(title="Agreement"), [mobility.flow.partner])
    PastActivityFactory(partner=mobility.flow.partner)
    client = browse(role)

    home = client.get(f"/{school.slug}/")
    steps = [step.code for step, _ in home.context["tour"]]

    assert len(steps) == 6
    for code in steps:
        assert client.get(f"/{school.slug}/tour/{code}/", follow=True).status_code == 200


def test_a_school_without_records_leads_to_its_empty_lists_and_to_no_grant(school, browse):
    client = browse()
    steps = client.get(f"/{school.slug}/").context["tour"]

    assert [step.code for step, _ in steps] == ["partner", "agreement", "earlier", "project", "standing", "rights"]
    for step, _ in steps:
        assert client.get(f"/{school.slug}/tour/{step.code}/", follow=True).status_code == 200


def test_steps_lead_to_the_records_with_most_to_see(school, browse):
    mobility = MobilityFactory()
    MobilityFactory()  # of a later flow with as many people
    agreement = keep_agreement(Agreement(title="Agreement"), [mobility.flow.partner])
    MobilityFactory(flow=mobility.flow)
    client = browse()

    def leads(code):
        return client.get(f"/{school.slug}/tour/{code}/").url.removeprefix(f"/{school.slug}")

    assert leads("partner") == f"/partners/{mobility.flow.partner_id}/"
    assert leads("agreement") == f"/agreements/{agreement.pk}/"
    assert leads("flow") == f"/flows/{mobility.flow_id}/"
    assert leads("grant").startswith(f"/flows/{mobility.flow_id}/people/")


def test_a_school_without_agreements_is_shown_something_else_instead(school, browse):
    MobilityFactory()

    steps = browse().get(f"/{school.slug}/").context["tour"]

    assert [step.code for step, _ in steps] == ["partner", "earlier", "project", "flow", "grant", "standing"]


def test_a_step_taken_is_marked_for_the_one_who_took_it(school, browse):
    one, another = browse(), browse()

    one.get(f"/{school.slug}/tour/earlier/")

    def seen(client):
        return [step.code for step, is_seen in client.get(f"/{school.slug}/").context["tour"] if is_seen]

    assert seen(one) == ["earlier"]
    assert seen(another) == []


def test_the_steps_are_put_away_and_taken_out_again(school, browse):
    client, another = browse(), browse()
    client.get(f"/{school.slug}/tour/earlier/")

    page = client.post(f"/{school.slug}/tour/leave/", follow=True)
    client.post(f"/{school.slug}/tour/leave/")

    assert "tour" not in page.context
    assert "Show the first steps again" in page.text
    assert TourLeft.objects.count() == 1
    assert "First steps" in another.get(f"/{school.slug}/").text

    again = client.post(f"/{school.slug}/tour/again/", follow=True)

    assert [is_seen for _, is_seen in again.context["tour"]] == [False] * 6
    assert not TourLeft.objects.exists()


@pytest.mark.parametrize("code", ["guessed", "grant"])
def test_no_step_is_taken_that_is_not_there_or_not_allowed(school, browse, code):
    assert browse(Role.EDITOR).get(f"/{school.slug}/tour/{code}/").status_code == 404


def test_putting_away_is_no_link(school, browse):
    assert browse().get(f"/{school.slug}/tour/leave/").status_code == 405
