"""Reads: what Tilts knows of the mobilities of a project, as the Beneficiary Module asks for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from django.db.models import Count, Q, QuerySet

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.core.places import country_codes, country_name
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleFinding, ModuleMatch, ModuleNumber, ModuleReturn, ModuleTemplate
from tilts.exchange.module.rules.comparing import Ours
from tilts.exchange.module.rules.filling import fill
from tilts.exchange.module.rules.heads import match_heads, word_key
from tilts.exchange.module.rules.records import Facts, Filled, Match, Template, Value
from tilts.exchange.module.rules.values import EU_CODES, read_day, to_value
from tilts.exchange.module.storing import from_json
from tilts.funding.loading import tables_for
from tilts.funding.rules import Grant
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.queries import MobilityGrant, distance_of, grants_of
from tilts.partners.models import DirectoryEntry, PartnerNumber
from tilts.partners.queries import programmes_of
from tilts.people.models import Need, Person
from tilts.projects.models import Project
from tilts.projects.queries import projects


@dataclass(frozen=True)
class Entry:
    """One row of the file: a person's mobility, or a whole group where `mobility` is None."""

    flow: Flow
    mobility: Mobility | None
    number: str  # in the module; our own proposal where it has none yet
    facts: Facts

    @property
    def key(self) -> tuple[int | None, int | None]:
        """The mobility, or for a whole group the flow, by which it is kept."""
        return (self.mobility.pk, None) if self.mobility is not None else (None, self.flow.pk)


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


def action_and_call(project: Project) -> tuple[str, int]:
    """What a matching is kept for; the year the project begins in where its reference tells no call."""
    parts = project.reference_parts
    return project.action_code, parts.call_year if parts is not None else project.starts_on.year


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


def flows_in_the_module(project: Project) -> list[Flow]:
    """Flows that the project pays for: neither virtual ones nor those whose people are paid by who sends them."""
    return [flow for flow in _flows(project) if flow.is_funded_here]


def flows_left_out(project: Project) -> list[Flow]:
    """The others, for the page to say so."""
    return [flow for flow in _flows(project) if not flow.is_funded_here]


def _flows(project: Project) -> QuerySet[Flow]:
    return Flow.objects.filter(project=project).select_related("project", "partner").order_by("starts_on", "pk")


def entries_of(project: Project) -> list[Entry]:
    """Every row that the module should have, flow by flow; stays that are cancelled are left out."""
    school = current_school()
    flows = flows_in_the_module(project)
    oids = _oids(flow.partner_id for flow in flows)
    numbers, group_numbers = _numbers(project)
    fewer, fields = _with_fewer_opportunities(project), _fields_of_education()
    own_oid = _own_oid(school)
    action, call_year = action_and_call(project)
    entries: list[Entry] = []
    for flow in flows:
        common = _of_flow(flow, school, oids.get(flow.partner_id, ""), own_oid)
        found = [each for each in grants_of(flow, school).grants if each.mobility.state != Mobility.State.CANCELLED]
        if dictionary().is_group(action, flow.activity, call_year):
            number = group_numbers.get(flow.pk, f"G{flow.pk}")
            values = {**common, **_of_group(flow, found), "mobility_id": number}
            entries.append(Entry(flow, None, number, Facts(flow.name, values)))
            continue
        for each in found:
            each.mobility.flow = flow  # at hand: no query for each person
            number = numbers.get(each.mobility.pk, f"T{each.mobility.pk}")
            values = {
                **common,
                **_of_person(each.mobility, each.mobility.person_id in fewer, fields),
                **_of_grant(each.grant),
                "mobility_id": number,
            }
            entries.append(Entry(flow, each.mobility, number, Facts(str(each.mobility.person), values)))
    return entries


