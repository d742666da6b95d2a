"""From rows to the records that papers are made from, in the active language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.accounts.models import School
from tilts.accounts.queries import mark_of_school
from tilts.funding.labels import parameter_label, parameter_source, parameter_value
from tilts.funding.rules import ParameterUse
from tilts.mobilities.instalments import instalments_of
from tilts.mobilities.models import COMMON_TEXTS, Flow, Mobility
from tilts.mobilities.papers.common import director_role
from tilts.mobilities.papers.records import (
    ContactRecord,
    FlowRecord,
    GrantLineRecord,
    GrantRecord,
    GrantStatus,
    OrganisationRecord,
    ParameterRecord,
    ParameterStatus,
    PersonRecord,
    Role,
    SchoolRecord,
    StayRecord,
)
from tilts.mobilities.presenting import SheetRow
from tilts.partners.models import Partner
from tilts.people.models import Guardian, Person
from tilts.people.rules import is_minor


def school_record(school: School, language: str = "") -> SchoolRecord:
    """The school that issues the papers, as it calls itself in this language; without one, in its own."""
    language = language or school.language
    texts = {name: school.text(name, language) for name in ("name", "address", "town", "director")}
    mark = mark_of_school()
    return SchoolRecord(
        **texts,
        registration_number=school.registration_number,
        country=school.country,
        director_role=_office(school, language),
        email=school.email,
        phone=school.phone,
        website=school.website,
        mark=bytes(mark.content) if mark else None,
        safety_instruction=school.safety_instruction.get(language, ""),
    )


def _office(school: School, language: str) -> str:
    """The director's office as the school words it in this language; the own wording is not put on other papers."""
    if language == school.language:
        return school.director_office
    return str(school.in_other_languages.get(language, {}).get("director_office", ""))


def flow_record(flow: Flow, school: SchoolRecord) -> FlowRecord:
    """The flow as it is for all: this school sends, or hosts who comes from abroad."""
    ours = OrganisationRecord(
        school.name, school.town, school.country, school.address, school.director, director_role(school)
    )
    theirs = _partner(flow.partner)
    return FlowRecord(
        title=flow.name,
        project_title=flow.project.title,
        project_reference=flow.project.reference,
        activity=_activity(flow),
        sending=theirs if flow.is_incoming else ours,
        host=ours if flow.is_incoming else theirs,
        starts_on=flow.starts_on,
        ends_on=flow.ends_on,
        travel_days=0 if flow.mode == Flow.Mode.VIRTUAL else flow.travel_days,
        **{name: getattr(flow, name) for name in COMMON_TEXTS},
    )


def own_flow_record(common: FlowRecord, mobility: Mobility) -> FlowRecord:
    """The flow as it is for one person: own days and texts where there are some."""
    span = mobility.span
    texts: dict[str, Any] = {name: mobility.text(name) for name in COMMON_TEXTS}
    return replace(common, starts_on=span.starts_on, ends_on=span.ends_on, **texts)


def person_record(mobility: Mobility, departs_on: date, *, shows_accounts: bool = False) -> PersonRecord:
    """Who travels; with the guardians of who is a minor on the day of travel.

    shows_accounts: with the whole number of the bank account; otherwise only its owner knows it again.
    """
    person = mobility.person
    guardians = list(person.guardians.all()) if is_minor(person.born_on, departs_on) else []
    first = guardians[0] if guardians else Guardian()
    account = next(iter(person.bank_accounts.all()), None)
    return PersonRecord(
        given_names=person.given_names,
        family_name=person.family_name,
        role=_role(mobility),
        born_on=person.born_on,
        group=person.group,
        phone=person.phone,
        guardian=first.name,
        guardian_phone=", ".join(guardian.phone for guardian in guardians if guardian.phone),
        guardian_email=first.email,
        guardian_relation=first.relation,
        other_guardians=tuple(ContactRecord(each.name, each.relation, each.phone) for each in guardians[1:]),
        payee=account.owner if account else "",
        account=(account.in_fours if shows_accounts else account.masked) if account else "",
        emergency=tuple(
            ContactRecord(contact.name, contact.relation, contact.phone) for contact in person.emergency_contacts.all()
        ),
    )


def stay_record(row: SheetRow) -> StayRecord:
    """The planned days of one person, with the travel days that are funded."""
    span = row.mobility.span
    return StayRecord(span.starts_on, span.ends_on, span.days, row.funded_travel_days)


def grant_record(row: SheetRow, shares: Sequence[Decimal] = ()) -> GrantRecord:
    """The grant with all it rests on, and how it is paid: in instalments by these shares in per cent, if any."""
    kept = dict(row.kept)
    return GrantRecord(
        lines=tuple(
            GrantLineRecord(
                line.label, line.amount_eur, line.sentence, tuple(map(_parameter, line.parameters)), line.share
            )
            for line in row.lines
        ),
        status=GrantStatus(row.status),
        problems=row.problems,
        bought=kept.get("bought", Decimal(0)),
        provided=kept.get("provided", Decimal(0)),
        instalments=instalments_of(row.to_person_eur, shares),
    )


def _partner(partner: Partner) -> OrganisationRecord:
    return OrganisationRecord(partner.name, partner.town, partner.country, partner.address)


def _activity(flow: Flow) -> str:
    parts = [str(flow.get_activity_display())]
    if flow.mode != Flow.Mode.PHYSICAL:
        parts.append(str(flow.get_mode_display()))
        if flow.contact_hours:
            hours = ngettext("%(count)s contact hour", "%(count)s contact hours", flow.contact_hours)
            parts.append(hours % {"count": flow.contact_hours})
    return " · ".join(parts)


def _role(mobility: Mobility) -> Role:
    if mobility.role == Mobility.Role.ACCOMPANYING:
        return Role.ACCOMPANYING
    return Role.LEARNER if mobility.person.kind == Person.Kind.LEARNER else Role.STAFF


def _parameter(used: ParameterUse) -> ParameterRecord:
    return ParameterRecord(
        title=parameter_label(used),
        value=parameter_value(used),
        valid_from=_("call %(year)s") % {"year": used.from_call},
        status=ParameterStatus.EXAMPLE if used.is_example else ParameterStatus(used.status),
        source=parameter_source(used),
        source_url=used.reference.url,
    )
