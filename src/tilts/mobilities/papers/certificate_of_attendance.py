"""The certificate by which the hosting organisation confirms a stay; printed before, signed at its end."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day, span_of_days
from tilts.mobilities.papers.common import place_of, project_lines, school_frame, to_write
from tilts.mobilities.papers.records import FlowRecord, IssueRecord, PersonRecord, SchoolRecord


def certificate_of_attendance(
    school: SchoolRecord,
    flow: FlowRecord,
    person: PersonRecord,
    issue: IssueRecord,
    attended: tuple[date, date] | None = None,
) -> Paper:
    """One page: the planned days are filled in, the host signs for the real ones.

    attended: the first and the last of those, once they are known; otherwise the host writes them.
    """
    with override(issue.language):
        days = [long_day(day, issue.language) for day in attended] if attended else ["", ""]
        born = ""
        if person.born_on:
            born = _("Date of birth: %(day)s") % {"day": long_day(person.born_on, issue.language)}
        facts: list[Any] = [
            (_("Sending organisation"), flow.sending.name),
            (_("Project"), project_lines(flow)),
            (_("Activity"), flow.activity),
            (_("Place"), place_of(flow.host, issue.language)),
            (_("Planned days"), span_of_days(flow.starts_on, flow.ends_on, issue.language)),
        ]
        host = SignatureBlock(_("For the hosting organisation"), flow.host.signatory, flow.host.signatory_role)
        data = school_frame(school, issue, _("Certificate of attendance")) | {
            "statement": _(
                "By its signature the hosting organisation confirms that the person named here "
                "attended the activity described below."
            ),
            "name": person.name,
            "born": born,
            "host_label": _("Hosting organisation"),
            "host": flow.host.name,
            "facts": facts,
            "actual": {
                "title": _("Confirmed by the hosting organisation after the stay"),
                "first": to_write((_("First day attended"), days[0]))[0],
                "last": to_write((_("Last day attended"), days[1]))[0],
            },
            "validity": _("Valid only with the days attended, a signature and a date."),
            "signatures": [asdict(host)],
        }
        title = _("Certificate of attendance: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/certificate_of_attendance.typ", title, issue.language, data, issue.issued_on)
