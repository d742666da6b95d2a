"""What a list of partners can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import country_choices
from tilts.core.names import search_key, sort_key
from tilts.core.places import country_name
from tilts.partners import queries
from tilts.partners.models import DirectoryEntry, Partner

_SELECT = forms.Select(attrs={"class": "form-select"})


class PartnerFilter(django_filters.FilterSet):
    """By kind, by the countries that the school has partners in, by priority, by the tags in use."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"), empty_label=_("All kinds"), choices=Partner.Kind.choices, widget=_SELECT
    )
    country = django_filters.ChoiceFilter(label=_("Country"), empty_label=_("All countries"), widget=_SELECT)

    priority = django_filters.ChoiceFilter(
        label=_("Priority"), empty_label=_("All priorities"), choices=Partner.Priority.choices, widget=_SELECT
    )
    tag = django_filters.ChoiceFilter(
        method="tagged", label=_("Tag"), empty_label=_("All tags"), choices=(), widget=_SELECT
    )

    class Meta:
        model = Partner
        fields = ("kind", "country", "priority", "tag")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        named = [(code, country_name(code, language)) for code in queries.countries_of_partners()]
        if tags := queries.tags_of_partners():
            self.filters["tag"].extra["choices"] = [(tag, tag) for tag in sorted(tags, key=search_key)]
        else:
            del self.filters["tag"]
        self.filters["country"].extra["choices"] = sorted(named, key=lambda pair: sort_key(pair[1], language))

    def tagged(self, found: QuerySet[Partner], name: str, tag: str) -> QuerySet[Partner]:
        """Those that have the tag."""
        return found.filter(tags__contains=[tag])


class DirectoryFilter(django_filters.FilterSet):
    """By kind and by country; all countries are offered, as nobody counts the directory for it."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"), empty_label=_("All kinds"), choices=Partner.Kind.choices, widget=_SELECT
    )
    country = django_filters.ChoiceFilter(label=_("Country"), empty_label=_("All countries"), widget=_SELECT)

    class Meta:
        model = DirectoryEntry
        fields = ("kind", "country")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["country"].extra["choices"] = country_choices(get_language() or "en")
