"""What the public pages add to the pages of the house."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.partners.models import Partner
from tilts.projects.models import Project
from tilts.public import queries
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    slots.register("web.menu", slots.MenuEntry(_("Public pages"), "public:site", "globe2", "public.view"), order=800)
    panel = "public/shown_panel.html"
    slots.register(
        "partners.partner.panels", slots.template_part(panel, _of_partner), order=800, permission="public.change"
    )
    slots.register(
        "projects.project.panels", slots.template_part(panel, _of_project), order=800, permission="public.change"
    )


def _of_partner(request: HttpRequest, partner: Partner) -> dict[str, Any]:
    return {"shown": queries.is_partner_shown(partner), "action": reverse("public:partner_shown", args=[partner.pk])}


def _of_project(request: HttpRequest, project: Project) -> dict[str, Any]:
    return {"shown": queries.is_project_shown(project), "action": reverse("public:project_shown", args=[project.pk])}
