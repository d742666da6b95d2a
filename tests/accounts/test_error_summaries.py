"""Every form that comes back with errors says so in one summary with links, and beside each field.

The forms are those of the route walk's pages, so that a new one can't be forgotten.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.accounts.one_of_each import OneOfEach
from tests.accounts.test_route_walk import CASES, HOUSE, ROUTES, address, forms_of
from tilts.accounts.models import User
from tilts.accounts.roles import Role

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
NONSENSE = "??"


class Main(HTMLParser):
    """The elements of a page's main part, and where the links of its error summary lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.links: list[str] = []
        self._is_inside = False
        self._depth_of_summary = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._is_inside = self._is_inside or tag == "main"
        if not self._is_inside:
            return
        self.elements.append((tag, attributes))
        if tag not in VOID and (self._depth_of_summary or attributes.get("id") == "error-summary"):
            self._depth_of_summary += 1
        if self._depth_of_summary and tag == "a":
            self.links.append(attributes["href"].removeprefix("#"))

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "main"
        if self._depth_of_summary:
            self._depth_of_summary -= 1

    def count(self, id: str) -> int:
        return sum(attributes.get("id") == id for _, attributes in self.elements)


def troubles(html: str, form: forms.BaseForm) -> Iterator[str]:
    """What the page leaves unsaid of the errors in its form."""
    page = Main(html)
    if page.count("error-summary") != 1:
        yield f"{page.count('error-summary')} summaries"
    for field in form:
        if field.errors and not field.is_hidden:
            yield from troubles_of(field, page)


def troubles_of(field: forms.BoundField, page: Main) -> Iterator[str]:
    boxes = [each for _, each in page.elements if each.get("name") == field.html_name]
    if not any(each.get("id") in page.links for each in boxes):
        yield f"{field.html_name}: no link of the summary leads here"
    if any(each.get("aria-invalid") != "true" for each in boxes):
        yield f"{field.html_name}: is not marked as wrong"
    groups = [each for tag, each in page.elements if tag == "fieldset"]
    told = [each.get("aria-describedby", "") for each in (groups if field.use_fieldset else boxes)]
    if f"{field.auto_id}_error" not in " ".join(told).split():
        yield f"{field.html_name}: does not point to its error"
    if page.count(f"{field.auto_id}_error") != 1:
        yield f"{field.html_name}: has no error beside it"


def answers(client: Client, page: str) -> Iterator[HttpResponse]:
    """The page after a form was sent empty, and after it was sent with nonsense in each field."""
    values = {"csrfmiddlewaretoken": "any"}  # a form is never sent without
    for _ in range(2):
        with transaction.atomic():
            answer = client.post(page, values)
            transaction.set_rollback(True)
        yield answer
        values |= {name: NONSENSE for form in forms_of(answer) for name in form.fields}


def shown_with_errors(answer: HttpResponse) -> Iterator[forms.BaseForm]:
    for form in forms_of(answer):
        if (
            answer.status_code == 200
            and form.errors
            and any(f'name="{each.html_name}"' in answer.text for each in form)
        ):
            yield form


@pytest.mark.parametrize(("route", "records"), CASES)
def test_a_form_of_a_school_tells_its_errors(
    schools: tuple[OneOfEach, OneOfEach], clients: dict[str, Client], route: str, records: tuple[str, ...]
) -> None:
    ours, _ = schools
    page = f"/{ours.school.slug}/{address(route, records, (ours,) * len(records))}"

    for answer in answers(clients[Role.COORDINATOR], page):
        for form in shown_with_errors(answer):
            assert list(troubles(answer.text, form)) == [], type(form)


@pytest.mark.parametrize("route", [route for route in HOUSE if route in ROUTES and "<slug" not in route])
def test_a_form_of_an_account_tells_its_errors(schools: tuple[OneOfEach, OneOfEach], route: str) -> None:
    anonymous, signed_in = Client(), Client()  # of their own: one of these pages signs out
    signed_in.force_login(schools[0][User])
    for client in (anonymous, signed_in):
        for answer in answers(client, f"/{HOUSE[route]}"):
            for form in shown_with_errors(answer):
                assert list(troubles(answer.text, form)) == [], type(form)


def test_the_forms_are_really_tried(schools: tuple[OneOfEach, OneOfEach], clients: dict[str, Client]) -> None:
    page = f"/{schools[0].school.slug}/flows/new/"

    assert [len(list(shown_with_errors(answer))) for answer in answers(clients[Role.COORDINATOR], page)] == [1, 1]
