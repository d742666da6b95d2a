"""The second step of signing in: an app, recovery codes, and of whom it is demanded."""

import re
from urllib.parse import quote

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.accounts.signing_in import PASSWORD, has_app, is_signed_in, sign_in, totp, with_app, with_recovery_codes
from tests.factories import PartnerFactory
from tilts.accounts.models import Membership, User
from tilts.accounts.roles import MATRIX, NEED_SECOND_FACTOR, Role

SET_UP, AUTHENTICATE = "/account/mfa/totp/activate/", "/account/mfa/authenticate/"
LED_TO = "/account/second-step/"


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("baiba@example.org", PASSWORD, first_name="Baiba", last_name="Paraudziņa")


@pytest.fixture
def _demanded(settings: object) -> None:
    settings.TILTS_MFA = True  # type: ignore[attr-defined]


def key_on(page) -> str:
    (key,) = re.findall(r"<code[^>]*>([A-Z2-7]{32})</code>", page.content.decode())
    return key


@pytest.mark.django_db(transaction=True)
def test_an_app_is_set_up_with_its_first_code(client, user):
    sign_in(client, user)
    key = key_on(client.get(SET_UP))
    wrong = client.post(SET_UP, {"code": "12345"})
    right = client.post(SET_UP, {"code": totp(key)})
    codes = client.get(right.headers["Location"])

    assert (wrong.status_code, key_on(wrong)) == (200, key)
    assert (right.status_code, right.headers["Location"]) == (302, "/account/mfa/recovery-codes/")
    assert len(re.findall(r"<code>\d{8}</code>", codes.content.decode())) == 10
    assert [message.subject for message in mail.outbox] == ["An app for codes is set up for Tilts"]
    assert has_app(user)


def test_the_page_with_the_key_has_the_code_as_a_picture_that_the_policy_allows(client, user):
    sign_in(client, user)

    page = client.get(SET_UP).content.decode()

    assert "<svg" in page.split('role="img"')[1]
    assert "data:image" not in page
    assert f"otpauth://totp/{user.email.replace('@', '%40')}?secret=" in page


def test_the_secret_is_sealed_in_the_database(user):
    secret = with_app(user)
    codes = with_recovery_codes(user)
    stored = {each.type: str(each.data) for each in Authenticator.objects.filter(user=user)}

    assert secret not in stored["totp"]
    assert [code for code in codes if code in stored["recovery_codes"]] == []
    assert "seed" in stored["recovery_codes"]


def test_who_has_an_app_is_asked_for_its_code_at_every_sign_in(client, user):
    secret = with_app(user)

    first = sign_in(client, user)
    in_between = is_signed_in(client)
    wrong = client.post(AUTHENTICATE, {"code": "12345"})
    right = client.post(AUTHENTICATE, {"code": totp(secret)})

    assert (first.headers["Location"], in_between) == (AUTHENTICATE, False)
    assert (wrong.status_code, "Incorrect code." in wrong.content.decode()) == (200, True)
    assert (right.headers["Location"], is_signed_in(client)) == ("/", True)


def test_the_code_of_the_app_is_taken_once(user):
    code = totp(with_app(user))
    answers = []
    for client in (Client(), Client()):
        sign_in(client, user)
        client.post(AUTHENTICATE, {"code": code})
        answers.append(is_signed_in(client))

    assert answers == [True, False]


def test_an_old_code_of_the_app_does_not_let_in(client, user):
    secret = with_app(user)
    sign_in(client, user)

    client.post(AUTHENTICATE, {"code": totp(secret, at=1_700_000_000)})

    assert not is_signed_in(client)


def test_the_second_step_leads_on_to_the_page_that_was_wanted(client, user):
    secret = with_app(user)
    first = sign_in(client, user, next="/daugava/flows/3/")

    answer = client.post(first.headers["Location"], {"code": totp(secret)})

    assert answer.headers["Location"] == "/daugava/flows/3/"


def test_a_recovery_code_lets_in_once(user):
    with_app(user)
    code, other, *_ = with_recovery_codes(user)
    answers = []
    for written in (code, code, f"{other[:4]} {other[4:]}"):
        client = Client()
        sign_in(client, user)
        client.post(AUTHENTICATE, {"code": written})
        answers.append(is_signed_in(client))

    assert answers == [True, False, True]


