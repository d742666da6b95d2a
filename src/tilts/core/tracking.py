"""How the database writes the history of a tracked model; for `@pghistory.track`."""

from typing import Any

import pghistory
import pgtrigger
from pghistory.trigger import Event

# The library also asks for a row in a table of contexts. Ours stand in each event (settings.PGHISTORY_CONTEXT_FIELD).
_CONTEXT = "WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) "
_JOINED_CONTEXT = ", _pgh_attached_context"


class ManyInserted(pghistory.InsertEvent):
    """Events of new rows, all those of a statement at once: row by row they would take most of a big insert's time."""

    def add_event_trigger(self, event_model: Any) -> None:
        trigger = _EventsOfStatement(  # type: ignore[no-untyped-call]
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            level=pgtrigger.Statement,
        )
        pgtrigger.register(trigger)(event_model.pgh_tracked_model)


class _EventsOfStatement(Event):
    def get_func(self, model: Any) -> pgtrigger.Func:
        written: str = super().get_func(model).func  # type: ignore[no-untyped-call]
        if not (written.startswith(_CONTEXT) and _JOINED_CONTEXT in written):
            raise RuntimeError(f"django-pghistory writes its trigger another way than we know: {written}")
        return pgtrigger.Func(written.removeprefix(_CONTEXT).replace(_JOINED_CONTEXT, ""))  # type: ignore[no-untyped-call]
