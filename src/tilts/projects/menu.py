"""What projects add to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.people import privacy
from tilts.projects import actions, queries
from tilts.projects.money.privacy import erase_payments, export_payments, export_promises, why_payments_must_stay
from tilts.projects.standing import actions as standing_actions
from tilts.web import slots, undo


def register() -> None:
    """Called once, when the app is ready."""
    undo.register("projects.organisation", actions.put_back, permission="projects.change")
    undo.register("projects.link", actions.put_back, permission="projects.change")
    undo.register("projects.standing", standing_actions.put_back, permission="projects.change")
    privacy.register_exporter("promises", export_promises)
    privacy.register_exporter("payments", export_payments)
    privacy.register_eraser("payments", erase_payments, must_stay=why_payments_must_stay)
    slots.register("web.search", slots.Finder(_("Projects"), "folder2-open", queries.find, "projects.view"), order=200)
    slots.register(
        "web.menu", slots.MenuEntry(_("Projects"), "projects:list", "folder2-open", "projects.view", "r"), order=200
    )
