"""What a list of partners can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.names import sort_key
from tilts.core.places import country_name
from tilts.partners import queries
from tilts.partners.models import Partner

_SELECT = forms.Select(attrs={"class": "form-select"})


class PartnerFilter(django_filters.FilterSet):
    """By kind, and by the countries that the school has partners in."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"), empty_label=_("All kinds"), choices=Partner.Kind.choices, widget=_SELECT
    )
    country = django_filters.ChoiceFilter(label=_("Country"), empty_label=_("All countries"), widget=_SELECT)

    class Meta:
        model = Partner
        fields = ("kind", "country")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        named = [(code, country_name(code, language)) for code in queries.countries_of_partners()]
        self.filters["country"].extra["choices"] = sorted(named, key=lambda pair: sort_key(pair[1], language))
