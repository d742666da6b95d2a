"""What the three papers share."""

from typing import Any

from django.utils.translation import gettext as _

from tilts.documents.frame import Letterhead, SignatureBlock, frame
from tilts.documents.wording import country_name, long_day
from tilts.mobilities.papers.records import HostRecord, IssueRecord, Role, SchoolRecord


def school_frame(school: SchoolRecord, issue: IssueRecord, heading: str) -> dict[str, Any]:
    return frame(
        Letterhead(school.name, letterhead_lines(school, issue.language), school.mark),
        heading=heading,
        number=issue.number,
        place_and_day=f"{school.town}, {long_day(issue.issued_on, issue.language)}",
        is_specimen=issue.is_specimen,
        funding_statement=issue.funding_statement,
    )


def letterhead_lines(school: SchoolRecord, language: str) -> tuple[str, ...]:
    registration = _("Registration number %(number)s") % {"number": school.registration_number}
    ways = " · ".join(filter(None, [school.phone, school.email]))
    return tuple(filter(None, [registration, postal_address(school, language), ways]))


def postal_address(school: SchoolRecord, language: str) -> str:
    town = _unless_named(school.town, school.address)
    return ", ".join(filter(None, [school.address, town, school.postcode, country_name(school.country, language)]))


def place_of(host: HostRecord, language: str) -> str:
    town = _unless_named(host.town, host.address)
    return ", ".join(filter(None, [host.address, town, country_name(host.country, language)]))


def director_block(school: SchoolRecord) -> SignatureBlock:
    return SignatureBlock(_("The school"), school.director, school.director_role or _("Director"))


def role_word(role: Role) -> str:
    return {
        Role.LEARNER: _("learner"),
        Role.STAFF: _("staff member"),
        Role.ACCOMPANYING: _("accompanying person"),
    }[role]


def _unless_named(town: str, address: str) -> str:
    """The town, or nothing where the address already names it."""
    return "" if town.casefold() in address.casefold() else town
