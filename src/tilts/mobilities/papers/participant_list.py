"""The list of participants of a flow."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override, pgettext

from tilts.documents.typesetting import Paper
from tilts.documents.wording import short_day, span_of_days
from tilts.mobilities.papers.common import director_block, place_of, role_word, school_frame
from tilts.mobilities.papers.records import FlowRecord, IssueRecord, PersonRecord, Role, SchoolRecord


def participant_list(
    school: SchoolRecord, flow: FlowRecord, people: Sequence[PersonRecord], issue: IssueRecord
) -> Paper:
    """Who travels: participants in the order given, accompanying persons apart, and how many they are.

    Raises ValueError if there is nobody to list.
    """
    if not people:
        raise ValueError(f"nobody to list for {flow.title!r}")
    participants = [person for person in people if person.role != Role.ACCOMPANYING]
    accompanying = [person for person in people if person.role == Role.ACCOMPANYING]
    with override(issue.language):
        data = school_frame(school, issue, _("List of participants")) | {
            "facts": [
                (_("Project"), flow.project_title),
                (_("Project number"), flow.project_reference or "–"),
                (_("Flow"), flow.title),
                (_("Activity"), flow.activity),
                (_("Hosting organisation"), [flow.host.name, place_of(flow.host, issue.language)]),
                (_("Days of activity"), span_of_days(flow.starts_on, flow.ends_on, issue.language)),
            ],
            "heads": [
                _("No."),
                pgettext("family name first", "Name"),
                _("Date of birth"),
                _("Group"),
                pgettext("participant", "Role"),
            ],
            "parts": [
                {"title": title, "rows": _rows(members, issue.language)}
                for title, members in [(_("Participants"), participants), (_("Accompanying persons"), accompanying)]
                if members
            ],
            "totals": _totals(len(participants), len(accompanying)),
            "signatures": [asdict(director_block(school))],
        }
        title = _("List of participants: %(flow)s") % {"flow": flow.title}
    return Paper("mobilities/papers/participant_list.typ", title, issue.language, data, issue.issued_on)


def _rows(people: Sequence[PersonRecord], language: str) -> list[list[Any]]:
    return [
        [
            str(number),
            person.listed_name,
            short_day(person.born_on, language) if person.born_on else "–",
            person.group or "–",
            role_word(person.role),
        ]
        for number, person in enumerate(people, start=1)
    ]


def _totals(participants: int, accompanying: int) -> list[str]:
    counts = [ngettext("%(count)s participant", "%(count)s participants", participants) % {"count": participants}]
    if accompanying:
        counts += [
            ngettext("%(count)s accompanying person", "%(count)s accompanying persons", accompanying)
            % {"count": accompanying},
            _("%(count)s in all") % {"count": participants + accompanying},
        ]
    return counts