@pytest.mark.django_db(transaction=True)
def test_new_recovery_codes_end_the_old_ones(client, user):
    with_app(user)
    old = with_recovery_codes(user)
    client.force_login(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    client.post("/account/mfa/recovery-codes/generate/")
    page = client.get("/account/mfa/recovery-codes/").content.decode()

    new = re.findall(r"<code>(\d{8})</code>", page)
    assert (len(new), set(new) & set(old)) == (10, set())
    assert [message.subject for message in mail.outbox] == ["New recovery codes for Tilts"]


def test_recovery_codes_can_be_kept_as_a_file(client, user):
    with_app(user)
    codes = with_recovery_codes(user)
    client.force_login(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    answer = client.get("/account/mfa/recovery-codes/download/")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert re.findall(r"^\d{8}$", answer.content.decode(), re.MULTILINE) == codes


@pytest.mark.parametrize(
    "page",
    [SET_UP, "/account/mfa/recovery-codes/", "/account/mfa/recovery-codes/generate/", "/account/mfa/webauthn/add/"],
)
def test_who_signed_in_a_while_ago_says_again_who_they_are(client, user, page):
    if page == "/account/mfa/recovery-codes/":
        with_recovery_codes(user)
    client.force_login(user)

    asked = client.get(page)
    shown = client.post(asked.headers["Location"], {"password": PASSWORD})

    assert asked.headers["Location"] == f"/account/reauthenticate/?next={quote(page, safe='')}"
    assert shown.headers["Location"] == page
    assert client.get(page).status_code == 200


def test_an_app_that_is_given_up_is_no_longer_asked_for(client, user):
    with_app(user)
    with_recovery_codes(user)
    client.force_login(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    answer = client.post("/account/mfa/totp/deactivate/")
    client.logout()

    assert (answer.status_code, Authenticator.objects.count()) == (302, 0)
    assert sign_in(client, user).headers["Location"] == "/"
    assert [message.subject for message in mail.outbox] == ["The app for codes is no longer used for Tilts"]


# Of whom it is demanded


def test_the_second_step_is_demanded_of_everybody_who_sees_participants_or_their_money():
    counts_only = {"mobilities.past"}  # activities before Tilts name nobody
    of_them = {name for name in MATRIX if name.startswith(("people.", "mobilities."))} - counts_only | {
        "projects.rates"
    }

    assert {name: MATRIX[name] - NEED_SECOND_FACTOR for name in of_them} == dict.fromkeys(of_them, frozenset())


@pytest.mark.usefixtures("_demanded")
@pytest.mark.parametrize("path", ["", "people/", "partners/", "partners/new/", "nothing/here/", "account/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_must_have_a_second_step_and_has_none_sees_nothing_of_the_school(browse, school, method, path):
    PartnerFactory(name="Berufsschule Dresden")

    response = getattr(browse(Role.COORDINATOR), method)(f"/{school.slug}/{path}")

    assert (response.status_code, response.headers["Location"], response.content) == (302, LED_TO, b"")


@pytest.mark.usefixtures("_demanded")
def test_a_part_of_a_page_is_led_there_as_a_whole_page(browse, school):
    response = browse(Role.DIRECTOR).get(f"/{school.slug}/people/", headers={"hx-request": "true"})

    assert (response.status_code, response.headers["HX-Redirect"], response.content) == (200, LED_TO, b"")


@pytest.mark.usefixtures("_demanded")
@pytest.mark.parametrize("role", Role)
def test_the_demand_follows_the_table_of_roles(browse, school, role):
    response = browse(role).get(f"/{school.slug}/partners/")

    assert (response.status_code == 302) is (role in NEED_SECOND_FACTOR)


@pytest.mark.usefixtures("_demanded")
def test_one_role_of_several_is_enough_for_the_demand(browse, school):
    assert browse(Role.TEACHER, Role.FINANCE).get(f"/{school.slug}/partners/").headers["Location"] == LED_TO


@pytest.mark.usefixtures("_demanded")
def test_the_demand_is_for_the_school_where_one_has_the_role(member, school, other_school):
    user = member(Role.COORDINATOR)
    Membership.objects.create(school=other_school, user=user, role=Role.TEACHER)
    client = Client()
    client.force_login(user)

    statuses = {each: client.get(f"/{each.slug}/partners/").status_code for each in (school, other_school)}

    assert statuses == {school: 302, other_school: 200}


@pytest.mark.usefixtures("_demanded")
def test_recovery_codes_alone_are_no_second_step(member, school):
    user = member(Role.COORDINATOR)
    with_recovery_codes(user)
    client = Client()
    client.force_login(user)

    assert client.get(f"/{school.slug}/people/").headers["Location"] == LED_TO


@pytest.mark.usefixtures("_demanded")
def test_the_way_from_the_password_to_the_school(school, user):
    Membership.objects.create(school=school, user=user, role=Role.COORDINATOR)
    client = Client()

    led = sign_in(client, user, next=f"/{school.slug}/people/")
    refused = client.get(led.headers["Location"], follow=True)
    key = key_on(client.get(SET_UP))  # not asked for the password again: it was typed a moment ago
    client.post(SET_UP, {"code": totp(key)})

    assert refused.redirect_chain == [(LED_TO, 302)]
    assert [link in refused.content.decode() for link in (SET_UP, "/account/mfa/webauthn/add/")] == [True, True]
    assert school.name not in refused.content.decode().split("<main")[1]
    assert client.get(f"/{school.slug}/people/").status_code == 200
    assert client.get(LED_TO).headers["Location"] == "/"


@pytest.mark.usefixtures("_demanded")
def test_another_school_still_looks_like_an_address_that_nobody_knows(browse, school, other_school):
    client = browse(Role.COORDINATOR)

    assert client.get(f"/{other_school.slug}/people/").status_code == 404


def test_where_the_demand_is_off_the_password_suffices(browse, school):
    assert browse(Role.COORDINATOR).get(f"/{school.slug}/people/").status_code == 200


def test_the_table_of_roles_tells_of_the_demand(browse, school):
    page = browse(Role.EDITOR).get(f"/{school.slug}/accounts/roles/").content.decode()

    assert "Must sign in with a second step: Coordinator, Director, Finance officer." in page
