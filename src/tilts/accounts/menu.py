"""What accounts add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.core.history import changes_of
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register(
        "web.menu", slots.MenuEntry(_("Who may what"), "accounts:roles", "shield-check", "accounts.view"), order=900
    )
    history = slots.template_part(
        "accounts/history_panel.html", lambda request, record: {"changes": changes_of(record)}
    )
    for place in ("partners.partner.panels", "projects.project.panels", "mobilities.flow.panels"):
        slots.register(place, history, order=900, permission="history.view")
