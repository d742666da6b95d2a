"""Input about how the school stands → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.projects.queries import projects
from tilts.projects.standing.models import Accreditation, Award, StatedTotal

_SOURCE = ("source_title", "source_url")


class StandingForm(SchoolModelForm):
    """The base: each record says where it stands."""

    source_url = forms.URLField(label=_("Its web address"), required=False, max_length=500, assume_scheme="https")


class AwardForm(StandingForm):
    """An award."""

    class Meta:
        model = Award
        fields = ("title", "year", "giver", "reason", "project", *_SOURCE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects()  # type: ignore[attr-defined]


class AccreditationForm(StandingForm):
    """An accreditation or a charter."""

    sectors = forms.MultipleChoiceField(
        label=_("Sectors"),
        required=False,
        choices=Accreditation.Sector.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Accreditation
        fields = (
            *("title", "sectors", "state", "applied_year", "decided_on"),
            *("number", "valid_from", "valid_until", "renews", *_SOURCE),
        )
        widgets = {
            name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            for name in ("decided_on", "valid_from", "valid_until")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["renews"].queryset = Accreditation.objects.exclude(pk=self.instance.pk)  # type: ignore[attr-defined]


class StatedTotalForm(StandingForm):
    """A total that a page states."""

    class Meta:
        model = StatedTotal
        fields = ("number", "is_at_least", "what", "period", "clash", "stated_by", *_SOURCE)
        widgets = {"clash": forms.Textarea(attrs={"rows": 3})}
