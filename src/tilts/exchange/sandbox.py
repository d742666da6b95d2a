"""A file from outside is parsed in a child process with limits; the server sees only its answer, never its harm.

The child (`python -m tilts.exchange.sandbox`) limits itself, reads the file from its standard input and answers in
JSON. A workbook that unpacks to gigabytes, asks for seconds of work or crashes the parser costs that child its life
and gives one problem.
"""

import contextlib
import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import tilts
from tilts.exchange.records import Book, Cell, Layout, Problem, Sheet

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What one file may cost. A class list of 10 000 rows needs about a tenth of it."""

    cpu_seconds: int = 6
    wall_seconds: int = 20  # more than the CPU's, for the machine may be busy
    memory: int = 1024 * MEBIBYTE  # address space of the child, bytes
    file_size: int = 10 * MEBIBYTE
    answer_size: int = 24 * MEBIBYTE


LIMITS = Limits()


def read_safely(data: bytes, limits: Limits = LIMITS, *, with_layout: bool = False) -> Book:
    """The sheets of an untrusted file; whatever the file does, a Book with a problem and never an exception.

    with_layout: also merged cells, formulas and lists to choose from, as a template to be filled has them.
    """
    if len(data) > limits.file_size:
        return _stopped("file_too_big", megabytes=limits.file_size // MEBIBYTE)
    answer, code = _ask_child(data, limits, with_layout)
    if code == 0 and len(answer) <= limits.answer_size:
        return _book(json.loads(answer))
    return _stopped("too_costly")


def _ask_child(data: bytes, limits: Limits, with_layout: bool) -> tuple[bytes, int]:
    wanted = ["layout"] if with_layout else []
    command = [sys.executable, "-s", "-P", "-m", "tilts.exchange.sandbox", *map(str, astuple(limits)), *wanted]
    # No environment but the way to this package: what the server knows is none of the child's business.
    environment = {"PYTHONPATH": str(Path(tilts.__file__).parents[1]), "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603 - a fixed command, the file comes through the pipe
        command,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaint may quote a name
    ) as child:
        assert child.stdin is not None  # noqa: S101 - for the type checker: both are pipes
        assert child.stdout is not None  # noqa: S101
        alarm = threading.Timer(limits.wall_seconds, child.kill)
        alarm.start()
        answer = b""
        try:
            with contextlib.suppress(BrokenPipeError):  # the child died early; its exit code tells
                child.stdin.write(data)
                child.stdin.close()
            answer = child.stdout.read(limits.answer_size + 1)
        finally:
            alarm.cancel()
            if len(answer) > limits.answer_size:
                child.kill()
    return answer, child.returncode


def _stopped(code: str, **values: str | int) -> Book:
    return Book(problems=(Problem(code, values=values),))


def _book(found: Mapping[str, Any]) -> Book:
    return Book(
        sheets=tuple(
            Sheet(name, tuple((number, tuple(map(_cell, cells))) for number, cells in rows), is_hidden)
            for name, rows, is_hidden in found["sheets"]
        ),
        notes=tuple(Problem(**note) for note in found["notes"]),
        problems=tuple(Problem(**problem) for problem in found["problems"]),
        layouts={name: _layout(*parts) for name, parts in found["layouts"].items()},
        delimiter=found["delimiter"],
    )


def _layout(left: int, merged: list[list[int]], formulas: list[str], choices: list[list[Any]]) -> Layout:
    return Layout(left, tuple(map(tuple, merged)), tuple(formulas), tuple(map(tuple, choices)))  # type: ignore[arg-type]


def _cell(found: Any) -> Cell:
    return date.fromisoformat(found[0]) if isinstance(found, list) else found


def _as_json(book: Book) -> dict[str, Any]:
    def cell(value: Cell) -> Any:
        return [value.isoformat()] if isinstance(value, date) else value

    return {
        "sheets": [
            (sheet.name, [(number, [cell(value) for value in cells]) for number, cells in sheet.rows], sheet.is_hidden)
            for sheet in book.sheets
        ],
        "notes": [vars(note) for note in book.notes],
        "problems": [vars(problem) for problem in book.problems],
        "layouts": {name: astuple(layout) for name, layout in book.layouts.items()},
        "delimiter": book.delimiter,
    }


def _limit_this_process(limits: Limits) -> None:
    os.nice(10)  # the pages of others come first
    for kind, amount in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),  # a dump of the memory would hold names
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses a limit of memory; the clock still holds
            resource.setrlimit(kind, (amount, amount))


def main(arguments: list[str]) -> int:
    from tilts.exchange.layout import delimiter_in, layouts  # the parser's code is loaded in the child alone
    from tilts.exchange.reading import Unreadable, read_book

    with_layout = arguments[-1] == "layout"
    limits = Limits(*map(int, arguments[: -1 if with_layout else None]))
    _limit_this_process(limits)
    data = sys.stdin.buffer.read(limits.file_size + 1)
    try:
        book = read_book(data)
        if with_layout:
            book = replace(book, layouts=layouts(data), delimiter=delimiter_in(data))
    except Unreadable as error:
        book = Book(problems=(error.problem,))
    except MemoryError:
        book = Book(problems=(Problem("too_costly"),))
    except BaseException:
        book = Book(problems=(Problem("damaged_file"),))
    answer = json.dumps(_as_json(book), allow_nan=False).encode()
    if len(answer) > limits.answer_size:
        answer = json.dumps(_as_json(Book(problems=(Problem("too_costly"),)))).encode()
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
