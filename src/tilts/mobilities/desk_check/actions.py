"""Writes: supporting papers, samples, links for an auditor."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.accounts import links
from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.files.actions import remove_file, store_file
from tilts.files.scans import Scan
from tilts.jobs.actions import start_work
from tilts.jobs.models import Work
from tilts.mobilities.desk_check.models import AuditorLink, DeskCheck, DeskCheckStay, SupportingPaper
from tilts.mobilities.desk_check.queries import PACKS, sensitive_categories, sheets_for, stays_in
from tilts.mobilities.models import Mobility
from tilts.projects.models import Project

PURPOSE = "mobilities.desk_check"
#: Who may open a supporting paper; one that tells of health or hardship, only who may see what participants need.
MAY_OPEN, MAY_OPEN_SENSITIVE = "mobilities.evidence", "people.needs"


class AlreadyThere(Exception):
    """The same file is already kept for this stay as the same paper."""


@transaction.atomic
def add_paper(
    mobility: Mobility, category: str, kind: str, scan: Scan, *, name: str, by: User | None, is_example: bool = False
) -> SupportingPaper:
    """Keep a scanned paper of a stay, its bytes as they came; raises AlreadyThere for the same one again."""
    Mobility.objects.select_for_update(no_key=True).get(pk=mobility.pk)
    file = store_file(
        scan.content,
        name=f"{name.rpartition('.')[0] or name or kind}{scan.suffix}",
        content_type=scan.content_type,
        permission=MAY_OPEN_SENSITIVE if category in sensitive_categories() else MAY_OPEN,
        by=by,
    )
    if SupportingPaper.objects.filter(mobility=mobility, kind=kind, file__sha256=file.sha256).exists():
        remove_file(file)
        raise AlreadyThere(_("This very file is already there."))
    return SupportingPaper.objects.create(
        mobility=mobility, category=category, kind=kind, file=file, is_example=is_example
    )


@transaction.atomic
def remove_paper(paper: SupportingPaper) -> None:
    """Take a supporting paper away with its file; the history keeps that there was one."""
    file = paper.file
    paper.delete()
    remove_file(file)


@transaction.atomic
def make_check(
    project: Project,
    mobilities: Sequence[int],
    *,
    title: str,
    how: str,
    drawn_from: int,
    by: User | None,
    seed: str = "",
) -> DeskCheck:
    """Keep a sample: the numbers of its stays in their order, and how it was drawn from how many."""
    check = DeskCheck.objects.create(
        project=project, title=title, how=how, seed=seed, drawn_from=drawn_from, created_by=by
    )
    DeskCheckStay.objects.bulk_create(DeskCheckStay(check_of=check, mobility_id=number) for number in mobilities)
    return check


def start_packs(check: DeskCheck, *, language: str, by: User | None) -> Work:
    """Have a zip made for each stay of the sample, and one of all.

    Where prints with whole account numbers would lie in them, only who may see those opens them.
    """
    sheets = sheets_for(list(stays_in(check)), current_school())
    needed = {slot.printed.permission for sheet in sheets for slot in sheet.missing if slot.printed}
    permission = "people.bank" if "people.bank" in needed else MAY_OPEN
    return start_work(PACKS, subject_id=check.pk, permission=permission, by=by, papers_in=language)


@transaction.atomic
def give_link(check: DeskCheck, *, whom: str, ends_on: date, by: User) -> tuple[AuditorLink, str]:
    """A new link to read the check until the end of a day, and its address, which can't be had a second time."""
    link = AuditorLink.objects.create(check_of=check, whom=whom, ends_on=ends_on, created_by=str(by))
    end_of_day = timezone.make_aware(datetime.combine(ends_on + timedelta(days=1), time.min))
    return link, links.make_link(PURPOSE, subject_id=link.pk, expires_at=end_of_day)


@transaction.atomic
def end_link(link: AuditorLink, *, by: User) -> None:
    """End a link at once; one that has ended stays as it is."""
    links.revoke_links(PURPOSE, link.pk)
    AuditorLink.objects.filter(pk=link.pk, ended_at=None).update(ended_at=timezone.now(), ended_by=str(by))
