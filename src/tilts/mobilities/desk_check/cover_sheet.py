"""The cover sheet of one stay's papers: who, what, sums with their reasons, what is there and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.core.money import format_eur
from tilts.documents.typesetting import Paper
from tilts.documents.wording import short_day, span_of_days
from tilts.mobilities.papers.common import place_of, project_lines, school_frame
from tilts.mobilities.papers.records import FlowRecord, GrantRecord, IssueRecord, SchoolRecord


@dataclass(frozen=True)
class ListedPaper:
    """A paper of the list: where it belongs, what it is, where it lies."""

    category: str
    title: str
    state: str  # in words
    files: tuple[str, ...] = ()  # each with the beginning of its SHA-256
    basis: str = ""  # who asks for it, and how sure that is


@dataclass(frozen=True)
class CheckRecord:
    """The desk check, and this stay in it."""

    title: str
    made_on: date
    drawn: str  # how the sample was drawn, in words
    stay_number: str  # "3/17"
    name: str
    role: str
    state: str  # of the stay: planned, took place
    starts_on: date
    ends_on: date


def cover_sheet(
    school: SchoolRecord,
    flow: FlowRecord,
    check: CheckRecord,
    grant: GrantRecord,
    papers: Iterable[ListedPaper],
    missing: Iterable[str],
    issue: IssueRecord,
) -> Paper:
    """One stay's cover sheet. Days of the stay are those attended, once they are known."""
    papers, missing = list(papers), list(missing)
    with override(issue.language):
        data = school_frame(school, issue, _("Desk check: cover sheet")) | {
            "facts": [
                (pgettext("person", "Name"), f"{check.name} ({check.role})"),
                (_("Number of the stay"), check.stay_number),
                (_("Project"), project_lines(flow)),
                (_("Activity"), flow.activity),
                (_("Hosting organisation"), [flow.host.name, place_of(flow.host, issue.language)]),
                (
                    _("Days of activity"),
                    f"{span_of_days(check.starts_on, check.ends_on, issue.language)} ({check.state})",
                ),
                (_("Desk check"), [f"{check.title}, {short_day(check.made_on, issue.language)}", check.drawn]),
            ],
            "missing_title": _("What is missing"),
            "missing": missing or [],
            "nothing_missing": _("Nothing: every paper that is asked for is there."),
            "sums_title": _("Sums and their reasons"),
            "sums_heads": [_("Category"), _("Amount"), _("Why")],
            "sums": [[line.label, format_eur(line.amount, issue.language), line.sentence] for line in grant.lines],
            "total": [_("Together"), format_eur(grant.total, issue.language), "; ".join(grant.problems)],
            "sources_title": _("Figures and their sources"),
            "sources": [_source(used) for used in _once(grant)],
            "papers_title": _("Papers by cost category"),
            "papers_heads": [_("Category"), _("Paper"), _("File"), _("State")],
            "papers": [[paper.category, paper.title, "\n".join(paper.files) or "–", paper.state] for paper in papers],
            "basis_title": _("Who asks for these papers"),
            "basis": list(dict.fromkeys(paper.basis for paper in papers if paper.basis)),
        }
        title = _("Cover sheet: %(name)s") % {"name": check.name}
    return Paper("mobilities/desk_check/cover_sheet.typ", title, issue.language, data, issue.issued_on)


def _once(grant: GrantRecord) -> list[tuple[str, ...]]:
    found = [
        (used.title, used.value, used.valid_from, used.status.value, used.source)
        for line in grant.lines
        for used in line.parameters
    ]
    return list(dict.fromkeys(found))


def _source(used: tuple[str, ...]) -> str:
    title, value, valid_from, status, source = used
    words = {
        "confirmed": _("confirmed"),
        "derived": _("derived"),
        "recalled": _("recalled, not confirmed"),
        "example": _("example"),
        "missing": _("missing"),
    }
    return f"{title}: {value} ({valid_from}, {words[status]}). {source}"
