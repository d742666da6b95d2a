"""The Beneficiary Module's export of 10 000 rows: compared with Tilts, against reading the file."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import python_calamine
from django.db import transaction

from benchmarks.measuring import Row, Say, Side, at_most, in_turns, seconds
from benchmarks.names import full_names
from tests.factories import FlowFactory, PartnerFactory, ProjectFactory, SchoolFactory
from tilts.accounts.schools import in_school
from tilts.core.bulk import insert_like, insert_many
from tilts.exchange.module.actions import compare_return
from tilts.exchange.module.countries import country_names
from tilts.exchange.module.entries import entries_of
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.rules.filling import fill
from tilts.exchange.module.rules.records import Column, Match, Template
from tilts.exchange.module.writing import write
from tilts.exchange.sandbox import read_safely
from tilts.mobilities.models import Mobility
from tilts.people.models import Person
from tilts.projects.models import Project, ProjectRate

NAMES = ("module.reading", "module.safe_reading")

ROUNDS = 5
PEOPLE = 10_000
FLOW = 500  # people of one flow
FIELDS = (
    *("agreement_number", "mobility_id", "status", "activity_type", "given_names", "family_name", "gender"),
    *("birth_date", "nationality", "accompanying_person", "receiving_name", "receiving_country", "receiving_city"),
    *("green_travel", "start_date", "end_date", "travel_days", "funded_days", "individual_support", "travel_support"),
)

ROWS = {
    row.name: row
    for row in (
        Row(
            "module.safe_reading",
            "An export of 10 000 rows compared with Tilts and what differs written down, its reading included, against"
            " reading it in a child process with limits, as a file from outside must be.",
            "s",
            at_most(3),
        ),
        Row(
            "module.reading", "The same, against reading it in the process itself by the same library.", "s", at_most(3)
        ),
    )
}


def measure(wanted: frozenset[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted. In the export one row of a hundred has another amount."""
    reading = {"module.safe_reading": _safely, "module.reading": _plainly}
    names = sorted(wanted)
    say(f"Exports of the Beneficiary Module: {ROUNDS} rounds of {PEOPLE} rows")
    school = SchoolFactory()
    with in_school(school):
        project = filled_project(PEOPLE)
        content = export_of(project)
        ours, *others = in_turns([_ours(project, content), *(reading[name](content) for name in names)], ROUNDS)
    for name, peer in zip(names, others, strict=True):
        yield replace(ROWS[name], ours=ours, peer=peer)


def filled_project(people: int) -> Project:
    """A project with flows of learners, with the rates of its grant agreement."""
    project = ProjectFactory(reference="2021-1-LV01-KA121-VET-000012345")
    for day, rate in ((1, 57), (15, 40)):
        ProjectRate.objects.create(
            project=project, participant="learner", country_group="2", from_day=day, eur_per_day=rate, source="example"
        )
    partner = PartnerFactory(address="Hafenstraße 7")
    names = list(full_names(people))
    for first in range(0, people, FLOW):
        flow = FlowFactory(project=project, partner=partner, name=f"Flow {first}", seats=FLOW)
        group = [
            Person(given_names=given, family_name=family, born_on=flow.starts_on - timedelta(days=6000 + first % 900))
            for given, family in names[first : first + FLOW]
        ]
        for person in group:
            person.make_keys()
        insert_many(group)
        insert_like(Mobility(flow=flow), ["person_id"], ([person.pk] for person in group))
    return project


def export_of(project: Project) -> bytes:
    """As the module gives it back: complete, with another amount in one row of a hundred."""
    columns = tuple(Column(dictionary().fields[name].labels[0].text) for name in FIELDS)
    template = Template("Mobility activities", columns, (tuple(column.head for column in columns),))
    facts = [entry.facts for entry in entries_of(project)]
    filled = fill(template, [Match(name) for name in FIELDS], facts, dictionary(), country_names)
    rows = [list(row) for row in filled.rows]
    amount, status = FIELDS.index("individual_support"), FIELDS.index("status")
    for number, row in enumerate(rows):
        row[status] = "Complete"
        if number % 100 == 0:
            row[amount] = "1.00"
    return write(template, rows)[0]


def _ours(project: Project, content: bytes) -> Side:
    """What a round writes down is taken back after it, so that the next finds nothing of it."""

    def once() -> float:
        with transaction.atomic():
            taken = seconds(lambda: _compare(project, content))
            transaction.set_rollback(True)
        return taken

    return once


def _compare(project: Project, content: bytes) -> None:
    outcome = compare_return(project, file_name="export.xlsx", content=content, by=None)
    people = Mobility.objects.filter(flow__project=project).count()
    if outcome.there != -(-people // 100):
        raise RuntimeError(f"{outcome.there} things were found in {people} rows")


def _safely(content: bytes) -> Side:
    return lambda: seconds(lambda: read_safely(content))


def _plainly(content: bytes) -> Side:
    def read() -> object:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()

    return lambda: seconds(read)
