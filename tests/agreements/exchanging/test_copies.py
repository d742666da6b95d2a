"""A copy follows what is agreed, and keeps what is the school's own."""

from datetime import date

import pytest

from tests.factories import FlowFactory, PartnerFactory, SchoolFactory
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.agreements.drafting.actions import drop_change, reopen
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.drafting.rows import as_agreed
from tilts.agreements.exchanging.models import Correspondent
from tilts.agreements.exchanging.rules import same_activities
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import connect, disconnect, tell
from tilts.agreements.living.actions import give_notice
from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory
from tilts.agreements.negotiating import actions
from tilts.agreements.queries import concluded
from tilts.mail.models import OutgoingMail
from tilts.mobilities.models import Flow
from tilts.partners.models import Partner


def told(agreement, other_school):
    """The other school has read all that there is to tell."""
    tell(Agreement.objects.get(pk=agreement.pk))
    with in_school(other_school):
        take_letters()


def planned(agreement, text, **more):
    return PlannedActivity.objects.create(
        agreement=agreement, text=text, in_other_languages={"en": {"text": f"{text} (en)"}}, **more
    )


def test_the_copy_follows_whatever_is_changed_and_proposed_anew(shared, other_school):
    shared.title, shared.areas, shared.other_areas = "Jaunais līgums", ["sport"], "Koris"
    shared.in_other_languages = {"en": {"title": "New agreement", "other_areas": "A choir"}}
    shared.renewal, shared.renewal_months = "automatic", 12
    shared.save()
    Conditions.objects.update(weeks_to=6, teachers_out=2, has_training=True, training="Metināšana")
    Conditions.objects.update(in_other_languages={"en": {"training": "Welding"}})
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        copy, figures = Agreement.objects.get(), Conditions.objects.get()
        assert copy.wording("title", "en") == "New agreement"
        assert (copy.areas, copy.wording("other_areas", "en"), copy.renewal_months) == (["sport"], "A choir", 12)
        assert (figures.weeks_from, figures.weeks_to, figures.wording("training", "en")) == (3, 6, "Welding")
        # From this side the ways are the other way round.
        assert (figures.learners_in, figures.teachers_in, figures.teachers_out) == (10, 2, 2)

    shared.refresh_from_db()
    shared.renewal, shared.renewal_months = "none", None
    shared.save()
    Conditions.objects.all().delete()
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        assert (Agreement.objects.get().renewal, Conditions.objects.exists()) == ("none", False)


def test_what_is_the_schools_own_stays(shared, other_school):
    with in_school(other_school):
        Agreement.objects.update(notes="Ours.", in_other_languages={"en": {"notes": "Ours, too.", "title": "Old"}})
        number = Agreement.objects.get().number
    shared.title, shared.number = "Jaunais līgums", "another"
    shared.save()
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        copy = Agreement.objects.get()
        assert (copy.title, copy.notes, copy.wording("notes", "en")) == ("Jaunais līgums", "Ours.", "Ours, too.")
        assert copy.number == number != ""


def test_a_planned_activity_that_is_worded_anew_keeps_how_it_stands_and_its_flow(shared, other_school):
    with in_school(other_school):
        there = PlannedActivity.objects.get()
        there.possible_from = date(2026, 11, 1)
        there.save()
        flow = FlowFactory(planned_activity=there)
    PlannedActivity.objects.update(
        text="Vizītes pavasarī",
        by_on=date(2027, 5, 1),
        responsible=shared.parties.exclude(partner=None).get(),
        in_other_languages={"en": {"text": "Visits in spring", "condition": "Once one may travel."}},
    )
    planned(shared, "Koris")
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        worded, added = PlannedActivity.objects.order_by("pk")
        assert (worded.pk, worded.wording("text", "en"), worded.by_on) == (
            there.pk,
            "Visits in spring",
            date(2027, 5, 1),
        )
        assert (worded.possible_from, Flow.objects.get(pk=flow.pk).planned_activity_id) == (date(2026, 11, 1), there.pk)
        assert worded.responsible.partner is None  # it is this school that sees to it
        assert added.wording("text", "en") == "Koris (en)"


def test_what_is_planned_no_more_goes_unless_something_was_done_of_it(shared, other_school):
    planned(shared, "Nometne")
    actions.propose_to_all(shared)
    told(shared, other_school)
    with in_school(other_school):
        visits, camp = PlannedActivity.objects.order_by("pk")
        FlowFactory(planned_activity=visits)
    PlannedActivity.objects.all().delete()
    planned(shared, "Pavisam kas cits")
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        assert not PlannedActivity.objects.filter(pk=camp.pk).exists()
        assert PlannedActivity.objects.get(pk=visits.pk).given_up_on is not None
        assert PlannedActivity.objects.count() == 2


def test_an_activity_that_says_the_same_is_the_same_before_one_that_is_only_alike():
    old = [frozenset({"Visits in May"}), frozenset({"Visits"})]

    assert same_activities(old, [frozenset({"Visits"}), frozenset({"Visits in June"})]) == [1, 0]


