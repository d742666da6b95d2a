"""One's own account: name, language, password, devices, and the way between one's schools."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.accounts.signing_in import PASSWORD, is_signed_in, sign_in, with_app, with_recovery_codes
from tests.factories import SchoolFactory
from tilts.accounts.models import Membership, User
from tilts.accounts.presenting import device_name
from tilts.accounts.roles import Role

PAGE = "/account/"


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("baiba@example.org", PASSWORD, first_name="Baiba", last_name="Paraudziņa")


@pytest.fixture
def inside(client: Client, user: User) -> Client:
    sign_in(client, user)
    return client


def language_of(page) -> str:
    return re.findall(r'<html lang="(\w+)"', page.content.decode())[0]


def test_the_account_is_for_its_owner(client, db):
    answers = {path: client.get(path) for path in (PAGE, "/account/second-step/", "/account/sessions/")}

    assert {path: (answer.status_code, answer.headers["Location"]) for path, answer in answers.items()} == {
        path: (302, f"/account/login/?next={path}") for path in answers
    }


def test_name_and_language_are_kept(inside, user):
    answer = inside.post(PAGE, {"first_name": "Baiba", "last_name": "Jaunā", "language": "lv"})
    page = inside.get(PAGE)
    user.refresh_from_db()

    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert (user.first_name, user.last_name, user.language) == ("Baiba", "Jaunā", "lv")
    assert language_of(page) == "lv"


@pytest.mark.parametrize(
    "values", [{"language": "xx"}, {"last_name": "a" * 151}], ids=["unknown-language", "too-long-a-name"]
)
def test_what_can_not_be_kept_is_said_and_changes_nothing(inside, user, values):
    answer = inside.post(PAGE, {"first_name": "X", "last_name": "Y", "language": "", **values})
    user.refresh_from_db()

    assert answer.status_code == 200
    assert 'id="error-summary"' in answer.content.decode()
    assert (str(user), "Baiba Paraudziņa" in answer.content.decode()) == ("Baiba Paraudziņa", True)


@pytest.mark.parametrize(
    ("kept", "cookie", "asked", "shown"),
    [("", None, "ka", "ka"), ("lv", None, "ka", "lv"), ("lv", "en", "ka", "en"), ("de", None, "ka", "ka")],
    ids=["browser", "account", "this-browser-was-told", "no-longer-there"],
)
def test_the_account_has_a_language_unless_this_browser_was_told_another(client, user, kept, cookie, asked, shown):
    User.objects.update(language=kept)
    client.force_login(user)
    if cookie:
        client.cookies["django_language"] = cookie

    assert language_of(client.get(PAGE, headers={"accept-language": asked})) == shown


def test_a_language_given_back_is_the_browsers_again(inside, user):
    inside.post(PAGE, {"first_name": "Baiba", "last_name": "P", "language": "lv"})
    inside.post(PAGE, {"first_name": "Baiba", "last_name": "P", "language": ""})

    assert language_of(inside.get(PAGE, headers={"accept-language": "ka"})) == "ka"


def test_the_page_shows_what_is_set_up(inside, user):
    before = inside.get(PAGE).content.decode()
    with_app(user)
    with_recovery_codes(user)
    after = inside.get(PAGE).content.decode()

    assert [text in before for text in ("Set up an app", "Stop using the app", "Recovery codes")] == [
        True,
        False,
        False,
    ]
    assert [text in after for text in ("Set up an app", "Stop using the app", "10 codes are left.")] == [
        False,
        True,
        True,
    ]


def test_a_demand_that_is_not_met_is_said(inside, user, school, settings):
    settings.TILTS_MFA = True
    Membership.objects.create(school=school, user=user, role=Role.DIRECTOR)
    before = inside.get(PAGE).content.decode()
    with_app(user)

    told = "Your role needs a second step."
    assert (told in before, told in inside.get(PAGE).content.decode()) == (True, False)


@pytest.mark.parametrize("name", ["account_email", "mfa_index", "mfa_list_webauthn"])
def test_pages_whose_place_the_account_takes_lead_to_it(inside, name):
    answers = [getattr(inside, method)(reverse(name)) for method in ("get", "post")]

    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(302, PAGE)] * 2


def test_nobody_takes_another_address_by_themselves(inside, user):
    inside.post("/account/email/", {"action_add": "", "email": "director@example.org"})
    user.refresh_from_db()

    assert (user.email, user.emailaddress_set.count()) == ("baiba@example.org", 0)


def test_a_new_password_is_told_by_mail_and_ends_the_other_sessions(inside, user):
    other = Client()
    sign_in(other, user)

    answer = inside.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "cits drošs vārds 9", "password2": "cits drošs vārds 9"},
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert (inside.get(PAGE).status_code, other.get(PAGE).status_code) == (200, 302)
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([user.email], "Your password for Tilts is changed")
    assert "http://testserver/account/password/reset/" in message.body


def test_a_wrong_old_password_changes_nothing(inside, user):
    answer = inside.post(
        "/account/password/change/",
        {"oldpassword": "wrong", "password1": "cits drošs vārds 9", "password2": "cits drošs vārds 9"},
    )
    user.refresh_from_db()

    assert (answer.status_code, user.check_password(PASSWORD), mail.outbox) == (200, True, [])


def test_who_has_no_password_may_choose_one(client, user):
    user.set_unusable_password()
    user.save()
    client.force_login(user)
    page = client.get(PAGE).content.decode()

    answer = client.post(
        "/account/password/set/", {"password1": "cits drošs vārds 9", "password2": "cits drošs vārds 9"}
    )
    user.refresh_from_db()

    assert ("/account/password/set/" in page, "/account/password/change/" in page) == (True, False)
    assert (answer.headers["Location"], user.check_password("cits drošs vārds 9")) == (PAGE, True)


def test_devices_are_named_and_signed_out_from_afar(inside, user):
    phone = Client(headers={"user-agent": "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"})
    sign_in(phone, user)
    page = inside.get("/account/sessions/").content.decode()

    inside.post("/account/sessions/")

    assert re.findall(r"Firefox, Android|Unknown", page) == ["Unknown", "Firefox, Android"]
    assert (is_signed_in(inside), phone.get(PAGE).status_code, inside.get(PAGE).status_code) == (True, 302, 200)


def test_devices_of_others_are_not_shown_nor_signed_out(inside, user):
    stranger = User.objects.create_user("ilze@example.org", PASSWORD)
    other = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/126 Safari/537.36 Edg/126"})
    sign_in(other, stranger)

    page = inside.get("/account/sessions/").content.decode()
    inside.post("/account/sessions/")

    assert "Edge" not in page
    assert other.get(PAGE).status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.5 Safari/605.1.15", "Safari, macOS"),
        ("curl/8.5.0", ""),
        ("", ""),
    ],
    ids=["firefox", "edge", "android", "iphone", "mac", "none-of-these", "nothing"],
)
def test_a_device_is_named_in_the_words_of_its_user(user_agent, name):
    assert device_name(user_agent) == name


# Several schools


def links_of_menu(page) -> list[str]:
    panel = page.content.decode().split('class="drop-who"')[1].split("<form")[0]
    return re.findall(r'<a href="([^"]+)"', panel)


def test_the_menu_leads_to_the_account_and_to_ones_other_schools(member, school, other_school):
    user = member()
    Membership.objects.create(school=other_school, user=user, role=Role.TEACHER)
    Membership.objects.create(school=other_school, user=user, role=Role.EDITOR)
    SchoolFactory()
    client = Client()
    client.force_login(user)

    menus = {path: links_of_menu(client.get(path)) for path in (f"/{school.slug}/partners/", PAGE)}

    assert menus == {
        f"/{school.slug}/partners/": [PAGE, f"/{other_school.slug}/"],
        PAGE: [PAGE, *sorted((f"/{school.slug}/", f"/{other_school.slug}/"), key=lambda slug: (len(slug), slug))],
    }


def test_the_menu_of_somebody_with_one_school_offers_no_other(browse, school):
    assert links_of_menu(browse().get(f"/{school.slug}/partners/")) == [PAGE]


@pytest.mark.parametrize("count", [1, 3])
def test_the_menu_asks_the_database_once_however_many_schools(member, school, django_assert_num_queries, count):
    user = member(Role.EDITOR)
    for _ in range(count):
        Membership.objects.create(school=SchoolFactory(), user=user, role=Role.TEACHER)
    client = Client()
    client.force_login(user)

    with django_assert_num_queries(6):  # session, user, school's setting twice, schools, roles
        page = client.get(f"/{school.slug}/accounts/nothing/")

    assert len(links_of_menu(page)) == 1 + count
