"""What flows and earlier activities tell of the line of life of a partner. Planned is not done."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import ngettext

from tilts.accounts.schools import current_school
from tilts.core.partial_dates import PartialDate
from tilts.mobilities.models import Flow, Mobility, PastActivity
from tilts.mobilities.past.queries import past_activities_with
from tilts.partners.models import Partner
from tilts.partners.rules.life import Kind, Moment

_TAKES_PART = Q(mobilities__role=Mobility.Role.PARTICIPANT)
#: What an earlier activity was, by its direction; a visit where nothing else says more.
_PAST = {
    (PastActivity.Kind.PLACEMENT, "out"): Kind.MOBILITY_THERE,
    (PastActivity.Kind.PLACEMENT, "in"): Kind.MOBILITY_HERE,
    (PastActivity.Kind.TRAINING, "out"): Kind.MOBILITY_THERE,
    (PastActivity.Kind.TRAINING, "in"): Kind.MOBILITY_HERE,
    (PastActivity.Kind.EXCHANGE, "out"): Kind.MOBILITY_THERE,
    (PastActivity.Kind.EXCHANGE, "in"): Kind.MOBILITY_HERE,
    (PastActivity.Kind.DELEGATION, "out"): Kind.VISIT_THERE,
    (PastActivity.Kind.DELEGATION, "in"): Kind.VISIT_HERE,
    (PastActivity.Kind.OTHER, "out"): Kind.VISIT_THERE,
    (PastActivity.Kind.OTHER, "in"): Kind.VISIT_HERE,
}


def flows_with(partner: Partner) -> Iterable[Moment]:
    """Each flow: as done with those who took part, before that as planned."""
    today, language = timezone.localdate(), current_school().language
    flows = Flow.objects.filter(partner=partner).annotate(
        done_count=Count("mobilities", filter=_TAKES_PART & Q(mobilities__state=Mobility.State.DONE)),
        planned_count=Count("mobilities", filter=_TAKES_PART & Q(mobilities__state=Mobility.State.PLANNED)),
    )
    return [_flow(each, today, language) for each in flows]


def _flow(flow: Flow, today: date, language: str) -> Moment:
    is_out = flow.direction == Flow.Direction.OUT
    done, planned = flow.done_count, flow.planned_count  # type: ignore[attr-defined]
    counted = []
    if done:
        counted.append(
            ngettext("%(count)s participant took part", "%(count)s participants took part", done) % {"count": done}
        )
    if planned:
        counted.append(
            ngettext("%(count)s participant planned", "%(count)s participants planned", planned) % {"count": planned}
        )
    return Moment(
        Kind.MOBILITY_THERE if is_out else Kind.MOBILITY_HERE,
        PartialDate.of(flow.starts_on),
        {language: flow.name},
        until=PartialDate.of(flow.ends_on),
        facts=(str(flow.get_activity_display()), *counted),
        url=flow.get_absolute_url(),
        is_planned=not done and (flow.ends_on >= today or bool(planned)),
    )


def past_with(partner: Partner) -> Iterable[Moment]:
    """What is stated of the time before Tilts, with its counts."""
    return [
        Moment(
            _PAST.get((PastActivity.Kind(each.kind), each.direction), Kind.EVENT),
            each.begins,
            each.texts["title"],
            until=each.ends,
            facts=tuple(_counts(each)),
            url=each.get_absolute_url(),
            is_stated=True,
        )
        for each in past_activities_with(partner)
    ]


def _counts(activity: PastActivity) -> Iterable[str]:
    # The words of `_past_line.html`.
    for count, one, many in (
        (activity.learners, "%(number)s learner", "%(number)s learners"),
        (activity.staff, "%(number)s teacher", "%(number)s teachers"),
        (activity.others, "%(number)s other", "%(number)s others"),
        (activity.in_all, "%(number)s person in all", "%(number)s people in all"),
    ):
        if count is not None:
            yield ngettext(one, many, count) % {"number": count}
    if activity.group is not None:
        yield str(activity.group)