def test_who_signs_stands_in_the_copy_as_on_the_paper_without_an_address(shared, other_school):
    theirs = shared.parties.exclude(partner=None).get()
    Signatory.objects.create(
        party=theirs,
        name="Nino Paraudze",
        office="Nodaļas vadītāja",
        in_other_languages={"en": {"office": "Head of department", "authority": "Order No 14"}},
        authority="Rīkojums Nr. 14",
        basis="order",
        email="nino@modus.example",
        position=2,
    )
    told(shared, other_school)

    with in_school(other_school):
        ours = Signatory.objects.get(party__partner=None)
        assert (ours.name, ours.wording("office", "en"), ours.basis) == ("Nino Paraudze", "Head of department", "order")
        assert (ours.wording("authority", "en"), ours.email) == ("Order No 14", "")
        assert Signatory.objects.exclude(party__partner=None).get().name == "Maija Paraudziņa"

    Signatory.objects.filter(party=theirs).update(name="")
    told(shared, other_school)

    with in_school(other_school):
        assert Signatory.objects.get(party__partner=None).name == ""


def test_a_partner_that_the_school_calls_otherwise_is_not_made_anew(shared, other_school):
    with in_school(other_school):
        Partner.objects.update(name="Draugi", search_key="draugi")
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        assert [str(each) for each in Partner.objects.all()] == ["Draugi"]


# A change of what is in force


def test_a_copy_is_read_as_what_holds_while_a_change_is_on_its_way_and_follows_when_it_is_dropped(shared, other_school):
    Agreement.objects.update(state="in_force", signed_on=date(2026, 11, 24))
    Version.objects.update(in_force_on=date(2026, 11, 24))
    told(shared, other_school)
    reopen(shared)
    texts = {"en": {"text": "Changed", "condition": "Once one may travel."}}
    PlannedActivity.objects.update(text="Mainīts", in_other_languages=texts)
    Agreement.objects.update(valid_until=date(2041, 1, 1))
    actions.propose_to_all(shared)
    told(shared, other_school)

    with in_school(other_school):
        copy = Agreement.objects.get()
        (held,) = as_agreed(concluded(), plans=True)
        assert (copy.state, copy.valid_until) == ("proposed", date(2041, 1, 1))
        assert (held.valid_until, [each.text for each in held.plan]) == (date(2029, 12, 31), ["Vizītes"])

    drop_change(shared)
    told(shared, other_school)

    with in_school(other_school):
        copy = Agreement.objects.get()
        assert (copy.state, copy.valid_until) == ("in_force", date(2029, 12, 31))
        assert [each.text for each in copy.activities.all()] == ["Vizītes"]


# Several schools


def test_each_party_that_is_a_school_here_keeps_a_copy(shared, school, other_school):
    third = SchoolFactory(name="Trešā skola")
    party = Party.objects.create(agreement=shared, partner=PartnerFactory(name="Trešā skola"))
    actions.propose_to_all(shared)

    connect(Agreement.objects.get(), third, party, may_agree=False)
    for each in (other_school, third):
        with in_school(each):
            take_letters()

    for each in (other_school, third):
        with in_school(each):
            copy = Agreement.objects.get()
            assert (copy.thread, copy.parties.count(), copy.correspondents.get().may_agree) == (
                *(shared.thread, 3),
                each == other_school,
            )
    assert sorted(each.other for each in Correspondent.objects.all()) == sorted([other_school.slug, third.slug])


# Notice, and no more sharing


def test_notice_reaches_the_coordinators_of_the_other_school_once(shared, other_school, member):
    coordinator = member(Role.COORDINATOR, at=other_school)
    member(Role.TEACHER, at=other_school)
    Agreement.objects.update(state="in_force")
    Version.objects.update(in_force_on=date(2026, 11, 24))

    give_notice(shared, given_on=date(2026, 11, 25), until=date(2027, 6, 30), by_us=True, reason="No grant.")
    told(shared, other_school)
    Agreement.objects.update(platform="Zoom")
    told(shared, other_school)

    with in_school(other_school):
        mail = OutgoingMail.objects.get()
        assert (mail.to, "No grant." in mail.body) == (coordinator.email, True)
        assert Agreement.objects.get().notice_until == date(2027, 6, 30)


def test_notice_that_the_school_gave_itself_is_no_news_to_it(shared, other_school, member):
    member(Role.COORDINATOR, at=other_school)
    Agreement.objects.update(state="in_force")
    Version.objects.update(in_force_on=date(2026, 11, 24))

    give_notice(shared, given_on=date(2026, 11, 25), until=date(2027, 6, 30), by_us=False, reason="")
    told(shared, other_school)

    with in_school(other_school):
        assert (OutgoingMail.objects.count(), Agreement.objects.get().notice_by_us) == (0, True)


def test_a_copy_says_that_nothing_more_is_told_until_it_is_again(shared, school, other_school, member, client):
    client.force_login(member(Role.COORDINATOR, at=other_school))
    with in_school(other_school):
        here = f"/{other_school.slug}/agreements/{Agreement.objects.get().pk}/"

    disconnect(Correspondent.objects.get())
    with in_school(other_school):
        take_letters()
    page = client.get(here).text

    assert "it tells of no change any more" in page
    assert "We agree to this text" not in page

    connect(shared, other_school, shared.parties.exclude(partner=None).get(), may_agree=True)
    with in_school(other_school):
        take_letters()

    assert "We agree to this text" in client.get(here).text


@pytest.mark.parametrize(("role", "expected"), [(Role.DIRECTOR, 403), (Role.COORDINATOR, 200)])
def test_who_may_change_agreements_stops_sharing(shared, school, browse, role, expected):
    there = f"/{school.slug}/agreements/{shared.pk}/copy/{Correspondent.objects.get().pk}/stop/"

    assert browse(role).get(there).status_code == expected
