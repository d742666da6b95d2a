"""The frame every page stands in: policy, theme, language, errors."""

import re

import pytest
from django import forms
from django.conf import settings as django_settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils.translation import override

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
        slots.register("web.menu", slots.MenuEntry("Partners", "partners", "building"))
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
