"""Grants as a person reads them: amounts with their sentences, in the active language."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from tilts.accounts.models import School
from tilts.core.spans import Span
from tilts.documents.codes import qr_svg
from tilts.funding.rules import WAYS, Change, Grant, ParameterUse, Split, Way, compare
from tilts.funding.sentences import (
    beyond_sentences,
    category_label,
    line_sentence,
    problem_sentence,
    split_sentence,
)
from tilts.mobilities.models import COMMON_TEXTS, Flow, Mobility
from tilts.mobilities.queries import MobilityGrant, activity_problems, distance_of, grants_of, sides_of
from tilts.mobilities.rules import plan_problems, side_problems
from tilts.mobilities.sentences import plan_sentence


@dataclass(frozen=True)
class SheetLine:
    """One amount with its reason, who gets what of it, and the figures it rests on."""

    category: str
    label: str
    amount_eur: Decimal
    sentence: str
    parameters: tuple[ParameterUse, ...]
    share: str = ""  # empty: all is paid to the person

    @property
    def is_sensitive(self) -> bool:
        """Tells of somebody's needs: for those who may see them and for the person, never in a list."""
        return self.category == "inclusion_support_participants"


@dataclass(frozen=True)
class SheetRow:
    """One person with the grant; `total_eur` is None where it has no sum."""

    mobility: Mobility
    lines: tuple[SheetLine, ...]
    total_eur: Decimal | None
    status: str  # final, provisional or impossible
    problems: tuple[str, ...]
    funded_travel_days: int
    to_person_eur: Decimal | None = None  # None where it has no sum
    kept: tuple[tuple[Way, Decimal], ...] = ()  # bought by the school, provided by the host; those that are not 0
    is_zero_grant: bool = False


@dataclass(frozen=True)
class FlowSheet:
    """Everybody in a flow with their grants, and what is wrong."""

    rows: tuple[SheetRow, ...]
    total_eur: Decimal
    problems: tuple[str, ...]
    warnings: tuple[str, ...]
    distance_km: Decimal
    is_funded: bool
    school_lines: tuple[SheetLine, ...] = ()  # the school's own money, in no total of this sheet

    @property
    def participants(self) -> int:
        """Planned, without accompanying persons and cancelled stays."""
        return sum(_is_participant(row.mobility) for row in self.rows)

    @property
    def accompanying(self) -> int:
        """Planned accompanying persons, without cancelled stays."""
        return sum(_accompanies(row.mobility) for row in self.rows)

    @property
    def attended(self) -> int:
        """Participants whose stay took place."""
        return sum(_is_participant(row.mobility) and row.mobility.state == Mobility.State.DONE for row in self.rows)

    @property
    def accompanied(self) -> int:
        """Accompanying persons whose stay took place."""
        return sum(_accompanies(row.mobility) and row.mobility.state == Mobility.State.DONE for row in self.rows)

    @property
    def cancelled(self) -> int:
        return sum(row.mobility.state == Mobility.State.CANCELLED for row in self.rows)

    @property
    def attended_span(self) -> Span | None:
        """From the first day that anybody attended to the last; None while nobody's stay took place."""
        spans = [span for row in self.rows if (span := row.mobility.attended)]
        return Span(min(each.starts_on for each in spans), max(each.ends_on for each in spans)) if spans else None

    @property
    def common_status(self) -> str:
        """The status that all sums share, so that it is told once; empty where they differ or there is none."""
        statuses = {row.status for row in self.rows if row.lines}
        return statuses.pop() if len(statuses) == 1 else ""


