"""Reads: how the school stands."""

from datetime import date, timedelta

from django.db.models import QuerySet

from tilts.projects.models import Project
from tilts.projects.standing.models import Accreditation, Award, StatedTotal

#: So long before an accreditation ends it asks to be renewed: calls come once a year.
RENEW_AHEAD_DAYS = 365


def awards() -> QuerySet[Award]:
    """The school's awards, the latest first."""
    return Award.objects.select_related("project")


def awards_of(project: Project) -> QuerySet[Award]:
    """What a project was awarded."""
    return Award.objects.filter(project=project)


def accreditations() -> QuerySet[Accreditation]:
    """The school's accreditations and charters, also those applied for in vain."""
    return Accreditation.objects.select_related("renews").prefetch_related("renewals")


def running_out(today: date) -> list[Accreditation]:
    """Those granted that end within a year and that nothing renews yet, the nearest first."""
    ending = accreditations().filter(
        state=Accreditation.State.GRANTED, valid_until__range=(today, today + timedelta(days=RENEW_AHEAD_DAYS))
    )
    return [each for each in ending.order_by("valid_until", "pk") if not is_renewed(each)]


def is_renewed(accreditation: Accreditation) -> bool:
    """Whether another one follows it that is applied for or granted."""
    return any(each.state != Accreditation.State.REFUSED for each in accreditation.renewals.all())


def stated_totals() -> QuerySet[StatedTotal]:
    """Totals that pages state of the school."""
    return StatedTotal.objects.all()
