"""What an accompanying person takes along: the group with telephones, the way, the host, and what to do."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from tilts.documents.typesetting import Paper
from tilts.documents.wording import short_day
from tilts.mobilities.papers.common import names_with_phones, school_frame, stay_facts, to_write, way_facts
from tilts.mobilities.papers.records import FlowRecord, IssueRecord, PersonRecord, Role, SchoolRecord


def accompanying_sheet(
    school: SchoolRecord, flow: FlowRecord, person: PersonRecord, people: Sequence[PersonRecord], issue: IssueRecord
) -> Paper:
    """The sheet of one accompanying person for the whole group; what is not known is left to be written.

    It holds personal data and says so. Raises ValueError if there is no group to accompany.
    """
    group = [each for each in people if each.role != Role.ACCOMPANYING]
    if not group:
        raise ValueError(f"nobody to accompany in {flow.title!r}")
    colleagues = [each for each in people if each.role == Role.ACCOMPANYING and each != person]
    with override(issue.language):
        data = school_frame(school, issue, _("Accompanying person's sheet")) | {
            "notice": [
                _("Holds personal data: keep this sheet with you, show it to nobody and destroy it after the trip.")
            ],
            "facts": _facts(flow, person, colleagues, issue.language),
            "group": _group(flow, group, issue.language),
            "numbers": {
                "title": _("Important numbers"),
                "facts": [(_("Emergency"), "112"), (_("The school"), school.phone or "–")],
                "writing": [
                    to_write(_("Hosting organisation, by day"), _("Hosting organisation, by night")),
                    to_write(_("Insurer, round the clock"), _("Embassy or consulate")),
                ],
            },
            "articles": [_before(), _during(), _after()],
        }
        title = _("Accompanying person's sheet: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/accompanying_sheet.typ", title, issue.language, data, issue.issued_on)


def _facts(flow: FlowRecord, person: PersonRecord, colleagues: Sequence[PersonRecord], language: str) -> list[Any]:
    facts: list[Any] = [(_("Accompanying person"), names_with_phones([person]))]
    if colleagues:
        facts.append((_("Together with"), names_with_phones(colleagues)))
    return [*facts, *stay_facts(flow, language), *way_facts(flow)]


def _group(flow: FlowRecord, group: Sequence[PersonRecord], language: str) -> dict[str, Any]:
    minors = [person.is_minor_on(flow.departs_on) for person in group]
    return {
        "title": _("The group"),
        "heads": [
            _("No."),
            pgettext("family name first", "Name"),
            _("Date of birth"),
            _("Telephone"),
            pgettext("paper", "Guardian's telephone"),
        ],
        "rows": [
            [
                str(number),
                person.listed_name + ("\N{NO-BREAK SPACE}*" if minor else ""),
                short_day(person.born_on, language) if person.born_on else "–",
                whole_numbers(person.phone),
                whole_numbers(person.guardian_phone),
            ]
            for number, (person, minor) in enumerate(zip(group, minors, strict=True), start=1)
        ],
        "note": _("* A minor on the day of travel.") if any(minors) else "",
    }


def whole_numbers(phones: str) -> str:
    """Telephone numbers that break only between each other.

    >>> whole_numbers("+371 20 000 002, +371 20 000 003")
    '+371\\xa020\\xa0000\\xa0002, +371\\xa020\\xa0000\\xa0003'
    """
    return ", ".join(each.replace(" ", "\N{NO-BREAK SPACE}") for each in phones.split(", "))


def _before() -> dict[str, Any]:
    return {
        "title": _("Before departure"),
        "points": [
            _("Instruct every participant on safety and collect the signatures."),
            _("Check travel documents, insurance papers and, for minors, the consent of a guardian."),
            _("Write the missing telephone numbers into this sheet."),
        ],
    }


def _during() -> dict[str, Any]:
    return {
        "title": _("During the trip"),
        "points": [
            _("Count the group at every departure and every evening."),
            _("Be within reach of every participant by day and by night; leave nobody behind alone."),
            _("Visit the workplaces, speak with the mentors and keep a record of the days attended."),
            _("In an emergency help first, then call 112, the guardian and the school; write down what happened."),
            _("Give no alcohol and no medicine that a guardian or a doctor has not allowed."),
        ],
    }


def _after() -> dict[str, Any]:
    return {
        "title": _("After the trip"),
        "points": [
            _("Hand over the signed certificates of attendance, tickets and bills to the school."),
            _("Report to the director on what happened."),
            _("Destroy this sheet."),
        ],
    }
