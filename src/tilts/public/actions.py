"""Writes: what the public sees."""

from django.db import transaction

from tilts.accounts.actions import save_settings
from tilts.accounts.models import School, User
from tilts.partners.models import Partner
from tilts.projects.models import Project
from tilts.public.models import PartnerChoice, ProjectChoice


def switch(school: School, *, on: bool, by: User) -> None:
    """Make the school's public pages public, or take them back; written down like every setting."""
    if school.is_public != on:
        school.is_public = on
        save_settings(school, ["is_public"], by=by)


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
