"""A whole installation of its own, run as a person would run it, and a browser to walk through it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

START_SECONDS = 240  # a first start on a machine that has other work
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# It asks nothing of the network; root may not use its sandbox.
FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-gpu"]


@dataclass(frozen=True)
class Installation:
    """A demo that is being served."""

    url: str
    password: str
    data: Path


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """`tilts run --demo` on a fresh data folder with a blank in its name; made once, see the scheduler in tests."""
    data = tmp_path_factory.mktemp("a demo") / "data"
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "TILTS_"))}
    log = (data.parent / "run.log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "tilts.cli", "run", "--demo", "--port", str(port)],
        env=environment | {"TILTS_DATA": str(data), "TILTS_URL": url},
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _wait_until_served(url, process, data.parent / "run.log")
        yield Installation(url, (data / "demo").read_text(), data)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        log.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; where there is none, its tests are skipped and say what they need.

    It ends with its module: while Playwright runs, Django refuses the database to other tests of the same process.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        message = "browser tests need Chromium: sudo apt-get install chromium"
        if os.environ.get("TILTS_BROWSER") == "required":
            pytest.fail(message)
        pytest.skip(message)
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def sign_in(installation: Installation, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Signs somebody of the demo in: `sign_in("anita@daugavpils.example")`, in a browser of their own."""
    contexts = []

    def start(email: str, **options: object) -> Page:
        context = chromium.new_context(base_url=installation.url, locale="en-GB", **options)
        contexts.append(context)
        context.set_default_timeout(15_000)
        return signed_in(context, installation, email)

    yield start
    for context in contexts:
        context.close()


def signed_in(context: BrowserContext, installation: Installation, email: str) -> Page:
    """A page in which somebody of the demo has just signed in."""
    page = context.new_page()
    page.goto("/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(installation.password)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    return page


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_served(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"tilts run ended with {process.returncode}:\n{log.read_text()[-3000:]}")
        try:
            urllib.request.urlopen(f"{url}/account/login/", timeout=5).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"tilts run did not serve within {START_SECONDS} s:\n{log.read_text()[-3000:]}")
