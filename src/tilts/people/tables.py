"""People as a table."""

import django_tables2 as tables
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.places import country_name
from tilts.people.models import Person
from tilts.web.exporting import Column


class PersonTable(tables.Table):
    """The list of people."""

    family_name = tables.Column(_("Family name"), linkify=True, order_by=("sort_key", "pk"))
    given_names = tables.Column(_("Given names"), orderable=False)
    kind = tables.Column(_("Kind"), order_by=("kind", "sort_key", "pk"))
    group = tables.Column(_("Group"), order_by=("group", "sort_key", "pk"), attrs={"td": {"class": "text-nowrap"}})
    born_on = tables.DateColumn(
        "SHORT_DATE_FORMAT", verbose_name=_("Date of birth"), order_by=("born_on", "sort_key", "pk")
    )

    class Meta:
        model = Person
        fields = ("family_name", "given_names", "kind", "group", "born_on")


def _nationality(person: Person) -> str:
    return country_name(person.nationality, get_language() or "en") if person.nationality else ""


#: What a spreadsheet of people has besides the columns of the list: nothing that is sealed.
PERSON_EXPORT = (
    Column(_("Study programme"), lambda person: person.programme),
    Column(_("Year of study"), lambda person: person.course),
    Column(_("Gender"), lambda person: person.get_gender_display()),
    Column(_("Nationality"), _nationality),
    Column(_("E-mail address"), lambda person: person.email),
    Column(_("Phone"), lambda person: person.phone),
    Column(_("Address"), lambda person: person.address),
)
