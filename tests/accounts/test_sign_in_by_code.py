"""Signing in with a code by mail, and how often somebody may try."""

import re
import time

import pytest
from django.core import mail
from django.test import Client

from tests.accounts.signing_in import PASSWORD, is_signed_in, sign_in, with_app
from tilts.accounts.models import User

ASK, CONFIRM = "/account/login/code/", "/account/login/code/confirm/"


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("baiba@example.org", PASSWORD, first_name="Baiba", last_name="Paraudziņa")


def code_of(message) -> str:
    (code,) = re.findall(r"^[A-Z]{4}-[A-Z]{4}$", message.body, re.MULTILINE)
    return code


def ask(client, user, **values):
    asked = client.post(ASK, {"email": user.email, **values})
    return asked, code_of(mail.outbox[-1])


@pytest.mark.parametrize(
    "written", [str, str.lower, lambda code: code.replace("-", " ")], ids=["as-sent", "small", "without-hyphen"]
)
def test_the_code_that_came_by_mail_lets_in(client, user, written):
    asked, code = ask(client, user)
    confirmed = client.post(CONFIRM, {"code": written(code)})

    assert (asked.status_code, asked.headers["Location"]) == (302, CONFIRM)
    assert (confirmed.status_code, confirmed.headers["Location"], is_signed_in(client)) == (302, "/", True)
    assert [message.to for message in mail.outbox] == [[user.email]]


def test_the_code_leads_on_to_the_page_that_was_wanted(client, user):
    page = client.get(f"{ASK}?next=/daugava/flows/3/")
    asked, code = ask(client, user, next="/daugava/flows/3/")
    confirmed = client.post(asked.headers["Location"], {"code": code, "next": "/daugava/flows/3/"})

    assert 'name="next" value="/daugava/flows/3/"' in page.content.decode()
    assert confirmed.headers["Location"] == "/daugava/flows/3/"


def test_a_code_works_once(client, user):
    _, code = ask(client, user)
    client.post(CONFIRM, {"code": code})
    client.logout()

    again = client.post(CONFIRM, {"code": code})

    assert (again.headers["Location"], is_signed_in(client)) == (ASK, False)


def test_a_code_of_another_browser_does_not_let_in(client, user):
    _, code = ask(client, user)

    other = Client()
    answer = other.post(CONFIRM, {"code": code})

    assert (answer.headers["Location"], is_signed_in(other)) == (ASK, False)


def test_after_three_wrong_codes_the_right_one_no_longer_lets_in(client, user):
    _, code = ask(client, user)
    answers = [client.post(CONFIRM, {"code": wrong}) for wrong in ("BBBB-BBBB", "", "CCCC-CCCC")]
    last = client.post(CONFIRM, {"code": code})

    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert (last.headers["Location"], is_signed_in(client)) == (ASK, False)
    assert "Incorrect code." in answers[0].content.decode()


@pytest.mark.parametrize(("minutes", "lets_in"), [(9, True), (11, False)], ids=["in-time", "too-late"])
def test_a_code_holds_for_ten_minutes(client, user, monkeypatch, minutes, lets_in):
    _, code = ask(client, user)
    later = time.time() + minutes * 60
    monkeypatch.setattr(time, "time", lambda: later)

    client.post(CONFIRM, {"code": code})

    assert is_signed_in(client) is lets_in


def test_a_new_code_takes_the_place_of_the_first(client, user):
    _, first = ask(client, user)
    client.post(CONFIRM, {"action": "resend"})
    second = code_of(mail.outbox[-1])

    refused = client.post(CONFIRM, {"code": first})
    client.post(CONFIRM, {"code": second})

    assert (refused.status_code, is_signed_in(client)) == (200, True)


def test_an_unknown_address_is_told_the_same_and_gets_no_code(client, user):
    known = client.post(ASK, {"email": user.email}, follow=True)
    unknown = Client().post(ASK, {"email": "nobody@example.org"}, follow=True)

    def shown(page, email):
        return re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"', "", page.content.decode()).replace(
            email, "…"
        )

    assert shown(known, user.email) == shown(unknown, "nobody@example.org")
    assert [bool(re.search(r"^[A-Z]{4}-[A-Z]{4}$", message.body, re.MULTILINE)) for message in mail.outbox] == [
        True,
        False,
    ]


def test_a_closed_account_gets_no_code(client, user):
    User.objects.update(is_active=False)

    client.post(ASK, {"email": user.email})

    assert "-" not in re.sub(r"-- \nTilts.*", "", mail.outbox[0].body, flags=re.DOTALL)


def test_a_code_by_mail_does_not_take_the_place_of_the_second_step(client, user):
    with_app(user)
    _, code = ask(client, user)

    answer = client.post(CONFIRM, {"code": code})

    assert (answer.headers["Location"], is_signed_in(client)) == ("/account/mfa/authenticate/", False)


def test_the_mail_is_in_the_language_of_its_reader(client, user):
    user.language = "lv"
    user.save()

    client.post(ASK, {"email": user.email}, headers={"accept-language": "en"})
    Client().post(ASK, {"email": "nobody@example.org"}, headers={"accept-language": "ka"})

    assert [message.body.split()[0] for message in mail.outbox] == ["Labdien!", "მოგესალმებით,"]


def test_after_five_wrong_passwords_the_right_one_waits(client, user):
    wrong = [sign_in(client, user, password=f"wrong {number}") for number in range(5)]
    right = sign_in(client, user)

    assert {answer.status_code for answer in [*wrong, right]} == {200}
    assert "Too many failed login attempts. Try again later." in right.content.decode()
    assert not is_signed_in(client)


def test_who_asks_for_code_after_code_is_told_to_wait(user):
    answers = [Client().post(ASK, {"email": user.email}) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert len(mail.outbox) == 3


def test_too_many_tries_from_one_place_get_a_calm_page(client, user, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}

    sign_in(client, user, password="wrong")
    page = sign_in(client, user)

    assert (page.status_code, is_signed_in(client)) == (429, False)
    assert '<h1 id="title">Too many tries</h1>' in page.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [(0, "203.0.113.7", "127.0.0.1"), (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"), (1, None, "127.0.0.1")],
    ids=["nobody-is-believed", "the-last-is-the-web-servers", "straight"],
)
def test_tries_are_counted_by_the_address_that_asks(rf, settings, proxies, forwarded, counted):
    from allauth.account.adapter import get_adapter

    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = rf.get("/", headers={"x-forwarded-for": forwarded} if forwarded else {})

    assert get_adapter().get_client_ip(request) == counted
