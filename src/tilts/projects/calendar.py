"""What projects put into the school's calendar: calls, results, last days of projects and of accreditations."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.mail.entries import Entry, Kind, register
from tilts.projects.models import Accreditation, Application, Project


def register_entries() -> None:
    """Called once, when the app is ready."""
    for kind in (
        Kind("call-end", gettext_lazy("Calls that end"), _calls, "projects.view"),
        Kind("result", gettext_lazy("Results that are expected"), _results, "projects.view"),
        Kind("project-end", gettext_lazy("Projects that end"), _ending_projects, "projects.view"),
        Kind("accreditation-end", gettext_lazy("Accreditations that run out"), _ending_accreditations, "projects.view"),
    ):
        register(kind)


def _calls(first: date, last: date) -> Iterator[Entry]:
    """Of ideas alone: what is submitted has met its call."""
    ideas = Application.objects.filter(deadline_on__range=(first, last), project__state=Project.State.IDEA)
    for each in ideas.select_related("project"):
        title = _("Call ends: %(project)s") % {"project": each.project}
        yield _on(each.deadline_on, each.pk, title, ("projects:project", each.project_id))


def _results(first: date, last: date) -> Iterator[Entry]:
    waiting = Application.objects.filter(
        expected_on__range=(first, last), project__state__in=(Project.State.APPLIED, Project.State.RESERVE)
    )
    for each in waiting.select_related("project"):
        title = _("Result expected: %(project)s") % {"project": each.project}
        yield _on(each.expected_on, each.pk, title, ("projects:project", each.project_id))


def _ending_projects(first: date, last: date) -> Iterator[Entry]:
    """Those that run, and whose last day is known to the day."""
    running = Project.objects.filter(
        ends_on__range=(first, last), ends_precision="day", state__in=(Project.State.GRANTED, Project.State.RUNNING)
    )
    for each in running:
        yield _on(
            each.ends_on, each.pk, _("Project ends: %(project)s") % {"project": each}, ("projects:project", each.pk)
        )


def _ending_accreditations(first: date, last: date) -> Iterator[Entry]:
    granted = Accreditation.objects.filter(valid_until__range=(first, last), state=Accreditation.State.GRANTED)
    for each in granted:
        title = _("Runs out: %(accreditation)s") % {"accreditation": each}
        yield _on(each.valid_until, each.pk, title, ("projects:standing",))


def _on(day: date, number: int, title: str, page: tuple[object, ...]) -> Entry:
    return Entry(number, title, day, day, page)
