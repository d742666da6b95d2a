"""Who works for a school: invitations, roles, taking away, lost phones."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from tests.accounts.signing_in import has_app, is_signed_in, with_app, with_recovery_codes
from tilts.accounts import colleagues
from tilts.accounts.models import AccessEvent, Invitation, Membership, PersonalLink, User
from tilts.accounts.queries import roles_in_school
from tilts.accounts.roles import Role
from tilts.accounts.schools import in_school

pytestmark = pytest.mark.django_db

NEW = {"first_name": "Zane", "last_name": "Paraudziņa", "password": "garš un drošs vārds 7"}


@pytest.fixture
def address(school):
    return f"/{school.slug}/accounts"


def invited(client, address, email: str = "zane@example.org", *roles: str) -> str:
    """The path of the link in the mail."""
    client.post(f"{address}/users/invite/", {"email": email, "roles": list(roles) or ["finance"]})
    return re.search(r"/p/\S+", mail.outbox[-1].body).group()


# Inviting


def test_who_is_invited_chooses_a_password_and_is_in(school, browse, address):
    path = invited(browse(), address, "Zane@Example.org", "teacher", "editor")
    client = Client()

    page = client.get(path)
    response = client.post(path, NEW)

    assert "zane@example.org" in page.text
    assert response.url == f"/{school.slug}/"
    user = User.objects.get(email="zane@example.org")
    assert (str(user), roles_in_school(user, school)) == ("Zane Paraudziņa", {Role.TEACHER, Role.EDITOR})
    assert is_signed_in(client)
    assert user.check_password(NEW["password"])


def test_the_link_works_once_and_is_kept_as_a_hash_alone(browse, address):
    path = invited(browse(), address)
    Client().post(path, NEW)

    again = [Client().get(path).status_code, Client().post(path, NEW).status_code]

    assert again == [410, 410]
    assert path.strip("/").split("/")[1] not in str(list(PersonalLink.objects.values()))


def test_opening_the_link_changes_nothing(browse, address):
    Client().get(invited(browse(), address))

    assert not User.objects.filter(email="zane@example.org").exists()


def test_the_link_ends_after_a_week(browse, address):
    path = invited(browse(), address)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert Client().post(path, NEW).status_code == 410
    assert not User.objects.filter(email="zane@example.org").exists()


def test_sending_again_ends_the_first_link_and_withdrawing_ends_the_second(browse, address):
    client = browse()
    first = invited(client, address)
    client.post(f"{address}/invitations/{Invitation.objects.get().pk}/send/")
    second = re.search(r"/p/\S+", mail.outbox[-1].body).group()
    of_both = [Client().get(each).status_code for each in (first, second)]

    client.post(f"{address}/invitations/{Invitation.objects.first().pk}/withdraw/")

    assert of_both == [410, 200]
    assert Client().get(second).status_code == 410


def test_who_has_an_account_keeps_it_and_gets_one_more_school(school, other_school, member, browse, address):
    user = member(Role.COORDINATOR, at=other_school)
    client = Client()

    response = client.post(invited(browse(), address, user.email, "finance"))

    assert response.status_code == 302
    assert not is_signed_in(client)  # the link gives rights, it does not open an account
    assert roles_in_school(user, school) == {Role.FINANCE}
    assert roles_in_school(user, other_school) == {Role.COORDINATOR}
    assert User.objects.filter(email=user.email).count() == 1


def test_the_page_of_an_invitation_does_not_take_a_weak_password(browse, address):
    path = invited(browse(), address)

    page = Client().post(path, NEW | {"password": "zane"})

    assert "This password is too short." in page.text
    assert not User.objects.filter(email="zane@example.org").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": "zane@", "roles": ["finance"]}, "Enter a valid email address."),
        ({"email": "zane@example.org", "roles": []}, "Please tick at least one role."),
        ({"email": "zane@example.org", "roles": ["king"]}, "Select a valid choice."),
    ],
    ids=["no-address", "no-role", "no-such-role"],
)
def test_an_invitation_that_makes_no_sense_is_refused(browse, address, typed, sentence):
    page = browse().post(f"{address}/users/invite/", typed)

    assert sentence in page.text
    assert (Invitation.objects.count(), len(mail.outbox)) == (0, 0)


def test_who_works_here_is_not_invited(member, browse, address):
    page = browse().post(f"{address}/users/invite/", {"email": member().email.upper(), "roles": ["finance"]})

    assert "works here already." in page.text


def test_a_mail_that_can_not_be_sent_is_told(browse, address, monkeypatch):
    def refuse(*_arguments: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(colleagues, "mail_invitation", refuse)

    page = browse().post(f"{address}/users/invite/", {"email": "z@example.org", "roles": ["finance"]}, follow=True)

    assert "could not be sent. Send it again later." in page.text


# Roles


def test_roles_are_changed_and_it_is_written_down(school, member, browse, address):
    user = member(Role.FINANCE)

    browse(Role.DIRECTOR).post(f"{address}/users/{user.pk}/", {"roles": ["teacher", "editor"]})

    assert roles_in_school(user, school) == {Role.TEACHER, Role.EDITOR}
    event = AccessEvent.objects.get()
    assert (event.verb, event.whom, event.details) == ("roles", str(user), ["teacher", "editor"])


def test_the_last_coordinator_can_not_be_made_something_else_or_taken_away(school, member):
    last, director = member(Role.COORDINATOR), member(Role.DIRECTOR)

    with pytest.raises(ValidationError, match="The school needs a coordinator"):
        colleagues.change_roles(last, [Role.FINANCE], by=director)
    with pytest.raises(ValidationError, match="The school needs a coordinator"):
        colleagues.take_away(last, by=director)
    second = member(Role.COORDINATOR)
    colleagues.take_away(last, by=director)

    assert roles_in_school(last, school) == set()
    assert roles_in_school(second, school) == {Role.COORDINATOR}


def test_a_coordinator_whose_account_is_closed_does_not_count(member):
    closed, last = member(Role.COORDINATOR), member(Role.COORDINATOR)
    User.objects.filter(pk=closed.pk).update(is_active=False)

    with pytest.raises(ValidationError, match="The school needs a coordinator"):
        colleagues.take_away(last, by=last)


def test_a_coordinator_of_another_school_does_not_count(other_school, member):
    last = member(Role.COORDINATOR)
    member(Role.COORDINATOR, at=other_school)

    with pytest.raises(ValidationError, match="The school needs a coordinator"):
        colleagues.take_away(last, by=last)


def test_who_is_taken_away_is_out_at_once_and_keeps_the_other_school(school, other_school, member, browse, address):
    user = member(Role.FINANCE)
    Membership.objects.create(school=other_school, user=user, role=Role.FINANCE)
    client = Client()
    client.force_login(user)

    browse().post(f"{address}/users/{user.pk}/remove/")

    assert [client.get(f"/{each.slug}/").status_code for each in (school, other_school)] == [404, 200]


def test_somebody_of_another_school_is_not_there(other_school, member, browse, address):
    stranger = member(Role.FINANCE, at=other_school)

    answers = [
        browse().post(f"{address}/users/{stranger.pk}/{page}", {"roles": ["finance"]}).status_code
        for page in ("", "remove/", "second-step/")
    ]

    assert answers == [404, 404, 404]


def test_who_may_not_give_roles_is_refused(member, browse, address):
    client, user = browse(Role.FINANCE), member(Role.TEACHER)

    asked = [
        client.get(f"{address}/users/"),
        client.post(f"{address}/users/invite/", {"email": "z@example.org", "roles": ["coordinator"]}),
        client.post(f"{address}/users/{user.pk}/", {"roles": ["coordinator"]}),
        client.post(f"{address}/users/{user.pk}/remove/"),
        client.post(f"{address}/users/{user.pk}/second-step/"),
    ]

    assert {each.status_code for each in asked} == {403}


def test_the_list_asks_as_often_for_many_as_for_few(member, browse, address, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = browse()
    with CaptureQueriesContext(connection) as few:
        client.get(f"{address}/users/")
    for _each in range(3):
        member(Role.TEACHER, Role.EDITOR)

    with django_assert_num_queries(len(few)):
        client.get(f"{address}/users/")


# A lost phone


def test_a_lost_second_step_is_taken_away_with_history_and_a_mail(
    school, member, browse, address, django_capture_on_commit_callbacks
):
    user = member(Role.FINANCE)
    with_app(user)
    with_recovery_codes(user)

    with django_capture_on_commit_callbacks(execute=True):
        browse(Role.DIRECTOR).post(f"{address}/users/{user.pk}/second-step/")

    assert not Authenticator.objects.filter(user=user).exists()
    assert AccessEvent.objects.get().verb == "second_step"
    assert [message.to for message in mail.outbox] == [[user.email]]


def test_nobody_takes_away_their_own_second_step(member):
    user = member(Role.COORDINATOR)
    with_app(user)

    with pytest.raises(ValidationError, match="Nobody takes away their own"):
        colleagues.take_second_step_away(user, by=user)

    assert has_app(user)


def test_a_second_step_that_guards_another_school_too_stays(school, other_school, member):
    """A coordinator of one school must not weaken the door of another."""
    user = member(Role.TEACHER)
    Membership.objects.create(school=other_school, user=user, role=Role.COORDINATOR)
    with_app(user)

    with pytest.raises(ValidationError, match="not this school's alone"):
        colleagues.take_second_step_away(user, by=member())

    assert has_app(user)


def test_the_history_is_seen_in_words_and_can_not_be_changed(school, member, browse, address):
    from django.db import ProgrammingError, transaction

    user = member(Role.FINANCE)
    colleagues.change_roles(user, [Role.TEACHER], by=user)

    with pytest.raises(ProgrammingError), transaction.atomic():
        AccessEvent.objects.all().delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        AccessEvent.objects.update(by="nobody")

    assert f"{user} now is: Accompanying teacher" in browse().get(f"{address}/users/").text


def test_what_was_changed_in_another_school_does_not_show(school, other_school, member):
    with in_school(other_school):
        colleagues.invite("zane@example.org", [Role.FINANCE], by=member(at=other_school))

    assert not AccessEvent.objects.exists()
    assert not Invitation.objects.exists()
