"""What the list of people can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.people import queries
from tilts.people.models import Person

_SELECT = forms.Select(attrs={"class": "form-select"})


class PersonFilter(django_filters.FilterSet):
    """By kind, and by the groups that there are."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"), empty_label=_("Learners and staff"), choices=Person.Kind.choices, widget=_SELECT
    )
    group = django_filters.ChoiceFilter(label=_("Group"), empty_label=_("All groups"), widget=_SELECT)

    class Meta:
        model = Person
        fields = ("kind", "group")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["group"].extra["choices"] = [(group, group) for group in queries.groups()]
