"""What signing of agreements adds to their pages, and to the room of signing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.agreements.concluding.actions import back_to_agreed, come_into_force
from tilts.agreements.concluding.queries import KIND, coming_session, envelope_for, local_times
from tilts.agreements.drafting.queries import draft_of
from tilts.agreements.models import Agreement
from tilts.agreements.rules import everybody_can_be_asked
from tilts.signing import kinds
from tilts.signing.models import Way
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    kinds.register(
        kinds.Kind(
            KIND,
            _("Cooperation agreement"),
            ways=tuple(Way),
            title=lambda number: str(Agreement.objects.get(pk=number)),
            page=lambda number: reverse("agreements:agreement", args=[number]),
            view="partners.contacts",  # its papers name who signs
            send="agreements.change",
            needs_authority=True,
            public_names=True,
            completed=come_into_force,
            refused=back_to_agreed,
            withdrawn=back_to_agreed,
            expired=back_to_agreed,
        )
    )
    slots.register(
        "agreements.agreement.steps",
        slots.template_part("agreements/concluding/steps.html", _steps),
        permission="agreements.change",
    )
    slots.register(
        "agreements.agreement.first",
        slots.template_part("agreements/concluding/panel.html", _panel),
        permission="agreements.view",
    )


def _steps(_request: Any, agreement: Agreement) -> dict[str, object]:
    """A session can be planned once there is a text to sign and everybody who signs can be asked to it."""
    is_time = (
        agreement.state in {"proposed", "agreed", "signing"}
        and not agreement.is_copy
        and coming_session(agreement) is None
    )
    return {"agreement": agreement, "may_plan": is_time and everybody_can_be_asked(draft_of(agreement))}


def _panel(_request: Any, agreement: Agreement) -> dict[str, object] | None:
    """The session that is planned and the envelope that is on its way, while it is signed; later the signed paper."""
    session = coming_session(agreement) if agreement.state != Agreement.State.IN_FORCE else None
    envelope = envelope_for(agreement)
    if agreement.is_recorded or (session is None and envelope is None):
        return None
    return {
        "agreement": agreement,
        "session": session,
        "times": local_times(session, get_language() or "en") if session else [],
        "envelope": envelope,
    }
