"""Passkeys, as a browser and a device make them."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from tests.browser.conftest import Installation

pytestmark = pytest.mark.browser

# Each test has a person of its own, whom no other test signs in: who has a passkey is asked for it.
VALDIS, DACE, INGA = (f"{name}@daugavpils.example" for name in ("valdis", "dace", "inga"))
DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}


@pytest.fixture
def page(installation: Installation, chromium: Browser) -> Iterator[Page]:
    """A browser at `localhost`: passkeys refuse an address that is a number."""
    url = f"http://localhost:{urlsplit(installation.url).port}"
    context = chromium.new_context(base_url=url, locale="en-GB")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def with_device(page: Page, *, unlocks: bool) -> tuple[CDPSession, str]:
    """A device that holds passkeys, whose owner unlocks it or not."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE, "isUserVerified": unlocks}})
    return session, made["authenticatorId"]


def sign_in(page: Page, email: str, password: str, at: str = "") -> None:
    page.goto(f"{at}/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/daugavpils/")


def go_on(page: Page) -> None:
    page.get_by_role("link", name="I have kept them, go on").click()
    page.wait_for_url("**/daugavpils/")


def test_a_passkey_is_added_and_then_lets_in_by_itself(page: Page, installation: Installation) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    with_device(page, unlocks=True)
    sign_in(page, VALDIS, installation.password)

    page.get_by_text("Valdis").first.click()
    page.get_by_role("link", name="Your account").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of the passkey").fill("Phone of Valdis")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    expect(page.locator("main code")).to_have_count(10)
    go_on(page)
    page.goto("/account/")
    expect(page.get_by_text("Phone of Valdis", exact=True).first).to_be_visible()
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()

    page.goto("/account/login/?next=/daugavpils/partners/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Partners")

    page.goto("/account/")
    page.get_by_role("link", name="Remove Phone of Valdis").click()
    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()
    expect(page.get_by_text("Phone of Valdis", exact=True)).to_have_count(0)
    assert errors == []


def test_a_device_that_is_not_unlocked_is_told_and_may_be_tried_again(page: Page, installation: Installation) -> None:
    session, device = with_device(page, unlocks=False)
    sign_in(page, DACE, installation.password)
    page.goto("/account/mfa/webauthn/add/")
    failed = page.get_by_text("That did not work")
    expect(failed).to_be_hidden()

    page.get_by_role("button", name="Add the passkey").click()

    expect(failed).to_be_visible()
    session.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    go_on(page)
    page.goto("/account/")
    page.get_by_role("link", name="Remove Passkey 1").click()
    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()


def test_where_passkeys_can_not_work_they_are_not_offered(page: Page, installation: Installation) -> None:
    page.goto(f"{installation.url}/account/login/")
    expect(page.get_by_role("link", name="Send me a code by mail")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()

    sign_in(page, INGA, installation.password, at=installation.url)
    page.goto(f"{installation.url}/account/mfa/webauthn/add/")
    expect(page.get_by_text("Passkeys do not work here")).to_be_visible()
    expect(page.get_by_role("button", name="Add the passkey")).to_be_hidden()
