"""The rows that the Beneficiary Module should have of a project, with all that Tilts knows of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleNumber
from tilts.exchange.module.rules.comparing import Ours
from tilts.exchange.module.rules.records import Facts, Value
from tilts.funding.loading import tables_for
from tilts.funding.rules import Grant
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.queries import MobilityGrant, distance_of, grants_of
from tilts.partners.models import DirectoryEntry, PartnerNumber
from tilts.partners.queries import programmes_of
from tilts.people.models import Need
from tilts.projects.models import Project


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


def action_and_call(project: Project) -> tuple[str, int]:
    """What a matching is kept for; the year the project begins in where its reference tells no call."""
    parts = project.reference_parts
    return project.action_code, parts.call_year if parts is not None else project.starts_on.year


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


def ours_of(entries: Iterable[Entry]) -> list[Ours]:
    """What an export is compared with: the number Tilts proposes is known even after the module gave its own."""
    return [Ours(tuple(dict.fromkeys((entry.number, _proposed(entry)))), entry.facts.values) for entry in entries]


def _proposed(entry: Entry) -> str:
    mobility, flow = entry.key
    return f"T{mobility}" if mobility else f"G{flow}"
