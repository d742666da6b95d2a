"""The frame every page stands in: policy, theme, language, errors."""

import re

import pytest
from django import forms
from django.conf import settings as django_settings
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils.translation import override

from tilts.accounts.models import User
from tilts.web import slots, views
from tilts.web.middleware import POLICY, ContentSecurityPolicyMiddleware

pytestmark = pytest.mark.urls("tests.web.urls")

TEMPLATES = sorted((django_settings.PACKAGE / "web" / "templates").rglob("*.html"))


def request_of(path: str = "/") -> HttpRequest:
    request = RequestFactory().get(path)
    request.may = lambda permission: False
    return request


def page(path: str = "/", **cookies: str) -> str:
    request = request_of(path)
    request.COOKIES.update(cookies)
    with slots.only_here():
        slots.register("web.menu", slots.MenuEntry("Partners", "partners", "building", key="p"))
        return render_to_string("web/base.html", request=request)


def test_base_page_has_landmarks_and_a_way_past_them():
    html = page()

    assert re.findall(r"<(header|nav|main|footer)\b", html) == ["header", "nav", "main", "footer"]
    assert html.index('href="#content"') < html.index("<header")
    assert 'id="content"' in html


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_or_script(path):
    source = path.read_text()

    assert re.findall(r'<style|\sstyle=|\son\w+="|javascript:|hx-on', source) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", source) == []


@pytest.mark.parametrize(
    "path", sorted(django_settings.PACKAGE.rglob("templates/**/*.html")), ids=lambda path: path.name
)
def test_tables_are_made_by_the_component_that_names_and_scrolls_them(path):
    source = path.read_text()

    assert "table-responsive" not in source
    assert "<table" not in source or path.parent.name in {"web", "elements"}


@pytest.mark.parametrize(
    ("cookies", "attribute"),
    [({}, ""), ({"tilts_theme": "dark"}, ' data-theme="dark"'), ({"tilts_theme": '"><script>'}, "")],
    ids=["as-the-device", "dark", "nonsense"],
)
def test_base_page_takes_the_theme_from_its_cookie(cookies, attribute):
    assert f'<html lang="en"{attribute}>' in page(**cookies)


def test_base_page_is_marked_with_its_language():
    with override("ka"):
        html = page()

    assert '<html lang="ka">' in html
    assert re.findall(r'value="(\w\w)" lang="\w\w" aria-current="true"', html) == ["ka"]


@override_settings(TILTS_DEMO=True)
def test_base_page_says_when_it_is_a_demo():
    assert '<span class="demo-mark">Demo</span>' in page()


@pytest.mark.parametrize(
    ("theme", "next_page", "cookie", "back"),
    [
        ("dark", "/partners/", "dark", "/partners/"),
        ("light", "https://example.org/", "light", "/"),
        ("", "/", "", "/"),
        ("pink", "/", "", "/"),
    ],
    ids=["dark", "elsewhere", "device", "nonsense"],
)
def test_set_theme_remembers_and_returns(theme, next_page, cookie, back):
    request = RequestFactory().post("/theme/", {"theme": theme, "next": next_page})

    response = views.set_theme(request)

    assert (response.cookies["tilts_theme"].value, response.headers["Location"]) == (cookie, back)


@pytest.mark.parametrize(
    ("content_type", "policy"),
    [("text/html; charset=utf-8", POLICY), ("image/svg+xml", POLICY), ("application/pdf", None)],
    ids=["page", "picture", "pdf"],
)
def test_policy_is_sent_with_all_but_pdf(content_type, policy):
    middleware = ContentSecurityPolicyMiddleware(lambda request: HttpResponse(content_type=content_type))

    response = middleware(RequestFactory().get("/"))

    assert response.headers.get("Content-Security-Policy") == policy


@pytest.mark.parametrize(
    ("answer", "status", "heading"),
    [
        (lambda request: views.not_found(request), 404, "There is no such page"),
        (lambda request: views.forbidden(request, PermissionDenied()), 403, "Not open to you"),
    ],
    ids=["404", "403"],
)
def test_refusals_are_calm_pages(answer, status, heading):
    response = answer(request_of("/nowhere/"))

    assert response.status_code == status
    assert re.findall(r'<h1 id="title">(.*?)</h1>', response.content.decode()) == [heading]