def flow_sheet(flow: Flow, school: School) -> FlowSheet:
    """The sheet of a flow. Sentences of like grants are made once."""
    found = grants_of(flow, school, with_own=True)
    own = found.own
    worded: dict[int, tuple[SheetLine, ...]] = {}
    rows = tuple(_row(each, worded) for each in found.grants)
    participants = sum(_is_participant(row.mobility) for row in rows)
    project = Span(flow.project.starts_on, flow.project.ends_on)
    plan = plan_problems(flow.span, project, participants, flow.seats)
    sides = side_problems(*sides_of(flow, school)) if flow.is_funded_here else ()
    return FlowSheet(
        rows=rows,
        total_eur=found.total_eur,
        problems=tuple(problem_sentence(problem) for problem in found.problems),
        warnings=(
            *(plan_sentence(problem) for problem in (*plan, *sides)),
            *(problem_sentence(problem) for problem in (*activity_problems(flow), *found.warnings)),
            *(problem_sentence(problem) for problem in (*own.problems, *own.warnings)),
            *dict.fromkeys(sentence for each in found.grants for sentence in beyond_sentences(each.split)),
        ),
        distance_km=distance_of(flow, school),
        is_funded=flow.is_funded_here,
        school_lines=_lines(own),
    )


@dataclass(frozen=True)
class ChangeRow:
    """A category as planned and otherwise."""

    label: str
    before_eur: Decimal | None
    after_eur: Decimal | None
    difference_eur: Decimal | None


@dataclass(frozen=True)
class Comparison:
    """Two grants of one stay side by side."""

    rows: tuple[ChangeRow, ...]
    total: ChangeRow
    problems: tuple[str, ...]
    status: str


def comparison(before: Grant, after: Grant) -> Comparison:
    """What changes, category by category; what inclusion costs is never told here."""
    changes = tuple(each for each in compare(before, after) if each.category != "inclusion_support_participants")
    whole = Change("grant", before.total_eur, after.total_eur)
    return Comparison(
        rows=tuple(
            ChangeRow(category_label(each.category), each.before_eur, each.after_eur, each.difference_eur)
            for each in changes
        ),
        total=ChangeRow("", whole.before_eur, whole.after_eur, whole.difference_eur),
        problems=tuple(problem_sentence(problem) for problem in (*after.problems, *after.warnings)),
        status=after.status,
    )


def common_texts(mobility: Mobility) -> list[tuple[str, str, bool]]:
    """Each text of the stay: its name, what holds for this person, and whether it is the person's own."""
    return [
        (
            str(Mobility._meta.get_field(name).verbose_name).capitalize(),
            mobility.text(name),
            bool(getattr(mobility, name)),
        )
        for name in COMMON_TEXTS
    ]


def qr_code(link: str) -> SafeString:
    """A QR code as a picture inside the page. It holds the link alone, nothing that a person typed."""
    return mark_safe(qr_svg(link).decode())  # noqa: S308 - made here, from an address of our own


def _row(each: MobilityGrant, worded: dict[int, tuple[SheetLine, ...]]) -> SheetRow:
    grant, found = each.grant, each.split
    if id(found) not in worded:
        worded[id(found)] = _lines(grant, found)
    kept = ((way, found.kept(way)) for way in WAYS)
    return SheetRow(
        mobility=each.mobility,
        lines=worded[id(found)],
        total_eur=grant.total_eur,
        status=grant.status,
        problems=tuple(problem_sentence(problem) for problem in grant.problems),
        funded_travel_days=_funded_travel_days(grant),
        to_person_eur=None if grant.total_eur is None else found.to_person_eur,
        kept=tuple((way, amount) for way, amount in kept if amount),
        is_zero_grant=each.is_zero_grant,
    )


def _lines(grant: Grant, found: Split | None = None) -> tuple[SheetLine, ...]:
    shares = {id(each.line): split_sentence(each) for each in found.lines} if found is not None else {}
    return tuple(
        SheetLine(
            line.category,
            category_label(line.category),
            line.amount_eur,
            line_sentence(line),
            line.parameters,
            shares.get(id(line), ""),
        )
        for line in grant.lines
    )


def _funded_travel_days(grant: Grant) -> int:
    """Of the days on the way those that individual support is paid for."""
    lines = (line for line in grant.lines if line.category == "individual_support")
    return next((int(str(line.values["travel_days"])) for line in lines), 0)


def _accompanies(mobility: Mobility) -> bool:
    return mobility.role == Mobility.Role.ACCOMPANYING and mobility.state != Mobility.State.CANCELLED


def _is_participant(mobility: Mobility) -> bool:
    return mobility.role == Mobility.Role.PARTICIPANT and mobility.state != Mobility.State.CANCELLED
