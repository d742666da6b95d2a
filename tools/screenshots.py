"""Take the pictures of the documentation from a running demo: home, flow, check page, a partner, public pages, a phone.

    make run                              # in another window
    .venv/bin/python tools/screenshots.py [--url http://127.0.0.1:8000] [--out docs/pictures]

Signs in as the demo's coordinator with the password that the data folder (TILTS_DATA) keeps, and only looks: the demo
stays as it was. Needs the test packages (`make install-test`) and a Chromium.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from install import ROOT, find_chromium
from playwright.sync_api import Page, sync_playwright

COORDINATOR = "anita@daugavpils.example"
COORDINATOR_OF_KUTAISI = "nino@kutaisi.example"
FLOW = "Drēzdene, 2022. gada maijs"
PARTNER = "Rakvere Ametikool"
WIDTH = 1280
PHONE = 390
LARGEST = 250_000  # bytes: pictures live in the repository for ever
ARGUMENTS = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


class NoPicture(Exception):
    """A picture can't be taken; the message tells what to do."""


def take_pictures(url: str, data: Path, out: Path) -> list[Path]:
    """The pictures, in the order of the main job, then the other pages. Raises NoPicture."""
    password = data / "demo"
    if not password.is_file():
        raise NoPicture(f"There is no demo in {data}: start one with `make run`, or name its folder in TILTS_DATA.")
    out.mkdir(parents=True, exist_ok=True)
    word = password.read_text().strip()
    with _browser() as page:
        _sign_in(page, url, COORDINATOR, word)
        pictures = [_picture(page, out / "home.png", 1080)]
        page.get_by_role("link", name=FLOW, exact=True).first.click()
        page.locator("table.table-grants td.num summary").first.click()  # one grant with its reasons
        pictures.append(_picture(page, out / "flow.png", 1340))
        flow = page.url
        waiting = page.get_by_role("link", name="waits to be checked")
        if not waiting.count():
            raise NoPicture("The demo's class list is done, there is nothing to mend: start a fresh demo.")
        waiting.first.click()
        pictures.append(_picture(page, out / "check.png", 1010))
        page.goto(flow)
        pictures.append(_picture(page, out / "phone.png", 844, PHONE))
    with _browser() as page:
        _sign_in(page, url, COORDINATOR_OF_KUTAISI, word)
        page.get_by_role("link", name="Partners", exact=True).first.click()
        page.get_by_role("link", name=PARTNER, exact=True).first.click()
        pictures.append(_picture(page, out / "partner.png", 1240))
    with _browser() as page:
        page.goto(f"{url}/kutaisi/ka/")
        pictures.append(_picture(page, out / "public.png", 1120))
        page.goto(f"{url}/kutaisi/ka/mobilities/")
        pictures.append(_picture(page, out / "public-years.png", 900))
    return pictures


def _sign_in(page: Page, url: str, user: str, password: str) -> None:
    page.goto(f"{url}/account/login/")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", password)
    page.click("main button[type=submit], main form button")
    page.wait_for_url(re.compile("/[a-z]+/$"))


@contextmanager
def _browser() -> Iterator[Page]:
    chromium = find_chromium()
    if chromium is None:
        raise NoPicture("There is no Chromium: `make install-test` says how to get one.")
    # Chromium's own sandbox does not work for root.
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(
            locale="en-GB",
            color_scheme="light",
            reduced_motion="reduce",
        )
        try:
            yield page
        finally:
            browser.close()


def _picture(page: Page, path: Path, height: int, width: int = WIDTH) -> Path:
    """The page from its top down to `height` pixels."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path)
    if path.stat().st_size > LARGEST:
        raise NoPicture(f"{path} has {path.stat().st_size} bytes, more than {LARGEST}: show less of the page.")
    return path


def main() -> int:
    parser = argparse.ArgumentParser(description="Take the pictures of the documentation from a running demo.")
    parser.add_argument("--url", default="http://127.0.0.1:8000", help="where the demo runs (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures", help="where the pictures go")
    options = parser.parse_args()
    data = Path(os.environ.get("TILTS_DATA") or ROOT / "data")
    try:
        for path in take_pictures(options.url.rstrip("/"), data, options.out):
            print(f"{path} {path.stat().st_size // 1000} kB")
    except NoPicture as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
