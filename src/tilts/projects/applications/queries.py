"""Reads: the school's applications, each with what it needs and what is next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tilts.projects.applications.models import Application
from tilts.projects.applications.rules import AGAIN_STATES, OPEN_STATES, Coming, Facts, Need, coming, needs
from tilts.projects.models import Project, ProjectStep

#: A project in one of these states is listed even where nothing is known of its application.
_LISTED = (*OPEN_STATES, *AGAIN_STATES)


@dataclass(frozen=True)
class Line:
    """One application."""

    project: Project
    application: Application
    since: date | None
    needs: tuple[Need, ...]
    coming: Coming | None

    @property
    def is_open(self) -> bool:
        return self.project.state in OPEN_STATES

    @property
    def may_be_again(self) -> bool:
        return self.project.state in AGAIN_STATES


def application_of(project: Project) -> Application:
    """What is known of a project's application; a new one, not saved, where nothing is."""
    return Application.objects.filter(project=project).first() or Application(project=project)


def line_of(project: Project) -> Line:
    """One application with what it needs."""
    steps = {each.state: each.since for each in ProjectStep.objects.filter(project=project)}
    return _line(project, application_of(project), steps.get(project.state))


def lines() -> list[Line]:
    """All applications: those that are open by what comes first, then those decided, the latest first."""
    projects = list(
        Project.objects.filter(Q(state__in=_LISTED) | Q(applications__isnull=False)).select_related("own_programme")
    )
    known = {each.project_id: each for each in Application.objects.filter(project__in=projects)}
    steps = {(each.project_id, each.state): each.since for each in ProjectStep.objects.filter(project__in=projects)}
    found = [
        _line(each, known.get(each.pk) or Application(project=each), steps.get((each.pk, each.state)))
        for each in projects
    ]
    return sorted((each for each in found if each.is_open), key=lambda each: (_day(each), each.project.title)) + sorted(
        (each for each in found if not each.is_open),
        key=lambda each: each.since or each.project.starts_on,
        reverse=True,
    )


def applied_before(number: str) -> Project | None:
    """The refused or withdrawn project of this number, whose idea is applied for once more; None for any other."""
    if not number.isdecimal():
        return None
    return Project.objects.filter(pk=number, state__in=AGAIN_STATES).select_related("own_programme").first()


def near(today: date) -> list[Line]:
    """Applications whose next day is near or over; one that only has to begin asks for nothing."""
    return [
        each
        for each in lines()
        if each.coming is not None and each.project.state != Project.State.GRANTED and each.coming.is_near(today)
    ]


def _line(project: Project, application: Application, since: date | None) -> Line:
    facts = Facts(
        state=project.state,
        since=since,
        deadline_on=application.deadline_on,
        number=application.number,
        expected_on=application.expected_on,
        reserve_place=application.reserve_place,
        score=application.score,
        reasons=application.reasons,
        reference=project.reference,
        grant_eur=project.grant_eur,
        starts_on=project.starts_on,
    )
    return Line(project, application, since, needs(facts), coming(facts))


def _day(line: Line) -> date:
    return line.coming.on if line.coming is not None and line.coming.on is not None else date.max
