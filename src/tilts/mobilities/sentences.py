"""What is wrong with a plan, in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.mobilities.rules import FlowTime, HostNotIdentified, OutsideProject, PlanProblem, SameOrganisation

TIMES: Final[Mapping[FlowTime, Promise]] = {
    FlowTime.COMING: _lazy("coming"),
    FlowTime.UNDER_WAY: _lazy("under way"),
    FlowTime.OVER: _lazy("over"),
}


def plan_sentence(problem: PlanProblem) -> str:
    """One sentence with the cure, in the active language."""
    if isinstance(problem, OutsideProject):
        return _(
            "The stay lies outside the project, which runs from %(starts_on)s to %(ends_on)s. "
            "Change the days of the flow or of the project."
        ) % {
            "starts_on": date_format(problem.project.starts_on, "SHORT_DATE_FORMAT"),
            "ends_on": date_format(problem.project.ends_on, "SHORT_DATE_FORMAT"),
        }
    if isinstance(problem, SameOrganisation):
        return _("%(name)s is your own school. Sender and host are two organisations: choose the partner.") % {
            "name": problem.name
        }
    if isinstance(problem, HostNotIdentified):
        return _("%(name)s has no OID. A company needs none, but its full address: enter it on the partner's page.") % {
            "name": problem.name
        }
    return _("%(participants)s participants for %(seats)s seats. Add seats to the flow, or take somebody out.") % {
        "participants": problem.participants,
        "seats": problem.seats,
    }
