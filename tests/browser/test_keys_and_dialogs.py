"""Keys for what is frequent, the question in a dialog, and the way back from a mistake, as one works with them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SignIn = Callable[..., Page]
COORDINATOR = "anita@daugavpils.example"
HOME = "/daugavpils/"


def test_keys_lead_to_places_and_to_the_search(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto(HOME)

    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(r"/daugavpils/partners/$"))

    page.keyboard.press("/")
    page.keyboard.type("rak")
    expect(page.get_by_label("Search by name, town, country or number")).to_have_value("rak")
    expect(page).to_have_url(re.compile(r"q=rak"))

    page.locator("h1").click()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(r"/daugavpils/partners/new/$"))


def test_the_list_of_keys_opens_over_the_page_and_switches_them_off(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto(HOME)

    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Go to: Partners")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    page.keyboard.press("?")
    dialog.get_by_role("button", name="Switch the keys off").click()
    page.wait_for_load_state()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("javascript", [True, False], ids=["with-script", "without-script"])
def test_a_partner_goes_only_after_its_name_was_typed(sign_in: SignIn, javascript: bool) -> None:
    name = f"Second copy {'with' if javascript else 'without'} script"
    page = sign_in(COORDINATOR, java_script_enabled=javascript)
    page.goto(f"{HOME}partners/new/")
    page.get_by_label("Name", exact=False).first.fill(name)
    page.get_by_label("Country").select_option("EE")
    page.get_by_label("Town").fill("Rakvere")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Change", exact=True).click()

    page.get_by_role("link", name="Remove the partner").click()
    asked = page.get_by_role("dialog", name=f"Remove {name}?") if javascript else page.locator("main")
    asked.get_by_role("link", name="Cancel").click()
    if javascript:
        expect(asked).to_be_hidden()
    else:
        page.get_by_role("link", name="Change", exact=True).click()
    page.get_by_role("link", name="Remove the partner").click()
    asked.get_by_label(f"Type “{name}” to go on").fill(name.upper())
    asked.get_by_role("button", name="Remove for good").click()

    expect(page.get_by_text(f"{name} is removed.")).to_be_visible()


def test_who_was_taken_out_of_a_project_comes_back_by_one_click(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto(f"{HOME}search/?q=Prakse")
    page.locator("#found").get_by_role("link", name="Prakse Eiropā", exact=True).click()

    page.get_by_role("button", name="Take out Rakvere Ametikool").click()
    expect(page.get_by_text("Rakvere Ametikool is no longer in the project.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("It is back.")).to_be_visible()
    expect(page.get_by_role("button", name="Take out Rakvere Ametikool")).to_be_visible()
