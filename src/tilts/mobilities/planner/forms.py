"""Input about a wished flow → clean values."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.accounts.forms import SchoolModelForm, country_choices
from tilts.accounts.schools import current_school
from tilts.core.places import Point, distance_km, town
from tilts.mobilities.models import WishedFlow
from tilts.mobilities.planner.queries import base_project
from tilts.mobilities.queries import activities_of


class WishForm(SchoolModelForm):
    """People, place and days; the distance follows from the town where Tilts knows it."""

    country = forms.ChoiceField(label=_lazy("Country"))
    distance_km = forms.DecimalField(
        label=_lazy("Distance in km, one way"),
        min_value=0,
        max_digits=7,
        decimal_places=2,
        required=False,
        help_text=_lazy("Empty: from your school's town to this one."),
    )

    class Meta:
        model = WishedFlow
        fields = (
            *("activity", "country", "town", "distance_km", "participants", "accompanying", "days", "travel_days"),
            *("green", "blended", "fewer_opportunities"),
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "—"), *country_choices(get_language() or "en")]  # type: ignore[attr-defined]
        project = base_project()
        if project is not None:
            labels = dict(WishedFlow._meta.get_field("activity").flatchoices)  # type: ignore[union-attr]
            names = [choice.name for choice in activities_of(project)]
            self.fields["activity"].choices = [("", "—"), *((name, labels[name]) for name in names)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("distance_km") is None and "distance_km" not in self.errors:
            found = town(values.get("town") or "", values.get("country") or "")
            if found is None:
                self.add_error("distance_km", _("This town is not in the list. Type the distance from your school."))
            else:
                school = current_school()
                values["distance_km"] = distance_km(Point(school.latitude, school.longitude), found.point)
        elif values.get("distance_km") == 0:
            self.add_error("distance_km", _("A distance of 0 km can't be right. Leave it empty, or type it one way."))
        return values
