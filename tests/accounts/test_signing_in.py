"""Signing in, a forgotten password, and that nobody signs up by themselves."""

import re
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client

from tilts.accounts.models import User

EMAIL, PASSWORD = "baiba@example.org", "garš un drošs vārds 7"


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user(EMAIL, PASSWORD, first_name="Baiba", last_name="Paraudziņa")


def sign_in(client: Client, **values: str):
    return client.post("/account/login/", {"login": EMAIL, "password": PASSWORD, **values})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("login", [EMAIL, "BAIBA@example.org", f" {EMAIL} "], ids=["as-given", "capitals", "blanks"])
def test_the_right_password_lets_in(client, user, login):
    response = sign_in(client, login=login)

    assert (response.status_code, response.headers["Location"], is_signed_in(client)) == (302, "/", True)


@pytest.mark.parametrize(
    "values", [{"password": "another"}, {"login": "nobody@example.org"}], ids=["wrong-password", "unknown-person"]
)
def test_a_wrong_password_and_an_unknown_person_are_told_the_same(client, user, values):
    response = sign_in(client, **values)

    told = re.sub(r"\s+", " ", response.content.decode())
    assert (response.status_code, is_signed_in(client)) == (200, False)
    assert "The email address and/or password you specified are not correct." in told
    assert PASSWORD not in told


def test_a_closed_account_does_not_let_in(client, user):
    user.is_active = False
    user.save()

    sign_in(client)

    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [("/daugava/flows/3/", "/daugava/flows/3/"), ("https://example.com/", "/"), ("//example.com/", "/")],
    ids=["here", "elsewhere", "elsewhere-shortened"],
)
def test_signing_in_leads_on_to_the_page_that_was_wanted_here_alone(client, user, wanted, leads_to):
    assert sign_in(client, next=wanted).headers["Location"] == leads_to


def test_signing_out_asks_first(client, user):
    client.force_login(user)

    asked = client.get("/account/logout/")
    still_in = is_signed_in(client)
    client.post("/account/logout/")

    assert (asked.status_code, still_in, is_signed_in(client)) == (200, True, False)


def test_a_forgotten_password_is_set_anew_by_mail(client, user):
    asked = client.post("/account/password/reset/", {"email": EMAIL})
    (message,) = mail.outbox
    (link,) = re.findall(r"http://[^\s]+(/account/password/reset/key/[^\s]+)", message.body)
    page = client.get(link, follow=True)
    changed = client.post(
        page.request["PATH_INFO"], {"password1": "cits drošs vārds 9", "password2": "cits drošs vārds 9"}
    )
    client.logout()

    assert (asked.status_code, asked.headers["Location"]) == (302, "/account/password/reset/done/")
    assert message.to == [EMAIL]
    assert changed.status_code == 302
    assert sign_in(client).status_code == 200
    assert sign_in(client, password="cits drošs vārds 9").status_code == 302
    assert client.get(link, follow=True).context.get("token_fail") is True


def test_asking_for_an_unknown_persons_password_tells_the_page_nothing(client, user):
    known = client.post("/account/password/reset/", {"email": EMAIL})
    unknown = client.post("/account/password/reset/", {"email": "nobody@example.org"})

    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert [message.to for message in mail.outbox] == [[EMAIL], ["nobody@example.org"]]
    assert "/password/reset/key/" not in mail.outbox[1].body


def test_a_weak_password_is_refused(client, user):
    client.post("/account/password/reset/", {"email": EMAIL})
    (link,) = re.findall(r"http://[^\s]+(/account/password/reset/key/[^\s]+)", mail.outbox[0].body)
    page = client.get(link, follow=True)

    response = client.post(page.request["PATH_INFO"], {"password1": "baiba", "password2": "baiba"})

    assert response.status_code == 200
    assert sign_in(client).status_code == 302


def test_nobody_signs_up_by_themselves(client, db):
    page = client.get("/account/signup/")
    client.post("/account/signup/", {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD})

    assert "account/signup_closed.html" in [template.name for template in page.templates]
    assert User.objects.count() == 0


def test_addresses_are_kept_in_small_letters_so_that_nobody_is_there_twice(db):
    assert User.objects.create_user("Baiba.P@Example.ORG", None).email == "baiba.p@example.org"


def test_without_a_mail_server_the_mail_for_a_new_password_is_kept_for_the_administrator(
    client, user, settings, tmp_path: Path
):
    settings.EMAIL_BACKEND, settings.TILTS_DATA = "tilts.mail.backends.KeepInOutbox", tmp_path

    client.post("/account/password/reset/", {"email": EMAIL})

    (written,) = (tmp_path / "mails").iterdir()
    assert "/account/password/reset/key/" in written.read_text()
    assert (tmp_path / "mails").stat().st_mode & 0o077 == 0
