"""What projects add to the pages of the house."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.partners.life import sources
from tilts.partners.models import DirectoryEntry, Partner
from tilts.partners.teaching import priorities
from tilts.people import privacy
from tilts.people.models import Person
from tilts.projects import actions, calendar, life, queries
from tilts.projects.applications import queries as applications
from tilts.projects.applications.sentences import NEEDS, next_sentence, todo_sentence
from tilts.projects.models import Project
from tilts.projects.money import queries as money
from tilts.projects.money.privacy import (
    erase_payments,
    export_payments,
    export_promises,
    export_repayments,
    why_payments_must_stay,
)
from tilts.projects.standing import actions as standing_actions
from tilts.projects.standing.queries import running_out
from tilts.projects.strategy import counting
from tilts.projects.strategy.queries import priority_countries_of_strategies, put_first
from tilts.web import slots, undo


def register() -> None:
    """Called once, when the app is ready."""
    sources.register(life.moments_of, permission="projects.view")
    undo.register("projects.organisation", actions.put_back, permission="projects.change")
    undo.register("projects.link", actions.put_back, permission="projects.change")
    undo.register("projects.standing", standing_actions.put_back, permission="projects.change")
    privacy.register_exporter("promises", export_promises)
    privacy.register_exporter("payments", export_payments)
    privacy.register_exporter("repayments", export_repayments)
    privacy.register_eraser("payments", erase_payments, must_stay=why_payments_must_stay)
    slots.register(
        "home.todo",
        slots.template_part("projects/money/todo.html", _waiting),
        order=150,
        permission="money.approve",
    )
    slots.register(
        "people.person.panels",
        slots.template_part("projects/money/person_panel.html", _payments_to),
        order=120,
        permission="money.view",
    )
    calendar.register_entries()
    counting.register_all()
    slots.register(
        "projects.project.first",
        slots.template_part("projects/applications/project_panel.html", _application),
        order=10,
    )
    slots.register(
        "home.todo",
        slots.template_part("projects/applications/todo.html", _to_apply_for),
        order=160,
        permission="projects.change",
    )
    in_strategy = slots.template_part("projects/strategy/partner_panel.html", _put_first)
    for place in ("partners.partner.panels", "partners.both_teach.panels", "partners.directory_entry.panels"):
        slots.register(place, in_strategy, order=5, permission="projects.view")
    priorities.register(priority_countries_of_strategies)
    slots.register("web.search", slots.Finder(_("Projects"), "folder2-open", queries.find, "projects.view"), order=200)
    slots.register(
        "web.menu", slots.MenuEntry(_("Projects"), "projects:list", "folder2-open", "projects.view", "r"), order=200
    )


def _waiting(request: Any, _subject: object) -> dict[str, object] | None:
    waiting = money.waiting_for(request.user)
    return {"waiting": waiting} if waiting else None


def _put_first(_request: object, subject: Partner | DirectoryEntry) -> dict[str, object] | None:
    found = put_first(subject)
    return {"found": found} if found else None


def _application(_request: object, project: Project) -> dict[str, object] | None:
    """How far the application is; nothing for a running project of whose application nothing is known."""
    line = applications.line_of(project)
    if line.application.pk is None and not line.is_open and not line.needs:
        return None
    return {
        "line": line,
        "next": next_sentence(line.coming, timezone.localdate()),
        "needs": [NEEDS[need] for need in line.needs],
    }


def _to_apply_for(_request: object, _subject: object) -> dict[str, object] | None:
    """Calls that end soon, results that are expected, accreditations that run out."""
    today = timezone.localdate()
    near = [(line, todo_sentence(line, today)) for line in applications.near(today)]
    ending = running_out(today)
    return {"applications": near, "running_out": ending} if near or ending else None


def _payments_to(_request: object, person: Person) -> dict[str, object] | None:
    payments = list(money.payments_to(person))
    return {"payments": payments, "repayments": money.repayments_from(person)} if payments else None
