"""All papers of a flow: which there are, which there can't be, and the work that makes their files."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial, reduce
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from tilts.accounts.addresses import whole_address
from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.documents.bilingual import side_by_side
from tilts.documents.frame import number_of_paper
from tilts.documents.numbering import numbers_for
from tilts.documents.statements import Statement, funding_statement
from tilts.documents.typesetting import Paper, safe_file_name, typeset_many, typeset_pack, zip_pack
from tilts.files.actions import remove_file, store_file
from tilts.files.queries import content_of
from tilts.jobs.actions import WorkProblem, tell_progress
from tilts.jobs.models import Work, WorkFile
from tilts.mail.actions import write_mail
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.accompanying_sheet import accompanying_sheet
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.directors_order import directors_order
from tilts.mobilities.papers.grant_agreement import grant_agreement
from tilts.mobilities.papers.kinds import FOR_THE_WAY, OF_THE_SENDING_SIDE, Kind
from tilts.mobilities.papers.learning_agreement import learning_agreement
from tilts.mobilities.papers.parental_consent import parental_consent
from tilts.mobilities.papers.participant_list import participant_list
from tilts.mobilities.papers.records import (
    FlowRecord,
    FundingRecord,
    GrantStatus,
    IssueRecord,
    OrderRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)
from tilts.mobilities.presenting import SheetRow, flow_sheet
from tilts.mobilities.queries import flows
from tilts.mobilities.recording import (
    flow_record,
    grant_record,
    own_flow_record,
    person_record,
    school_record,
    stay_record,
)
from tilts.projects.models import Project

#: So many papers are made between two words on the progress.
STEP = 10


# Which papers there are


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


#: Gives papers their numbers: pairs of a paper's name and the number proposed → the numbers, by name.
GiveNumbers = Callable[[Sequence[tuple[str, str]]], dict[str, str]]


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


def papers_of(
    flow: Flow,
    school: School,
    language: str,
    *,
    kinds: Collection[Kind] = tuple(Kind),
    order: OrderRecord | None = None,
    issued_on: date | None = None,
    give_numbers: GiveNumbers | None = None,
    shows_accounts: bool = False,
) -> list[NamedPaper]:
    """The papers of these kinds that can be printed for a flow; `left_out` says which can't.

    language: one, or two side by side such as "lv+en", the file's names then in the first. order: number and day of the
    director's order. issued_on: today if not given. give_numbers: called once for all papers; without it they bear
    flow, kind and person, such as "3/G17". shows_accounts: with whole account numbers, which not everybody who
    prints may see; otherwise they are masked.
    """
    of_sense = [kind for kind in Kind if kind in kinds and not _makes_no_sense(kind, flow)]
    in_each = []
    numbers: dict[str, str] | None = None
    for each in language.split("+"):
        with override(each):
            day = issued_on or timezone.localdate()
            desk = _desk(flow, school, each, order or OrderRecord(), day, shows_accounts=shows_accounts)
            papers = [named for kind in of_sense for named in _MAKERS[kind](desk)]
            if give_numbers and numbers is None:
                numbers = give_numbers([(_name(flow, named), f"{flow.pk}/{named.number}") for named in papers])
            in_each.append([_numbered(named, numbers[_name(flow, named)]) if numbers else named for named in papers])
    return [reduce(_beside, same) for same in zip(*in_each, strict=True)]


def _name(flow: Flow, named: NamedPaper) -> str:
    """By which the paper is known to those who number it."""
    return f"flow:{flow.pk}/{named.number}"


def _numbered(named: NamedPaper, number: str) -> NamedPaper:
    """With the number it has got; in the active language."""
    return replace(named, paper=replace(named.paper, data={**named.paper.data, **number_of_paper(number)}))


def _beside(first: NamedPaper, second: NamedPaper) -> NamedPaper:
    return NamedPaper(first.kind, first.number, first.file_name, side_by_side(first.paper, second.paper))


def _desk(
    flow: Flow,
    school: School,
    language: str,
    order: OrderRecord,
    issued_on: date,
    *,
    shows_accounts: bool = False,
) -> Desk:
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
    )


def _traveller(row: SheetRow, common: FlowRecord, *, shows_accounts: bool) -> Traveller:
    own = own_flow_record(common, row.mobility)
    return Traveller(row, person_record(row.mobility, own.departs_on, shows_accounts=shows_accounts), own)


def _statement(project: Project, language: str) -> Statement | None:
    """What the funder wants said, once the project is granted."""
    if project.state in {Project.State.IDEA, Project.State.APPLIED, Project.State.REFUSED}:
        return None
    return funding_statement(project.programme, language)


# One function for each kind: what it prints, in the active language


def _list(desk: Desk) -> Iterator[NamedPaper]:
    if desk.people:
        yield desk.paper(Kind.LIST, _("List of participants"), participant_list, desk.flow, desk.people)


def _order(desk: Desk) -> Iterator[NamedPaper]:
    if desk.participants:
        records = (desk.flow, desk.people, desk.order, _funding(desk.travellers))
        yield desk.paper(Kind.ORDER, _("Director's order"), directors_order, *records)


def _funding(travellers: Sequence[Traveller]) -> FundingRecord | None:
    """What all grants make; None where one has no sum."""
    if not all(each.has_grant for each in travellers):
        return None
    total = sum((each.row.total_eur or Decimal(0) for each in travellers), Decimal(0))
    return FundingRecord(total, is_provisional=any(each.row.status == GrantStatus.PROVISIONAL for each in travellers))


def _learning_agreements(desk: Desk) -> Iterator[NamedPaper]:
    for each in desk.participants:
        title = _("Learning agreement %(name)s") % {"name": each.person.listed_name}
        yield desk.paper(Kind.LEARNING, title, learning_agreement, each.flow, each.person, of=each)


def _grant_agreements(desk: Desk) -> Iterator[NamedPaper]:
    for each in desk.travellers:
        if each.has_grant:
            title = _("Grant agreement %(name)s") % {"name": each.person.listed_name}
            stay, grant = stay_record(each.row), grant_record(each.row)
            yield desk.paper(Kind.GRANT, title, grant_agreement, each.flow, each.person, stay, grant, of=each)


def _consents(desk: Desk) -> Iterator[NamedPaper]:
    for each in desk.participants:
        if each.is_minor:
            title = _("Consent of a parent %(name)s") % {"name": each.person.listed_name}
            yield desk.paper(Kind.CONSENT, title, parental_consent, each.flow, each.person, desk.accompanying, of=each)


def _sheets(desk: Desk) -> Iterator[NamedPaper]:
    for each in desk.travellers:
        if each.person.role == Role.ACCOMPANYING and desk.participants:
            title = _("Accompanying person's sheet %(name)s") % {"name": each.person.listed_name}
            yield desk.paper(Kind.SHEET, title, accompanying_sheet, desk.flow, each.person, desk.people, of=each)


def _certificates(desk: Desk) -> Iterator[NamedPaper]:
    for each in desk.participants:
        title = _("Certificate of attendance %(name)s") % {"name": each.person.listed_name}
        span = each.row.mobility.attended
        make = partial(certificate_of_attendance, attended=(span.starts_on, span.ends_on) if span else None)
        yield desk.paper(Kind.CERTIFICATE, title, make, each.flow, each.person, of=each)


_MAKERS: dict[Kind, Callable[[Desk], Iterator[NamedPaper]]] = {
    Kind.LIST: _list,
    Kind.ORDER: _order,
    Kind.LEARNING: _learning_agreements,
    Kind.GRANT: _grant_agreements,
    Kind.CONSENT: _consents,
    Kind.SHEET: _sheets,
    Kind.CERTIFICATE: _certificates,
}


# Which papers there can't be


def left_out(flow: Flow, school: School, kinds: Collection[Kind] = tuple(Kind)) -> list[str]:
    """Which of the papers are not printed, or have gaps, and why: sentences in the active language, without names."""
    desk = _desk(flow, school, get_language() or "en", OrderRecord(), timezone.localdate())
    if not desk.people:
        return [_("Nobody is in this flow.")]
    sentences = []
    for kind in Kind:
        if kind in kinds:
            reasons = [reason] if (reason := _makes_no_sense(kind, flow)) else _gaps(kind, flow, desk)
            sentences += [f"{kind.label}: {reason}" for reason in reasons]
    return sentences


def _makes_no_sense(kind: Kind, flow: Flow) -> str:
    """Why there is no such paper for any flow of this sort; empty where there is."""
    if flow.is_incoming and kind in OF_THE_SENDING_SIDE:
        return _("not printed, because the organisation that sends the group makes them.")
    if flow.mode == Flow.Mode.VIRTUAL and kind in FOR_THE_WAY:
        return _("not printed, because nobody travels to a virtual stay.")
    if kind == Kind.GRANT and not flow.is_funded_here:
        return _("not printed, because the project of your school pays no grants for this stay.")
    return ""


def _gaps(kind: Kind, flow: Flow, desk: Desk) -> list[str]:
    learners = [each for each in desk.participants if each.person.role == Role.LEARNER]
    match kind:
        case Kind.GRANT:
            return _grants_without_sum(desk)
        case Kind.LEARNING:
            return _missing_texts(desk)
        case Kind.CONSENT if learners and not any(each.is_minor for each in learners):
            return [_("none is needed, because nobody is a minor on the day of travel.")]
        case Kind.SHEET if learners and not desk.accompanying:
            return [_("not printed, because nobody accompanies the group yet.")]
        case _:
            return []


def _grants_without_sum(desk: Desk) -> list[str]:
    reasons = Counter(" ".join(each.row.problems) for each in desk.travellers if not each.has_grant)
    return [
        ngettext(
            "not printed for %(count)s person, whose grant has no sum. %(reason)s",
            "not printed for %(count)s people, whose grants have no sum. %(reason)s",
            count,
        )
        % {"count": count, "reason": reason}
        for reason, count in reasons.items()
    ]


def _missing_texts(desk: Desk) -> list[str]:
    names = {
        "learning_outcomes": _("learning outcomes"),
        "programme": _("programme"),
        "insurance": _("insurance"),
    }
    missing = [
        label
        for name, label in names.items()
        if any(not str(getattr(each.flow, name)).strip() for each in desk.participants)
    ]
    if not missing:
        return []
    return [_("printed with lines to write on, because a text is missing: %(texts)s.") % {"texts": ", ".join(missing)}]


# The work


def make_papers(work: Work) -> None:
    """The work behind “print all”: every paper as a file, then one PDF of all and one zip of all.

    Each paper is kept as soon as it is made. After a kill the work goes on with those that are missing; one whose
    content has changed meanwhile is made anew, so that all files say the same.
    """
    school = current_school()
    flow = flows().filter(pk=work.subject_id).first()
    if flow is None:
        raise WorkProblem(_("This flow is no longer there."))
    kinds = [Kind(value) for value in work.options["kinds"].split(",")]
    work.notes = left_out(flow, school, kinds)
    work.save(update_fields=["notes"])
    papers = papers_of(
        flow,
        school,
        work.options["papers_in"],
        kinds=kinds,
        order=order_of(work),
        issued_on=timezone.localdate(work.created_at),
        give_numbers=partial(numbers_for, on=timezone.localdate(work.created_at)),
        shows_accounts=shows_accounts(work),
    )
    if not papers:
        raise WorkProblem("\n".join([_("There is nothing to print."), *work.notes]))
    _make_singles(work, papers)
    _make_packs(work, flow, papers)
    tell_progress(work, len(papers) + 1, len(papers) + 1)


def order_of(work: Work) -> OrderRecord:
    """The number and day that the director's order was printed with."""
    day = work.options.get("order_on", "")
    return OrderRecord(work.options.get("order_number", ""), date.fromisoformat(day) if day else None)


