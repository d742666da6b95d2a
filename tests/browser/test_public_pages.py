"""The public pages in a browser: light, silent, nothing from elsewhere, and usable by a finger and a keyboard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000  # a page with all that it loads, as it goes over the line
SCHOOLS = ("daugavpils", "kutaisi", "buvniecibas")


@dataclass
class Visit:
    """A first visit in a browser that has kept nothing."""

    page: Page
    said: list[str] = field(default_factory=list)
    loaded: list[int] = field(default_factory=list)  # bytes, heads included
    asked: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def visit(chromium: Browser, installation: Installation) -> Iterator[Visit]:
    context = chromium.new_context(base_url=installation.url, viewport={"width": 1280, "height": 900})
    visit = Visit(context.new_page())
    wire = context.new_cdp_session(visit.page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: visit.loaded.append(int(event["encodedDataLength"])))
    visit.page.on("console", lambda message: visit.said.append(message.text))
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.page.on("request", lambda request: visit.asked.append(request.url))
    yield visit
    context.close()


@pytest.mark.parametrize("language", ["en", "lv", "ka"])
@pytest.mark.parametrize("page", ["", "partners/", "partners/years/", "projects/", "mobilities/"])
@pytest.mark.parametrize("school", SCHOOLS)
def test_a_page_is_light_and_loads_nothing_from_elsewhere(
    visit: Visit, installation: Installation, school: str, page: str, language: str
) -> None:
    visit.open(f"/{school}/{language}/{page}")

    assert sum(visit.loaded) <= MOST_BYTES
    assert visit.said == []  # a breach of the policy would be told here
    assert [address for address in visit.asked if not address.startswith(installation.url)] == []
    assert visit.page.context.cookies() == []
    assert visit.page.evaluate("document.documentElement.lang") == language
    assert visit.page.evaluate("document.fonts.check('16px \"Noto Sans\"', 'āčēģķļņšž')")


def test_the_partner_page_by_year_is_light_too(visit: Visit) -> None:
    visit.open("/kutaisi/ka/partners/")
    address = visit.page.get_by_role("table").get_by_role("link").first.get_attribute("href")
    visit.loaded.clear()
    visit.open(f"{address}")

    assert sum(visit.loaded) <= MOST_BYTES
    assert visit.said == []


def test_a_visitor_finds_how_many_went_to_poland_in_2017(visit: Visit) -> None:
    visit.open("/en/")
    visit.page.get_by_role("link", name=re.compile("კოლეჯი|Kutaisi")).first.click()
    visit.page.get_by_role("link", name="Mobilities", exact=True).click()

    expect(visit.page.get_by_text("10 learners, 7 teachers or other staff")).to_be_visible()


def test_a_point_of_the_map_leads_to_its_partner_by_keyboard(visit: Visit) -> None:
    visit.open("/daugavpils/en/partners/")
    point = visit.page.get_by_role("link", name=re.compile(r"\(Dresden, Germany\)"))
    point.focus()
    visit.page.keyboard.press("Enter")

    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Berufliches Schulzentrum Elbtal")


def test_a_lonely_point_of_the_map_is_large_enough_for_a_finger(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.open("/daugavpils/en/partners/")
    size = visit.page.get_by_role("link", name=re.compile("Cluj-Napoca")).locator(".map-hit").bounding_box()

    assert size is not None
    assert min(size["width"], size["height"]) >= 22  # 24 less what rounding takes
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
