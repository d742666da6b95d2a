"""The command `tilts`: its subcommands and their JSON are a promise (docs/commands.md)."""

import argparse
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit code tells whether it did what was asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tilts.settings")
    parsed = _parser().parse_args(arguments)
    run: Command = parsed.run
    try:
        return run(parsed)
    except _expected_errors() as error:
        messages = getattr(error, "messages", None) or [str(error)]
        for message in messages:
            print(f"✗ {message.strip()}", file=sys.stderr)
        return 1


def _expected_errors() -> tuple[type[Exception], ...]:
    """What an administrator can mend: told in a sentence, without a traceback."""
    from django.core.exceptions import ImproperlyConfigured, ValidationError
    from django.db import OperationalError

    from tilts.core.embedded import EmbeddedServerError

    return EmbeddedServerError, ImproperlyConfigured, OperationalError, ValidationError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tilts", description="The working place of a school's international office.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Command, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help, description=help)
        command.set_defaults(run=run)
        return command

    serve = add("run", _run, "Serve: database, web server and one worker, each restarted when it ends.")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--demo", action="store_true", help="make the demo schools first, if they are not there")
    add("worker", _worker, "Work off the queue; any number of workers may run.")
    add("database", _database, "Hold the embedded database open (a child of `tilts run`).")
    add("setup", _setup, "Make or renew roles, tables and policies.")
    add("check", _check, "Is this installation healthy?")
    school = add("school", _school, "Open a school, with its first coordinator.")
    school.add_argument("slug", help="its short name in addresses, like daugavpils")
    school.add_argument("name")
    school.add_argument("--town", required=True)
    school.add_argument("--country", required=True, help="two letters, like LV")
    school.add_argument("--language", default="en", help="en, lv or ka")
    school.add_argument("--coordinator", required=True, metavar="EMAIL")
    demo = add("demo", _demo, "Do the main job on the demo roster, without questions.")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the papers and summary.json go")
    add("grant", _grant, "Work out a case given as JSON on standard input; the grant, explained, as JSON.")
    roster = add("roster", _roster, "Show what would be read from a class list; nothing is written.")
    roster.add_argument("file", type=Path)
    roster.add_argument("--json", action="store_true", help="as JSON (the only form)")
    verify = add("verify", _verify, "Is this file genuine and unchanged? As JSON; exit code 0 yes, 1 no, 2 can't tell.")
    verify.add_argument("file", type=Path)
    verify.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="believe the authorities in this PEM file",
    )
    seal = add("seal", _seal, "Have a school seal with a key from elsewhere, such as a qualified one.")
    seal.add_argument("action", choices=["install"])
    seal.add_argument("school", help="its short name in addresses")
    seal.add_argument("file", type=Path, help="a .p12 file; its passphrase is asked for, or read from TILTS_PASSPHRASE")
    bench = add("bench", _bench, "Measure Tilts against others; needs a checkout.")
    bench.add_argument("names", nargs="*", metavar="NAME", help="benchmarks or groups of them; none: all")
    bench.add_argument("--json", action="store_true", help="as JSON")
    return parser


def _run(parsed: argparse.Namespace) -> int:
    from tilts.core.supervisor import Child, Supervisor, tilts_command

    os.environ.setdefault("TILTS_URL", f"http://{parsed.host}:{parsed.port}")
    if parsed.demo:
        os.environ["TILTS_DEMO"] = "1"
    with _ready() as settings:
        _say("Preparing the database")
        _set_up()
        if parsed.demo:
            from tilts.demo import actions

            actions.make_demo(_say)
            print(actions.welcome(settings.TILTS_URL), flush=True)
        else:
            print(f"Tilts is at {settings.TILTS_URL}", flush=True)
        # The pages first: on two cores three starts at once would make the first page wait for all.
        later = time.monotonic() + 2
        Supervisor(
            [
                Child("database", tilts_command("database"), start_at=later),
                Child("web server", _granian(parsed.host, parsed.port)),
                Child("worker", tilts_command("worker"), start_at=later),
            ]
        ).run()
    return 0


def _worker(_parsed: argparse.Namespace) -> int:
    import asyncio

    with _ready():
        from tilts.jobs.working import work_off

        asyncio.run(work_off())
    return 0


def _database(_parsed: argparse.Namespace) -> int:
    from tilts.core.database import is_embedded
    from tilts.core.embedded import answers, running_server

    if not is_embedded():
        signal.pause()
        return 0
    with _until_told() as told, running_server(_data_folder()) as server:
        while not told.wait(1):
            if not answers(server):
                _say("The database does not answer")
                return 1
    return 0