def _of_flow(flow: Flow, school: School, oid: str, own_oid: str) -> dict[str, Value]:
    """What is the same for all of a flow. A school or company has its OID or its full address; blank is not unknown."""
    project, partner = flow.project, flow.partner
    code = _activity_code(flow)
    partner_side, school_side = ("sending", "receiving") if flow.is_incoming else ("receiving", "sending")
    values: dict[str, Value] = {
        "blended": flow.mode == Flow.Mode.BLENDED,
        "long_term": flow.activity.startswith("long_term"),
        "green_travel": flow.green,
        "travel_days": flow.travel_days,
        "distance_band": distance_of(flow, school),
        f"{partner_side}_oid": oid,
        f"{partner_side}_name": partner.name,
        f"{partner_side}_country": partner.country,
        f"{partner_side}_city": partner.town,
        f"{school_side}_name": school.name,
        f"{school_side}_country": school.country,
        f"{school_side}_city": school.town,
        # Of a group all are learners; of a person the rest is told further below.
        "group_participants": "",
        "group_accompanying": "",
        "course_fees": "",
        "linguistic_support": "",
        "inclusion_support": "",
        "exceptional_costs": "",
    }
    if flow.mode == Flow.Mode.BLENDED:
        if flow.contact_hours is not None:
            values["virtual_duration"] = flow.contact_hours
    else:
        values["virtual_duration"] = ""
    if partner.address or oid:
        values[f"{partner_side}_address"] = partner.address
    if school.address:
        values[f"{school_side}_address"] = school.address
    if own_oid:
        values[f"{school_side}_oid"] = own_oid
    if project.reference:
        values["agreement_number"] = project.reference
    if code:
        values["activity_type"] = code
    return values


def _of_person(mobility: Mobility, has_fewer_opportunities: bool, fields: Mapping[str, str]) -> dict[str, Value]:
    person, stay = mobility.person, mobility.attended or mobility.span
    accompanies = mobility.role == Mobility.Role.ACCOMPANYING
    known: dict[str, Value] = {
        "family_name": person.family_name,
        "given_names": person.given_names,
        "birth_date": person.born_on,
        "email": person.email,
        "gender": person.gender,
        "nationality": person.nationality,
        "isced_f_code": fields.get(search_key(person.programme), "") if person.programme else "",
    }
    return {
        **{name: value for name, value in known.items() if value},
        "fewer_opportunities": has_fewer_opportunities,
        "accompanying_person": accompanies,
        "participant_flag": not accompanies,
        "start_date": stay.starts_on,
        "end_date": stay.ends_on,
        "duration_days": stay.days,
        "funded_days": stay.days + mobility.flow.travel_days,
    }


def _of_group(flow: Flow, found: Iterable[MobilityGrant]) -> dict[str, Value]:
    """The counts and sums of a group; names of nobody."""
    found = list(found)
    accompanying = sum(each.mobility.role == Mobility.Role.ACCOMPANYING for each in found)
    values: dict[str, Value] = {
        **dict.fromkeys(("family_name", "given_names", "birth_date", "email", "gender", "nationality"), ""),
        **dict.fromkeys(("fewer_opportunities", "accompanying_person", "participant_flag", "isced_f_code"), ""),
        "group_participants": len(found) - accompanying,
        "group_accompanying": accompanying,
        "start_date": flow.starts_on,
        "end_date": flow.ends_on,
        "duration_days": flow.span.days,
        "funded_days": flow.span.days + flow.travel_days,
    }
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in found:
        amounts = _of_grant(each.grant)
        if "total_grant" not in amounts:
            return values
        for name, amount in amounts.items():
            if isinstance(amount, Decimal):
                sums[name] += amount
    return {**values, **sums, "zero_grant": not any(sums.values())}


#: Field of the module → category of a grant.
_CATEGORIES = {
    "individual_support": "individual_support",
    "travel_support": "travel",
    "exceptional_costs": "exceptional_costs",
    "course_fees": "course_fees",
    "linguistic_support": "linguistic_support",
    "inclusion_support": "inclusion_support_participants",
}


