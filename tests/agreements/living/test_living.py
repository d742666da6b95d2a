"""Agreements in force: the plan with what was done, reminders, renewal."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import AgreementFactory, FlowFactory, MobilityFactory, PartnerFactory, PastActivityFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.agreements import tasks
from tilts.agreements.actions import keep_agreement
from tilts.agreements.drafting.actions import take
from tilts.agreements.drafting.content import content_of
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import in_force
from tilts.agreements.living import actions
from tilts.agreements.living.queries import endings, gaps_with, late_activities, plan_of
from tilts.agreements.living.rules import Gap
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.agreements.tasks import look_after_job
from tilts.mail.models import OutgoingMail

TODAY = timezone.localdate()


# The plan of action


def test_a_flow_that_points_to_the_plan_makes_it_under_way_and_then_done(living, school, browse):
    activity = PlannedActivity.objects.get()
    flow = FlowFactory(planned_activity=activity, name="Rustavi, May")
    before = plan_of(living, TODAY)[0].state
    MobilityFactory(flow=flow, state="done", attended_from=flow.starts_on, attended_until=flow.ends_on)

    page = browse().get(f"/{school.slug}/agreements/{living.pk}/").text

    assert (before, plan_of(living, TODAY)[0].state) == ("under_way", "done")
    assert f'<a href="/{school.slug}/flows/{flow.pk}/">Rustavi, May</a>' in page


def test_who_may_not_see_flows_reads_their_names_without_a_link(living, school, browse):
    FlowFactory(planned_activity=PlannedActivity.objects.get(), name="Rustavi, May")

    page = browse(Role.TEACHER).get(f"/{school.slug}/agreements/{living.pk}/").text

    assert "Rustavi, May" in page
    assert "/flows/" not in page.partition("<main")[2].partition("</main")[0]


def test_nobody_is_late_with_what_is_only_drafted(draft):
    PlannedActivity.objects.update(condition="", by_on=TODAY - timedelta(days=1))

    assert [each.state for each in plan_of(draft, TODAY)] == ["planned"]
    Agreement.objects.update(state=Agreement.State.RECORDED)
    assert [each.state for each in plan_of(draft, TODAY)] == ["late"]


def test_an_earlier_activity_fulfils_the_plan_of_a_recorded_agreement(school, browse):
    agreement = keep_agreement(AgreementFactory.build(), [PartnerFactory()])
    activity = PlannedActivity.objects.create(agreement=agreement, text="Visits", by_on=date(2018, 1, 1))
    late = plan_of(agreement, TODAY)[0].state
    past = PastActivityFactory()

    form = browse().get(f"/{school.slug}/earlier/{past.pk}/change/").text
    past.planned_activity = activity
    past.save()

    assert (late, plan_of(agreement, TODAY)[0].state) == ("late", "done")
    assert f"{agreement}: Visits" in form


def test_the_plan_of_what_is_only_drafted_is_not_offered_to_flows(draft, school, browse):
    assert f"{draft}: Vizītes" not in browse().get(f"/{school.slug}/flows/new/").text


def test_the_plan_asks_the_database_as_often_for_three_as_for_one(living, django_assert_num_queries):
    for _ in range(2):
        PlannedActivity.objects.create(agreement=living, text="More")

    with django_assert_num_queries(5):
        plan_of(living, TODAY)


def test_how_an_activity_stands_is_kept_without_touching_what_was_agreed(living, school, browse):
    activity, client = PlannedActivity.objects.get(), browse()
    here = f"/{school.slug}/agreements/{living.pk}/activities/{activity.pk}/"

    client.post(f"{here}standing/", {"possible_from": "2026-01-01", "done_on": "", "given_up_on": ""})
    client.post(here, {"text": "Something else"})

    activity.refresh_from_db()
    assert (activity.possible_from, activity.text) == (date(2026, 1, 1), "Vizītes")
    assert plan_of(living, TODAY)[0].state == "possible"


def test_what_is_still_to_come_is_not_done(living, school, browse):
    here = f"/{school.slug}/agreements/{living.pk}/activities/{PlannedActivity.objects.get().pk}/standing/"

    page = browse().post(here, {"done_on": (TODAY + timedelta(days=1)).isoformat()})

    assert "This day is still to come." in page.text


def test_late_ones_stand_on_the_first_page(living, school, browse):
    PlannedActivity.objects.update(by_on=TODAY - timedelta(days=1), condition="")

    assert [str(each.activity) for each in late_activities(TODAY)] == ["Visits"]
    assert "“Visits” was planned by" in browse().get(f"/{school.slug}/").text


def test_what_was_done_in_a_year_is_told_by_the_year_alone(living, school, browse):
    PastActivityFactory(
        title="Spring",
        begins_on=date(2016, 1, 1),
        begins_precision="year",
        planned_activity=PlannedActivity.objects.get(),
    )

    page = browse().get(f"/{school.slug}/agreements/{living.pk}/").text

    assert re.findall(r">Spring</a><span>([^<]+)</span>", page) == ["2016"]


# Before it ends


def test_the_office_is_reminded_once_a_step(living, school, member):
    coordinator = member(Role.COORDINATOR)
    Version.objects.update(valid_until=TODAY + timedelta(days=80))

    actions.look_after(TODAY)
    actions.look_after(TODAY + timedelta(days=1))
    first = OutgoingMail.objects.filter(to=coordinator.email).count()
    actions.look_after(TODAY + timedelta(days=55))

    assert (first, OutgoingMail.objects.filter(to=coordinator.email).count()) == (1, 2)


def test_the_end_stands_on_the_first_page(living, school, browse):
    Version.objects.update(valid_until=TODAY + timedelta(days=80))

    assert "ends on" in browse().get(f"/{school.slug}/").text
    assert "ends on" not in browse(Role.EDITOR).get(f"/{school.slug}/").text


def test_a_recorded_agreement_that_ends_is_told_too(school):
    keep_agreement(AgreementFactory.build(title="Old", valid_until=TODAY + timedelta(days=20)), [PartnerFactory()])

    assert [str(each.agreement) for each in endings(TODAY)] == ["Old"]


def test_an_agreement_that_is_over_is_ended_by_the_daily_job(living):
    Version.objects.update(valid_until=TODAY - timedelta(days=1))

    actions.look_after(TODAY)

    living.refresh_from_db()
    assert (living.state, in_force(living)) == ("ended", None)
    assert Version.objects.get().replaced_on == TODAY - timedelta(days=1)


def test_the_nightly_job_looks_after_every_school(living, other_school, caplog, monkeypatch):
    monkeypatch.setattr(tasks, "close_old_connections", lambda: None)  # the test's own
    Version.objects.update(valid_until=TODAY - timedelta(days=1))

    look_after_job(0)

    living.refresh_from_db()
    assert (living.state, caplog.records) == ("ended", [])


def test_the_trouble_of_one_school_is_not_the_next_ones(living, other_school, monkeypatch):
    Version.objects.update(valid_until=TODAY - timedelta(days=1))

    def look_after(today):
        if current_school() == other_school:
            raise ValueError("trouble")
        actions.look_after(today)

    monkeypatch.setattr(tasks, "close_old_connections", lambda: None)  # the test's own
    monkeypatch.setattr(tasks, "look_after", look_after)
    look_after_job(0)

    living.refresh_from_db()
    assert living.state == "ended"


def test_a_gap_in_cover_is_told_on_the_page_of_the_partner(school, browse):
    partner = PartnerFactory()
    for first, last in ((date(2020, 1, 1), date(2021, 12, 31)), (date(2024, 1, 1), date(2039, 1, 1))):
        keep_agreement(AgreementFactory.build(valid_from=first, valid_until=last), [partner])

    page = browse().get(f"/{school.slug}/partners/{partner.pk}/").text

    assert "No agreement was in force from 1 Jan 2022 to 31 Dec 2023." in page


# Renewal


def test_a_renewal_is_proposed_in_one_step_with_what_changed_while_the_old_one_holds(living, school, browse):
    Version.objects.update(content=content_of(living))

    answer = browse().post(f"/{school.slug}/agreements/{living.pk}/renew/", {"until": "2035-12-31"}, follow=True)

    living.refresh_from_db()
    assert (living.state, in_force(living).position) == ("proposed", 1)
    assert re.findall(r"<(del|ins)>(.*?)</", answer.text) == [("del", "2029."), ("ins", "2035.")] * 2  # both languages


def test_a_renewal_that_ends_no_later_is_refused(living, school, browse):
    page = browse().post(f"/{school.slug}/agreements/{living.pk}/renew/", {"until": TODAY.isoformat()})

    assert "It holds until then already." in page.text


@pytest.mark.parametrize("state", ["in_force", "draft", "signing", "ended", "terminated"])
def test_what_was_signed_is_not_removed(living, school, browse, state):
    Agreement.objects.update(state=state)

    page = browse().post(f"/{school.slug}/agreements/{living.pk}/remove/", {"typed": str(living)}, follow=True).text

    assert Agreement.objects.exists()
    assert "can’t be removed" in page


# What was only recorded


@pytest.fixture
def recorded(school):
    """Recorded, for fifty days more."""
    partner = PartnerFactory(name="Modus")
    facts = {"title": "Old", "areas": ["sport"], "signed_on": date(2020, 10, 9), "notes": "In the folder."}
    agreement = keep_agreement(AgreementFactory.build(**facts, valid_until=TODAY + timedelta(days=50)), [partner])
    theirs = agreement.parties.get(partner=partner)
    Signatory.objects.create(party=theirs, office="Head of a department", authority="Order 5")
    for text, done_on in (("Visits", None), ("Training", TODAY)):
        PlannedActivity.objects.create(agreement=agreement, text=text, done_on=done_on, responsible=theirs)
    return agreement


def test_a_recorded_agreement_is_renewed_as_a_draft_that_goes_on_with_it(recorded, school, browse):
    client, here = browse(), f"/{school.slug}/agreements/{recorded.pk}/"
    offered = client.get(here).text

    answer = client.post(f"{here}renew/", {"until": "2035-12-31"})
    again = client.post(f"{here}renew/", {"until": "2036-12-31"})

    draft = Agreement.objects.get(state="draft")
    assert "Renew" in offered
    assert answer.url == again.url == f"/{school.slug}{draft.get_absolute_url()}"
    assert (draft.title, draft.areas, draft.partners, draft.notes) == ("Old", ["sport"], recorded.partners, "")
    assert (draft.valid_from, draft.valid_until) == (TODAY + timedelta(days=51), date(2035, 12, 31))
    assert [(each.text, each.responsible.partner.name) for each in draft.activities.all()] == [("Visits", "Modus")]
    assert {(each.office, each.authority) for each in Signatory.objects.filter(party__agreement=draft)} == {
        *(("Direktors", ""), ("Head of a department", "Order 5")),
    }
    pages = [client.get(f"/{school.slug}{each.get_absolute_url()}").text for each in (recorded, draft)]
    assert ["Renewed by" in pages[0], "Goes on with" in pages[1]] == [True, True]
    assert Agreement.objects.get(pk=recorded.pk).state == "recorded"


def test_a_recorded_agreement_ends_by_notice(recorded, school, browse):
    client, until = browse(), TODAY + timedelta(days=20)
    here = f"/{school.slug}/agreements/{recorded.pk}/"
    told = {"given_on": TODAY.isoformat(), "by_us": "0", "until": until.isoformat()}
    offered = client.get(here).text

    client.post(f"{here}notice/", told)

    recorded.refresh_from_db()
    assert "Give notice" in offered
    assert (recorded.notice_until, recorded.state) == (until, "recorded")
    assert [each.reminder.last for each in endings(TODAY)] == [until]
    assert gaps_with(recorded.partners[0], until + timedelta(days=9)) == [Gap(until + timedelta(days=1), None)]

    client.post(f"{here}notice/take-back/")

    recorded.refresh_from_db()
    assert recorded.notice_until is None


def test_a_recorded_agreement_that_is_over_is_renewed_and_takes_no_notice(recorded, school, browse):
    Agreement.objects.update(valid_from=None, valid_until=TODAY - timedelta(days=1))

    page = browse().get(f"/{school.slug}/agreements/{recorded.pk}/").text

    assert [f'/{recorded.pk}/{step}/"' in page for step in ("renew", "notice")] == [True, False]


@pytest.mark.parametrize("address", ["renew/", "notice/"])
def test_a_director_neither_renews_nor_gives_notice(living, school, browse, address):
    assert browse(Role.DIRECTOR).get(f"/{school.slug}/agreements/{living.pk}/{address}").status_code == 403


def test_what_is_not_in_force_can_t_be_ended(draft):
    with pytest.raises(ValueError, match="terminate"):
        take(draft, "terminate")