def _setup(_parsed: argparse.Namespace) -> int:
    with _ready():
        _set_up()
    return 0


def _check(_parsed: argparse.Namespace) -> int:
    with _ready():
        from tilts.core.health import findings

        found = findings()
    for finding in found:
        print(f"✗ {finding}")
    if not found:
        print("✓ This installation is healthy.")
    return 1 if found else 0


def _school(parsed: argparse.Namespace) -> int:
    with _ready() as settings:
        _set_up()
        from tilts.accounts.actions import let_in, open_school
        from tilts.accounts.roles import Role

        school = open_school(
            slug=parsed.slug,
            name=parsed.name,
            town_name=parsed.town,
            country=parsed.country.upper(),
            language=parsed.language,
        )
        let_in(school, parsed.coordinator, Role.COORDINATOR)
    print(f"{school.name} is open at {settings.TILTS_URL}/{school.slug}/")
    print(f"{parsed.coordinator} sets a password at {settings.TILTS_URL}/account/password/reset/")
    return 0


def _demo(parsed: argparse.Namespace) -> int:
    os.environ["TILTS_DEMO"] = "1"
    with _ready():
        _say("Preparing the database")
        _set_up()
        from tilts.demo import actions

        actions.make_demo(_say)
        summary = actions.write_main_job(parsed.out, _say)
    print(json.dumps(summary, ensure_ascii=False, indent=1))
    return 0


def _grant(_parsed: argparse.Namespace) -> int:
    import django

    django.setup()
    from tilts.funding.cases import answer

    try:
        given = json.load(sys.stdin, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        _say(f"This is no JSON: {error}")
        return 1
    with _in_terminal_language():
        text = json.dumps(answer(given), ensure_ascii=False, indent=1)
    # Half a character, which JSON can escape and UTF-8 can't hold, is escaped again.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    return 0


def _roster(parsed: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.utils import timezone

    from tilts.exchange.roster import roster_json

    try:
        with _in_terminal_language():
            read = roster_json(parsed.file, timezone.localdate())
    except OSError as error:
        _say(f"{parsed.file} can't be opened: {error.strerror}")
        return 1
    print(json.dumps(read, ensure_ascii=False, indent=1))
    return 0


def _verify(parsed: argparse.Namespace) -> int:
    from tilts.signing.checking.command import verify

    try:
        answer, code = verify(parsed.file, parsed.trust)
    except ValueError as error:
        _say(str(error))
        return 2
    print(json.dumps(answer, ensure_ascii=False, indent=1))
    return code


def _seal(parsed: argparse.Namespace) -> int:
    from getpass import getpass

    try:
        content = parsed.file.read_bytes()
    except OSError as error:
        _say(f"{parsed.file} can't be opened: {error.strerror}")
        return 1
    passphrase = os.environ.get("TILTS_PASSPHRASE")
    if passphrase is None:
        passphrase = getpass("Passphrase of this file: ")
    with _ready():
        from tilts.accounts.models import School
        from tilts.signing.seals import install_seal

        school = School.objects.filter(slug=parsed.school).first()
        if school is None:
            _say(f"There is no school “{parsed.school}”.")
            return 1
        seal = install_seal(school, content, passphrase)
    print(f"{school.name} now seals as {seal.certificate.subject.rfc4514_string()}")
    return 0


def _bench(parsed: argparse.Namespace) -> int:
    from tilts.core.benching import run_benchmarks

    try:
        print(run_benchmarks(parsed.names, _say, as_json=parsed.json))
    except ValueError as error:
        _say(str(error))
        return 1
    return 0


@contextmanager
def _ready() -> Iterator[Any]:
    """The database running and Django set up; gives Django's settings."""
    import django

    from tilts.core.installation import database_running

    with database_running(_data_folder()):
        django.setup()
        from django.conf import settings

        yield settings


def _set_up() -> None:
    from tilts.core.installation import set_up

    set_up()


@contextmanager
def _until_told() -> Iterator[threading.Event]:
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    yield told


def _granian(host: str, port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "8", "--no-ws", "--log-level", "error"),
        "tilts.settings.wsgi:application",
    ]


def _data_folder() -> Path:
    from django.conf import settings

    folder: Path = settings.TILTS_DATA
    return folder


@contextmanager
def _in_terminal_language() -> Iterator[None]:
    """The language of the terminal (LANG), where Tilts speaks it; else English."""
    from django.conf import settings
    from django.utils import translation

    wanted = os.environ.get("LANG", "")[:2]
    with translation.override(wanted if wanted in dict(settings.LANGUAGES) else "en"):
        yield


def _say(text: str) -> None:
    print(f"· {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
