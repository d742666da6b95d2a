"""Input about flows → clean values."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.queries import people_not_in
from tilts.partners.queries import partners
from tilts.projects.queries import projects


class FlowForm(SchoolModelForm):
    """A flow: what is the same for all who travel."""

    class Meta:
        model = Flow
        fields = ("project", "name", "activity", "host", "starts_on", "ends_on", "travel_days", "green", "seats")
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["project"].queryset = projects()  # type: ignore[attr-defined]
        self.fields["host"].queryset = partners()  # type: ignore[attr-defined]


class MobilityForm(SchoolModelForm):
    """One more person in a flow."""

    class Meta:
        model = Mobility
        fields = ("person", "role")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["person"].queryset = people_not_in(self.instance.flow)  # type: ignore[attr-defined]


class PrintForm(forms.Form):
    """In which language the papers are wanted, and whether a mail shall say that they are ready."""

    language = forms.ChoiceField(label=_("Language of the papers"), choices=settings.LANGUAGES)
    tell_me = forms.BooleanField(label=_("Tell me by e-mail when they are ready"), required=False)
