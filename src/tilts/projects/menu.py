"""What projects add to the pages of the house."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tilts.partners.life import sources
from tilts.people import privacy
from tilts.people.models import Person
from tilts.projects import actions, life, queries
from tilts.projects.money import queries as money
from tilts.projects.money.privacy import (
    erase_payments,
    export_payments,
    export_promises,
    export_repayments,
    why_payments_must_stay,
)
from tilts.projects.standing import actions as standing_actions
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
    slots.register("web.search", slots.Finder(_("Projects"), "folder2-open", queries.find, "projects.view"), order=200)
    slots.register(
        "web.menu", slots.MenuEntry(_("Projects"), "projects:list", "folder2-open", "projects.view", "r"), order=200
    )


def _waiting(request: Any, _subject: object) -> dict[str, object] | None:
    waiting = money.waiting_for(request.user)
    return {"waiting": waiting} if waiting else None


def _payments_to(_request: object, person: Person) -> dict[str, object] | None:
    payments = list(money.payments_to(person))
    return {"payments": payments, "repayments": money.repayments_from(person)} if payments else None
