"""Whether an activity is as long as it may be. Pure."""

from tilts.funding.rules.organisation import PREPARATORY_VISIT
from tilts.funding.rules.records import Problem, ProblemCode, amount_of
from tilts.funding.rules.tables import Tables


def check_activity(activity: str, activity_days: int, action: str, tables: Tables) -> tuple[Problem, ...]:
    """Whether a stay is as long as its activity allows (travel days not counted); empty when it is.

    activity: a name such as "short_term_learner". Exceptions for participants with fewer opportunities are the
    agency's to grant: the problem tells the limits.
    """
    if activity == PREPARATORY_VISIT and "preparatory_visits.person" in tables.costs:
        return ()  # paid once for each person, however long
    known = tables.activities.get((tables.actions.get(action, ""), activity))
    if known is None:
        return (Problem("activity_unknown", {"activity": activity, "action": action, "call_year": tables.call_year}),)
    least, most = int(amount_of(known.least)), int(amount_of(known.most))
    if least <= activity_days <= most:
        return ()
    code: ProblemCode = "activity_too_short" if activity_days < least else "activity_too_long"
    values = {"activity": activity, "activity_days": activity_days, "least_days": least, "most_days": most}
    return (Problem(code, values),)
