"""Writes: figures of a grant agreement, entered, confirmed, or taken over from another school's file."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet

from tilts.accounts.models import User
from tilts.files.actions import store_file
from tilts.files.models import StoredFile
from tilts.projects.models import Project, ProjectRate, ProjectValue
from tilts.projects.values.queries import known_keys
from tilts.projects.values.sharing import SharedValues

PDF = "application/pdf"


@transaction.atomic
def keep_values(
    project: Project,
    entered: Mapping[str, Decimal | None],
    *,
    source: str,
    annex: tuple[str, bytes] | None,
    by: User | None,
) -> int:
    """Keep the figures as one page shows them, and say how many changed; an empty one is taken back.

    annex: name and bytes of the PDF they were read in; kept once, beside each figure that is new or changed, or beside
    all of the project's where none is.
    """
    Project.objects.select_for_update().get(pk=project.pk)
    known = {each.key: each for each in ProjectValue.objects.filter(project=project)}
    file = None
    if annex is not None:
        file = store_file(annex[1], name=annex[0], content_type=PDF, permission="projects.view", by=by)
    changed = 0
    for key, value in entered.items():
        there = known.get(key)
        if value is None:
            if there is not None:
                there.delete()
                changed += 1
            continue
        if there is not None and (there.value, there.is_foreign) == (value, False):
            continue
        _write(there or ProjectValue(project=project, key=key), value, source, file, by)
        changed += 1
    if file is not None and not changed:
        for there in known.values():
            _write(there, there.value, there.source, file, by)
    return changed


def _write(there: ProjectValue, value: Decimal, source: str, file: StoredFile | None, by: User | None) -> None:
    there.value, there.is_foreign, there.entered_by = value, False, by
    there.source = source or there.source
    there.file = file or there.file
    there.save()


@transaction.atomic
def take_over(project: Project, shared: SharedValues, *, by: User | None) -> int:
    """Take over what another school entered, to be confirmed; how many. What this school has itself stays as it is."""
    Project.objects.select_for_update().get(pk=project.pk)
    keys = known_keys(project)
    own = set(ProjectValue.objects.filter(project=project).values_list("key", flat=True))
    rates = set(ProjectRate.objects.filter(project=project).values_list("participant", "country_group", "from_day"))
    taken = 0
    for each in shared.values:
        if each.key in keys and each.key not in own:
            own.add(each.key)
            ProjectValue.objects.create(
                project=project, key=each.key, value=each.value, source=each.source, is_foreign=True, entered_by=by
            )
            taken += 1
    for rate in shared.daily_rates:
        place = (rate.participant, rate.country_group, rate.from_day)
        if place not in rates:
            rates.add(place)
            ProjectRate.objects.create(
                project=project,
                participant=rate.participant,
                country_group=rate.country_group,
                from_day=rate.from_day,
                eur_per_day=rate.eur_per_day,
                source=rate.source,
                is_foreign=True,
                entered_by=by,
            )
            taken += 1
    return taken


@transaction.atomic
def confirm_foreign(project: Project, *, by: User | None) -> int:
    """All figures of another school were compared with the own annex and are right; how many."""
    Project.objects.select_for_update().get(pk=project.pk)
    found: list[ProjectValue | ProjectRate] = [*_foreign(ProjectValue, project), *_foreign(ProjectRate, project)]
    for each in found:
        each.is_foreign, each.entered_by = False, by
        each.save()
    return len(found)


def _foreign(
    model: type[ProjectValue] | type[ProjectRate], project: Project
) -> "QuerySet[ProjectValue] | QuerySet[ProjectRate]":
    return model.objects.filter(project=project, is_foreign=True)
