"""What lies ready when the papers of a flow are made, in one language."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db.models import prefetch_related_objects

from tilts.accounts.models import School
from tilts.documents.statements import Statement, funding_statement
from tilts.documents.typesetting import Paper, safe_file_name
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.papers.records import (
    FlowRecord,
    GrantStatus,
    IssueRecord,
    OrderRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)
from tilts.mobilities.presenting import SheetRow, flow_sheet
from tilts.mobilities.recording import (
    flow_record,
    own_flow_record,
    person_record,
    school_record,
)
from tilts.projects.models import Project
from tilts.projects.money.queries import agreed_shares


@dataclass(frozen=True)
class NamedPaper:
    """A paper with its kind, its number within the flow and the name of its file."""

    kind: Kind
    number: str  # "G17"
    file_name: str
    paper: Paper

    @property
    def key(self) -> str:
        """The number, and a mark of all that stands in the paper: another one as soon as a word is."""
        whole = [self.paper.template, self.paper.title, self.paper.language, self.paper.data, self.file_name]
        text = json.dumps([*whole, self.paper.dated_on.isoformat()], default=_digest)
        return f"{self.number}-{_digest(text.encode())[:32]}"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@dataclass(frozen=True)
class Traveller:
    """One person of a flow: the row with the grant, and the records for papers."""

    row: SheetRow
    person: PersonRecord
    flow: FlowRecord  # with this person's own days and texts

    @property
    def is_minor(self) -> bool:
        """On the day of travel."""
        return self.person.is_minor_on(self.flow.departs_on)

    @property
    def has_grant(self) -> bool:
        return self.row.status != GrantStatus.IMPOSSIBLE and bool(self.row.lines)


@dataclass(frozen=True)
class Desk:
    """What lies ready when the papers of a flow are made in one language."""

    school: SchoolRecord
    flow: FlowRecord
    travellers: tuple[Traveller, ...]
    order: OrderRecord
    issue: IssueRecord  # its number is the flow's; each paper adds its own
    shares: tuple[Decimal, ...] = ()  # of the instalments of a grant, in per cent; none: they are not agreed

    @property
    def people(self) -> list[PersonRecord]:
        return [each.person for each in self.travellers]

    @property
    def accompanying(self) -> list[PersonRecord]:
        return [person for person in self.people if person.role == Role.ACCOMPANYING]

    @property
    def participants(self) -> list[Traveller]:
        return [each for each in self.travellers if each.person.role != Role.ACCOMPANYING]

    def paper(
        self, kind: Kind, title: str, make: Callable[..., Paper], *records: Any, of: Traveller | None = None
    ) -> NamedPaper:
        """A paper for all or, with its own number, `of` one traveller."""
        number = f"{kind.value}{of.row.mobility.pk}" if of else kind.value
        issue = replace(self.issue, number=f"{self.issue.number}/{number}")
        return NamedPaper(kind, number, safe_file_name(title), make(self.school, *records, issue))


def lay_ready(
    flow: Flow,
    school: School,
    language: str,
    order: OrderRecord,
    issued_on: date,
    *,
    shows_accounts: bool = False,
) -> Desk:
    """The records of a flow and of who travels, in the active language, which must be `language`."""
    ours = school_record(school, language)
    common = flow_record(flow, ours)
    rows = [row for row in flow_sheet(flow, school).rows if row.mobility.state != Mobility.State.CANCELLED]
    prefetch_related_objects(
        [row.mobility.person for row in rows], "guardians", "emergency_contacts", "bank_accounts__person"
    )
    statement = _statement(flow.project, language)
    return Desk(
        school=ours,
        flow=common,
        travellers=tuple(_traveller(row, common, shows_accounts=shows_accounts) for row in rows),
        order=order,
        issue=IssueRecord(
            number=str(flow.pk),
            issued_on=issued_on,
            language=language,
            is_specimen=school.is_example,
            funding_statement=statement.text if statement else "",
            funding_language=statement.language if statement else "",
        ),
        shares=agreed_shares(flow.project),
    )


def _traveller(row: SheetRow, common: FlowRecord, *, shows_accounts: bool) -> Traveller:
    own = own_flow_record(common, row.mobility)
    return Traveller(row, person_record(row.mobility, own.departs_on, shows_accounts=shows_accounts), own)


def _statement(project: Project, language: str) -> Statement | None:
    """What the funder wants said, once the project is granted."""
    if project.state not in {Project.State.GRANTED, Project.State.RUNNING, Project.State.CLOSED}:
        return None
    return funding_statement(project.programme, language)
