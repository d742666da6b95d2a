"""What a list of partners can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import country_choices
from tilts.core.languages import language_name
from tilts.core.names import search_key, sort_key
from tilts.core.places import country_name
from tilts.partners import queries
from tilts.partners.models import DirectoryEntry, Partner, PartnerContact

_SELECT = forms.Select(attrs={"class": "form-select"})


class PartnerFilter(django_filters.FilterSet):
    """By kind, country, priority and tag; for those who see contacts also by the language they are written to in."""

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

    contact_language = django_filters.ChoiceFilter(
        method="written_to_in",
        label=_("Language of contacts"),
        empty_label=_("All languages"),
        choices=(),
        widget=_SELECT,
    )

    class Meta:
        model = Partner
        fields = ("kind", "country", "priority", "tag", "contact_language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        named = [(code, country_name(code, language)) for code in queries.countries_of_partners()]
        if tags := queries.tags_of_partners():
            self.filters["tag"].extra["choices"] = [(tag, tag) for tag in sorted(tags, key=search_key)]
        else:
            del self.filters["tag"]
        self.filters["country"].extra["choices"] = sorted(named, key=lambda pair: sort_key(pair[1], language))
        may_see = self.request is not None and self.request.may("partners.contacts")
        if may_see and (codes := queries.languages_of_contacts()):
            spoken = [(code, language_name(code, language)) for code in codes]
            self.filters["contact_language"].extra["choices"] = sorted(
                spoken, key=lambda pair: sort_key(pair[1], language)
            )
        else:
            del self.filters["contact_language"]

    def tagged(self, found: QuerySet[Partner], name: str, tag: str) -> QuerySet[Partner]:
        """Those that have the tag."""
        return found.filter(tags__contains=[tag])

    def written_to_in(self, found: QuerySet[Partner], name: str, language: str) -> QuerySet[Partner]:
        """Those with a contact who is written to in the language."""
        return found.filter(pk__in=PartnerContact.objects.filter(language=language).values("partner"))


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
