"""A participant answers a personal link on a small phone, and the flow sees it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def test_a_participant_answers_a_personal_link_on_a_phone(
    sign_in: Callable[..., Page], chromium: Browser, installation: Installation
) -> None:
    desk = sign_in("anita@daugavpils.example")
    desk.goto("/daugavpils/flows/")
    desk.get_by_role("link", name="Rakvere, darba vērošana").click()
    expect(desk.get_by_text("0 of 1", exact=True)).to_be_visible()
    desk.get_by_text("1 has not answered").click()
    desk.get_by_role("button", name="Link and code").click()
    link = desk.get_by_label("Link", exact=True).input_value()

    context = chromium.new_context(viewport=PHONE, locale="en-GB")  # a stranger's phone: nobody is signed in
    phone = context.new_page()
    phone.goto(link)
    expect(phone.get_by_role("heading", level=1)).to_have_text("A few questions before the trip")
    phone.get_by_label("Account number (IBAN)").fill("LV81 BANK 0000 4351 9500 1")
    phone.get_by_role("button", name="Send the answers").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("A few questions before the trip")
    phone.get_by_label("Account number (IBAN)").fill("LV80 BANK 0000 4351 9500 1")
    phone.get_by_role("button", name="Send the answers").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()

    desk.goto("/daugavpils/flows/")
    desk.get_by_role("link", name="Rakvere, darba vērošana").click()
    expect(desk.get_by_text("1 of 1", exact=True)).to_be_visible()
