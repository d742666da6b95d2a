"""Pages of a project's money."""

from django.shortcuts import get_object_or_404

from tilts.projects import queries
from tilts.projects.models import Project


def project_of(pk: int) -> Project:
    """The project of a page."""
    return get_object_or_404(queries.projects(), pk=pk)
