"""What exchange adds to the pages of the house."""

from collections.abc import Iterator, Sequence

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tilts.exchange.forms import RosterForm
from tilts.exchange.models import Roster
from tilts.exchange.queries import open_rosters_of
from tilts.mobilities import checklist
from tilts.mobilities.checklist import Finding, Trip
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    checklist.register("class_list", _("Class list"), _rows_waiting, order=5, permission="exchange.import")
    slots.register(
        "mobilities.flow.first",
        slots.template_part(
            "exchange/drop_panel.html",
            lambda request, flow: {
                "form": RosterForm(),
                "open_rosters": open_rosters_of(flow),
                "has_people": flow.mobilities.exists(),
            },
        ),
        permission="exchange.import",
    )
    slots.register(
        "home.todo",
        slots.template_part("exchange/todo.html", _rows_to_mend),
        permission="exchange.import",
    )


def _rows_waiting(trips: Sequence[Trip]) -> Iterator[Finding]:
    """Class lists of which rows are not taken over."""
    flows = [trip.flow.pk for trip in trips]
    for roster in Roster.objects.filter(flow__in=flows, finished_at=None).annotate(waiting=Count("rows")):
        sentence = ngettext(
            "%(count)s row of %(file)s waits to be checked.",
            "%(count)s rows of %(file)s wait to be checked.",
            roster.waiting,
        ) % {"count": roster.waiting, "file": roster.file_name}
        yield Finding(roster.flow_id, sentence, url=roster.get_absolute_url())


def _rows_to_mend(_request: object, _subject: object) -> dict[str, object] | None:
    waiting = Roster.objects.filter(finished_at=None).select_related("flow")[:10]
    return {"rosters": waiting} if waiting else None
