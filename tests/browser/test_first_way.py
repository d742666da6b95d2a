"""From a class list to printed papers, as a coordinator walks it; and what a stranger sees of it."""

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

SignIn = Callable[..., Page]
ROSTER = Path(str(files("tilts.demo") / "files" / "roster_lmt21.xlsx"))
COORDINATOR = "anita@daugavpils.example"
STRANGER = "nino@kutaisi.example"


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without-script"])
def test_a_coordinator_goes_from_a_class_list_to_printed_papers(sign_in: SignIn, javascript: bool) -> None:
    page = sign_in(COORDINATOR, java_script_enabled=javascript, accept_downloads=True)
    name = f"Walk {'with' if javascript else 'without'} script"
    plan_flow(page, name)

    page.get_by_label("Drop the class teacher's list here").set_input_files(ROSTER)
    if not javascript:  # with script the list is read as soon as it is there
        page.get_by_role("button", name="Read the list").click()
    expect(page.get_by_text("18 good rows, 2 to mend")).to_be_visible()
    mend(page, "row 12", "Date of birth", "28.02.2004")
    expect(page.get_by_text("19 good rows, 1 to mend")).to_be_visible()
    mend(page, "row 19", "Given names", "Vineta")
    expect(page.get_by_text("20 good rows, 0 to mend")).to_be_visible()
    page.get_by_role("button", name="Take 20 people into the flow").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_text("20 people are now in the flow.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Rundzāne Vineta")
    expect(row).to_contain_text("1,295.60 EUR")
    row.locator("summary").last.click()
    expect(row).to_contain_text("14 days × 54.00 EUR + 7 days × 37.80 EUR = 1,020.60 EUR")
    expect(page.get_by_role("row").filter(has_text="Together")).to_contain_text("25,912.00 EUR")

    page.get_by_label("Language of the papers").select_option("en")
    page.get_by_role("button", name="Print all").click()
    wait_for_papers(page, javascript)
    assert pages_of(fetch(page, ".pdf")) >= 71
    with zipfile.ZipFile(io.BytesIO(fetch(page, ".zip"))) as pack:
        # One list and one order; for each of the 20 two agreements and a certificate; consents for the 9 minors.
        assert sorted(Counter(entry.split("/")[0] for entry in pack.namelist()).values()) == [1, 1, 9, 20, 20, 20]
        agreement = next(entry for entry in pack.namelist() if "Grant agreement Rundzane" in entry)
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pack.read(agreement))).pages)
    assert "Vineta Rundzāne" in text
    assert "1,295.60" in text


def test_the_same_list_twice_changes_nothing_and_says_so(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    plan_flow(page, "Twice")
    drop(page, ROSTER)
    for _ in range(2):
        page.get_by_role("button", name="Leave this row out").first.click()
        page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Take 18 people into the flow").click()
    expect(page.get_by_text("18 people are now in the flow.")).to_be_visible()

    page.get_by_text("Drop another class list").click()
    drop(page, ROSTER)

    expect(page.get_by_text("Nothing has changed.")).to_be_visible()
    expect(page.get_by_text("18 participants for 20 seats")).to_be_visible()


def test_a_file_that_is_no_spreadsheet_is_refused_in_one_sentence(sign_in: SignIn, tmp_path: Path) -> None:
    page = sign_in(COORDINATOR)
    plan_flow(page, "Not a spreadsheet")
    picture = tmp_path / "class.xlsx"  # the name is no proof
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    drop(page, picture)

    expect(page.get_by_role("heading", level=1)).to_have_text("Not a spreadsheet")
    expect(page.locator("#messages")).to_have_text(
        "This is a picture, not a spreadsheet; ask for the list as an Excel, LibreOffice or CSV file."
    )


def test_for_a_member_of_another_school_nothing_of_it_exists(sign_in: SignIn, installation: Installation) -> None:
    page = sign_in(STRANGER)
    expect(page).to_have_url(f"{installation.url}/kutaisi/")
    for address in ("", "flows/", "flows/1/", "people/", "people/1/", "partners/1/", "projects/1/", "rosters/1/"):
        answer = page.goto(f"/daugavpils/{address}")
        assert answer is not None
        assert answer.status == 404, address
    for address in ("flows/1/", "people/1/", "partners/1/", "projects/1/", "rosters/1/", "files/1/", "work/1/"):
        answer = page.goto(f"/kutaisi/{address}")
        assert answer is not None
        assert answer.status == 404, address


def plan_flow(page: Page, name: str) -> None:
    """A new flow to Dresden, from the project's page."""
    page.goto("/daugavpils/projects/")
    page.get_by_role("link", name="Prakse Eiropā Placements").click()
    page.get_by_role("link", name="New flow").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Partner organisation").select_option(label="Berufliches Schulzentrum Elbtal")
    page.get_by_label("First day of the activity").fill("2022-05-02")
    page.get_by_label("Last day of the activity").fill("2022-05-20")
    page.get_by_label("Seats").fill("20")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def drop(page: Page, file: Path) -> None:
    with page.expect_navigation():
        page.get_by_label("Drop the class teacher's list here").set_input_files(file)


def mend(page: Page, row: str, field: str, text: str) -> None:
    form = page.locator("form.mend-row").filter(has_text=row)
    form.get_by_label(field).fill(text)
    form.get_by_role("button", name="Mended").click()


def wait_for_papers(page: Page, javascript: bool) -> None:
    """With script the flow's page follows the work by itself; without, a person reloads it."""
    ready = page.get_by_text("papers, printed on")
    for _ in range(60):
        if ready.is_visible():
            return
        page.wait_for_timeout(500)
        if not javascript:
            page.reload()
    expect(ready).to_be_visible()


def fetch(page: Page, ending: str) -> bytes:
    """The bytes behind the button of a pack."""
    address = page.locator(f"a.btn:has-text('{ending}')").get_attribute("href")
    assert address
    return page.request.get(address).body()


def pages_of(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)
