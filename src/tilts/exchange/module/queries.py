"""Reads: a project's template, what comes back from the Beneficiary Module, and what it has otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tilts.exchange.module.countries import countries_by_word, country_names
from tilts.exchange.module.entries import Entry, action_and_call, entries_of, flows_in_the_module
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleFinding, ModuleMatch, ModuleNumber, ModuleReturn, ModuleTemplate
from tilts.exchange.module.rules.filling import fill
from tilts.exchange.module.rules.heads import match_heads
from tilts.exchange.module.rules.records import Filled, Match, Template
from tilts.exchange.module.rules.values import read_day, to_value
from tilts.exchange.module.storing import from_json
from tilts.mobilities.models import Flow
from tilts.people.models import Person
from tilts.projects.models import Project
from tilts.projects.queries import projects


@dataclass(frozen=True)
class Sheet:
    """A project's template with the match of every column, and what it is filled with."""

    template: Template
    matches: tuple[Match, ...]
    entries: tuple[Entry, ...]
    filled: Filled


def projects_of_the_module() -> QuerySet[Project]:
    """The school's projects; the module knows those of Erasmus+."""
    return projects()


def is_of_the_module(project: Project) -> bool:
    """Is the project one whose mobilities are entered in the Beneficiary Module: Erasmus+, key action 1?"""
    return project.action_code.startswith("KA1")


def template_of(project: Project) -> ModuleTemplate | None:
    return ModuleTemplate.objects.filter(project=project).first()


def returns_of(project: Project) -> QuerySet[ModuleReturn]:
    """Files of the module that were compared, the latest first."""
    return ModuleReturn.objects.filter(project=project)


def findings_of(project: Project) -> QuerySet[ModuleFinding]:
    """What the module has otherwise, open and to be typed."""
    return ModuleFinding.objects.filter(project=project).select_related("mobility__person", "mobility__flow", "flow")


def projects_with_findings() -> list[tuple[Project, int, int]]:
    """Projects of which the module has something otherwise, with how much is open and how much is to be typed there."""
    counted = (
        ModuleFinding.objects.order_by()
        .values_list("project")
        .annotate(open=Count("pk", filter=Q(is_to_type=False)), to_type=Count("pk", filter=Q(is_to_type=True)))
    )
    counts = {project: (there, to_type) for project, there, to_type in counted}
    return [(project, *counts[project.pk]) for project in projects().filter(pk__in=counts)]


def counts_of_findings(project: Project) -> dict[str, int]:
    """How many are open, and how many are to be typed in the module."""
    found = ModuleFinding.objects.filter(project=project).aggregate(
        open=Count("pk", filter=Q(is_to_type=False)), to_type=Count("pk", filter=Q(is_to_type=True))
    )
    return {"open": found["open"], "to_type": found["to_type"]}


def matches_for(project: Project, template: Template) -> tuple[Match, ...]:
    """A match for each column: as kept for this action and call year, as known, or a suggestion."""
    return match_heads(template.columns, dictionary(), *kept_matches(project))


def kept_matches(project: Project) -> tuple[dict[str, Match], dict[str, Match]]:
    """By folded head: what was chosen for this action and call year, and for others, the latest call first."""
    action, call_year = action_and_call(project)
    kept: dict[str, Match] = {}
    earlier: dict[str, Match] = {}
    for each in ModuleMatch.objects.order_by("-call_year", "pk"):
        match = Match(each.field, each.text)
        if (each.action, each.call_year) == (action, call_year):
            kept[each.head_key] = match
        elif each.text == "":
            earlier.setdefault(each.head_key, match)
    return kept, earlier


def sheet_of(project: Project) -> Sheet | None:
    """The project's template as it would be filled now; None without a template."""
    stored = template_of(project)
    if stored is None:
        return None
    template = from_json(stored.content, stored.date_style)
    matches, entries = matches_for(project, template), entries_of(project)
    filled = fill(template, matches, [entry.facts for entry in entries], dictionary(), country_names)
    return Sheet(template, matches, tuple(entries), filled)


#: What the record of a person holds of a row: field of the module → name there.
OF_A_PERSON = {
    **{name: name for name in ("family_name", "given_names", "email", "gender", "nationality")},
    "birth_date": "born_on",
}


def take_unsure_for_empty(matches: Iterable[Match]) -> tuple[Match, ...]:
    """A suggestion fills a file that somebody looks at; it is not enough to say that the module has it otherwise."""
    return tuple(match if match.how in {"kept", "known"} else Match() for match in matches)


def flow_for(finding: ModuleFinding) -> Flow | None:
    """The only flow of the project that a row Tilts does not know can belong to, by its days and country."""
    return flow_among(flows_in_the_module(finding.project), finding.person)


def flow_among(flows: Iterable[Flow], person: Mapping[str, str]) -> Flow | None:
    """The only one of these; None where there is none or more than one."""
    first, last = (read_day(person.get(name, "")) for name in ("start_date", "end_date"))
    if first is None or last is None or last < first:
        return None
    country = to_value(person.get("receiving_country", ""), "country", dictionary(), countries_by_word()) or ""
    fits = [
        flow
        for flow in flows
        if flow.starts_on <= last
        and first <= flow.ends_on
        and (flow.is_incoming or country in {"", flow.partner.country})
    ]
    exact = [flow for flow in fits if (flow.starts_on, flow.ends_on) == (first, last)]
    likely = exact or fits
    return likely[0] if len(likely) == 1 else None


def export_of_the_module(person: Person) -> list[dict[str, str]]:
    """What is kept of a person's rows in the module: numbers, and what differs; for whoever asks for all of it."""
    numbers = ModuleNumber.objects.filter(mobility__person=person)
    findings = ModuleFinding.objects.filter(mobility__person=person)
    return [
        *({"number": each.number} for each in numbers),
        *({"field": each.field, "here": each.ours, "in_the_module": each.theirs} for each in findings),
    ]
