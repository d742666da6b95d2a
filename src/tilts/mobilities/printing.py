"""All papers of a flow: from the rows to the records the papers are made from, and the files."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts.addresses import whole_address
from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.documents.typesetting import Paper, safe_file_name, typeset, typeset_pack, zip_pack
from tilts.files.actions import remove_file, store_file
from tilts.funding.labels import parameter_label, parameter_value
from tilts.funding.rules import ParameterUse
from tilts.jobs.actions import WorkProblem, tell_progress
from tilts.jobs.models import Work, WorkFile
from tilts.mail.actions import write_mail
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.grant_agreement import grant_agreement
from tilts.mobilities.papers.participant_list import participant_list
from tilts.mobilities.papers.records import (
    FlowRecord,
    GrantLineRecord,
    GrantRecord,
    GrantStatus,
    HostRecord,
    IssueRecord,
    ParameterRecord,
    ParameterStatus,
    PersonRecord,
    Role,
    SchoolRecord,
    StayRecord,
)
from tilts.mobilities.presenting import FlowSheet, SheetRow, flow_sheet
from tilts.mobilities.queries import flows
from tilts.people.models import Person

PERMISSION = "mobilities.print"


@dataclass(frozen=True)
class NamedPaper:
    """A paper with the name of its file."""

    file_name: str
    paper: Paper


def papers_of(flow: Flow, school: School, language: str) -> list[NamedPaper]:
    """Every paper that can be printed for a flow, in one language: list, agreements, certificates.

    Whose grant has no sum gets no agreement; the flow's page says why.
    """
    with override(language):
        sheet = flow_sheet(flow, school)
        return [
            *_list(flow, school, sheet, language),
            *_agreements(flow, school, sheet, language),
            *_certificates(flow, school, sheet, language),
        ]


def make_papers(work: Work) -> None:
    """The work behind “print all”: every paper as a file, one PDF of all, one zip of all.

    The rows appear together at the end; a kill before that leaves none, and the work begins anew.
    """
    school, language = current_school(), work.options["language"]
    flow = flows().filter(pk=work.subject_id).first()
    if flow is None:
        raise WorkProblem(_("This flow is no longer there."))
    papers = papers_of(flow, school, language)
    total = len(papers) + 1
    made: list[tuple[str, bytes]] = []
    for number, named in enumerate(papers, start=1):
        made.append((f"{named.file_name}.pdf", typeset(named.paper)))
        if number % 10 == 0:
            tell_progress(work, number, total)
    title = _("Papers: %(flow)s") % {"flow": flow.name}
    pack = typeset_pack([named.paper for named in papers], title, language)
    name = safe_file_name(_("Papers %(flow)s") % {"flow": flow.name})
    with transaction.atomic():
        _keep(work, f"{name}.pdf", "application/pdf", pack, is_pack=True)
        _keep(work, f"{name}.zip", "application/zip", zip_pack(made), is_pack=True)
        for file_name, content in made:
            _keep(work, file_name, "application/pdf", content, is_pack=False)
        _remove_earlier(work)
        _tell(work, flow)
    tell_progress(work, total, total)


def _keep(work: Work, name: str, content_type: str, content: bytes, *, is_pack: bool) -> None:
    file = store_file(content, name=name, content_type=content_type, permission=PERMISSION, by=work.created_by)
    WorkFile.objects.create(work=work, file=file, is_pack=is_pack)


def _tell(work: Work, flow: Flow) -> None:
    """The mail that the papers are ready, in the reader's language, where it was asked for."""
    by = work.created_by
    if work.options.get("tell") != "mail" or by is None:
        return
    with override(by.language or current_school().language):
        write_mail(
            intent=f"papers-ready:{work.pk}",
            to=by.email,
            subject=_("The papers of “%(flow)s” are ready") % {"flow": flow.name},
            body=_("All papers of the flow “%(flow)s” are printed. You find them here:\n%(address)s\n")
            % {"flow": flow.name, "address": whole_address("jobs:work", work.pk)},
        )


