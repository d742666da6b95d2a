"""What the list of flows can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.mobilities import queries
from tilts.mobilities.models import Flow
from tilts.mobilities.rules import FlowTime
from tilts.mobilities.sentences import TIMES

#: Longer lists nobody reads, and a page would grow with the school.
MOST_OFFERED = 100

_SELECT = forms.Select(attrs={"class": "form-select"})


class FlowFilter(django_filters.FilterSet):
    """By project, partner and year in use, by direction, and by whether it is coming, under way or over."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        empty_label=_("Any time"),
        choices=list(TIMES.items()),
        widget=_SELECT,
        method="at_time",
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"), empty_label=_("All years"), widget=_SELECT, field_name="starts_on", lookup_expr="year"
    )
    project = django_filters.ChoiceFilter(label=_("Project"), empty_label=_("All projects"), widget=_SELECT)
    partner = django_filters.ChoiceFilter(label=_("Partner"), empty_label=_("All partners"), widget=_SELECT)
    direction = django_filters.ChoiceFilter(
        label=_("Direction"), empty_label=_("Both directions"), choices=Flow.Direction.choices, widget=_SELECT
    )

    class Meta:
        model = Flow
        fields = ("state", "year", "project", "partner", "direction")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in queries.years_of_flows()]
        self._offer("project", queries.projects_of_flows())
        self._offer("partner", queries.partners_of_flows())

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        """Offer these rows to choose from, or none where they are too many: the search finds them by name."""
        offered = list(rows[: MOST_OFFERED + 1])
        if len(offered) > MOST_OFFERED:
            chosen = self.data.get(name, "")
            offered = list(rows.filter(pk=chosen)) if chosen.isdecimal() else []
        if offered:
            self.filters[name].extra["choices"] = [(each.pk, str(each)) for each in offered]
        else:
            del self.filters[name]

    def at_time(self, found: QuerySet[Flow], _name: str, value: str) -> QuerySet[Flow]:
        today = timezone.localdate()
        match value:
            case FlowTime.COMING:
                return found.filter(starts_on__gt=today)
            case FlowTime.OVER:
                return found.filter(ends_on__lt=today)
            case _:
                return found.filter(Q(starts_on__lte=today) & Q(ends_on__gte=today))
