"""Reads: how the school stands."""

from django.db.models import QuerySet

from tilts.projects.models import Project
from tilts.projects.standing.models import Accreditation, Award, StatedTotal, Strategy


def awards() -> QuerySet[Award]:
    """The school's awards, the latest first."""
    return Award.objects.select_related("project")


def awards_of(project: Project) -> QuerySet[Award]:
    """What a project was awarded."""
    return Award.objects.filter(project=project)


def accreditations() -> QuerySet[Accreditation]:
    """The school's accreditations and charters, also those applied for in vain."""
    return Accreditation.objects.all()


def strategies() -> QuerySet[Strategy]:
    """The school's strategies, the latest first."""
    return Strategy.objects.all()


def stated_totals() -> QuerySet[StatedTotal]:
    """Totals that pages state of the school."""
    return StatedTotal.objects.all()
