"""What the list of earlier activities can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.names import sort_key
from tilts.core.places import country_name
from tilts.mobilities.past import queries
from tilts.mobilities.past.models import PastActivity

_SELECT = forms.Select(attrs={"class": "form-select"})


class PastActivityFilter(django_filters.FilterSet):
    """By year, country and kind."""

    year = django_filters.ChoiceFilter(label=_("Year"), empty_label=_("All years"), widget=_SELECT, method="of_year")
    country = django_filters.ChoiceFilter(label=_("Country"), empty_label=_("All countries"), widget=_SELECT)
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), empty_label=_("All kinds"), choices=PastActivity.Kind.choices, widget=_SELECT
    )

    class Meta:
        model = PastActivity
        fields = ("year", "country", "kind")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        named = [(code, country_name(code, language)) for code in queries.countries_of_past()]
        self.filters["country"].extra["choices"] = sorted(named, key=lambda pair: sort_key(pair[1], language))
        self.filters["year"].extra["choices"] = [(str(year), str(year)) for year in queries.years_of_past()]

    def of_year(self, found: QuerySet[PastActivity], _name: str, value: str) -> QuerySet[PastActivity]:
        return found.filter(begins_on__year=int(value))
