"""A desk check: from the agency's list to the zips and to what an auditor sees by a link."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

SCAN = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def test_from_the_agencys_list_to_zips_and_an_auditors_link(
    sign_in: Callable[..., Page], chromium: Browser, installation: Installation, tmp_path: Path
) -> None:
    page = sign_in("anita@daugavpils.example")
    page.goto("/daugavpils/projects/")
    page.get_by_role("link", name="Prakse Eiropā Placements").click()
    page.get_by_role("link", name="New desk check").click()
    page.get_by_label("Name", exact=False).first.fill("Letter 12-3/45")
    page.get_by_label("The agency's list").last.fill("Dzenuška Raivo\nBaltiņš Renārs")
    page.get_by_role("main").get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Letter 12-3/45")).to_be_visible()
    check = page.url

    page.get_by_role("main").get_by_role("link", name="Dzenuška Raivo").click()
    page.get_by_label("Which paper").select_option(index=1)
    scan = tmp_path / "ticket.pdf"
    scan.write_bytes(SCAN)
    page.get_by_label("Scanned paper").set_input_files(scan)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("link", name="ticket.pdf", exact=True)).to_be_visible()

    page.goto(check)
    page.get_by_role("button", name="Make the zips").click()
    packs = page.get_by_role("link", name=".zip")
    for _second in range(60):
        page.goto(check)
        if packs.count():
            break
        page.wait_for_timeout(1000)
    with page.expect_download() as download:
        packs.filter(has_text="Dzenuska").or_(packs).first.click()
    path = tmp_path / "pack.zip"
    download.value.save_as(path)
    assert any(name.endswith(".pdf") for name in ZipFile(path).namelist()) or len(ZipFile(path).namelist()) > 1

    page.goto(check)
    page.get_by_label("For whom").fill("VIAA")
    page.get_by_label("Last day").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Give a link").click()
    address = page.get_by_label("Link", exact=True).input_value()
    stranger = chromium.new_context(locale="en-GB").new_page()
    stranger.goto(address)
    expect(stranger.get_by_text("Dzenuška").first).to_be_visible()
    expect(stranger.get_by_text("Baltiņš").first).to_be_visible()
    assert "Eglāja" not in stranger.content()

    page.goto(check)
    expect(page.get_by_role("table", name="Who looked").get_by_text("VIAA").first).to_be_visible()
    page.get_by_role("button", name="End it now").click()
    assert stranger.goto(address).status >= 400  # type: ignore[union-attr]
    stranger.context.close()
