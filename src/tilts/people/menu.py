"""What people add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register("web.menu", slots.MenuEntry(_("People"), "people:list", "people", "people.view", "e"), order=400)
