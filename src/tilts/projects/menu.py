"""What projects add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register(
        "web.menu", slots.MenuEntry(_("Projects"), "projects:list", "folder2-open", "projects.view", "r"), order=200
    )
