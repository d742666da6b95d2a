"""What exchange adds to the pages of the house."""

from tilts.exchange.forms import RosterForm
from tilts.exchange.models import Roster
from tilts.exchange.queries import open_rosters_of
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register(
        "mobilities.flow.first",
        slots.template_part(
            "exchange/drop_panel.html",
            lambda request, flow: {"form": RosterForm(), "open_rosters": open_rosters_of(flow)},
        ),
        permission="exchange.import",
    )
    slots.register(
        "home.todo",
        slots.template_part("exchange/todo.html", _rows_to_mend),
        permission="exchange.import",
    )


def _rows_to_mend(_request: object, _subject: object) -> dict[str, object] | None:
    waiting = Roster.objects.filter(finished_at=None).select_related("flow")[:10]
    return {"rosters": waiting} if waiting else None
