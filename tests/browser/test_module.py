"""From a group trip to the filled template of the Beneficiary Module, and back through a comparison."""

import io
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_first_way import COORDINATOR
from tests.browser.test_main_job import Watcher
from tests.exchange.module.templates import FINNISH, FINNISH_LISTS, template
from tilts.exchange.sandbox import read_safely

pytestmark = pytest.mark.browser

TEMPLATE = Path(str(files("tilts.demo") / "files" / "module_template_example.xlsx"))
MOST_CLICKS = 15


def test_a_trip_goes_to_the_module_and_what_comes_back_is_settled(sign_in: Callable[..., Page]) -> None:
    page = sign_in(COORDINATOR, accept_downloads=True)
    page.goto("/daugavpils/projects/1/")
    page.get_by_role("link", name="Files of the Beneficiary Module").click()
    bring(page, "Drop the empty template", TEMPLATE.read_bytes())
    expect(page.get_by_text("columns of module.xlsx")).to_be_visible()
    expect(page.get_by_role("heading", name="What could not be filled")).to_be_visible()
    _heads, _marks, *rows = table = filled(page)
    place = {head: at for at, head in enumerate(table[0])}
    sintija = next(row for row in rows if row[place["Given names"]] == "Sintija" and row[place["Individual support"]])
    assert sintija[place["Family name"]] == "Ābelniece"
    assert sintija[place["Start Date"]] == "02/05/2022"

    # The module gives its export back: another e-mail address, and an amount that is out of date.
    theirs = list(sintija)
    theirs[place["Email"]], theirs[place["Individual support"]] = "sintija.new@example.org", "900.00"
    back = [theirs if row is sintija else row for row in rows]
    bring(page, "Drop the module's own export", workbook([table[0], *back]))
    expect(page.get_by_role("heading", level=1)).to_have_text("What the module has otherwise")
    row_of(page, "sintija.new@example.org").get_by_role("button", name="Take theirs").click()
    row_of(page, "900.00 EUR").get_by_role("button", name="Ours is right").click()
    expect(page.get_by_role("heading", name="To type in the module")).to_be_visible()
    expect(row_of(page, "900.00 EUR")).to_contain_text("1,020.60 EUR")

    again = filled_of(page)
    assert next(row for row in again if row[place["Mobility activity ID"]] == sintija[place["Mobility activity ID"]])[
        place["Email"]
    ] == ("sintija.new@example.org")


def test_a_template_in_another_language_is_told_in_fifteen_clicks(sign_in: Callable[..., Page]) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/daugavpils/module/1/")
    summary = page.get_by_text("Bring another template")
    if summary.count():
        summary.click()
    bring(page, "Drop the empty template", template([*FINNISH], lists=FINNISH_LISTS))
    expect(page.get_by_role("heading", level=1)).to_have_text("Columns of the template")
    done = Watcher(page)
    page.reload()

    for head, field in FINNISH.items():
        choice = page.get_by_label(head, exact=True)
        if choice.input_value() != field:
            choice.select_option(field)
    page.get_by_role("button", name="Keep all").click()

    expect(page.get_by_text("The columns are kept")).to_be_visible()
    expect(page.get_by_text("nobody has said")).to_have_count(0)
    assert len(done.clicks) <= MOST_CLICKS, done.clicks


def row_of(page: Page, text: str) -> Locator:
    return page.get_by_role("row").filter(has_text="Sintija Ābelniece").filter(has_text=text)


def bring(page: Page, label: str, content: bytes) -> None:
    """With script a file is sent as soon as it is chosen."""
    with page.expect_navigation():
        page.get_by_label(label).set_input_files({"name": "module.xlsx", "mimeType": "", "buffer": content})


def filled(page: Page) -> list[list[str]]:
    """The rows of the file that the page gives out."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Save the filled file").click()
    return rows_of(Path(download.value.path()).read_bytes())


def filled_of(page: Page) -> list[list[str]]:
    return rows_of(page.request.get("/daugavpils/module/1/file/").body())


def rows_of(content: bytes) -> list[list[str]]:
    return [list(map(str, cells)) for _, cells in read_safely(content).sheets[0].rows]


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text)
    return file.getvalue()
