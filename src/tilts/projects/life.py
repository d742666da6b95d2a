"""What projects tell of the line of life of a partner."""

from collections.abc import Iterable

from django.utils import timezone

from tilts.partners.models import Partner
from tilts.partners.rules.life import Kind, Moment
from tilts.projects.models import Project, ProjectOrganisation

#: An application that nobody granted is no project.
_GRANTED = (Project.State.GRANTED, Project.State.RUNNING, Project.State.CLOSED)


def moments_of(partner: Partner) -> Iterable[Moment]:
    """Each project that the partner is in, with its role there."""
    today = timezone.localdate()
    roles = ProjectOrganisation.objects.filter(partner=partner, project__state__in=_GRANTED).select_related("project")
    return [
        Moment(
            Kind.PROJECT,
            each.project.starts,
            each.project.texts["title"],
            until=each.project.ends,
            facts=tuple(fact for fact in (each.get_role_display(), each.project.reference) if fact),
            url=each.project.get_absolute_url(),
            is_planned=each.project.starts_on > today,
        )
        for each in roles
    ]
