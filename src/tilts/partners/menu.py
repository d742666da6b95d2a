"""What partners add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.partners import queries
from tilts.partners.life import sources
from tilts.partners.life.queries import moments_of
from tilts.partners.possible import queries as possible
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    sources.register(moments_of, permission="partners.view")
    slots.register("web.search", slots.Finder(_("Partners"), "building", queries.find, "partners.view"), order=300)
    slots.register(
        "web.search",
        slots.Finder(_("Erasmus+ directory"), "globe2", possible.find, "partners.view"),
        order=900,
    )
    slots.register(
        "web.menu", slots.MenuEntry(_("Partners"), "partners:list", "building", "partners.view", "p"), order=300
    )
