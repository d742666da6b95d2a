"""The work behind a check's zips: one for each stay, with folders by cost category and a cover sheet; one of all."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.documents.typesetting import Paper, safe_file_name, typeset, zip_pack
from tilts.files.actions import remove_file, store_file
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.jobs.actions import WorkProblem, note, tell_progress
from tilts.jobs.models import Work, WorkFile
from tilts.mobilities.desk_check.cover_sheet import CheckRecord, ListedPaper, cover_sheet
from tilts.mobilities.desk_check.models import DeskCheck
from tilts.mobilities.desk_check.queries import PaperSlot, Part, StaySheet, packs_of, sheets_for, stays_in
from tilts.mobilities.desk_check.rules import State
from tilts.mobilities.desk_check.sentences import STATES, kind_label
from tilts.mobilities.papers.records import IssueRecord
from tilts.mobilities.recording import flow_record, grant_record, school_record

#: The zip of all is made in memory: beyond this the zips of the persons serve alone.
LARGEST_PACK = 300 * 1024 * 1024
#: A print lies in a zip where the work's own permission is enough to open it.
OPEN_TO = {"mobilities.print", "mobilities.evidence"}


@dataclass(frozen=True)
class Bundle:
    """What one person's zip holds."""

    number: int  # of the stay
    folder: str  # also the name of the zip
    cover: Paper
    files: tuple[tuple[str, StoredFile], ...]  # path in the zip

    @property
    def key(self) -> str:
        """The stay, and a mark of all that lies in the zip: another one as soon as anything in it is."""
        whole = [self.folder, self.cover.title, self.cover.data, [(path, file.sha256) for path, file in self.files]]
        text = json.dumps(whole, default=lambda content: sha256(content).hexdigest())
        return f"S{self.number}-{sha256(text.encode()).hexdigest()[:32]}"


def make_packs(work: Work) -> None:
    """Every person's zip is kept as soon as it is made; after a kill the work goes on with those that are missing."""
    check = DeskCheck.objects.filter(pk=work.subject_id).first()
    if check is None:
        raise WorkProblem(_("This desk check is no longer there."))
    language = work.options["papers_in"]
    with override(language):
        sheets = sheets_for(list(stays_in(check)), current_school())
        bundles = [bundle_of(check, sheet, current_school(), language, work) for sheet in sheets]
    if not bundles:
        raise WorkProblem(_("There is nobody in this sample."))
    _tell_what_is_missing(work, sheets)
    _make_singles(work, bundles)
    _make_pack(work, check, bundles, language)
    tell_progress(work, len(bundles) + 1, len(bundles) + 1)


def bundle_of(check: DeskCheck, sheet: StaySheet, school: School, language: str, work: Work) -> Bundle:
    """One stay's papers, in the active language, which must be `language`."""
    files: list[tuple[str, StoredFile]] = []
    listed: list[ListedPaper] = []
    may_lie_in = {*OPEN_TO, work.permission}
    for place, part in enumerate(sheet.parts, start=1):
        folder = f"{place} {part.label}"
        for title, slot, papers in _rows_of(part):
            paths: list[tuple[str, StoredFile]] = []
            if not part.is_sensitive:
                paths += [(f"{folder}/{title}{_suffix(file)}", file) for file in papers]
                if slot and slot.is_missing and slot.printed and slot.printed.permission in may_lie_in:
                    unsigned = _("print, not signed")  # texts within an f-string are not found for translation
                    paths.append((f"{folder}/{title} ({unsigned}){_suffix(slot.printed)}", slot.printed))
            files += paths
            listed.append(_listed(part, title, slot, [file for _path, file in paths]))
    return Bundle(
        number=sheet.mobility.pk,
        folder=safe_file_name(f"{sheet.mobility.person} {sheet.mobility.flow_id}-{sheet.mobility.pk}"),
        cover=_cover(check, sheet, school, language, work, listed),
        files=tuple(files),
    )


def drawn_sentence(check: DeskCheck) -> str:
    """How the sample was drawn, so that anybody can do it again."""
    count = check.stays.count()
    if check.how == DeskCheck.How.RANDOM:
        return _("%(count)s of %(all)s stays drawn by chance with the seed %(seed)s") % {
            "count": count,
            "all": check.drawn_from,
            "seed": check.seed,
        }
    how = check.get_how_display()
    return _("%(how)s: %(count)s of %(all)s stays") % {"how": how, "count": count, "all": check.drawn_from}


def _rows_of(part: Part) -> Iterator[tuple[str, PaperSlot | None, list[StoredFile]]]:
    for slot in part.slots:
        yield slot.label, slot, [paper.file for paper in slot.uploaded]
    for paper in part.others:
        yield kind_label(paper.kind), None, [paper.file]


def _listed(part: Part, title: str, slot: PaperSlot | None, files: list[StoredFile]) -> ListedPaper:
    state = str(STATES[slot.state if slot else State.THERE])
    if part.is_sensitive:
        state = _("%(state)s; kept at the school, shown there") % {"state": state}
    return ListedPaper(
        category=part.label,
        title=title,
        state=state,
        files=tuple(f"{file.name} · {file.sha256[:12]}" for file in files),
        basis=slot.asked.value.source if slot else "",
    )