def shows_accounts(work: Work) -> bool:
    """Whether whole account numbers stand in its papers."""
    return bool(work.options.get("accounts") == "whole")


def _make_singles(work: Work, papers: Sequence[NamedPaper]) -> None:
    """Keep what is missing, take away what is no longer right."""
    wanted = {named.key: named for named in papers}
    with transaction.atomic():
        for item in work.files.exclude(key__in=wanted).select_related("file"):
            remove_file(item.file)
    there = set(work.files.values_list("key", flat=True))
    missing = [named for key, named in wanted.items() if key not in there]
    for start in range(0, len(missing), STEP):
        tell_progress(work, len(papers) - len(missing) + start, len(papers) + 1)
        step = missing[start : start + STEP]
        for named, content in zip(step, typeset_many([named.paper for named in step]), strict=True):
            with transaction.atomic():
                _keep(work, named.key, f"{named.file_name}.pdf", "application/pdf", content)


def _make_packs(work: Work, flow: Flow, papers: Sequence[NamedPaper]) -> None:
    """The two packs and all that tells of them, together or not at all."""
    tell_progress(work, len(papers), len(papers) + 1)
    first_language = work.options["papers_in"].partition("+")[0]
    with override(first_language):
        title = _("Papers: %(flow)s") % {"flow": flow.name}
        name = safe_file_name(_("Papers %(flow)s") % {"flow": flow.name})
        folders = {kind: str(kind.label) for kind in Kind}
    pack = typeset_pack([named.paper for named in papers], title, first_language)
    files = {item.key: item.file for item in work.files.select_related("file")}
    zipped = zip_pack(
        (f"{folders[named.kind]}/{named.file_name}.pdf", content_of(files[named.key])) for named in papers
    )
    with transaction.atomic():
        _keep(work, "pdf", f"{name}.pdf", "application/pdf", pack, is_pack=True)
        _keep(work, "zip", f"{name}.zip", "application/zip", zipped, is_pack=True)
        _remove_earlier(work)
        _tell(work, flow)


def _keep(work: Work, key: str, name: str, content_type: str, content: bytes, *, is_pack: bool = False) -> None:
    """Keep a file of the work, once even if two workers do it at the same time."""
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    if work.files.filter(key=key).exists():
        return
    file = store_file(content, name=name, content_type=content_type, permission=work.permission, by=work.created_by)
    WorkFile.objects.create(work=work, file=file, key=key, is_pack=is_pack)


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
    """Unsigned papers that were printed before are drafts: new ones of the same kinds and language take their place.

    Those that somebody else may open stay.
    """
    kinds = set(work.options["kinds"].split(","))
    earlier = Work.objects.filter(
        kind=work.kind,
        subject_id=work.subject_id,
        permission=work.permission,
        options__papers_in=work.options["papers_in"],
        state__in=[Work.State.DONE, Work.State.FAILED],
    )
    for old in earlier.exclude(pk=work.pk):
        if set(old.options["kinds"].split(",")) <= kinds:
            for item in old.files.select_related("file"):
                remove_file(item.file)
            old.delete()
