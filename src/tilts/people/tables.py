"""People as a table."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from tilts.people.models import Person


class PersonTable(tables.Table):
    """The list of people."""

    family_name = tables.Column(_("Family name"), linkify=True, order_by="sort_key")
    given_names = tables.Column(_("Given names"), orderable=False)
    kind = tables.Column(_("Kind"))
    group = tables.Column(_("Group"))
    born_on = tables.DateColumn("SHORT_DATE_FORMAT", verbose_name=_("Date of birth"))

    class Meta:
        model = Person
        fields = ("family_name", "given_names", "kind", "group", "born_on")
