"""Every page for everyone: no barrier that axe knows, on a desk and on a phone, light and dark, and with more or larger
words.

The pages are those of the route walk (`tests/accounts/test_route_walk.py`), so that a new one can't be forgotten.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, BrowserContext

from tests.accounts.test_route_walk import CASES, HOUSE, ROUTES
from tests.browser.conftest import Installation, signed_in

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LOOKING = Path(__file__).with_name("looking.js")
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
COORDINATOR, DIRECTOR, FINANCE, EDITOR = (
    f"{name}@daugavpils.example" for name in ("anita", "maruta", "guntars", "dace")
)

#: Pages that somebody else sees differently.
OF_OTHERS = ["home", "flows/<int:pk>/", "projects/<int:pk>/", "people/<int:pk>/", "partners/<int:pk>/"]
#: What is asked for without a sign-in and is a page.
OUTSIDE = [
    "account/login/",
    "account/signup/",
    "account/login/code/",
    "account/password/reset/",
    "account/password/reset/done/",
    "account/password/reset/key/1-guessed/",
    "account/inactive/",
    "p/guessed/",
]


@pytest.fixture(scope="module")
def addresses(installation: Installation) -> dict[str, str]:
    """The address of every page of the route walk, by its name there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "TILTS_"))}
    told = subprocess.run(
        [sys.executable, "-m", "tests.browser.records"],
        env=environment | {"TILTS_DATA": str(installation.data), "TILTS_URL": installation.url},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    found: dict[str, str] = json.loads(told.stdout)
    return found


class Looker:
    """A page that is looked at; what it finds is a list of sentences."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page = context.new_page()
        self.page.emulate_media(reduced_motion="reduce")
        for script in (AXE, LOOKING):
            self.page.add_init_script(path=script)

    def open(self, address: str) -> bool:
        """Go there, if what is there is a page: False for what only takes forms, for files and for parts of pages."""
        answer = self.context.request.get(address, max_redirects=0)
        if not answer.headers.get("content-type", "").startswith("text/html") or "<html" not in answer.text()[:2000]:
            return False
        self.page.set_viewport_size(DESK)
        self.page.emulate_media(color_scheme="light")
        self.page.goto(address)
        return True

    def barriers(self, *rules: str) -> list[str]:
        """What axe finds: the rule, and where."""
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if rules:
            options["runOnly"] = {"type": "rule", "values": list(rules)}
        found = self.page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [
            f"{each['id']}: {node['target']} {node['html'][:160]} {node['failureSummary'].splitlines()[-1].strip()}"
            for each in found
            for node in each["nodes"]
        ]

    def layout(self, *looks: str) -> list[str]:
        return [sentence for look in looks for sentence in self.page.evaluate(f"looking.{look}()")]

    def look(self) -> dict[str, list[str]]:
        """Everything that is wrong with the open page, by how it was looked at."""
        found = {"desk": self.barriers() + self.layout("tooWide", "cutOff", "overlapping")}
        self.page.emulate_media(color_scheme="dark")
        found["dark"] = self.barriers("color-contrast")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(PHONE)
        found["phone"] = self.barriers() + self.layout("tooWide", "cutOff", "overlapping")
        self.page.evaluate("looking.lengthen()")
        found["longer words, phone"] = self.layout("tooWide", "cutOff")
        self.page.set_viewport_size(DESK)
        found["longer words, desk"] = self.layout("tooWide", "cutOff", "overlapping")
        self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        found["longer words, twice as large"] = self.layout("tooWide", "cutOff", "overlapping")
        return {how: sentences for how, sentences in found.items() if sentences}


def _looker(chromium: Browser, installation: Installation, email: str = "") -> Iterator[Looker]:
    context = chromium.new_context(base_url=installation.url, locale="en-GB", viewport=DESK)
    context.set_default_timeout(15_000)
    if email:
        signed_in(context, installation, email).close()
    yield Looker(context)
    context.close()


@pytest.fixture(scope="module")
def coordinator(chromium: Browser, installation: Installation) -> Iterator[Looker]:
    yield from _looker(chromium, installation, COORDINATOR)


@pytest.fixture(scope="module", params=[DIRECTOR, FINANCE], ids=["director", "finance"])
def another(request: pytest.FixtureRequest, chromium: Browser, installation: Installation) -> Iterator[Looker]:
    yield from _looker(chromium, installation, request.param)


@pytest.fixture(scope="module")
def anybody(chromium: Browser, installation: Installation) -> Iterator[Looker]:
    yield from _looker(chromium, installation)


@pytest.mark.parametrize("name", [case.id for case in CASES])
def test_no_page_of_a_school_has_a_barrier(coordinator: Looker, addresses: dict[str, str], name: str) -> None:
    if coordinator.open(addresses[name]):
        assert coordinator.look() == {}


@pytest.mark.parametrize("name", OF_OTHERS)
def test_no_page_has_a_barrier_for_director_and_finance(another: Looker, addresses: dict[str, str], name: str) -> None:
    assert another.open(addresses[name])
    assert another.look() == {}


@pytest.mark.parametrize("address", [HOUSE[route] for route in HOUSE if route in ROUTES and "<slug" not in route])
def test_no_page_of_an_account_has_a_barrier(coordinator: Looker, address: str) -> None:
    if coordinator.open(f"/{address}"):
        assert coordinator.look() == {}


def test_no_page_that_says_no_has_a_barrier(coordinator: Looker, chromium: Browser, installation: Installation) -> None:
    assert coordinator.open("/daugavpils/no-such-page/")
    assert coordinator.look() == {}
    for editor in _looker(chromium, installation, EDITOR):
        assert editor.open("/daugavpils/mailbox/")
        assert editor.page.get_by_role("heading", level=1).inner_text() == "Not open to you"
        assert editor.look() == {}


def test_the_page_of_a_fault_has_no_barrier(anybody: Looker) -> None:
    broken = render_to_string("500.html")
    anybody.open("/account/login/")
    anybody.page.route("**/broken/", lambda route: route.fulfill(content_type="text/html", body=broken))
    anybody.page.goto("/broken/")

    assert anybody.page.get_by_role("heading", level=1).inner_text() == "Something broke on our side"
    assert anybody.look() == {}


@pytest.mark.parametrize("address", OUTSIDE)
def test_no_page_without_a_sign_in_has_a_barrier(anybody: Looker, address: str) -> None:
    assert anybody.open(f"/{address}")
    assert anybody.look() == {}
