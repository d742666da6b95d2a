"""The main job as a newcomer does it, on a class list with flaws, counted: clicks, pages and typed fields.

Nothing is set up beforehand but what the demo school has: the project with its rates and its partners. A click is what
the browser reports as one, and a choice from a list counts as one, too; a page is another address; a field is what was
typed into. Nothing may be typed twice.
"""

import io
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_first_way import COORDINATOR, ROSTER

pytestmark = pytest.mark.browser

MOST_CLICKS, MOST_PAGES, MOST_SECONDS = 10, 4, 90

#: Told to every page before its own scripts: what a person does, kept for the test. A click on a label is one click,
#: though the browser clicks the field as well; pressing Enter is typing.
WATCH = """
  addEventListener("click", (event) => {
    if (!event.isTrusted || !event.detail) return;
    const hit = event.target.closest("a, button, summary, input, label, select") ?? event.target;
    watched("click", hit.textContent.trim() || hit.name || hit.tagName);
  }, true);
  addEventListener("change", (event) => {
    const field = event.target;
    if (field.tagName === "SELECT") watched("click", `choose ${field.name}`);
    else if (field.type === "file") watched("file", field.name);
    else if (!["checkbox", "radio", "hidden"].includes(field.type)) watched("typed", `${field.name}=${field.value}`);
  }, true);
"""


class Watcher:
    """Counts what is done in the pages of one browser."""

    def __init__(self, page: Page) -> None:
        self.clicks: list[str] = []
        self.typed: list[str] = []
        self.paths: list[str] = []
        page.context.expose_function("watched", self._told)
        page.context.add_init_script(WATCH)
        # The browser's own reader of PDFs has frames, too: they are no pages of ours.
        page.on("framenavigated", lambda frame: None if frame.parent_frame else self._went(frame.url))

    def _told(self, kind: str, what: str) -> None:
        if kind == "typed":
            self.typed.append(what)
        elif kind == "click":
            self.clicks.append(" ".join(what.split()))

    def _went(self, url: str) -> None:
        path = urlsplit(url).path
        if url.startswith("http") and path not in self.paths:
            self.paths.append(path)


def test_a_newcomer_does_the_main_job_in_ten_clicks_on_four_pages(sign_in: Callable[..., Page]) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/daugavpils/projects/1/")
    done = Watcher(page)
    page.reload()
    began = time.monotonic()

    page.get_by_role("link", name="New flow").click()
    expect(page.locator("select[name=project]")).not_to_have_value("")  # filled in from the project's page
    expect(page.locator("select[name=activity]")).not_to_have_value("")
    page.locator("select[name=partner]").select_option(label="Berufliches Schulzentrum Elbtal")
    page.locator("input[name=name]").fill("Dresden, as a newcomer")
    page.get_by_label("First day of the activity").fill("2022-05-02")
    page.get_by_label("Last day of the activity").fill("2022-05-20")
    page.get_by_label("Seats").fill("20")
    page.get_by_role("button", name="Save").click()

    with page.expect_file_chooser() as chosen:
        page.get_by_label("Drop the class teacher's list here").click()
    chosen.value.set_files(ROSTER)
    expect(page.get_by_text("18 good rows, 2 to mend")).to_be_visible()
    mend_where_the_cursor_stands(page, "born_on", "28.02.2004")
    expect(page.get_by_text("19 good rows, 1 to mend")).to_be_visible()
    mend_where_the_cursor_stands(page, "given_names", "Vineta")
    page.get_by_role("button", name="Take 20 people into the flow").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Dresden, as a newcomer")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Print all").click()
    expect(page.get_by_text("papers, printed on")).to_be_visible(timeout=60_000)
    pack = page.locator("a.btn:has-text('.pdf')")
    address = pack.get_attribute("href")
    pack.click()
    seconds = time.monotonic() - began

    assert len(PdfReader(io.BytesIO(page.request.get(address or "").body())).pages) >= 71
    pages = [path for path in done.paths if "/files/" not in path]
    assert len(done.clicks) <= MOST_CLICKS, done.clicks
    assert len(pages) <= MOST_PAGES, pages
    values = [each.partition("=")[2] for each in done.typed]
    assert sorted(values) == sorted(
        ["Dresden, as a newcomer", "2022-05-02", "2022-05-20", "20", "28.02.2004", "Vineta"]
    )
    assert seconds <= MOST_SECONDS


def mend_where_the_cursor_stands(page: Page, field: str, text: str) -> None:
    """Type over what is wrong, without a click to get there."""
    row = page.locator(f"form.mend-row:has(input[name={field}]:focus)")
    expect(row).to_have_count(1)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    row.get_by_role("button", name="Mended").click()
