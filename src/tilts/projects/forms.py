"""Input about projects → clean values."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.partners.queries import partners
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate


class ProjectForm(SchoolModelForm):
    """A project; what its reference tells is not asked again."""

    class Meta:
        model = Project
        fields = ("title", "reference", "starts_on", "ends_on")
        widgets = {
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean_reference(self) -> str:
        return str(self.cleaned_data["reference"]).strip().upper()


class OrganisationForm(SchoolModelForm):
    """A partner's role in a project."""

    class Meta:
        model = ProjectOrganisation
        fields = ("partner", "role")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["partner"].queryset = partners()  # type: ignore[attr-defined]


class RateForm(SchoolModelForm):
    """One daily rate of the annex."""

    class Meta:
        model = ProjectRate
        fields = ("participant", "country_group", "from_day", "eur_per_day", "source")
        help_texts = {
            "country_group": _("Of the receiving country, as the annex numbers it: 1, 2 or 3."),
            "from_day": _("1 for the first days, 15 for the lower rate of long stays."),
        }
