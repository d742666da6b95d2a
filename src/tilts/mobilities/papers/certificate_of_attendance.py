"""The certificate by which the hosting organisation confirms a stay; printed before, signed at its end."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.documents.frame import SignatureBlock
from tilts.documents.typesetting import Paper
from tilts.documents.wording import long_day, span_of_days
from tilts.mobilities.papers.common import place_of, school_frame
from tilts.mobilities.papers.records import FlowRecord, IssueRecord, PersonRecord, SchoolRecord


def certificate_of_attendance(
    school: SchoolRecord, flow: FlowRecord, person: PersonRecord, issue: IssueRecord
) -> Paper:
    """One page: the planned days of the flow are filled in, the host writes the real ones and signs."""
    with override(issue.language):
        born = ""
        if person.born_on:
            born = _("Date of birth: %(day)s") % {"day": long_day(person.born_on, issue.language)}
        facts: list[Any] = [
            (_("Sending school"), school.name),
            (_("Project"), [flow.project_title, flow.project_reference]),
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
                "first": _("First day attended"),
                "last": _("Last day attended"),
            },
            "validity": _("Valid only with the days attended, a signature and a date."),
            "signatures": [asdict(host)],
        }
        title = _("Certificate of attendance: %(name)s") % {"name": person.name}
    return Paper("mobilities/papers/certificate_of_attendance.typ", title, issue.language, data, issue.issued_on)
