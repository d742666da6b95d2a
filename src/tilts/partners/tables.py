"""Partners as a table."""

import django_tables2 as tables
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.places import country_name
from tilts.partners.models import Partner


class PartnerTable(tables.Table):
    """The list of partners."""

    name = tables.Column(_("Name"), linkify=True, order_by="sort_key")
    kind = tables.Column(_("Kind"))
    town = tables.Column(_("Town"))
    country = tables.Column(_("Country"))

    class Meta:
        model = Partner
        fields = ("name", "kind", "town", "country")

    def render_country(self, value: str) -> str:
        return country_name(value, get_language() or "en")
