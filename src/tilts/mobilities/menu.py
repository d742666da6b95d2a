"""What mobilities add to the pages of the house."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.accounts import links
from tilts.agreements.living import doings
from tilts.funding.labels import STATUSES
from tilts.funding.sentences.ways import WAYS_TO_PAY
from tilts.funding.ways import newest_known, ways_to_pay
from tilts.jobs.actions import register_handler
from tilts.mobilities import actions, asking, calendar, fulfilling, indicators, life, missing, money, printing, queries
from tilts.mobilities.answering import answers_page
from tilts.mobilities.desk_check import menu as desk_check
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.past import actions as past_actions
from tilts.mobilities.past.queries import by_year, past_activities_with
from tilts.mobilities.past.queries import find as find_past
from tilts.mobilities.privacy import erase_stays, export_stays, why_stays_must_stay
from tilts.mobilities.queries import flows, flows_of, mobilities_of, school_grant_of_project
from tilts.mobilities.todo import todo
from tilts.partners.life import sources
from tilts.partners.models import DirectoryEntry, Partner
from tilts.people import privacy
from tilts.projects.models import Project
from tilts.web import slots, undo


def register() -> None:
    """Called once, when the app is ready."""
    sources.register(life.flows_with, permission="mobilities.view")
    sources.register(life.past_with, permission="mobilities.past")
    undo.register("mobilities.mobility", actions.put_back, permission="mobilities.change")
    undo.register("mobilities.past", past_actions.put_back, permission="mobilities.change")
    slots.register("web.search", slots.Finder(_("Flows"), "airplane", queries.find, "mobilities.view"), order=100)
    register_handler(actions.PAPERS, printing.make_papers, lambda number: flows().filter(pk=number).first())
    missing.register_items()
    money.register()
    indicators.register_all()
    calendar.register_entries()
    links.register(asking.PURPOSE, answers_page)
    desk_check.register()
    doings.register(fulfilling.doings)
    privacy.register_exporter("stays", export_stays)
    privacy.register_eraser("stays", erase_stays, must_stay=why_stays_must_stay)
    slots.register(
        "mobilities.flow.panels",
        slots.template_part("mobilities/asking_panel.html", _asking),
        order=50,
        permission="mobilities.change",
    )
    slots.register(
        "web.menu", slots.MenuEntry(_("Flows"), "mobilities:list", "airplane", "mobilities.view", "f"), order=100
    )
    slots.register(
        "home.todo", slots.template_part("mobilities/todo.html", _todo), order=200, permission="mobilities.view"
    )
    slots.register(
        "projects.project.first",
        slots.template_part("mobilities/project_panel.html", _flows_of_project),
        permission="mobilities.view",
    )
    slots.register(
        "web.search", slots.Finder(_("Earlier activities"), "clock-history", find_past, "mobilities.past"), order=110
    )
    slots.register(
        "web.menu",
        slots.MenuEntry(_("Earlier activities"), "past:list", "clock-history", "mobilities.past", "b"),
        order=110,
    )
    slots.register(
        "partners.partner.panels",
        slots.template_part("mobilities/partner_panel.html", _partner_by_year),
        order=10,
        permission="mobilities.past",
    )
    who_pays = slots.template_part("mobilities/ways_panel.html", _ways)
    for place in ("partners.partner.panels", "partners.directory_entry.panels"):
        slots.register(place, who_pays, order=15, permission="projects.view")
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


def _partner_by_year(request: Any, partner: Partner) -> dict[str, object] | None:
    """Flows are seen by those who may see participants, stated counts by everybody of the school."""
    planned = flows().filter(partner=partner) if request.may("mobilities.view") else ()
    past = list(past_activities_with(partner))
    years = by_year(planned, past)
    return {"years": years, "has_past": bool(past)} if years else None


def _flows_of_project(_request: object, project: Project) -> dict[str, object]:
    """Its flows, and what the school itself is paid for who travels in them; nothing while that is not known."""
    return {"flows": flows_of(project), "own_eur": school_grant_of_project(project).total_eur}


def _ways(request: Any, partner: Partner | DirectoryEntry) -> dict[str, object] | None:
    """Which programme can pay for stays with this partner, there and here, in this year's call or the last known.

    Nothing for one at home: these programmes pay for going abroad.
    """
    if partner.country in ("", request.school.country):
        return None
    call_year = min(timezone.localdate().year, newest_known())
    return {
        "call_year": call_year,
        "directions": [
            (
                label,
                [
                    (WAYS_TO_PAY[way.name], STATUSES[way.status], way.reference)
                    for way in ways_to_pay(request.school.country, partner.country, direction, call_year)
                ],
            )
            for direction, label in (("out", Flow.Direction.OUT.label), ("in", Flow.Direction.IN.label))
        ],
        "own_funds": WAYS_TO_PAY["own_funds"],
    }


def _todo(request: Any, _subject: object) -> dict[str, object] | None:
    items = todo(timezone.localdate(), request.school, may=request.may)
    return {"items": items} if items else None


def _asking(_request: object, flow: Flow) -> dict[str, object] | None:
    people = [each for each in mobilities_of(flow) if each.state != Mobility.State.CANCELLED]
    if not people or flow.is_incoming:
        return None
    waiting = [each for each in people if each.answered_at is None and each.state == Mobility.State.PLANNED]
    answered = sum(each.answered_at is not None for each in people)
    return {"waiting": waiting, "answered": answered, "total": len(people)}
