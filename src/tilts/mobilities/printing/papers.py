"""Which papers there are: one function for each kind says what it prints."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial, reduce

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts.models import School
from tilts.documents.bilingual import side_by_side
from tilts.documents.frame import number_of_paper
from tilts.mobilities.models import Flow
from tilts.mobilities.papers.accompanying_sheet import accompanying_sheet
from tilts.mobilities.papers.certificate_of_attendance import certificate_of_attendance
from tilts.mobilities.papers.directors_order import directors_order
from tilts.mobilities.papers.grant_agreement import grant_agreement
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.papers.learning_agreement import learning_agreement
from tilts.mobilities.papers.parental_consent import parental_consent
from tilts.mobilities.papers.participant_list import participant_list
from tilts.mobilities.papers.records import (
    FundingRecord,
    GrantStatus,
    OrderRecord,
    Role,
)
from tilts.mobilities.printing.desk import Desk, NamedPaper, Traveller, lay_ready
from tilts.mobilities.printing.gaps import makes_no_sense
from tilts.mobilities.recording import (
    grant_record,
    stay_record,
)

#: Gives papers their numbers: pairs of a paper's name and the number proposed → the numbers, by name.
GiveNumbers = Callable[[Sequence[tuple[str, str]]], dict[str, str]]


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
    of_sense = [kind for kind in Kind if kind in kinds and not makes_no_sense(kind, flow)]
    in_each = []
    numbers: dict[str, str] | None = None
    for each in language.split("+"):
        with override(each):
            day = issued_on or timezone.localdate()
            desk = lay_ready(flow, school, each, order or OrderRecord(), day, shows_accounts=shows_accounts)
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


# One function for each kind: what it prints, in the active language


def _list(desk: Desk) -> Iterator[NamedPaper]:
    if desk.people:
        yield desk.paper(Kind.LIST, _("List of participants"), participant_list, desk.flow, desk.people)


def _order(desk: Desk) -> Iterator[NamedPaper]:
    if desk.participants:
        records = (desk.flow, desk.people, desk.order, _funding(desk.travellers))
        yield desk.paper(Kind.ORDER, _("Director's order"), directors_order, *records)


def _funding(travellers: Sequence[Traveller]) -> FundingRecord | None:
    """What all grants make; None where one has no sum, or nobody has a grant."""
    if any(each.row.problems for each in travellers) or not any(each.has_grant for each in travellers):
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
            stay, grant = stay_record(each.row), grant_record(each.row, desk.shares)
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
