"""Flows and earlier activities that fulfil what an agreement plans: the doing side points to the plan."""

from collections.abc import Mapping, Sequence

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tilts.agreements.living.doings import Doing
from tilts.agreements.living.queries import agreed_activities
from tilts.agreements.models import PlannedActivity
from tilts.mobilities.models import Flow, Mobility, PastActivity


class PlannedActivityField(forms.ModelChoiceField):
    """A picker of what agreements plan; each is told with its agreement."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Fulfils of an agreement’s plan"),
            queryset=PlannedActivity.objects.none(),
            required=False,
            help_text=_("The agreement then shows that it is planned or done."),
        )

    def label_from_instance(self, obj: PlannedActivity) -> str:
        return f"{obj.agreement}: {obj}"


def planned_activities() -> QuerySet[PlannedActivity]:
    """What can be fulfilled: of all agreements but mere drafts."""
    return agreed_activities().filter(given_up_on=None).order_by("agreement__sort_key", "pk")


def doings(activities: Sequence[int]) -> Mapping[int, Sequence[Doing]]:
    """For the plan of an agreement: what fulfils each of these planned activities."""
    found: dict[int, list[Doing]] = {}
    attended = set(
        Mobility.objects.filter(flow__planned_activity__in=activities, state=Mobility.State.DONE).values_list(
            "flow", flat=True
        )
    )
    for flow in Flow.objects.filter(planned_activity__in=activities):
        doing = Doing(flow.name, flow.get_absolute_url(), flow.starts_on, flow.pk in attended, "mobilities.view")
        found.setdefault(flow.planned_activity_id, []).append(doing)
    for past in PastActivity.objects.filter(planned_activity__in=activities):
        doing = Doing(str(past), past.get_absolute_url(), past.begins_on, True, "mobilities.past", past.begins)
        found.setdefault(past.planned_activity_id, []).append(doing)
    return found
