"""Reads: the stays a sample is drawn from, the papers of each and what is missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Case, Count, QuerySet, Value, When
from django.utils.translation import gettext as _

from tilts.accounts.models import School
from tilts.files.models import StoredFile
from tilts.jobs.models import Work, WorkFile
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.desk_check.loading import requirements
from tilts.mobilities.desk_check.models import OTHER, AuditorView, DeskCheck, SupportingPaper
from tilts.mobilities.desk_check.rules import WHOLE_STAY, Asked, Candidate, State, Stay, asked_for, state_of
from tilts.mobilities.desk_check.sentences import STATES, TONES, kind_label, part_label
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.presenting import SheetLine, SheetRow, flow_sheet
from tilts.projects.models import Project

#: The work that makes the zips.
PACKS = "mobilities.desk_check"

#: Numbers that stays go by elsewhere, such as in the Beneficiary Module: by the stay's own, for one project.
Numbers = Callable[[Project], dict[int, str]]
_numbers: list[Numbers] = []


def register_numbers(numbers: Numbers) -> None:
    """Let the agency's list name stays by these numbers too."""
    if numbers not in _numbers:
        _numbers.append(numbers)


@dataclass(frozen=True)
class PaperSlot:
    """A paper that is asked for, what of it is there."""

    asked: Asked
    label: str
    uploaded: tuple[SupportingPaper, ...]
    printed: StoredFile | None

    @property
    def state(self) -> State:
        return state_of(self.uploaded, [self.printed] if self.printed else [])

    @property
    def is_missing(self) -> bool:
        return self.state != State.THERE

    @property
    def state_label(self) -> str:
        return str(STATES[self.state])

    @property
    def tone(self) -> str:
        return TONES[self.state]


@dataclass(frozen=True)
class Part:
    """One cost category of a stay, or the stay as a whole: its sums and its papers."""

    category: str
    label: str
    lines: tuple[SheetLine, ...]
    slots: tuple[PaperSlot, ...]
    others: tuple[SupportingPaper, ...]  # uploaded though not asked for

    @property
    def amount_eur(self) -> Decimal | None:
        """None where no sum of the stay belongs to it."""
        return sum((line.amount_eur for line in self.lines), Decimal(0)) if self.lines else None

    @property
    def is_sensitive(self) -> bool:
        """Its papers tell of health or hardship: they stay at the school."""
        return self.category in sensitive_categories()

    @property
    def uploaded(self) -> list[SupportingPaper]:
        """Every uploaded paper, those asked for first."""
        return [paper for slot in self.slots for paper in slot.uploaded] + list(self.others)


@dataclass(frozen=True)
class StaySheet:
    """One stay with its grant and its papers by category."""

    mobility: Mobility
    row: SheetRow
    parts: tuple[Part, ...]

    @property
    def slots(self) -> list[PaperSlot]:
        return [slot for part in self.parts for slot in part.slots]

    @property
    def missing(self) -> list[PaperSlot]:
        return [slot for slot in self.slots if slot.is_missing]

    @property
    def there(self) -> int:
        """How many of the papers asked for are there."""
        return len(self.slots) - len(self.missing)


def sensitive_categories() -> frozenset[str]:
    """Categories whose papers stay at the school."""
    return frozenset(each.category for each in requirements() if each.is_sensitive)


def stays_of(project: Project) -> QuerySet[Mobility]:
    """What a sample is drawn from: the project's stays that are not cancelled, by name."""
    found = Mobility.objects.filter(flow__project=project).exclude(state=Mobility.State.CANCELLED)
    return found.select_related("person", "flow__partner").order_by("person__sort_key", "pk")


def candidates(project: Project) -> list[Candidate]:
    """The same with the names and numbers that a list may call them by."""
    numbers: dict[int, set[str]] = {}
    for each in _numbers:
        for number, called in each(project).items():
            numbers.setdefault(number, set()).add(called)
    return [
        Candidate(
            stay.pk,
            f"{stay.person.family_name} {stay.person.given_names}",
            frozenset({f"{stay.flow_id}/{stay.pk}", *numbers.get(stay.pk, ())}),
        )
        for stay in stays_of(project)
    ]


def checks_of(project: Project) -> QuerySet[DeskCheck]:
    """The desk checks of a project, the newest first, with how many stays each has."""
    return DeskCheck.objects.filter(project=project).annotate(stay_count=Count("stays"))


def stays_in(check: DeskCheck) -> QuerySet[Mobility]:
    """The stays of a sample, in the order it was drawn."""
    found = Mobility.objects.filter(pk__in=check.stays.values("mobility")).select_related(
        "person", "flow__partner", "flow__project"
    )
    order = list(check.stays.order_by("pk").values_list("mobility", flat=True))
    return (
        found.order_by(Case(*(When(pk=number, then=Value(place)) for place, number in enumerate(order))))
        if order
        else found
    )


