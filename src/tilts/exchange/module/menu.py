"""What Beneficiary Module files add to the pages of the house."""

from typing import Any

from django.http import HttpRequest

from tilts.exchange.module import queries
from tilts.exchange.module.entries import numbers_of_stays
from tilts.mobilities.desk_check.queries import register_numbers
from tilts.people import privacy
from tilts.projects.models import Project
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    privacy.register_exporter("beneficiary_module", queries.export_of_the_module)
    register_numbers(numbers_of_stays)
    slots.register(
        "projects.project.panels",
        slots.template_part("exchange/module_panel.html", _panel),
        permission="exchange.module",
    )
    slots.register(
        "home.todo",
        slots.template_part("exchange/module_todo.html", _open_findings),
        order=250,
        permission="exchange.module",
    )


def _open_findings(_request: object, _subject: object) -> dict[str, Any] | None:
    projects = queries.projects_with_findings()
    return {"projects": projects} if projects else None


def _panel(request: HttpRequest, project: Project) -> dict[str, Any] | None:
    if not queries.is_of_the_module(project):
        return None
    return {"stored": queries.template_of(project), "open": queries.findings_of(project).count()}
