"""A file from outside is parsed in a child process with limits; the server sees only its answer, never its harm.

The child (`python -m tilts.exchange.sandbox`) limits itself, reads the file from its standard input and answers in
JSON. A workbook that unpacks to gigabytes, asks for seconds of work or crashes the parser costs that child its life
and gives one problem.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import astuple, replace
from datetime import date
from typing import Any

from tilts.core.sandbox import MEBIBYTE, Limits, ask_child, limit_this_process
from tilts.exchange.records import Book, Cell, Layout, Problem, Sheet

#: What one file may cost. A class list of 10 000 rows needs about a tenth of it.
LIMITS = Limits(
    cpu_seconds=6,
    wall_seconds=20,
    memory=1024 * MEBIBYTE,
    file_size=10 * MEBIBYTE,
    answer_size=24 * MEBIBYTE,
)


def read_safely(data: bytes, limits: Limits = LIMITS, *, with_layout: bool = False) -> Book:
    """The sheets of an untrusted file; whatever the file does, a Book with a problem and never an exception.

    with_layout: also merged cells, formulas and lists to choose from, as a template to be filled has them.
    """
    if len(data) > limits.file_size:
        return _stopped("file_too_big", megabytes=limits.file_size // MEBIBYTE)
    answer = ask_child("tilts.exchange.sandbox", data, limits, ["layout"] if with_layout else [])
    return _stopped("too_costly") if answer is None else _book(json.loads(answer))


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


def main(arguments: list[str]) -> int:
    from tilts.exchange.layout import delimiter_in, layouts  # the parser's code is loaded in the child alone
    from tilts.exchange.reading import Unreadable, read_book

    limits, wanted = Limits.from_arguments(arguments)
    with_layout = wanted == ["layout"]
    limit_this_process(limits)
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
