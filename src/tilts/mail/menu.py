"""What mail adds to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register("web.menu", slots.MenuEntry(_("Outbox"), "mail:mailbox", "envelope", "mail.view", "o"), order=800)
