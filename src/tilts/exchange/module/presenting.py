"""A template and what could not be filled, as the page shows them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tilts.core.money import format_eur
from tilts.exchange.module import queries
from tilts.exchange.module.entries import Entry, flows_in_the_module
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleFinding
from tilts.exchange.module.queries import Sheet, flow_among
from tilts.exchange.module.rules.records import Gap
from tilts.exchange.module.rules.values import read_day, read_money
from tilts.exchange.module.sentences import field_name, gap_sentence
from tilts.mobilities.models import Flow, Mobility
from tilts.projects.models import Project

_AMOUNTS = frozenset(name for name, field in dictionary().fields.items() if field.kind == "money") | {"zero_grant"}
_MOST_NAMES = 6


@dataclass(frozen=True)
class ColumnGap:
    """A column that stays empty in every row."""

    head: str
    why: str
    is_needed: bool


@dataclass(frozen=True)
class RowGap:
    """What is missing in one place of Tilts, or for some people alike: where to mend it, columns with their reason."""

    places: tuple[tuple[str, str], ...]  # name and address of each page on which it is mended
    cells: tuple[tuple[str, str, bool], ...]  # head, why, is needed
    names: tuple[str, ...]  # of the first rows; none where the places name them
    more: int  # further rows

    @property
    def is_needed(self) -> bool:
        return any(needed for _head, _why, needed in self.cells)


@dataclass(frozen=True)
class Gaps:
    """All that a file lacks, the needed first."""

    columns: tuple[ColumnGap, ...]
    rows: tuple[RowGap, ...]


def gaps_of(sheet: Sheet) -> Gaps:
    """Row by row and column by column; rows that lack the same in the same place stand together."""
    columns = [
        ColumnGap(gap.column, gap_sentence(gap.code, gap.values), gap.is_needed)
        for gap in sheet.filled.gaps
        if gap.row is None
    ]
    places: dict[tuple[str, str], dict[int, list[tuple[str, str, bool]]]] = defaultdict(lambda: defaultdict(list))
    for gap in sheet.filled.gaps:
        if gap.row is not None:
            where = _where(gap, sheet.entries[gap.row])
            cell = gap.column, gap_sentence(_reason(gap, sheet.entries[gap.row]), gap.values), gap.is_needed
            places[where][gap.row].append(cell)
    rows = _row_gaps(places, sheet.entries)
    return Gaps(
        tuple(sorted(columns, key=lambda gap: not gap.is_needed)),
        tuple(sorted(rows, key=lambda gap: not gap.is_needed)),
    )


def _row_gaps(
    places: Mapping[tuple[str, str], Mapping[int, list[tuple[str, str, bool]]]], entries: Sequence[Entry]
) -> Iterator[RowGap]:
    """One for each place; people who lack the same in their own place stand together."""
    alike: dict[tuple[tuple[str, str, bool], ...], list[tuple[str, str]]] = defaultdict(list)
    for place, found in places.items():
        names = [entries[row].facts.name for row in found]
        cells = tuple(dict.fromkeys(cell for cells in found.values() for cell in cells))
        if names == [place[0]]:
            alike[cells].append(place)
        else:
            yield RowGap((place,), cells, tuple(names[:_MOST_NAMES]), max(0, len(names) - _MOST_NAMES))
    for cells, together in alike.items():
        yield RowGap(tuple(together), cells, (), 0)


def _reason(gap: Gap, entry: Entry) -> str:
    """Why it is missing, as exactly as the row tells."""
    own_side = "receiving" if entry.flow.is_incoming else "sending"
    if gap.code == "missing" and gap.field in _AMOUNTS:
        return "missing_grant"
    return "not_held" if gap.code == "missing" and gap.field == f"{own_side}_oid" else gap.code


def _where(gap: Gap, entry: Entry) -> tuple[str, str]:
    """The page on which the value is mended, with its name."""
    flow, mobility = entry.flow, entry.mobility
    if gap.field in _AMOUNTS:
        return flow.name, flow.get_absolute_url()
    place = dictionary().fields[gap.field].place
    side = "receiving" if flow.is_incoming else "sending"
    match place:
        case "sending" | "receiving" if place == side and gap.field.endswith("_oid"):  # Tilts keeps none of the school
            return _("Columns"), reverse("module:columns", args=[flow.project_id])
        case "person" if mobility is not None:
            return str(mobility.person), reverse("people:change", args=[mobility.person_id])
        case "stay" if mobility is not None:
            return str(mobility.person), reverse("mobilities:mobility_change", args=[flow.pk, mobility.pk])
        case "project":
            return str(flow.project), reverse("projects:change", args=[flow.project_id])
        case "sending" | "receiving" if place == side:
            return _("Settings of the school"), reverse("accounts:school_change")
        case "sending" | "receiving":
            return str(flow.partner), reverse("partners:change", args=[flow.partner_id])
    return flow.name, reverse("mobilities:change", args=[flow.pk])


@dataclass(frozen=True)
class ShownFinding:
    """Something the module has otherwise, in words. take: what a click to take it over would do; "" where none can."""

    finding: ModuleFinding
    who: str
    url: str
    what: str
    ours: str
    theirs: str
    take: str

    @property
    def number(self) -> str:
        return self.finding.number


@dataclass(frozen=True)
class FindingsOfKind:
    """The open ones of a kind, the first of them shown."""

    kind: str
    title: str
    hint: str
    shown: tuple[ShownFinding, ...]
    count: int


@dataclass(frozen=True)
class ShownFindings:
    """The page of findings."""

    kinds: tuple[FindingsOfKind, ...]
    to_type: tuple[ShownFinding, ...]
    to_type_count: int


MOST_SHOWN = 100


def findings_of(project: Project) -> ShownFindings:
    """Open ones by kind, then what is to be typed."""
    found = queries.findings_of(project)
    counts = dict(found.filter(is_to_type=False).order_by().values_list("kind").annotate(Count("pk")))
    flows = flows_in_the_module(project) if ModuleFinding.Kind.ONLY_THERE in counts else []
    kinds = tuple(
        FindingsOfKind(
            kind.value,
            str(kind.label),
            str(HINTS[kind]),
            tuple(shown(each, flows) for each in found.filter(is_to_type=False, kind=kind)[:MOST_SHOWN]),
            counts[kind],
        )
        for kind in ModuleFinding.Kind
        if kind in counts
    )
    to_type = found.filter(is_to_type=True)
    return ShownFindings(kinds, tuple(shown(each, ()) for each in to_type[:MOST_SHOWN]), to_type.count())


HINTS = {
    ModuleFinding.Kind.DIFFERENT: gettext_lazy("Which of the two is right?"),
    ModuleFinding.Kind.AMOUNT: gettext_lazy("Amounts that the module has otherwise than the grants of Tilts."),
    ModuleFinding.Kind.DRAFT: gettext_lazy("They fell back to draft, or were never complete: not counted there."),
    ModuleFinding.Kind.ONLY_THERE: gettext_lazy("Rows of the module that Tilts finds nobody for."),
    ModuleFinding.Kind.ONLY_HERE: gettext_lazy("Stays of Tilts that have no row in the module."),
}


def shown(finding: ModuleFinding, flows: Sequence[Flow]) -> ShownFinding:
    """In words; flows: those a row that Tilts does not know might belong to."""
    mobility, kind = finding.mobility, finding.kind
    if mobility is not None:
        who, url = str(mobility.person), reverse("mobilities:mobility", args=[mobility.flow_id, mobility.pk])
    elif finding.flow is not None:
        who, url = finding.flow.name, finding.flow.get_absolute_url()
    else:
        person = finding.person
        who = " ".join(filter(None, (person.get("given_names"), person.get("family_name")))) or finding.number
        url = ""
    what, ours, theirs = field_name(finding.field), _in_words(finding, finding.ours), _in_words(finding, finding.theirs)
    take = ""
    match kind:
        case ModuleFinding.Kind.DIFFERENT if mobility is not None and finding.field in _TAKEN_HERE:
            take = _("Take theirs")
        case ModuleFinding.Kind.DRAFT:
            what, ours = _("complete it"), _("complete")
            theirs = _("draft")
        case ModuleFinding.Kind.ONLY_THERE:
            what, ours = _("remove it"), ""
            days = (read_day(finding.person.get(name, "")) for name in ("start_date", "end_date"))
            theirs = " – ".join(date_format(day, "SHORT_DATE_FORMAT") for day in days if day)
            if (flow := flow_among(flows, finding.person)) is not None:
                take = _("Take into “%(flow)s”") % {"flow": flow.name}
        case ModuleFinding.Kind.ONLY_HERE:
            what, ours, theirs = _("enter it"), "", ""
            if mobility is not None and mobility.state == Mobility.State.PLANNED:
                take = _("Cancel it here")
    return ShownFinding(finding, who, url, what, ours, theirs, take)


_TAKEN_HERE = frozenset({*queries.OF_A_PERSON, "start_date", "end_date"})


def _in_words(finding: ModuleFinding, text: str) -> str:
    """Days and money as the reader's language writes them; all else as it stands in the file."""
    field = dictionary().fields.get(finding.field)
    if field is None or not text:
        return text
    if field.kind == "date" and (day := read_day(text)) is not None:
        return date_format(day, "SHORT_DATE_FORMAT")
    if field.kind == "money" and (amount := read_money(text)) is not None:
        return format_eur(amount, get_language() or "en")
    return text
