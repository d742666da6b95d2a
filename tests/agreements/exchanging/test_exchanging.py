"""One agreement, two schools of one installation: each keeps its own copy and is told of what changes."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client

from tests.agreements.exchanging.conftest import copy_in
from tests.factories import PartnerFactory, UserFactory
from tilts.accounts.models import Membership
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school
from tilts.agreements.concluding.actions import call_off, plan_session
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.actions import StillMissing, take
from tilts.agreements.drafting.models import Conditions, Version
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.queries import with_names
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import connect, tell, write
from tilts.agreements.models import Agreement, Party, PlannedActivity
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.models import Negotiator
from tilts.agreements.rules import NotPossible
from tilts.files.actions import store_file
from tilts.files.queries import content_of
from tilts.mail.entries import entries
from tilts.partners.models import Partner


def test_the_copy_has_the_same_content_hash_and_the_other_as_its_partner(shared, school, other_school):
    copy, versions = copy_in(other_school)

    assert (copy.thread, copy.state, copy.is_copy, copy.may_be_written) == (shared.thread, "proposed", True, False)
    assert [each.content_hash for each in versions] == [Version.objects.get().content_hash]
    with in_school(other_school):
        assert [str(each) for each in copy.partners] == [school.name]
        assert [each.text for each in PlannedActivity.objects.all()] == ["Vizītes"]


def test_a_change_is_told_once_and_taken_over(shared, other_school):
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(shared)
    first, again = tell(Agreement.objects.get()), tell(Agreement.objects.get())
    with in_school(other_school):
        taken = take_letters(), take_letters()

    _copy, versions = copy_in(other_school)
    assert (len(first), again, taken) == (1, [], (1, 0))
    assert [each.content["conditions"]["weeks_to"] for each in versions] == [5, 6]


def test_the_other_school_agrees_from_its_own_page(shared, school, other_school, member):
    client = Client()
    client.force_login(member(Role.COORDINATOR, at=other_school))
    copy, _versions = copy_in(other_school)

    answer = client.post(f"/{other_school.slug}/agreements/{copy.pk}/copy/agree/")
    with in_school(school):
        take_letters()

    assert answer.status_code == 302
    assert Agreement.objects.get().state == "agreed"


def test_the_sealed_paper_goes_along_and_stays_in_no_letter(shared, other_school):
    version = Version.objects.get()
    version.sealed = store_file(
        b"%PDF-1.7 sealed", name="a.pdf", content_type="application/pdf", permission="agreements.view", by=None
    )
    version.in_force_on = "2026-11-25"
    version.save()
    shared.state = "in_force"
    shared.save()
    tell(shared)

    with in_school(other_school):
        take_letters()
        copied = Version.objects.get()
        assert content_of(copied.sealed) == b"%PDF-1.7 sealed"
        assert (Agreement.objects.get().state, copied.is_in_force) == ("in_force", True)
    assert not SchoolLetter.objects.exclude(paper=None).exists()


def test_a_letter_that_is_not_what_its_hash_says_changes_nothing(shared, other_school):
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(shared)
    (letter,) = tell(Agreement.objects.get())
    letter.body["versions"][1]["content"]["conditions"]["weeks_to"] = 52

    with in_school(other_school):
        letter.save()
        take_letters()

    _copy, versions = copy_in(other_school)
    assert [each.position for each in versions] == [1]
    assert not SchoolLetter.objects.filter(taken_at=None).exists()


def test_what_another_school_drafts_takes_no_step_here(shared, other_school):
    copy, _versions = copy_in(other_school)

    with in_school(other_school), pytest.raises((NotPossible, StillMissing)):
        take(copy, "propose")


def test_the_pages_of_a_copy_show_its_text_and_change_nothing(shared, other_school, member):
    client = Client()
    client.force_login(member(Role.COORDINATOR, at=other_school))
    copy, versions = copy_in(other_school)
    here = f"/{other_school.slug}/agreements/{copy.pk}/"

    pages = {name: client.get(here + name) for name in ("", "text/", "paper/", f"versions/{versions[0].pk}/")}

    assert {page.status_code for page in pages.values()} == {200}
    assert "3–5 nedēļas" in pages["text/"].text
    assert "Propose it to the other side" not in pages[""].text
    assert client.get(f"{here}draft/").status_code == 302


# How a school comes to keep a copy


def test_who_is_asked_and_coordinates_another_school_may_keep_a_copy_there(draft, school, other_school):
    negotiator = Negotiator.objects.create(
        agreement=draft, party=draft.parties.exclude(partner=None).get(), email="nino@modus.example", language="en"
    )
    actions.propose_to_all(draft)
    address = actions.link_for(negotiator).partition("/p/")[2]
    user = UserFactory()
    Membership.objects.create(school=other_school, user=user, role=Role.COORDINATOR)
    reader = Client()
    reader.force_login(user)

    stranger = Client().get(f"/p/{address}").text
    offered = reader.get(f"/p/{address}").text
    forced = Client().post(f"/p/{address}", {"step": "keep-copy", "school": other_school.slug}, follow=True).text
    reader.post(f"/p/{address}", {"step": "keep-copy", "school": other_school.slug})

    assert ("keep-copy" in stranger, "keep-copy" in offered, "Sign in first" in forced) == (False, True, True)
    assert Correspondent.objects.get().other == other_school.slug


def test_a_teacher_does_not_agree_for_the_school(shared, other_school, member):
    client = Client()
    client.force_login(member(Role.TEACHER, at=other_school))
    copy, _versions = copy_in(other_school)

    assert client.post(f"/{other_school.slug}/agreements/{copy.pk}/copy/agree/").status_code == 403


def test_a_school_that_the_draft_calls_otherwise_is_no_partner_of_itself(draft, school, other_school):
    other_school.name = "LEPL college of Rustavi"
    other_school.save()
    actions.propose_to_all(draft)

    connect(draft, other_school, draft.parties.exclude(partner=None).get(), may_agree=True)
    with in_school(other_school):
        take_letters()

        assert [str(each) for each in Agreement.objects.get().partners] == [school.name]
        assert [str(each) for each in Partner.objects.all()] == [school.name]


@pytest.fixture
def of_three(shared):
    """Between three, the third of which was asked, too."""
    third = Party.objects.create(agreement=shared, partner=PartnerFactory(name="Trešā skola"))
    Negotiator.objects.create(agreement=shared, party=third, email="c@third.example", language="en")
    actions.propose_to_all(shared)
    return third


def agree_in(other_school, school):
    with in_school(other_school):
        take_letters()
        copy = Agreement.objects.get()
        digest = Version.objects.latest("position").content_hash
        write(Correspondent.objects.get(agreement=copy), SchoolLetter.Kind.AGREED, {"hash": digest})
    with in_school(school):
        take_letters()


def test_one_school_agrees_for_its_own_party_alone(shared, of_three, school, other_school):
    tell(Agreement.objects.get())

    agree_in(other_school, school)

    agreed = {each.party_id: each.agreed_to_id is not None for each in Negotiator.objects.all()}
    assert (agreed[of_three.pk], sum(agreed.values())) == (False, 1)
    assert Agreement.objects.get().state == "proposed"


@pytest.mark.parametrize("change", [{"may_agree": False}, {"other": "elsewhere"}])
def test_only_the_school_that_was_asked_and_may_agrees(change, shared, school, other_school):
    Correspondent.objects.update(**change)

    agree_in(other_school, school)

    assert Agreement.objects.get().state == "proposed"


def test_another_school_than_the_drafter_changes_no_copy(shared, other_school):
    Conditions.objects.update(weeks_to=6)
    actions.propose_to_all(shared)
    tell(Agreement.objects.get())

    with in_school(other_school):
        SchoolLetter.objects.update(sender="elsewhere")
        take_letters()

    assert len(copy_in(other_school)[1]) == 1


def test_a_letter_of_a_school_that_is_gone_holds_up_no_other(draft, other_school):
    actions.propose_to_all(draft)
    connect(draft, other_school, draft.parties.exclude(partner=None).get(), may_agree=True)
    first = SchoolLetter.objects.get()
    first.pk, first.thread = None, uuid4()
    first.save()

    with in_school(other_school):
        SchoolLetter.objects.exclude(pk=first.pk).update(sender="gone")
        assert take_letters() == 1

        assert [(each.taken_at is None, each.paper, each.body) for each in SchoolLetter.objects.all()] == [
            (False, None, {}),
            (False, None, {}),
        ]


def test_a_school_that_is_not_the_party_is_offered_no_copy(draft, other_school):
    other_school.name = "Pavisam cita skola"
    other_school.save()
    negotiator = Negotiator.objects.create(
        agreement=draft, party=draft.parties.exclude(partner=None).get(), email="nino@modus.example", language="en"
    )
    actions.propose_to_all(draft)
    address = actions.link_for(negotiator).partition("/p/")[2]
    user = UserFactory()
    Membership.objects.create(school=other_school, user=user, role=Role.COORDINATOR)
    reader = Client()
    reader.force_login(user)

    page = reader.post(f"/p/{address}", {"step": "keep-copy", "school": other_school.slug}, follow=True).text

    assert "by the school that the link was made for" in page
    assert not Correspondent.objects.exists()


def test_the_drafter_stops_sharing(shared, school, member):
    client = Client()
    client.force_login(member(Role.COORDINATOR))

    client.post(f"/{school.slug}/agreements/{shared.pk}/copy/{Correspondent.objects.get().pk}/stop/")
    shared.save()

    assert (Correspondent.objects.exists(), tell(shared)) == (False, [])


def test_the_signing_session_stands_in_the_calendar_of_both_schools(
    shared, other_school, browse, django_capture_on_commit_callbacks
):
    day = date(2036, 12, 1)
    with django_capture_on_commit_callbacks(execute=True):
        session = plan_session(
            SigningSession(
                agreement=shared, starts_at=datetime(2036, 12, 1, 10, tzinfo=UTC), platform="Zoom", agenda="Sveiciens"
            )
        )
    with in_school(other_school):
        take_letters()
        there = [(entry.title, entry.meeting.starts_at) for _kind, entry in entries(day, day, lambda _permission: True)]
        copy = SigningSession.objects.get().agreement
    here = f"/{other_school.slug}/agreements/{copy.pk}/session/"
    page = browse(at=other_school).get(here).text
    moved = browse(at=other_school).post(f"{here}call-off/")
    with django_capture_on_commit_callbacks(execute=True):
        call_off(session)

    assert there == [("Signing: Agreement", session.starts_at)]
    assert "Sveiciens" in page
    assert "Call it off" not in page
    assert moved.status_code == 302
    with in_school(other_school):
        assert SigningSession.objects.exists()
        take_letters()
        assert not SigningSession.objects.exists()


def test_the_names_of_all_schools_that_keep_it_are_asked_for_at_once(shared, other_school, django_assert_num_queries):
    Correspondent.objects.create(agreement=shared, other="gone")

    with django_assert_num_queries(2):
        names = [each.name for each in with_names(shared)]

    assert names == [other_school.name, "gone"]
