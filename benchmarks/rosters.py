"""A class list of 10 000 rows: dropped and taken over, against reading the file and COPYing its rows."""

import datetime
import io
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import psycopg
import python_calamine
import xlsxwriter
from django.conf import settings

from benchmarks.measuring import Row, Say, Side, at_most, in_turns, seconds
from benchmarks.names import full_names
from tests.factories import FlowFactory, SchoolFactory
from tilts.accounts.schools import in_school
from tilts.exchange.actions import drop_roster, take_over
from tilts.exchange.records import Cell
from tilts.exchange.sandbox import read_safely

NAMES = ("roster.copy", "roster.safe_copy")

ROUNDS = 5
PEOPLE = 10_000
HEADS = ("Nr. p.k.", "Uzvārds", "Vārds", "Grupa", "Dz. dat.", "Mob. tālr.", "E-pasts")
PLAIN_TABLE = """
    create table plain_people (
        number double precision, family_name text, given_names text, "group" text, born_on date, phone text, email text
    )
"""

ROWS = {
    row.name: row
    for row in (
        Row(
            "roster.copy",
            "A class list of 10 000 rows in, against reading the file by the same library and COPY into a plain table.",
            "s",
            at_most(10),
        ),
        Row(
            "roster.safe_copy",
            "The same, against reading it in a child process with limits, as a file from outside must be, and COPY.",
            "s",
            at_most(10),
        ),
    )
}


def measure(wanted: frozenset[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted. The list is an xlsx without a mistake in it; nobody on it is known before."""
    content = class_list(PEOPLE)
    reading = {"roster.copy": _read, "roster.safe_copy": _read_safely}
    names = sorted(wanted)
    say(f"Class lists: {ROUNDS} rounds of {PEOPLE} rows")
    with _as_owner() as connection:
        peers = [_read_and_copy(reading[name], content, connection) for name in names]
        ours, *others = in_turns([_ours(content), *peers], ROUNDS)
    for name, peer in zip(names, others, strict=True):
        yield replace(ROWS[name], ours=ours, peer=peer)


def class_list(people: int) -> bytes:
    """A workbook as a school office makes it."""
    dice = random.Random(71)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Saraksts")
        as_day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        sheet.write_row(0, 0, HEADS)
        for row, (given, family) in enumerate(full_names(people), start=1):
            born_on = datetime.date(2006, 1, 1) + datetime.timedelta(days=dice.randrange(1500))
            sheet.write_number(row, 0, row)
            sheet.write_row(row, 1, (family, given, f"LMT-{row % 90 + 10}"))
            sheet.write_datetime(row, 4, datetime.datetime.combine(born_on, datetime.time()), as_day)
            sheet.write_row(row, 5, (f"2{row + 6_000_000:07}", f"audzeknis{row}@example.org"))
    return stream.getvalue()


def _ours(content: bytes) -> Side:
    """Into a new school each time, so that no round finds what the one before it left."""

    def once() -> float:
        school = SchoolFactory()
        with in_school(school):
            flow = FlowFactory(seats=PEOPLE)

            def import_all() -> None:
                roster = drop_roster(flow, file_name="saraksts.xlsx", content=content, by=None)
                if take_over(roster) != PEOPLE:
                    raise RuntimeError("rows of the class list were not taken over")

            return seconds(import_all)

    return once


Cells = Sequence[Cell]


def _read(content: bytes) -> Iterable[Cells]:
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    return sheet.to_python()[1:]


def _read_safely(content: bytes) -> Iterable[Cells]:
    return [cells for _, cells in read_safely(content).sheets[0].rows[1:]]


def _read_and_copy(
    read: Callable[[bytes], Iterable[Cells]], content: bytes, connection: psycopg.Connection[Any]
) -> Side:
    """Into a new table each time, written to disk at the end as ours is."""

    def once() -> float:
        connection.execute("drop table if exists plain_people")
        connection.execute(PLAIN_TABLE)
        connection.commit()

        def copy_all() -> None:
            with connection.cursor() as cursor, cursor.copy("copy plain_people from stdin") as copy:
                for cells in read(content):
                    copy.write_row(cells)
            connection.commit()

        return seconds(copy_all)

    return once


@contextmanager
def _as_owner() -> Iterator[psycopg.Connection[Any]]:
    owner = settings.DATABASE_OWNER
    with psycopg.connect(
        host=owner["HOST"], dbname=owner["NAME"], user=owner["USER"], password=owner["PASSWORD"]
    ) as connection:
        yield connection
        connection.execute("drop table if exists plain_people")
