"""What flows put into the school's calendar: their days. No person is named."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from tilts.mail.entries import Entry, Kind, register
from tilts.mobilities.models import Flow


def register_entries() -> None:
    """Called once, when the app is ready."""
    register(Kind("flow", _("Flows"), _flows, "mobilities.view"))


def _flows(first: date, last: date) -> Iterator[Entry]:
    for flow in Flow.objects.filter(starts_on__lte=last, ends_on__gte=first).order_by("starts_on", "pk"):
        yield Entry(flow.pk, flow.name, flow.starts_on, flow.ends_on, ("mobilities:flow", flow.pk))
