"""From a grant agreement to a file for the bank, approved by a second person."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.projects.money.pain_checker import read_pain
from tilts.demo.money import example_iban

pytestmark = pytest.mark.browser

PERSON = "Dzenuška Raivo"


def test_from_a_grant_agreement_to_a_file_for_the_bank(sign_in: Callable[..., Page], tmp_path: Path) -> None:
    finance = sign_in("guntars@daugavpils.example")
    finance.goto("/daugavpils/flows/")
    finance.get_by_role("link", name="Drēzdene, 2022. gada maijs").click()
    expect(finance.get_by_role("link", name=PERSON)).to_be_visible()
    finance.goto("/daugavpils/projects/")
    finance.get_by_role("link", name="Prakse Eiropā Placements").click()
    finance.get_by_role("link", name="Money of the project").click()
    finance.get_by_role("link", name="Payments", exact=True).click()
    payments = finance.url
    chosen = finance.locator("section").filter(has=finance.get_by_role("heading", name="Due", exact=True))
    for box in chosen.get_by_role("checkbox").all():
        box.uncheck()
    chosen.get_by_label(PERSON).check()
    finance.get_by_role("button", name="Prepare the chosen payments").click()
    expect(finance.get_by_text("1 payment is prepared. Somebody else must approve it.")).to_be_visible()
    waiting = finance.locator("section").filter(has_text="To be approved by a second person")
    expect(waiting.get_by_label(PERSON)).to_be_disabled()

    director = sign_in("maruta@daugavpils.example")
    director.goto(payments)
    expect(director.get_by_role("button", name="Make the file for the bank")).to_have_count(0)
    director.get_by_role("button", name="Approve the chosen payments").click()
    expect(director.get_by_text("payments are approved.")).to_be_visible()

    finance.goto(payments)
    finance.get_by_role("button", name="Make the file for the bank").click()
    with finance.expect_download() as download:
        finance.get_by_role("link", name="TILTS-").click()
    path = tmp_path / "payments.xml"
    download.value.save_as(path)

    found = read_pain(path.read_bytes())
    assert found.account == example_iban(1)
    assert "Raivo Dzenuska" in {each.name for each in found.transfers}
    assert len(found.transfers) == 3  # two of them were on their way in the demo
    finance.get_by_role("button", name="The bank has paid").click()
    expect(finance.get_by_text("3 payments are paid.")).to_be_visible()
