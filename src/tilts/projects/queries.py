"""Reads: projects of the school."""

from django.db.models import QuerySet

from tilts.projects.models import Project, ProjectOrganisation, ProjectRate


def projects(search: str = "") -> QuerySet[Project]:
    """The school's projects, the newest first; with `search`, those whose reference begins so."""
    found = Project.objects.all()
    if search:
        found = found.filter(reference__gte=search.strip().upper(), reference__lt=search.strip().upper() + "\U0010ffff")
    return found


def organisations_of(project: Project) -> QuerySet[ProjectOrganisation]:
    """The partners of a project with their roles."""
    return ProjectOrganisation.objects.filter(project=project).select_related("partner")


def rates_of(project: Project) -> QuerySet[ProjectRate]:
    """The daily rates entered from the grant agreement of a project."""
    return ProjectRate.objects.filter(project=project)
