"""Writes: what the public sees."""

from django.db import transaction

from tilts.accounts.models import School
from tilts.partners.models import Partner
from tilts.projects.models import Project
from tilts.public.models import PartnerChoice, ProjectChoice


def switch(school: School, *, on: bool) -> None:
    """Make the school's public pages public, or take them back."""
    school.is_public = on
    school.save(update_fields=["is_public"])


@transaction.atomic
def choose_partner(partner: Partner, is_shown: bool | None) -> None:
    """Show or hide a partner whatever the rule says; None lets the rule decide again."""
    if is_shown is None:
        PartnerChoice.objects.filter(partner=partner).delete()
    else:
        PartnerChoice.objects.update_or_create(partner=partner, defaults={"is_shown": is_shown})


@transaction.atomic
def choose_project(project: Project, is_shown: bool | None) -> None:
    """Show or hide a project whatever the rule says; None lets the rule decide again."""
    if is_shown is None:
        ProjectChoice.objects.filter(project=project).delete()
    else:
        ProjectChoice.objects.update_or_create(project=project, defaults={"is_shown": is_shown})
