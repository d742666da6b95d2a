"""A change of what is in force: until it is signed everybody reads what holds, and it can be dropped."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import FlowFactory
from tilts.accounts.roles import Role
from tilts.agreements.actions import keep_agreement
from tilts.agreements.calendar import _ending
from tilts.agreements.drafting import actions as drafting
from tilts.agreements.drafting.content import clauses_of, content_of
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.drafting.queries import in_force
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.life import moments_of
from tilts.agreements.living import actions
from tilts.agreements.living.queries import agreed_activities, gaps_with, late_activities
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.rules import NotPossible
from tilts.projects.strategy.counting import _agreements_in_force, _agreements_signed
from tilts.projects.strategy.sources import Scope

TODAY = timezone.localdate()
UNTIL = TODAY + timedelta(days=100)
TEXTS = {"lv": "Cits.", "en": "Another."}


@pytest.fixture
def living(agreed):
    """In force since last year, for a hundred days more; an item of its plan is late."""
    texts = {"en": {"text": "Visits"}}
    PlannedActivity.objects.update(by_on=TODAY - timedelta(days=1), condition="", in_other_languages=texts)
    Agreement.objects.update(state="in_force", signed_on=date(2025, 1, 1), valid_until=UNTIL)
    Version.objects.update(in_force_on=date(2025, 1, 1), valid_until=UNTIL, content=content_of(Agreement.objects.get()))
    return Agreement.objects.get()


@pytest.fixture
def changing(living):
    """The same, with a change on its way: another title, term, plan, figures and clauses."""
    drafting.reopen(living)
    draft = Agreement.objects.get()
    draft.title, draft.in_other_languages, draft.valid_until = "Cits", {"en": {"title": "Another"}}, date(2041, 1, 1)
    draft.areas = ["sport"]
    keep_agreement(draft, draft.partners)
    PlannedActivity.objects.update(text="Changed", in_other_languages={"en": {"text": "New"}}, by_on=date(2040, 1, 1))
    PlannedActivity.objects.create(agreement=draft, text="New", by_on=TODAY - timedelta(days=5))
    Conditions.objects.update(weeks_to=9)
    drafting.word_clause(draft, "purpose", TEXTS, TEXTS)
    drafting.leave_out(draft, "data")
    drafting.add_clause(draft, TEXTS, TEXTS, 1)
    return Agreement.objects.get()


def on_its_way(agreement, state):
    Agreement.objects.update(state=state)
    agreement.refresh_from_db()
    return agreement


# What is read


@pytest.mark.parametrize("state", ["draft", "proposed", "agreed", "signing"])
def test_the_line_of_life_and_the_calendar_tell_what_holds(changing, state):
    partner = on_its_way(changing, state).partners[0]

    assert [(each.when.year, each.texts["lv"]) for each in moments_of(partner)] == [(2025, "Līgums")]
    assert [each.starts_on for each in _ending(TODAY, date(2050, 1, 1))] == [UNTIL]


@pytest.mark.parametrize("state", ["draft", "proposed", "agreed", "signing"])
def test_counts_and_gaps_take_no_notice_of_a_change(changing, state):
    partner = on_its_way(changing, state).partners[0]
    scope = Scope((2025, 2026), frozenset(), date(2026, 6, 1))

    assert [(each.year, each.label) for each in _agreements_in_force(scope)] == [
        (2025, "Agreement"),
        (2026, "Agreement"),
    ]
    assert [(each.year, each.label) for each in _agreements_signed(scope)] == [(2025, "Agreement")]
    assert gaps_with(partner, TODAY) == []


@pytest.mark.parametrize("state", ["draft", "proposed", "agreed", "signing"])
def test_what_is_late_is_late_by_the_plan_that_holds(changing, state):
    on_its_way(changing, state)

    assert [(each.activity.text, each.activity.by_on) for each in late_activities(TODAY)] == [
        ("Vizītes", TODAY - timedelta(days=1))
    ]


def test_flows_are_offered_the_plan_that_holds(changing):
    FlowFactory(planned_activity=PlannedActivity.objects.get(text="Changed"))

    assert [each.text for each in agreed_activities()] == ["Changed"]  # the row, by which it is offered


def test_the_public_page_tells_what_is_in_force_and_nothing_of_the_change(changing, client):
    school = changing.school
    school.is_public = True
    school.save()

    page = client.get(f"/{school.slug}/en/partners/{changing.partners[0].pk}/").text

    assert "Agreement" in page
    assert "Visits" in page
    assert "Another" not in page
    assert "New" not in page


def test_the_page_says_both_and_the_list_finds_it_as_in_force(changing, browse):
    client, here = browse(), f"/{changing.school.slug}/agreements/"

    page, listed = client.get(f"{here}{changing.pk}/").text, client.get(f"{here}?state=in_force").text

    assert "In force since 1 January 2025" in page
    assert "A change is being drafted." in page
    assert "Drop the change" in page
    assert "Give notice" in page
    assert "In force; change: Draft" in listed


def test_a_first_draft_is_told_nowhere(draft):
    partner = draft.partners[0]

    assert moments_of(partner) == []
    assert list(_agreements_in_force(Scope((2026,), frozenset(), TODAY))) == []
    assert late_activities(TODAY) == []


def test_the_end_comes_though_a_change_is_on_its_way(changing):
    actions.look_after(UNTIL + timedelta(days=1))

    changing.refresh_from_db()
    assert (in_force(changing, UNTIL + timedelta(days=1)), changing.state) == (None, "draft")
    assert moments_of(changing.partners[0])[0].when.year == 2025  # it was agreed all the same


def test_notice_is_of_what_holds_while_a_change_is_drafted(changing):
    Agreement.objects.update(notice_months=12)  # as the change has it; three were agreed
    until = TODAY + timedelta(days=95)

    actions.give_notice(changing, given_on=TODAY, until=until, by_us=False, reason="")
    actions.look_after(until + timedelta(days=1))

    changing.refresh_from_db()
    assert (changing.notice_until, changing.state) == (until, "draft")
    assert (in_force(changing), in_force(changing, until + timedelta(days=1))) == (Version.objects.get(), None)


# Dropping it


def test_a_change_that_is_dropped_leaves_everything_as_it_was_signed(changing, browse):
    flow = FlowFactory(planned_activity=PlannedActivity.objects.get(text="Changed"))

    browse().post(f"/{changing.school.slug}/agreements/{changing.pk}/drop/")

    back = Agreement.objects.get()
    assert back.state == "in_force"
    assert (back.title, back.valid_until, back.areas) == ("Līgums", UNTIL, [])
    assert content_hash(content_of(back)) == content_hash(Version.objects.get().content)
    assert [(each.text, each.flows.get()) for each in PlannedActivity.objects.all()] == [("Vizītes", flow)]


def test_what_was_done_meanwhile_stays_done(changing):
    PlannedActivity.objects.filter(text="Changed").update(done_on=TODAY)

    drafting.drop_change(changing)

    assert [(each.text, each.done_on) for each in PlannedActivity.objects.all()] == [("Vizītes", TODAY)]


def test_a_planned_activity_that_the_change_took_away_comes_back(changing):
    PlannedActivity.objects.all().delete()

    drafting.drop_change(changing)

    assert [each.text for each in PlannedActivity.objects.all()] == ["Vizītes"]


def test_a_proposal_that_is_dropped_stays_a_version_and_is_not_the_text(living, browse):
    actions.renew(living, until=date(2041, 1, 1))
    drafting.drop_change(living)

    back = Agreement.objects.get()
    text = browse().get(f"/{back.school.slug}/agreements/{back.pk}/text/").text
    assert Version.objects.count() == 2
    assert "2041" not in text
    assert in_force(back).position == 1


def test_what_ended_meanwhile_is_ended_once_the_change_is_dropped(changing):
    actions.look_after(UNTIL + timedelta(days=1))

    drafting.drop_change(changing)

    assert Agreement.objects.get().state == "ended"


def test_a_first_draft_has_nothing_to_return_to(draft, school, browse):
    page = browse().post(f"/{school.slug}/agreements/{draft.pk}/drop/", follow=True).text

    with pytest.raises(drafting.StillMissing, match="never_signed"):
        drafting.drop_change(draft)
    assert "Nothing of it was signed yet that could be returned to." in page


def test_while_it_is_signed_a_change_is_not_dropped(changing):
    with pytest.raises(NotPossible):
        drafting.drop_change(on_its_way(changing, "signing"))


def test_a_director_drops_no_change(changing, browse):
    assert browse(Role.DIRECTOR).get(f"/{changing.school.slug}/agreements/{changing.pk}/drop/").status_code == 403


def test_a_change_keeps_the_parties_that_signed(changing, browse):
    here = f"/{changing.school.slug}/agreements/{changing.pk}/draft/"
    before = changing.partners

    browse().post(here, {"title": "Cits", "kind": "bilateral", "first_language": "lv", "partners": []})

    assert Agreement.objects.get().partners == before
    assert "With others draft an agreement of its own." in browse().get(here).text


def test_clauses_come_back_as_they_stood(changing):
    drafting.drop_change(changing)

    texts = {each.key: each for each in clauses_of(Agreement.objects.get())}
    assert "own-1" not in texts
    assert (texts["purpose"].is_changed, texts["data"].is_left_out) == (False, False)