@pytest.mark.parametrize("name", ["400.html", "403_csrf.html", "500.html"])
def test_errors_stand_without_a_request(name):
    html = get_template(name).render()

    assert len(re.findall(r"<h1[ >].+?</h1>", html)) == 1


def test_a_broken_page_is_answered_with_the_calm_one():
    with override_settings(MIDDLEWARE=[]):
        response = Client(raise_request_exception=False).get("/broken/")

    assert response.status_code == 500
    assert "<h1>Something broke on our side</h1>" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["login", "logout", "password_reset", "password_reset_done", "password_reset_from_key"]
)
def test_account_pages_stand_in_the_house(name):
    html = render_to_string(f"account/{name}.html", {"form": forms.Form()}, request=request_of())

    assert 'class="entrance"' in html
    assert len(re.findall(r"<h1[ >].+?</h1>", html)) == 1


def test_the_mail_for_a_new_password_has_its_link_unescaped():
    link = "https://example.org/account/password/reset/key/1-a&b/"

    text = render_to_string("account/email/password_reset_key_message.txt", {"password_reset_url": link})

    assert text.split("\n\n")[2] == link


@pytest.mark.django_db
def test_the_style_page_shows_every_component_to_who_is_signed_in():
    client = Client()
    assert client.get("/style/").headers["Location"].startswith("/account/login/")
    client.force_login(User.objects.create_user("anna@example.org", password="x"))

    with slots.only_here():
        html = client.get("/style/").content.decode()

    parts = (
        "badge notice panel facts progress-line empty-state tabs steps task-list stats timeline cards crumbs is-invalid"
    )
    assert [part for part in parts.split() if not re.search(rf'class="[^"]*\b{part}\b', html)] == []


@pytest.mark.parametrize(
    ("sent", "cookie", "word"), [("off", "off", "Switch the keys on"), ("on", "", "Switch the keys off")]
)
def test_the_keys_can_be_switched_off_and_on(sent, cookie, word):
    client = Client()

    response = client.post("/keys/", {"keys": sent})

    assert (response.cookies["tilts_keys"].value, response.headers["Location"]) == (cookie, "/")
    assert word in client.get("/keys/").content.decode()


@pytest.mark.parametrize(("cookies", "has_keys"), [({}, True), ({"tilts_keys": "off"}, False)], ids=["on", "off"])
def test_a_page_listens_to_keys_only_while_they_are_on(cookies, has_keys):
    html = page(**cookies)

    assert ('data-keys="/keys/"' in html, 'data-go="p"' in html) == (has_keys, True)


def test_the_menu_is_grouped():
    with slots.only_here():
        slots.register("web.menu", slots.MenuEntry("Home", "start", "house"), order=1)
        slots.register("web.menu", slots.MenuEntry("Archive", "archive", "archive"), order=310)
        html = render_to_string("web/base.html", request=request_of())

    assert re.findall(r'<p class="menu-group" id="(.*?)">(.*?)</p>', html) == [("menu-2", "Whom we know")]
    assert 'aria-labelledby="menu-2"' in html


def test_the_page_that_asks_holds_a_form_for_the_dialog():
    context = {"title": "Remove?", "text": "It goes.", "label": "Remove", "back": "/partners/"}

    html = render_to_string("web/confirm_page.html", context, request=request_of("/partners/remove/"))

    assert '<form id="confirm" class="form-narrow" method="post" action="/partners/remove/"' in html
    assert 'href="/partners/" data-dialog-close' in html


@pytest.mark.django_db
def test_taking_back_goes_back_and_says_so_when_it_is_too_late():
    client = Client()
    assert client.post("/undo/").headers["Location"].startswith("/account/login/")
    client.force_login(User.objects.create_user("anna@example.org", password="x"))

    response = client.post("/undo/", {"undo": "old"}, headers={"Referer": "http://testserver/partners/"})

    assert response.headers["Location"] == "http://testserver/partners/"
    assert [str(each) for each in get_messages(response.wsgi_request)] == ["This can’t be taken back any more."]
