"""Input about an application → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.projects.applications.models import Application
from tilts.projects.forms import EurField
from tilts.projects.models import Project
from tilts.projects.queries import own_value, responsible_for

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


def initial_from(before: Project) -> dict[str, Any]:
    """What the form of a new application takes over from one with the same idea that came to nothing."""
    own = before.own_programme
    return {
        "title": before.title,
        "programme": own_value(own) if own is not None else before.programme,
        "action": before.action,
        "own_role": before.own_role,
        "state": Project.State.IDEA,
        "responsible": [each.user for each in responsible_for(before)],
    }
