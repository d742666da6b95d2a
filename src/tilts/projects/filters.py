"""What the list of projects can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tilts.projects import queries
from tilts.projects.models import Project

_SELECT = forms.Select(attrs={"class": "form-select"})


class ProjectFilter(django_filters.FilterSet):
    """By state, and by the programmes that the school has projects of."""

    state = django_filters.ChoiceFilter(
        label=_("State"), empty_label=_("All states"), choices=Project.State.choices, widget=_SELECT
    )
    programme = django_filters.ChoiceFilter(
        label=_("Programme"), empty_label=_("All programmes"), widget=_SELECT, method="of_programme"
    )

    class Meta:
        model = Project
        fields = ("state", "programme")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["programme"].extra["choices"] = queries.programmes_in_use()

    def of_programme(self, found: QuerySet[Project], _name: str, value: str) -> QuerySet[Project]:
        own = value.removeprefix("own-")
        return found.filter(own_programme=int(own)) if own != value else found.filter(programme=value)