def _of_grant(grant: Grant) -> dict[str, Value]:
    """Amounts by category; none at all while the grant has no sum."""
    total = grant.total_eur
    if total is None:
        return {}
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in grant.lines:
        sums[line.category] += line.amount_eur
    amounts: dict[str, Value] = {name: sums[category] for name, category in _CATEGORIES.items() if category in sums}
    for name in ("individual_support", "travel_support"):
        amounts.setdefault(name, Decimal(0))
    return {**amounts, "total_grant": total, "zero_grant": total == 0}


def _activity_code(flow: Flow) -> str:
    """The code the module has for the activity in this call; "" where it is not known."""
    action, call_year = action_and_call(flow.project)
    tables = tables_for(call_year)
    known = tables.activities.get((tables.actions.get(action, ""), flow.activity))
    return known.ec_code if known is not None else ""


def _oids(partners: Iterable[int]) -> dict[int, str]:
    found = PartnerNumber.objects.filter(partner__in=set(partners), kind=PartnerNumber.Kind.OID)
    return dict(found.values_list("partner_id", "number"))


def _own_oid(school: School) -> str:
    """As the school's settings have it, or else Erasmus+ open data."""
    if school.oid:
        return school.oid
    found = DirectoryEntry.objects.filter(country=school.country, search_key=search_key(school.name)).first()
    return found.oid if found else ""


def numbers_of_stays(project: Project) -> dict[int, str]:
    """What each stay is called in the module: the module's own number, else the one that Tilts fills in."""
    numbers, _groups = _numbers(project)
    stays = Mobility.objects.filter(flow__project=project).values_list("pk", flat=True)
    return {stay: numbers.get(stay, f"T{stay}") for stay in stays}


def _numbers(project: Project) -> tuple[dict[int, str], dict[int, str]]:
    """The module's numbers by mobility, and by flow."""
    found = list(ModuleNumber.objects.filter(project=project))
    return (
        {each.mobility_id: each.number for each in found if each.mobility_id},
        {each.flow_id: each.number for each in found if each.flow_id},
    )


def _with_fewer_opportunities(project: Project) -> set[int]:
    """Only yes or no leaves here, never why."""
    needs = Need.objects.filter(person__mobilities__flow__project=project).distinct()
    return {need.person_id for need in needs if need.has_fewer_opportunities}


def _fields_of_education() -> dict[str, str]:
    """The field of each of the school's own study programmes, by its folded title in any language."""
    return {
        search_key(title): programme.isced_code
        for programme in programmes_of()
        if programme.isced_code
        for title in programme.titles.values()
    }


@cache
def country_names(code: str) -> tuple[str, ...]:
    """A country in every language of the house."""
    return tuple(country_name(code, language) for language in _LANGUAGES)


@cache
def countries_by_word() -> dict[str, str]:
    """Folded code or name → code, as a file of the module may write a country."""
    found: dict[str, str] = {}
    for code in country_codes():
        for text in (code, EU_CODES.get(code, code), *country_names(code)):
            found.setdefault(word_key(text), code)
    return found


_LANGUAGES = ("en", "lv", "ka", "et", "lt", "pl", "de", "fi", "fr", "es", "it", "ru", "uk")


#: What the record of a person holds of a row: field of the module → name there.
OF_A_PERSON = {
    **{name: name for name in ("family_name", "given_names", "email", "gender", "nationality")},
    "birth_date": "born_on",
}


def take_unsure_for_empty(matches: Iterable[Match]) -> tuple[Match, ...]:
    """A suggestion fills a file that somebody looks at; it is not enough to say that the module has it otherwise."""
    return tuple(match if match.how in {"kept", "known"} else Match() for match in matches)


def ours_of(entries: Iterable[Entry]) -> list[Ours]:
    """What an export is compared with: the number Tilts proposes is known even after the module gave its own."""
    return [Ours(tuple(dict.fromkeys((entry.number, _proposed(entry)))), entry.facts.values) for entry in entries]


def _proposed(entry: Entry) -> str:
    mobility, flow = entry.key
    return f"T{mobility}" if mobility else f"G{flow}"


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
