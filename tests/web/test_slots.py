"""Slots show what was registered, in order, to those who may."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.html import format_html

from tilts.web import slots

pytestmark = pytest.mark.urls("tests.web.urls")


@pytest.fixture(autouse=True)
def _empty_slots() -> Iterator[None]:
    with slots.only_here():
        yield


def request_of(path: str = "/", *, may: tuple[str, ...] = ()) -> HttpRequest:
    request = RequestFactory().get(path)
    request.may = lambda permission: permission in may
    return request


def saying(word: str) -> slots.Part:
    return lambda request, subject: format_html("<p>{} {}</p>", word, subject)


def shown(request: HttpRequest) -> str:
    template = Template('{% load tilts %}{% slot "flow.panels" flow %}')
    return template.render(Context({"request": request, "flow": "<Kutaisi>"}))


def test_slot_shows_parts_in_their_order_and_escapes():
    slots.register("flow.panels", saying("third"))
    slots.register("flow.panels", saying("first"), order=10)
    slots.register("flow.panels", saying("fourth"))
    slots.register("flow.panels", saying("second"), order=20)

    assert shown(request_of()).split("\n") == [
        "<p>first &lt;Kutaisi&gt;</p>",
        "<p>second &lt;Kutaisi&gt;</p>",
        "<p>third &lt;Kutaisi&gt;</p>",
        "<p>fourth &lt;Kutaisi&gt;</p>",
    ]


def test_slot_leaves_out_what_has_nothing_to_say():
    slots.register("flow.panels", lambda request, subject: None)

    assert shown(request_of()) == ""


def test_slot_shows_a_part_once_however_often_it_is_registered():
    part = saying("once")

    slots.register("flow.panels", part)
    slots.register("flow.panels", part)

    assert shown(request_of()) == "<p>once &lt;Kutaisi&gt;</p>"


@pytest.mark.parametrize(("may", "html"), [((), ""), (("flow.see",), "<p>secret &lt;Kutaisi&gt;</p>")])
def test_slot_hides_a_part_from_those_who_may_not(may, html):
    slots.register("flow.panels", saying("secret"), permission="flow.see")

    assert shown(request_of(may=may)) == html


def test_slot_hides_a_part_from_a_request_that_knows_no_permissions():
    slots.register("flow.panels", saying("secret"), permission="flow.see")

    assert shown(RequestFactory().get("/")) == ""


def test_template_part_is_left_out_without_context():
    part = slots.template_part("web/components/definition.html", lambda request, subject: None)

    assert part(request_of(), "x") is None


def test_template_part_knows_its_subject():
    part = slots.template_part(
        "web/components/definition.html", lambda request, flow: {"term": flow, "is_known": False}
    )

    assert "<dt>Kutaisi</dt>" in part(request_of(), "Kutaisi")


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/", "Home"),
        ("/partners/", "Partners"),
        ("/partners/3/", "Partners"),
        ("/partners/archive/", "Archive"),
        ("/x/", ""),
    ],
    ids=["first-page", "list", "below-a-list", "longest-wins", "none"],
)
def test_menu_marks_the_current_entry(path, current):
    for label, name in [("Home", "start"), ("Partners", "partners"), ("Archive", "archive")]:
        slots.register("web.menu", slots.MenuEntry(label, name, "house"))

    entries = slots.menu(request_of(path))

    assert [(entry.label, entry.url) for entry in entries] == [
        ("Home", "/"),
        ("Partners", "/partners/"),
        ("Archive", "/partners/archive/"),
    ]
    assert "".join(str(entry.label) for entry in entries if entry.is_current) == current


def test_menu_hides_an_entry_from_those_who_may_not():
    slots.register("web.menu", slots.MenuEntry("Home", "start", "house"))
    slots.register("web.menu", slots.MenuEntry("Partners", "partners", "building", "partners.view"))

    assert [entry.label for entry in slots.menu(request_of())] == ["Home"]
    assert [entry.label for entry in slots.menu(request_of(may=("partners.view",)))] == ["Home", "Partners"]
