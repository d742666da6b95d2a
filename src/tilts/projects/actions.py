"""Writes: projects, their organisations and rates."""

from tilts.accounts.models import User
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate


def add_organisation(project: Project, organisation: ProjectOrganisation) -> ProjectOrganisation:
    """Take a partner into a project."""
    organisation.project = project
    organisation.save()
    return organisation


def enter_rate(project: Project, rate: ProjectRate, *, by: User | None) -> ProjectRate:
    """Enter a daily rate as the annex gives it; from now on grants of the project use it."""
    rate.project, rate.entered_by = project, by
    rate.save()
    return rate


def remove_rate(rate: ProjectRate) -> None:
    """Take a rate back; grants that need it become a problem again."""
    rate.delete()
