"""Partners, groups, programmes and the directory as tables."""

from collections.abc import Callable

import django_tables2 as tables
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.places import country_name
from tilts.partners import rules
from tilts.partners.models import DirectoryEntry, Partner, PartnerGroup, StudyProgramme
from tilts.web.components.words import text_of
from tilts.web.exporting import Column


class _WithCountry(tables.Table):
    country = tables.Column(_("Country"))

    def render_country(self, value: str) -> str:
        return country_name(value, get_language() or "en")


class PartnerTable(_WithCountry):
    """The list of partners: each with the tags and the priority that the school gave it."""

    name = tables.TemplateColumn(
        template_name="partners/_partner_name.html", verbose_name=_("Name"), order_by="sort_key"
    )
    kind = tables.Column(_("Kind"))
    town = tables.Column(_("Town"))

    class Meta:
        model = Partner
        fields = ("name", "kind", "town", "country")

    def value_name(self, record: Partner) -> str:
        return record.name


def _number(kind: rules.Number) -> Callable[[Partner], str]:
    return lambda partner: ", ".join(each.number for each in partner.numbers.all() if each.kind == kind)


#: What a spreadsheet of partners has besides the columns of the list; ask for it with the numbers prefetched.
PARTNER_EXPORT = (
    Column(_("Priority"), lambda partner: partner.get_priority_display()),
    Column(_("Tags"), lambda partner: ", ".join(partner.tags)),
    Column(_("Legal form"), lambda partner: partner.legal_form),
    Column(_("Address"), lambda partner: partner.address),
    Column(_("Website"), lambda partner: partner.website),
    Column(_("E-mail address"), lambda partner: partner.email),
    Column(_("OID"), _number(rules.Number.OID)),
    Column(_("PIC"), _number(rules.Number.PIC)),
    Column(_("Erasmus accreditation"), _number(rules.Number.ACCREDITATION)),
    Column(_("Registration number"), _number(rules.Number.REGISTRATION)),
)


class GroupTable(tables.Table):
    """The list of groups."""

    name = tables.Column(_("Name"), linkify=True, order_by="sort_key")
    member_count = tables.Column(_("Partners"), attrs={"td": {"class": "num"}, "th": {"class": "num"}})

    class Meta:
        model = PartnerGroup
        fields = ("name", "member_count")

    def render_name(self, record: PartnerGroup) -> SafeString | str:
        return text_of(record.texts["name"], is_marked=False)

    def value_name(self, record: PartnerGroup) -> str:
        return str(record)


class ProgrammeTable(tables.Table):
    """The study programmes of the school itself."""

    title = tables.TemplateColumn(
        template_name="partners/_programme_title.html",
        verbose_name=_("Title"),
        order_by="sort_key",
    )
    isced_code = tables.Column(_("Field of education (ISCED-F)"))
    eqf_level = tables.Column(_("EQF level"), attrs={"td": {"class": "num"}, "th": {"class": "num"}})

    class Meta:
        model = StudyProgramme
        fields = ("title", "isced_code", "eqf_level")

    def render_isced_code(self, record: StudyProgramme) -> str:
        return str(record.field or record.isced_code)

    def value_title(self, record: StudyProgramme) -> str:
        return record.title


class DirectoryTable(_WithCountry):
    """Organisations of the directory, each with a way to take it over."""

    name = tables.TemplateColumn(
        template_name="partners/_directory_name.html", verbose_name=_("Name"), order_by="search_key"
    )
    kind = tables.Column(_("Kind"))
    town = tables.Column(_("Town"))
    accreditation = tables.Column(_("Erasmus accreditation"))
    add = tables.TemplateColumn(
        template_name="partners/_directory_add.html",
        verbose_name="",
        orderable=False,
        attrs={"td": {"class": "row-action"}},
    )

    class Meta:
        model = DirectoryEntry
        fields = ("name", "kind", "town", "country", "accreditation", "add")
