"""Agreements as a table."""

import django_tables2 as tables
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.agreements.models import Agreement
from tilts.agreements.rules import is_on_its_way
from tilts.web.components.words import partial_date, text_of
from tilts.web.exporting import Column


class AgreementTable(tables.Table):
    """The list of agreements."""

    title = tables.Column(_("Title"), linkify=True, order_by="sort_key")
    partners = tables.Column(_("Partners"), orderable=False)
    state = tables.Column(_("State"))
    signed_on = tables.Column(_("Signed"), attrs={"td": {"class": "text-nowrap"}})
    concluded = tables.Column(_("How concluded"), orderable=False)

    class Meta:
        model = Agreement
        fields = ("title", "partners", "state", "signed_on", "concluded")

    def render_title(self, record: Agreement) -> SafeString | str:
        return text_of(record.texts["title"], is_marked=False)

    def value_title(self, record: Agreement) -> str:
        return str(record)

    def render_partners(self, value: list[object]) -> str:
        return ", ".join(map(str, value))

    def render_state(self, record: Agreement) -> str:
        state = str(record.get_state_display())
        if is_on_its_way(record.state) and record.holds_since:  # type: ignore[attr-defined,arg-type]
            return gettext("In force; change: %(state)s") % {"state": state}
        return state

    def render_signed_on(self, record: Agreement) -> str:
        return partial_date(record.signed, "short")

    def render_concluded(self, record: Agreement) -> str:
        if not record.is_recorded and record.signed_on is None:
            return "—"
        return (
            f"{record.get_concluded_display()}: {record.platform}"
            if record.platform
            else record.get_concluded_display()
        )


#: What a spreadsheet of agreements has besides the columns of the list.
AGREEMENT_EXPORT = (
    Column(_("Kind of agreement"), lambda agreement: agreement.get_kind_display()),
    Column(_("Number"), lambda agreement: agreement.number),
    Column(_("Areas"), lambda agreement: ", ".join(agreement.area_names)),
    Column(_("Why this partner"), lambda agreement: agreement.wording("reason")),
    Column(_("Valid from"), lambda agreement: agreement.valid_from or agreement.holds_since),
    Column(_("Valid until"), lambda agreement: agreement.valid_until),
    Column(_("Without an end"), lambda agreement: agreement.is_open_ended),
    Column(_("Where it stands"), lambda agreement: agreement.wording("source_title")),
)
