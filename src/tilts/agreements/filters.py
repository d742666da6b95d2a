"""What the list of agreements can be narrowed to."""

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from tilts.agreements.models import Agreement

_SELECT = forms.Select(attrs={"class": "form-select"})


class AgreementFilter(django_filters.FilterSet):
    """By state, by area, and by how they were concluded."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        empty_label=_("In any state"),
        choices=Agreement.State.choices,
        widget=_SELECT,
        method="in_state",
    )
    area = django_filters.ChoiceFilter(
        label=_("Area"),
        empty_label=_("All areas"),
        choices=Agreement.Area.choices,
        widget=_SELECT,
        method="of_area",
    )
    concluded = django_filters.ChoiceFilter(
        label=_("How concluded"),
        empty_label=_("Concluded in any way"),
        choices=Agreement.Concluded.choices,
        widget=_SELECT,
    )

    class Meta:
        model = Agreement
        fields = ("state", "area", "concluded")

    def in_state(self, found: QuerySet[Agreement], _name: str, value: str) -> QuerySet[Agreement]:
        """What holds is in force, though a change of it is on its way."""
        wanted = Q(state=value)
        return found.filter(wanted | Q(holds_since__isnull=False) if value == Agreement.State.IN_FORCE else wanted)

    def of_area(self, found: QuerySet[Agreement], _name: str, value: str) -> QuerySet[Agreement]:
        return found.filter(areas__contains=[value])
