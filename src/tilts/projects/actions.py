"""Writes: projects, their states, organisations, links and rates."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from tilts.accounts.models import User
from tilts.projects.models import (
    Project,
    ProjectLink,
    ProjectOrganisation,
    ProjectRate,
    ProjectResponsible,
    ProjectStep,
)

#: For whom, country group, from day: what names a rate within a project.
RateKey = tuple[str, str, int]


@transaction.atomic
def keep_project(project: Project, responsible: Iterable[User], *, again: Project | None = None) -> Project:
    """Save a new or a changed project with those who answer for it.

    again: one of the same idea that came to nothing; the new one begins with its partners and their roles.
    """
    project.save()
    for each in ProjectOrganisation.objects.filter(project=again) if again is not None else ():
        ProjectOrganisation.objects.create(project=project, partner_id=each.partner_id, role=each.role)
    wanted = {user.pk for user in responsible}
    known = ProjectResponsible.objects.filter(project=project)
    known.exclude(user__in=wanted).delete()
    for user in wanted - set(known.values_list("user", flat=True)):
        ProjectResponsible.objects.create(project=project, user_id=user)
    return project


@transaction.atomic
def set_state(project: Project, state: str, since: date) -> ProjectStep:
    """Record the day a project came into a state; the latest state is the project's. A second day replaces the first.

    Of two states on one day the one that comes later in a project's life counts.
    """
    project = Project.objects.select_for_update().get(pk=project.pk)
    step, _is_new = ProjectStep.objects.update_or_create(project=project, state=state, defaults={"since": since})
    order = list(Project.State)
    latest = max(
        ProjectStep.objects.filter(project=project),
        key=lambda each: (each.since, order.index(Project.State(each.state))),
    )
    if project.state != latest.state:
        project.state = latest.state
        project.save(update_fields=["state"])
    return step


def add_organisation(project: Project, organisation: ProjectOrganisation) -> ProjectOrganisation:
    """Take a partner into a project."""
    organisation.project = project
    organisation.save()
    return organisation


def remove_organisation(organisation: ProjectOrganisation) -> None:
    """Take a partner out of a project; the partner itself stays."""
    organisation.delete()


def put_back(part: ProjectOrganisation | ProjectLink) -> None:
    """Give a project back what was just taken away."""
    part.save(force_insert=True)


def add_link(project: Project, link: ProjectLink) -> ProjectLink:
    """Put a page beside the project."""
    link.project = project
    link.save()
    return link


def remove_link(link: ProjectLink) -> None:
    """Take a page away from the project."""
    link.delete()


@transaction.atomic
def keep_rates(
    project: Project, entered: Mapping[RateKey, Decimal | None], *, source: str, is_for_all: bool, by: User | None
) -> int:
    """Keep the rates of the annex as one page shows them, and say how many changed; from now on grants use them.

    An empty one is taken back. source: where those that are new or changed stand; with `is_for_all` the others, too. A
    rate that is touched is the school's own from then on, an example no longer.
    """
    Project.objects.select_for_update().get(pk=project.pk)  # two people may keep rates at once
    known = {
        (rate.participant, rate.country_group, rate.from_day): rate
        for rate in ProjectRate.objects.filter(project=project)
    }
    changed = 0
    for key, eur_per_day in entered.items():
        rate = known.get(key)
        if eur_per_day is None:
            if rate is not None:
                rate.delete()
                changed += 1
            continue
        is_told = is_for_all and rate is not None and rate.source != source
        if rate is not None and rate.eur_per_day == eur_per_day and not is_told and not rate.is_foreign:
            continue
        participant, country_group, from_day = key
        rate = rate or ProjectRate(
            project=project, participant=participant, country_group=country_group, from_day=from_day
        )
        rate.eur_per_day, rate.source, rate.is_example, rate.entered_by = eur_per_day, source or rate.source, False, by
        rate.is_foreign = False
        rate.save()
        changed += 1
    return changed


def enter_rate(project: Project, rate: ProjectRate, *, by: User | None) -> ProjectRate:
    """Enter a daily rate that the page of all rates has no place for; from now on grants of the project use it."""
    rate.project, rate.entered_by = project, by
    rate.save()
    return rate


def remove_rate(rate: ProjectRate) -> None:
    """Take a rate back; grants that need it become a problem again."""
    rate.delete()
