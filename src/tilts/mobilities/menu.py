"""What mobilities add to the pages of the house."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.jobs.actions import register_handler
from tilts.mobilities import actions, printing
from tilts.mobilities.models import Mobility
from tilts.mobilities.queries import flows, flows_of
from tilts.mobilities.todo import todo
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    register_handler(actions.PAPERS, printing.make_papers)
    slots.register("web.menu", slots.MenuEntry(_("Flows"), "mobilities:list", "airplane", "mobilities.view"), order=100)
    slots.register(
        "home.todo", slots.template_part("mobilities/todo.html", _todo), order=200, permission="mobilities.view"
    )
    slots.register(
        "projects.project.first",
        slots.template_part("mobilities/project_panel.html", lambda request, project: {"flows": flows_of(project)}),
        permission="mobilities.view",
    )
    slots.register(
        "partners.partner.panels",
        slots.template_part(
            "mobilities/partner_panel.html", lambda request, partner: {"flows": flows().filter(partner=partner)}
        ),
        permission="mobilities.view",
    )
    slots.register(
        "people.person.panels",
        slots.template_part(
            "mobilities/person_panel.html",
            lambda request, person: {
                "mobilities": Mobility.objects.filter(person=person).select_related("flow__partner")
            },
        ),
        permission="mobilities.view",
    )


def _todo(_request: object, _subject: object) -> dict[str, object] | None:
    items = todo(timezone.localdate())
    return {"items": items} if items else None
