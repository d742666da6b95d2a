"""Nothing on any page is English by itself: each word was asked of gettext, comes from CLDR or is somebody's data.

The pages are those of the route walk, so that a new one can't be forgotten. Every template, form, choice, table head
and message that a page shows is tried; what the browser's script says stands in the page.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests import pseudo
from tests.accounts.one_of_each import OURS, OneOfEach
from tests.accounts.test_route_walk import CASES, HOUSE, ROUTES, address
from tilts.accounts.models import User
from tilts.core.languages import locale_of

SAID_IN_THE_ADDRESS = "public pages take their language from their address, and the one of the tests has none"
#: What is the same in every language: our name, and the languages in their own words.
NAMES = {
    "Tilts",
    pseudo.LANGUAGE.upper(),
    pseudo.LANGUAGE.capitalize(),
    pseudo.LANGUAGE,
    *(str(name) for _, name in settings.LANGUAGES),
}


@pytest.fixture(autouse=True)
def _pseudo_language() -> Iterator[None]:
    with pseudo.offered() as language:
        yield
    # Ours and those of Django, allauth, django-filter and whatever else speaks on our pages.
    for code, _ in settings.LANGUAGES:
        assert code == "en" or pseudo.not_translated(language.asked, code) == []


@cache
def data_of_the_package() -> frozenset[str]:
    """Every text of the package's files of data: names of towns, organisations, programmes, fields."""
    found: set[str] = set()
    for path in settings.PACKAGE.glob("**/data/**/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found.update(cell for row in csv.reader(file) for cell in row)
    for path in [*settings.PACKAGE.glob("**/data/**/*.yaml"), *settings.PACKAGE.glob("*/parameters/**/*.yaml")]:
        found.update(texts_in(yaml.safe_load(path.read_text(encoding="utf-8"))))
    english = locale_of(pseudo.LANGUAGE)
    for names in (english.territories, english.languages):
        found.update(map(str, names.values()))
    return frozenset(map(bare, found))


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, str):
        yield value


def is_data(text: str) -> bool:
    """Somebody's text, a text of the package's data, or a code (KA121-VET, EUR) before or instead of one."""
    text = re.sub(r"\{\w*\}", "", text)  # what is filled in where somebody types
    if all(bare(part) in data_of_the_package() for part in text.split(", ")):  # such as a town and its country
        return True
    without_code = re.sub(r"^[\W\d]*([A-Z][A-Z0-9-]+\b|[\w ]+: )?", "", text)
    return (
        OURS in text
        or "@" in text
        or text.startswith(settings.TILTS_URL)
        or bool({bare(text), bare(without_code)} & ({""} | NAMES | data_of_the_package()))
    )


def bare(text: str) -> str:
    """Without figures and signs around it."""
    return re.sub(r"^[\W\d]+|\W+$", "", text)


def left_in_english(answer: HttpResponse) -> list[str]:
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    words = pseudo.Words(answer.text)
    parts = pseudo.outside_brackets(words.texts)
    parts += [part for spoken in words.spoken for part in pseudo.outside_brackets([spoken])]
    return [part for part in parts if not is_data(part)]


def answers(client: Client, page: str, *, follow: bool) -> Iterator[HttpResponse]:
    """The page as it is opened, and as its form comes back when it is sent empty; or the page it leads to."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = pseudo.LANGUAGE
    for values in (None, {"csrfmiddlewaretoken": "any"}):
        with transaction.atomic():
            yield client.get(page, follow=True) if values is None else client.post(page, values, follow=follow)
            transaction.set_rollback(True)


def browser_of(school: OneOfEach) -> Client:
    client = Client()
    client.force_login(school[User])
    return client


@pytest.mark.parametrize(("route", "records"), CASES)
def test_no_word_of_a_schools_page_is_left_in_english(
    schools: tuple[OneOfEach, OneOfEach], route: str, records: tuple[str, ...]
) -> None:
    ours, _ = schools
    page = f"/{ours.school.slug}/{address(route, records, (ours,) * len(records))}"
    if "<language:" in route:
        pytest.skip(SAID_IN_THE_ADDRESS)

    for answer in answers(browser_of(ours), page, follow=True):
        assert left_in_english(answer) == []


# The page of the components is for those who build: its examples are English.
@pytest.mark.parametrize("route", [route for route in HOUSE if route in ROUTES and route != "style/"])
def test_no_word_of_an_accounts_page_is_left_in_english(schools: tuple[OneOfEach, OneOfEach], route: str) -> None:
    if "<language:" in route:
        pytest.skip(SAID_IN_THE_ADDRESS)
    for client in (Client(), browser_of(schools[0])):
        for answer in answers(client, f"/{HOUSE[route]}", follow=False):
            assert left_in_english(answer) == []


def test_a_word_that_nobody_translated_is_found() -> None:
    page = HttpResponse(f"<h1>⟦Flows ea⟧</h1><p>{OURS}7</p><p>Left behind</p><img alt='A bridge'><b>EUR</b>")

    assert left_in_english(page) == ["Left behind", "A bridge"]
