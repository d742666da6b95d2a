"""What people add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.people import queries
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register("web.search", slots.Finder(_("People"), "people", queries.find, "people.view"), order=400)
    slots.register("web.menu", slots.MenuEntry(_("People"), "people:list", "people", "people.view", "e"), order=400)
