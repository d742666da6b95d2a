"""Flows as a table."""

from datetime import date

import django_tables2 as tables
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.places import country_name
from tilts.mobilities.models import Flow
from tilts.mobilities.rules import FlowTime, time_of
from tilts.mobilities.sentences import TIMES
from tilts.web.components.small import badge
from tilts.web.exporting import Column

_TONES = {FlowTime.COMING: "info", FlowTime.UNDER_WAY: "good", FlowTime.OVER: "neutral"}
_NUM = {"th": {"class": "num"}, "td": {"class": "num"}}


class FlowTable(tables.Table):
    """The list of flows."""

    name = tables.Column(_("Flow"), linkify=True, order_by=("sort_key", "pk"))
    partner = tables.Column(_("Partner organisation"), order_by=("partner__sort_key", "pk"))
    project = tables.Column(_("Project"), accessor="project__title", order_by=("project__sort_key", "pk"))
    starts_on = tables.Column(
        _("Days"), attrs={"td": {"class": "text-nowrap"}}, order_by=("starts_on", "ends_on", "pk")
    )
    participant_count = tables.Column(_("Participants / seats"), attrs=_NUM)
    state = tables.Column(_("State"), empty_values=(), order_by=("starts_on", "ends_on", "pk"))

    #: The spreadsheet has the last day and the seats in columns of their own.
    export_heads = {"starts_on": _("First day"), "participant_count": _("Participants")}

    class Meta:
        model = Flow
        fields = ("name", "partner", "project", "starts_on", "participant_count", "state")

    def render_starts_on(self, record: Flow) -> str:
        return f"{_short(record.starts_on)} – {_short(record.ends_on)}"

    def render_participant_count(self, record: Flow) -> str:
        return f"{record.participant_count} / {record.seats}"  # type: ignore[attr-defined]

    def order_participant_count(self, found: QuerySet[Flow], is_descending: bool) -> tuple[QuerySet[Flow], bool]:
        return found.order_by("-participant_count" if is_descending else "participant_count", "-starts_on", "pk"), True

    def render_state(self, record: Flow) -> SafeString:
        time = time_of(record.span, timezone.localdate())
        return badge(TIMES[time], tone=_TONES[time])

    def value_state(self, record: Flow) -> str:
        return str(TIMES[time_of(record.span, timezone.localdate())])


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


#: What a spreadsheet of flows has besides the columns of the list.
FLOW_EXPORT = (
    Column(_("Last day"), lambda flow: flow.ends_on),
    Column(_("Seats"), lambda flow: flow.seats),
    Column(_("Direction"), lambda flow: flow.get_direction_display()),
    Column(_("Activity"), lambda flow: flow.get_activity_display()),
    Column(_("Mode"), lambda flow: flow.get_mode_display()),
    Column(_("Contact hours"), lambda flow: flow.contact_hours),
    Column(_("Town"), lambda flow: flow.partner.town),
    Column(_("Country"), lambda flow: country_name(flow.partner.country, get_language() or "en")),
    Column(_("Project reference"), lambda flow: flow.project.reference),
)

#: A spreadsheet of what is missing: pairs of a stay (or None) and a point.
MISSING_EXPORT = (
    Column(_("Family name"), lambda line: line[0].person.family_name if line[0] else ""),
    Column(_("Given names"), lambda line: line[0].person.given_names if line[0] else ""),
    Column(_("Group"), lambda line: line[0].person.group if line[0] else ""),
    Column(_("About"), lambda line: line[1].label),
    Column(_("What is missing"), lambda line: "" if line[1].is_note else line[1].sentence),
    Column(_("To know"), lambda line: line[1].sentence if line[1].is_note else ""),
)
