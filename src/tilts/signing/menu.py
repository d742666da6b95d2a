"""What signing adds to the pages of the house."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tilts.accounts import links
from tilts.people import privacy
from tilts.signing import asking, queries
from tilts.signing.elsewhere import waiting_elsewhere
from tilts.signing.guest import guest_page
from tilts.signing.privacy import erase_signatures, export_signatures, why_signatures_must_stay
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    links.register(asking.PURPOSE, guest_page)
    privacy.register_exporter("signatures", export_signatures)
    privacy.register_eraser("signatures", erase_signatures, must_stay=why_signatures_must_stay)
    slots.register("web.menu", slots.MenuEntry(_("Signing"), "signing:list", "pen", "signing.view"), order=320)
    slots.register("home.todo", slots.template_part("signing/todo.html", _todo), order=50, permission="signing.view")
    slots.register("web.sign_in", slots.template_part("signing/check_link.html"), order=90)


def _todo(request: Any, _subject: object) -> dict[str, object] | None:
    """What waits for one's own signature, and what the office has to decide."""
    waiting = list(queries.waiting_for(request.user)[:5]) if request.may("signing.sign") else []
    elsewhere = waiting_elsewhere(request.user)[:5]
    may_send = request.may("signing.send")
    proposals = list(queries.proposals(request.may)[:5]) if may_send else []
    scans = list(queries.scans_to_check_in(request.may).select_related("envelope")[:5]) if may_send else []
    found = {"waiting": waiting, "elsewhere": elsewhere, "proposals": proposals, "scans": scans}
    return found if any(found.values()) else None