def _cover(
    check: DeskCheck, sheet: StaySheet, school: School, language: str, work: Work, listed: list[ListedPaper]
) -> Paper:
    mobility, ours = sheet.mobility, school_record(school, language)
    span = mobility.attended or mobility.span
    lines = tuple(line for part in sheet.parts for line in part.lines)
    record = CheckRecord(
        title=check.title,
        made_on=timezone.localdate(check.created_at),
        drawn=drawn_sentence(check),
        stay_number=str(mobility),
        name=str(mobility.person),
        role=str(mobility.get_role_display()),
        state=str(mobility.get_state_display()),
        starts_on=span.starts_on,
        ends_on=span.ends_on,
    )
    issue = IssueRecord(
        number=f"{check.pk}/{mobility.pk}",
        issued_on=timezone.localdate(work.created_at),
        language=language,
        is_specimen=school.is_example,
    )
    grant = grant_record(replace(sheet.row, lines=lines))
    missing = [
        f"{part.label}: {slot.label} ({STATES[slot.state]})"
        for part in sheet.parts
        for slot in part.slots
        if slot.is_missing
    ]
    return cover_sheet(ours, flow_record(mobility.flow, ours), record, grant, listed, missing, issue)


def _suffix(file: StoredFile) -> str:
    return f".{file.name.rpartition('.')[2]}"


def _tell_what_is_missing(work: Work, sheets: list[StaySheet]) -> None:
    papers = sum(len(sheet.missing) for sheet in sheets)
    people = sum(bool(sheet.missing) for sheet in sheets)
    work.notes = {}  # it may be done once more after a kill
    note(work, lambda: _missing_sentences(papers, people))


def _missing_sentences(papers: int, people: int) -> list[str]:
    if not papers:
        return []
    sentence = ngettext(
        "%(count)s paper is missing. The cover sheets name them.",
        "%(count)s papers are missing. The cover sheets name them.",
        papers,
    ) % {"count": papers}
    return [sentence, _("Stays with something missing: %(count)s.") % {"count": people}]


def _make_singles(work: Work, bundles: list[Bundle]) -> None:
    wanted = {bundle.key: bundle for bundle in bundles}
    with transaction.atomic():
        for item in work.files.exclude(key__in=wanted).select_related("file"):
            remove_file(item.file)
    there = set(work.files.values_list("key", flat=True))
    for place, (key, bundle) in enumerate(wanted.items()):
        tell_progress(work, place, len(bundles) + 1)
        if key not in there:
            with transaction.atomic():
                _keep(work, key, f"{bundle.folder}.zip", _zip_of(bundle))


def _zip_of(bundle: Bundle) -> bytes:
    cover = (f"{safe_file_name(bundle.cover.title)}.pdf", typeset(bundle.cover))
    try:
        return zip_pack([cover, *((path, content_of(file)) for path, file in bundle.files)])
    except FileNotFoundError as error:
        raise WorkProblem(
            _("The storage has lost a paper of the stay %(number)s. Please upload it again.")
            % {"number": bundle.number}
        ) from error


def _make_pack(work: Work, check: DeskCheck, bundles: list[Bundle], language: str) -> None:
    """All in one zip, a folder for each person; the zips of earlier times go."""
    tell_progress(work, len(bundles), len(bundles) + 1)
    files = {item.key: item.file for item in work.files.select_related("file")}
    if sum(files[bundle.key].size for bundle in bundles) > LARGEST_PACK:
        note(work, lambda: [_("Together the papers are too large for one zip: please take those of the persons.")])
        with transaction.atomic():
            remove_packs(check, but=work)
        return
    content = zip_pack(
        (f"{bundle.folder}/{path}", data)
        for bundle in bundles
        for path, data in _members(content_of(files[bundle.key]))
    )
    with override(language):
        name = safe_file_name(_("Desk check %(title)s") % {"title": check.title})
    with transaction.atomic():
        _keep(work, "zip", f"{name}.zip", content, is_pack=True)
        remove_packs(check, but=work)


def _members(zipped: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _keep(work: Work, key: str, name: str, content: bytes, *, is_pack: bool = False) -> None:
    """Keep a file of the work, once even if two workers do it at the same time."""
    Work.objects.select_for_update(no_key=True).get(pk=work.pk)
    if work.files.filter(key=key).exists():
        return
    file = store_file(
        content, name=name, content_type="application/zip", permission=work.permission, by=work.created_by
    )
    WorkFile.objects.create(work=work, file=file, key=key, is_pack=is_pack)


def remove_packs(check: DeskCheck, *, but: Work | None = None) -> None:
    """Take the zips of a check away, save those of one work and those that are being made."""
    earlier = packs_of(check).filter(state__in=[Work.State.DONE, Work.State.FAILED])
    for old in earlier.exclude(pk=but.pk) if but else earlier:
        for item in old.files.select_related("file"):
            remove_file(item.file)
        old.delete()
