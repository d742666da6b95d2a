"""What desk checks add to the pages of the house."""

from typing import Any

from django.utils import timezone

from tilts.accounts import links
from tilts.jobs.actions import register_handler
from tilts.mobilities.desk_check.actions import PURPOSE
from tilts.mobilities.desk_check.auditing import auditor_page
from tilts.mobilities.desk_check.models import AuditorLink, DeskCheck
from tilts.mobilities.desk_check.packing import make_packs
from tilts.mobilities.desk_check.privacy import erase_papers, export_papers
from tilts.mobilities.desk_check.queries import PACKS, checks_of, stays_of
from tilts.people import privacy
from tilts.projects.models import Project
from tilts.web import slots


def register() -> None:
    """Called once, before the stays register: papers go before the stays they belong to."""
    register_handler(PACKS, make_packs, lambda number: DeskCheck.objects.filter(pk=number).first())
    links.register(PURPOSE, auditor_page)
    privacy.register_exporter("supporting_papers", export_papers)
    privacy.register_eraser("supporting_papers", erase_papers)
    slots.register(
        "projects.project.panels",
        slots.template_part("mobilities/desk_check/project_panel.html", _panel),
        order=60,
        permission="mobilities.evidence",
    )


def _panel(_request: Any, project: Project) -> dict[str, object] | None:
    checks = list(checks_of(project))
    if not checks and not stays_of(project).exists():
        return None
    still_open = AuditorLink.objects.filter(
        check_of__in=checks, ended_at=None, ends_on__gte=timezone.localdate()
    ).count()
    return {"checks": checks, "open_links": still_open}
