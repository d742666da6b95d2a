"""With the keys alone, with less motion, and without script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SignIn = Callable[..., Page]
COORDINATOR = "anita@daugavpils.example"
MAIN_PAGES = ["", "flows/", "flows/1/", "people/", "partners/", "projects/", "projects/1/", "agreements/", "mailbox/"]


def test_the_first_key_leads_past_the_menus(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/daugavpils/flows/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_every_stop_of_the_tab_key_is_seen(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/daugavpils/flows/1/")
    unseen = []

    for _ in range(60):
        page.keyboard.press("Tab")
        told = page.evaluate(
            """() => {
                const here = document.activeElement, style = getComputedStyle(here);
                if (here === document.body) return null;
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                return [here.outerHTML.slice(0, 120), outlined || style.boxShadow !== 'none'];
            }"""
        )
        if told and not told[1]:
            unseen.append(told[0])

    assert unseen == []


def test_a_menu_opens_by_a_key_and_closes_by_escape(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    summary = page.locator("header summary").filter(has_text="Appearance")

    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Dark", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Dark", exact=True)).to_be_hidden()
    expect(summary).to_be_focused()


def test_reading_goes_on_at_the_errors_and_each_leads_to_its_field(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/daugavpils/people/new/")

    page.get_by_role("main").get_by_role("button", name="Save").press("Enter")

    expect(page.get_by_role("alert").filter(has_text="There is a problem")).to_be_focused()
    page.get_by_role("link", name="Family name: This field is required.").press("Enter")
    expect(page.get_by_label("Family name")).to_be_focused()


def test_who_wants_less_motion_gets_none(sign_in: SignIn) -> None:
    page = sign_in(COORDINATOR, reduced_motion="reduce")
    page.goto("/daugavpils/flows/1/")

    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((each) => {
            const style = getComputedStyle(each);
            const takesTime = style.transitionDuration.split(',').some((time) => parseFloat(time) > 0.01);
            return style.animationName !== 'none' || takesTime || style.scrollBehavior === 'smooth';
        }).map((each) => each.outerHTML.slice(0, 120))"""
    )

    assert moving == []


def test_main_pages_say_the_same_without_script(sign_in: SignIn) -> None:
    with_script, without = sign_in(COORDINATOR), sign_in(COORDINATOR, java_script_enabled=False)

    for each in MAIN_PAGES:
        for page in (with_script, without):
            answer = page.goto(f"/daugavpils/{each}")
            assert answer is not None
            assert answer.status == 200, each
        heads = [page.get_by_role("heading").all_inner_texts() for page in (with_script, without)]
        assert heads[0] == heads[1], each
