"""Flows as a table."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from tilts.mobilities.models import Flow


class FlowTable(tables.Table):
    """The list of flows."""

    name = tables.Column(_("Flow"), linkify=True)
    partner = tables.Column(_("Hosting organisation"), orderable=False)
    starts_on = tables.DateColumn("SHORT_DATE_FORMAT", verbose_name=_("First day"))
    ends_on = tables.DateColumn("SHORT_DATE_FORMAT", verbose_name=_("Last day"))
    participant_count = tables.Column(_("Participants"), attrs={"th": {"class": "num"}, "td": {"class": "num"}})
    seats = tables.Column(_("Seats"), attrs={"th": {"class": "num"}, "td": {"class": "num"}})

    class Meta:
        model = Flow
        fields = ("name", "partner", "starts_on", "ends_on", "participant_count", "seats")
