"""What is wrong with a plan, in words."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.mobilities.rules import OutsideProject, PlanProblem


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
    return _("%(participants)s participants for %(seats)s seats. Add seats to the flow, or take somebody out.") % {
        "participants": problem.participants,
        "seats": problem.seats,
    }
