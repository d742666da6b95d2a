"""htmx gets the part it asks for, everyone else the page."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import BaseStorage, Message
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from tilts.web.rendering import render_part

PAGE = (
    "{% load partials %}<!DOCTYPE html><h1>Flow</h1>"
    "{% partialdef rows inline %}<p id=rows>{{ name }}</p>{% endpartialdef %}"
)


@pytest.fixture(autouse=True)
def _one_page(settings):
    own = ("django.template.loaders.locmem.Loader", {"page.html": PAGE})
    loaders = [("template_partials.loader.Loader", [own, "django.template.loaders.app_directories.Loader"])]
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": loaders}}
    ]


class OneMessage(BaseStorage):
    def _get(self, *args, **kwargs):
        return [Message(constants.SUCCESS, "Taken over.")], True

    def _store(self, messages, response, *args, **kwargs):
        return []


def answer(**headers: str) -> str:
    request = RequestFactory().get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    response = render_part(request, "page.html", "rows", {"name": "Kutaisi"})
    assert response.headers["Vary"] == "HX-Request"
    return response.content.decode()


def test_render_part_gives_htmx_the_part():
    assert answer(**{"HX-Request": "true"}) == "<p id=rows>Kutaisi</p>"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HX-Request": "true", "HX-Boosted": "true"},
        {"HX-Request": "true", "HX-History-Restore-Request": "true"},
    ],
    ids=["no-htmx", "boosted", "from-history"],
)
def test_render_part_gives_everyone_else_the_page(headers):
    assert answer(**headers) == "<!DOCTYPE html><h1>Flow</h1><p id=rows>Kutaisi</p>"


def test_render_part_brings_messages_along():
    request = RequestFactory().get("/", headers={"HX-Request": "true"})
    request.htmx = HtmxDetails(request)
    request._messages = OneMessage(request)

    html = render_part(request, "page.html", "rows", {"name": "Kutaisi"}).content.decode()

    assert 'hx-swap-oob="innerHTML"' in html
    assert "Taken over." in html
