"""Input about an application → clean values."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.projects.applications.models import Application
from tilts.projects.forms import EurField

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ApplicationForm(SchoolModelForm):
    """What is known of an application; its states have their days on the project's page."""

    requested_eur = EurField(label=_("Requested in EUR"), required=False, min_value=0, max_digits=12, decimal_places=2)

    class Meta:
        model = Application
        fields = (
            *("deadline_on", "number", "requested_eur", "expected_on"),
            *("score", "score_of", "reserve_place", "reasons"),
        )
        widgets = {"deadline_on": _DAY, "expected_on": _DAY, "reasons": forms.Textarea(attrs={"rows": 4})}

    sections = (
        (_("Before it is submitted"), "", ("deadline_on", "requested_eur")),
        (_("Once it is submitted"), "", ("number", "expected_on")),
        (_("Once it is decided"), "", ("score", "score_of", "reserve_place", "reasons")),
    )