def _remove_earlier(work: Work) -> None:
    """Unsigned papers that were printed before are drafts: the new ones take their place."""
    earlier = Work.objects.filter(
        kind=work.kind, subject_id=work.subject_id, options__language=work.options["language"]
    ).exclude(pk=work.pk)
    for old in WorkFile.objects.filter(work__in=earlier.filter(state=Work.State.DONE)).select_related("file"):
        remove_file(old.file)
    earlier.filter(state=Work.State.DONE).delete()


def _list(flow: Flow, school: School, sheet: FlowSheet, language: str) -> Iterator[NamedPaper]:
    people = [_person(row.mobility) for row in sheet.rows]
    issue = _issue(f"{flow.pk}/L", school, language)
    yield NamedPaper(
        safe_file_name(_("List of participants")),
        participant_list(_school(school), _flow(flow), people, issue),
    )


def _agreements(flow: Flow, school: School, sheet: FlowSheet, language: str) -> Iterator[NamedPaper]:
    for row in sheet.rows:
        if row.status == GrantStatus.IMPOSSIBLE or not row.lines or row.mobility.state == Mobility.State.CANCELLED:
            continue
        person = _person(row.mobility)
        yield NamedPaper(
            safe_file_name(_("Grant agreement %(name)s") % {"name": person.listed_name}),
            grant_agreement(
                _school(school),
                _flow(flow),
                person,
                _stay(row),
                _grant(row),
                _issue(f"{flow.pk}/G{row.mobility.pk}", school, language),
            ),
        )


def _certificates(flow: Flow, school: School, sheet: FlowSheet, language: str) -> Iterator[NamedPaper]:
    for row in sheet.rows:
        if row.mobility.role != Mobility.Role.PARTICIPANT or row.mobility.state == Mobility.State.CANCELLED:
            continue
        person = _person(row.mobility)
        yield NamedPaper(
            safe_file_name(_("Certificate of attendance %(name)s") % {"name": person.listed_name}),
            certificate_of_attendance(
                _school(school),
                _flow(flow),
                person,
                _issue(f"{flow.pk}/C{row.mobility.pk}", school, language),
            ),
        )


def _issue(number: str, school: School, language: str) -> IssueRecord:
    return IssueRecord(number, timezone.localdate(), language, is_specimen=school.is_example)


def _school(school: School) -> SchoolRecord:
    return SchoolRecord(
        name=school.name,
        registration_number=school.registration_number,
        address=school.address,
        town=school.town,
        country=school.country,
        director=school.director,
    )


def _flow(flow: Flow) -> FlowRecord:
    host = flow.partner
    return FlowRecord(
        title=flow.name,
        project_title=flow.project.title,
        project_reference=flow.project.reference,
        activity=flow.get_activity_display(),
        host=HostRecord(host.name, host.town, host.country, host.address),
        starts_on=flow.starts_on,
        ends_on=flow.ends_on,
    )


def _stay(row: SheetRow) -> StayRecord:
    span = row.mobility.span
    return StayRecord(span.starts_on, span.ends_on, span.days, row.funded_travel_days)


def _person(mobility: Mobility) -> PersonRecord:
    person = mobility.person
    return PersonRecord(person.given_names, person.family_name, _role(mobility), person.born_on, person.group)


def _role(mobility: Mobility) -> Role:
    if mobility.role == Mobility.Role.ACCOMPANYING:
        return Role.ACCOMPANYING
    return Role.LEARNER if mobility.person.kind == Person.Kind.LEARNER else Role.STAFF


def _grant(row: SheetRow) -> GrantRecord:
    return GrantRecord(
        lines=tuple(
            GrantLineRecord(line.label, line.amount_eur, line.sentence, tuple(map(_parameter, line.parameters)))
            for line in row.lines
        ),
        status=GrantStatus(row.status),
        problems=row.problems,
    )


def _parameter(used: ParameterUse) -> ParameterRecord:
    return ParameterRecord(
        title=parameter_label(used),
        value=parameter_value(used),
        valid_from=_("call %(year)s") % {"year": used.from_call},
        status=ParameterStatus.EXAMPLE if used.is_example else ParameterStatus(used.status),
        source=used.reference.title,
        source_url=used.reference.url,
    )
