"""What home adds to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register("web.menu", slots.MenuEntry(_("Home"), "home:start", "house", "accounts.view", "h"), order=1)
