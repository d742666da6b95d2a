"""The agreement of October 2020, signed anew over a call by three people, each in a browser of their own.

The coordinator drafts and sends it, the college's signatory agrees and signs by link, in Georgian and on a phone, the
director signs in the school. The paper that comes of it is valid to another program, and not so once a byte is changed.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Installation
from tests.signing.witnesses import needs_pdfsig, pdfsig

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
HERE = "/buvniecibas/agreements/"
SIGNATORY, EMAIL = "ზურაბ ნიმუშიძე", "zurab@modus.example"


@pytest.fixture
def phone(chromium: Browser, installation: Installation) -> Iterator[Page]:
    """The telephone of somebody in Georgia, where nobody is signed in."""
    context = chromium.new_context(base_url=installation.url, viewport=PHONE, locale="ka-GE")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


@needs_pdfsig
def test_a_school_and_a_college_sign_over_a_call(
    sign_in: Callable[..., Page], phone: Page, installation: Installation, tmp_path: Path
) -> None:
    desk = sign_in("sarmite@buvniecibas.example")
    page_of_agreement = draft_it(desk)
    college_agrees(desk, phone, page_of_agreement)
    plan_and_send(desk, page_of_agreement)

    director = sign_in("ausma@buvniecibas.example")
    director_signs(director, installation)
    college_signs(phone, link_in_mail(desk, "/p/"))

    desk.goto(page_of_agreement)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("In force")
    desk.get_by_role("link", name="Versions").click()
    desk.get_by_role("link", name="Version 1", exact=True).click()
    signed = desk.request.get(desk.get_by_role("link", name="The signed paper").get_attribute("href")).body()

    assert set(pdfsig(tmp_path, signed)) == {"Signature is Valid."}
    assert "Signature is Valid." not in pdfsig(tmp_path, changed(signed))
    check_says(phone, signed, "ნამდვილი და უცვლელი")
    check_says(phone, changed(signed), "ხელმოწერის შემდეგ შეცვლილი")


def draft_it(desk: Page) -> str:
    """From the list to a draft with its plan and who signs; the address of its page."""
    desk.goto(HERE)
    desk.get_by_role("link", name="Draft an agreement").click()
    desk.locator("input[name=title]").fill("Sadarbības līgums ar koledžu “Modus”")
    desk.locator("#div_id_partners").get_by_label("Modus").check()
    desk.locator("select[name=first_language]").select_option("lv")
    desk.locator("select[name=second_language]").select_option("ka")
    for area in ("Education", "Upbringing", "Culture", "Sport"):
        desk.get_by_label(area, exact=True).check()
    desk.locator("input[name=valid_until]").fill("2031-12-31")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Draft")
    here = desk.url
    # What one of the two languages lacks is named and leads to its field.
    desk.get_by_role("link", name="Title (Georgian)").click()
    expect(desk.locator("input[name=title_ka]")).to_be_focused()
    desk.locator("input[name=title_ka]").fill("თანამშრომლობის ხელშეკრულება კოლეჯ „მოდუსთან“")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("link", name="Title (Georgian)")).to_have_count(0)
    desk.get_by_role("link", name="Add a planned activity").click()
    desk.locator("textarea[name=text]").fill("Savstarpējas vizītes")
    desk.locator("textarea[name=text_ka]").fill("ურთიერთვიზიტები")
    desk.locator("input[name=condition]").fill("Kad epidēmija to ļaus.")
    desk.locator("input[name=condition_ka]").fill("როცა ეპიდემია ამის საშუალებას მოგვცემს.")
    desk.get_by_role("button", name="Save").click()
    # A head of a department signs: until it is said by what authority, the list asks for it.
    desk.get_by_role("link", name="Add who signs").click()
    desk.locator("select[name=party]").select_option(index=2)
    desk.locator("input[name=office]").fill("Starptautisko attiecību attīstības nodaļas vadītājs")
    desk.locator("input[name=office_ka]").fill("საერთაშორისო ურთიერთობების განვითარების სამსახურის უფროსი")
    desk.locator("input[name=name]").fill(SIGNATORY)
    desk.locator("input[name=email]").fill(EMAIL)
    desk.locator("select[name=language]").select_option("ka")
    desk.locator("input[name=position]").fill("2")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("Somebody who is not the head signs: say by what authority.")).to_be_visible()
    desk.get_by_role("link", name="Change Starptautisko").click()
    desk.locator("select[name=basis]").select_option("order")
    desk.locator("input[name=authority]").fill("direktora rīkojums Nr. 5")
    desk.locator("input[name=authority_ka]").fill("დირექტორის ბრძანება № 5")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("direktora rīkojums Nr. 5", exact=True)).to_be_visible()
    return here


def college_agrees(desk: Page, phone: Page, here: str) -> None:
    """The text is proposed, read in Georgian on a phone, and agreed to."""
    desk.goto(here)
    desk.get_by_role("link", name="Ask the other side").click()
    desk.locator("input[name=name]").fill(SIGNATORY)
    desk.locator("input[name=email]").fill(EMAIL)
    desk.locator("select[name=language]").select_option("ka")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Negotiation")
    desk.goto(here)
    desk.get_by_role("button", name="Propose it to the other side").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Proposed")

    phone.goto(link_in_mail(desk, "/p/"))
    expect(phone.locator("html")).to_have_attribute("lang", "ka")
    expect(phone.get_by_text("სამოქმედო გეგმა").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.get_by_role("button", name="ვეთანხმებით ამ ტექსტს").click()
    expect(phone.get_by_text("გმადლობთ. თქვენ დათანხმდით ამ ტექსტს.")).to_be_visible()


def plan_and_send(desk: Page, here: str) -> None:
    """The session is planned and the paper sent."""
    desk.goto(here)
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Agreed")
    desk.get_by_role("link", name="Plan a signing session").click()
    desk.locator("input[name=day]").fill("2036-10-09")
    desk.locator("input[name=hour]").fill("12:00")
    desk.locator("input[name=platform]").fill("Zoom")
    desk.get_by_role("button", name="Save and tell them").click()
    expect(desk.locator("dd time")).to_have_text([re.compile("12:00"), re.compile("13:00")])  # Latvia, Georgia
    desk.goto(here)
    desk.get_by_role("link", name="Send to sign").click()
    desk.get_by_role("button", name="Send to sign").click()
    expect(desk.get_by_text("The first who sign are asked by mail.")).to_be_visible()


def director_signs(director: Page, installation: Installation) -> None:
    """The first page says that a paper waits; the password once more, a tick and the name."""
    director.goto("/buvniecibas/")
    director.get_by_role("link", name="Sadarbības līgums ar koledžu").first.click()
    if director.locator("main input[name=password]").count():
        director.locator("main input[name=password]").fill(installation.password)
        director.locator("main form button").first.click()
    click_signature(director, "Ausma Celtniece")
    expect(director.get_by_role("heading", level=1)).to_be_visible()


def college_signs(phone: Page, link: str) -> None:
    """A code by mail, which the demo shows, then the signature."""
    phone.goto(link)
    phone.locator("form:has(input[name=step][value=send]) button").click()
    code = re.search(r"\b\d{6}\b", phone.get_by_role("main").inner_text())[0]
    phone.locator("input[name=code]").fill(code)
    phone.locator("form:has(input[name=code]) button").click()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    click_signature(phone, SIGNATORY)
    expect(phone.locator("input[name=signed_as]")).to_have_count(0)


def click_signature(page: Page, name: str) -> None:
    page.locator("input[name=is_read]").check()
    page.locator("input[name=signed_as]").fill(name)
    page.locator("form:has(input[name=signed_as]) button").click()


def link_in_mail(desk: Page, beginning: str) -> str:
    """The address in the newest mail to the signatory, as the outbox of the school shows it."""
    desk.goto("/buvniecibas/mailbox/")
    found = re.findall(rf"{re.escape(beginning)}[\w-]{{20,}}/", desk.get_by_role("main").inner_html())
    return found[0]


def check_says(page: Page, content: bytes, words: str) -> None:
    """What the page that is open to everybody says of a file."""
    page.goto("/verify/")
    page.locator("input[type=file]").set_input_files(
        {"name": "signed.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    page.locator("form:has(input[type=file]) button").first.click()
    expect(page.locator("#result")).to_contain_text(words)


def changed(content: bytes) -> bytes:
    """The same with one byte of the paper changed."""
    place = content.index(b"stream") + 40
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
