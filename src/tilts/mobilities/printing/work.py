"""The work behind “print all”."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts.addresses import whole_address
from tilts.accounts.schools import current_school
from tilts.documents.numbering import numbers_for
from tilts.documents.typesetting import safe_file_name, typeset_many, typeset_pack, zip_pack
from tilts.files.actions import remove_file, store_file
from tilts.files.queries import content_of
from tilts.jobs.actions import WorkProblem, note, tell_progress
from tilts.jobs.models import Work, WorkFile
from tilts.mail.actions import write_letter
from tilts.mobilities.models import Flow
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.papers.records import OrderRecord
from tilts.mobilities.printing.desk import NamedPaper
from tilts.mobilities.printing.gaps import left_out
from tilts.mobilities.printing.papers import papers_of
from tilts.mobilities.queries import flows

#: So many papers are made between two words on the progress.
STEP = 10


def make_papers(work: Work) -> None:
    """The work behind “print all”: every paper as a file, then one PDF of all and one zip of all.

    Each paper is kept as soon as it is made. After a kill the work goes on with those that are missing; one whose
    content has changed meanwhile is made anew, so that all files say the same.
    """
    school = current_school()
    flow = flows().filter(pk=work.subject_id).first()
    if flow is None:
        raise WorkProblem(_("This flow is no longer there."))
    kinds = [Kind(value) for value in work.options["kinds"].split(",")]
    work.notes = {}  # it may be done once more after a kill
    note(work, lambda: left_out(flow, school, kinds))
    papers = papers_of(
        flow,
        school,
        work.options["papers_in"],
        kinds=kinds,
        order=order_of(work),
        issued_on=timezone.localdate(work.created_at),
        give_numbers=partial(numbers_for, on=timezone.localdate(work.created_at)),
        shows_accounts=shows_accounts(work),
    )
    if not papers:
        raise WorkProblem("\n".join([_("There is nothing to print."), *work.told]))
    _make_singles(work, papers)
    _make_packs(work, flow, papers)
    tell_progress(work, len(papers) + 1, len(papers) + 1)


def order_of(work: Work) -> OrderRecord:
    """The number and day that the director's order was printed with."""
    day = work.options.get("order_on", "")
    return OrderRecord(work.options.get("order_number", ""), date.fromisoformat(day) if day else None)


def shows_accounts(work: Work) -> bool:
    """Whether whole account numbers stand in its papers."""
    return bool(work.options.get("accounts") == "whole")


def _make_singles(work: Work, papers: Sequence[NamedPaper]) -> None:
    """Keep what is missing, take away what is no longer right."""
    wanted = {named.key: named for named in papers}
    with transaction.atomic():
        for item in work.files.exclude(key__in=wanted).select_related("file"):
            remove_file(item.file)
    there = set(work.files.values_list("key", flat=True))
    missing = [named for key, named in wanted.items() if key not in there]
    for start in range(0, len(missing), STEP):
        tell_progress(work, len(papers) - len(missing) + start, len(papers) + 1)
        step = missing[start : start + STEP]
        for named, content in zip(step, typeset_many([named.paper for named in step]), strict=True):
            with transaction.atomic():
                _keep(work, named.key, f"{named.file_name}.pdf", "application/pdf", content)


def _make_packs(work: Work, flow: Flow, papers: Sequence[NamedPaper]) -> None:
    """The two packs and all that tells of them, together or not at all."""
    tell_progress(work, len(papers), len(papers) + 1)
    first_language = work.options["papers_in"].partition("+")[0]
    with override(first_language):
        title = _("Papers: %(flow)s") % {"flow": flow.name}
        name = safe_file_name(_("Papers %(flow)s") % {"flow": flow.name})
        folders = {kind: str(kind.label) for kind in Kind}
    pack = typeset_pack([named.paper for named in papers], title, first_language)
    files = {item.key: item.file for item in work.files.select_related("file")}
    zipped = zip_pack(
        (f"{folders[named.kind]}/{named.file_name}.pdf", content_of(files[named.key])) for named in papers
    )
    with transaction.atomic():
        _keep(work, "pdf", f"{name}.pdf", "application/pdf", pack, is_pack=True)
        _keep(work, "zip", f"{name}.zip", "application/zip", zipped, is_pack=True)
        _remove_earlier(work)
        _tell(work, flow)


def _keep(work: Work, key: str, name: str, content_type: str, content: bytes, *, is_pack: bool = False) -> None:
    """Keep a file of the work, once even if two workers do it at the same time."""
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    if work.files.filter(key=key).exists():
        return
    file = store_file(content, name=name, content_type=content_type, permission=work.permission, by=work.created_by)
    WorkFile.objects.create(work=work, file=file, key=key, is_pack=is_pack)


def _tell(work: Work, flow: Flow) -> None:
    """The mail that the papers are ready, in the reader's language, where it was asked for."""
    by = work.created_by
    if work.options.get("tell") != "mail" or by is None:
        return
    write_letter(
        "mobilities/papers_ready",
        language=by.language or current_school().language,
        intent=f"papers-ready:{work.pk}",
        to=by.email,
        flow=flow.name,
        address=whole_address("jobs:work", work.pk),
    )


def _remove_earlier(work: Work) -> None:
    """Unsigned papers that were printed before are drafts: new ones of the same kinds and language take their place.

    Those that somebody else may open stay.
    """
    kinds = set(work.options["kinds"].split(","))
    earlier = Work.objects.filter(
        kind=work.kind,
        subject_id=work.subject_id,
        permission=work.permission,
        options__papers_in=work.options["papers_in"],
        state__in=[Work.State.DONE, Work.State.FAILED],
    )
    for old in earlier.exclude(pk=work.pk):
        if set(old.options["kinds"].split(",")) <= kinds:
            for item in old.files.select_related("file"):
                remove_file(item.file)
            old.delete()
