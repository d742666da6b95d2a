"""Envelopes as a table."""

import django_tables2 as tables
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope
from tilts.signing.sentences import ENVELOPE_TONES
from tilts.web.components.small import badge
from tilts.web.exporting import Column

#: Of cells that stay on one line.
_WHOLE = {"td": {"class": "text-nowrap"}}


class EnvelopeTable(tables.Table):
    """The list of envelopes."""

    title = tables.Column(_("Title"), linkify=True, order_by="search_key")
    kind = tables.Column(_("Kind of paper"), orderable=False)
    state = tables.Column(_("State"), orderable=False, attrs=_WHOLE)
    signed = tables.Column(_("Signed"), orderable=False, attrs=_WHOLE)
    created_at = tables.DateColumn(verbose_name=_("Sent to sign"), short=True, attrs=_WHOLE)
    ends_at = tables.DateColumn(verbose_name=_("Until"), short=True, attrs=_WHOLE)

    class Meta:
        model = Envelope
        fields = ("title", "kind", "state", "signed", "created_at", "ends_at")

    def render_kind(self, value: str) -> str:
        return str(kind_of(value).label)

    def render_state(self, record: Envelope) -> SafeString:
        return badge(record.get_state_display(), ENVELOPE_TONES[Envelope.State(record.state)])

    def value_state(self, record: Envelope) -> str:
        return record.get_state_display()

    def render_signed(self, record: Envelope) -> str:
        return _("%(signed)s of %(all)s") % {"signed": record.signed, "all": record.to_sign}  # type: ignore[attr-defined]


#: What a spreadsheet of envelopes has besides the columns of the list.
ENVELOPE_EXPORT = (
    Column(_("Number"), lambda envelope: envelope.number),
    Column(_("Form of signing"), lambda envelope: envelope.get_form_display()),
    Column(_("Closed"), lambda envelope: envelope.closed_at),
    Column(_("Reason"), lambda envelope: envelope.reason),
)
