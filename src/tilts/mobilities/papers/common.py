"""What the papers share."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from tilts.documents.frame import Letterhead, SignatureBlock, frame
from tilts.documents.wording import country_name, long_day, span_of_days
from tilts.mobilities.papers.records import (
    FlowRecord,
    IssueRecord,
    OrganisationRecord,
    PersonRecord,
    Role,
    SchoolRecord,
)


def school_frame(school: SchoolRecord, issue: IssueRecord, heading: str) -> dict[str, Any]:
    return frame(
        Letterhead(school.name, letterhead_lines(school, issue.language), school.mark),
        heading=heading,
        number=issue.number,
        place_and_day=f"{school.town}, {long_day(issue.issued_on, issue.language)}",
        is_specimen=issue.is_specimen,
        funding_statement=issue.funding_statement,
        funding_language=issue.funding_language or issue.language,
        funding_note=_funding_note(issue),
    )


def _funding_note(issue: IssueRecord) -> str:
    if issue.funding_language in {"", issue.language}:
        return ""
    return _("(The funder has no official wording in this language.)")


def letterhead_lines(school: SchoolRecord, language: str) -> tuple[str, ...]:
    site = school.website.removeprefix("https://").removeprefix("http://").rstrip("/")
    ways = " · ".join(filter(None, [school.phone, school.email, site]))
    return tuple(filter(None, [*registration_line(school), postal_address(school, language), ways]))


def registration_line(school: SchoolRecord) -> list[str]:
    """One line, or none where the school has told no number."""
    if not school.registration_number:
        return []
    return [_("Registration number %(number)s") % {"number": school.registration_number}]


def postal_address(school: SchoolRecord, language: str) -> str:
    town = _unless_named(school.town, school.address)
    return ", ".join(filter(None, [school.address, town, school.postcode, country_name(school.country, language)]))


def place_of(organisation: OrganisationRecord, language: str) -> str:
    town = _unless_named(organisation.town, organisation.address)
    return ", ".join(filter(None, [organisation.address, town, country_name(organisation.country, language)]))


def stay_facts(flow: FlowRecord, language: str) -> list[Any]:
    """Project, activity, host and days: what most papers begin with."""
    return [
        (_("Project"), project_lines(flow)),
        (_("Activity"), flow.activity),
        (_("Hosting organisation"), [flow.host.name, place_of(flow.host, language)]),
        *days_facts(flow, language),
    ]


def project_lines(flow: FlowRecord) -> list[str]:
    """Title and number of the project, where it has one."""
    return list(filter(None, [flow.project_title, flow.project_reference]))


def days_facts(flow: FlowRecord, language: str) -> list[Any]:
    """The days of the activity and, where there is travel beside them, the days away."""
    facts: list[Any] = [(_("Days of activity"), span_of_days(flow.starts_on, flow.ends_on, language))]
    if flow.travel_days:
        facts.append((_("Away with travel"), span_of_days(flow.departs_on, flow.returns_on, language)))
    return facts


def way_facts(flow: FlowRecord) -> list[Any]:
    """Journey and insurance, those that are known."""
    texts = [(_("Journey"), flow.journey), (_("Insurance"), flow.insurance)]
    return [(label, lines(text)) for label, text in texts if text.strip()]


def lines(text: str) -> list[str]:
    """The lines of a text that somebody typed, without marks of a list in front.

    >>> lines("- weld pipes\\n\\n• read drawings ")
    ['weld pipes', 'read drawings']
    """
    bare = (line.strip().removeprefix("-").removeprefix("•").removeprefix("*").strip() for line in text.splitlines())
    return [line for line in bare if line]


def to_write(*labels: str | tuple[str, str]) -> list[dict[str, str]]:
    """A row of lines to write on: labels, or (label, what stands there already)."""
    pairs = (each if isinstance(each, tuple) else (each, "") for each in labels)
    return [{"label": label, "value": value} for label, value in pairs]


def names_with_phones(people: Iterable[PersonRecord]) -> list[str]:
    """Each with the telephone number, where it is known."""
    return [", ".join(filter(None, [person.name, person.phone])) for person in people]


def director_block(school: SchoolRecord) -> SignatureBlock:
    return SignatureBlock(_("The school"), school.director, director_role(school))


def director_role(school: SchoolRecord) -> str:
    return school.director_role or _("Director")


def role_word(role: Role) -> str:
    return {
        Role.LEARNER: _("learner"),
        Role.STAFF: _("staff member"),
        Role.ACCOMPANYING: _("accompanying person"),
    }[role]


def _unless_named(town: str, address: str) -> str:
    """The town, or nothing where the address already names it."""
    return "" if town.casefold() in address.casefold() else town