def sheets_for(mobilities: Sequence[Mobility], school: School) -> list[StaySheet]:
    """The papers of these stays, in their order. The queries grow with the flows, not with the people."""
    rows = _rows({each.flow_id: each.flow for each in mobilities}.values(), school)
    uploaded: dict[int, list[SupportingPaper]] = {each.pk: [] for each in mobilities}
    for paper in SupportingPaper.objects.filter(mobility__in=uploaded).select_related("file"):
        uploaded[paper.mobility_id].append(paper)
    printed = _printed({each.flow_id for each in mobilities})
    return [_sheet(rows[each.pk], each.flow, uploaded[each.pk], printed) for each in mobilities]


def views_of(check: DeskCheck, limit: int = 50) -> list[tuple[AuditorView, str]]:
    """Who looked at what by which link, the newest first: each with a paper in words."""
    views = AuditorView.objects.filter(link__check_of=check).select_related("link")[:limit]
    return [(view, kind_label(view.kind) if view.kind else "") for view in views]


def file_of(mobility: Mobility, key: str, school: School) -> tuple[StoredFile, str] | None:
    """The file that a key of the auditor's page names ("u12", "p7") with its kind, if it may be shown there."""
    (sheet,) = sheets_for([mobility], school)
    return next(((file, kind) for name, file, kind in shown_files(sheet) if name == key), None)


def shown_files(sheet: StaySheet) -> list[tuple[str, StoredFile, str]]:
    """Every file of a stay that an auditor may open: its key, the file, its kind."""
    found = []
    for part in sheet.parts:
        if part.is_sensitive:
            continue
        found += [(f"u{paper.pk}", paper.file, paper.kind) for paper in part.uploaded]
        found += [
            (f"p{slot.printed.pk}", slot.printed, slot.asked.requirement.kind)
            for slot in part.slots
            if slot.printed and shows_print(slot)
        ]
    return found


def shows_print(slot: PaperSlot) -> bool:
    """A print is shown where the signed paper is not there, and never with whole account numbers."""
    return slot.printed is not None and slot.is_missing and slot.printed.permission == "mobilities.print"


def packs_of(check: DeskCheck) -> QuerySet[Work]:
    """The zips that were made of a check, the newest first."""
    return Work.objects.filter(kind=PACKS, subject_id=check.pk)


def _rows(flows: Iterable[Flow], school: School) -> dict[int, SheetRow]:
    return {row.mobility.pk: row for flow in flows for row in flow_sheet(flow, school).rows}


def _printed(flows: Iterable[int]) -> dict[str, StoredFile]:
    """The latest print of each paper, by its number within its flow ("G17"), which names a stay once and for all."""
    files = WorkFile.objects.filter(
        work__kind=PAPERS, work__subject_id__in=flows, work__state=Work.State.DONE, is_pack=False
    )
    found: dict[str, StoredFile] = {}
    for item in files.select_related("file").order_by("-work__created_at", "-pk"):
        found.setdefault(item.key.partition("-")[0], item.file)
    return found


def _sheet(row: SheetRow, flow: Flow, uploaded: list[SupportingPaper], printed: dict[str, StoredFile]) -> StaySheet:
    mobility = row.mobility
    mobility.flow = flow
    categories = {line.category for line in row.lines if line.amount_eur}
    if mobility.role == Mobility.Role.PARTICIPANT and flow.is_funded_here:
        categories.add("organisational_support")  # paid to the school for each participant
    parts_of_reference = flow.project.reference_parts
    stay = Stay(
        frozenset(categories),
        mobility.role,
        parts_of_reference.call_year if parts_of_reference else flow.project.starts_on.year,
        flow.green,
    )
    asked = asked_for(stay, requirements())
    order = list(dict.fromkeys([WHOLE_STAY, *(line.category for line in row.lines), *sorted(categories)]))
    order += sorted({paper.category for paper in uploaded} - set(order))
    parts = tuple(_part(category, row, asked, uploaded, printed) for category in order)
    return StaySheet(mobility, row, tuple(part for part in parts if part.lines or part.slots or part.others))


def _part(
    category: str,
    row: SheetRow,
    asked: Sequence[Asked],
    uploaded: Sequence[SupportingPaper],
    printed: dict[str, StoredFile],
) -> Part:
    slots = tuple(
        PaperSlot(
            each,
            kind_label(each.requirement.kind),
            tuple(paper for paper in uploaded if paper.kind == each.requirement.kind),
            printed.get(f"{each.requirement.printed_as}{row.mobility.pk}") if each.requirement.printed_as else None,
        )
        for each in asked
        if each.requirement.category == category
    )
    kinds_asked = {each.requirement.kind for each in asked}
    others = tuple(
        paper
        for paper in uploaded
        if paper.category == category and (paper.kind == OTHER or paper.kind not in kinds_asked)
    )
    lines = tuple(line for line in row.lines if line.category == category)
    if category in sensitive_categories():
        kept = _("Reasons and papers are kept at the school.")
        lines = tuple(replace(line, sentence=kept, parameters=()) for line in lines)
    return Part(category, part_label(category), lines, slots, others)
