"""The module's own export, compared with what Tilts knows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.db.models import Q

from tilts.accounts.models import User
from tilts.core.bulk import insert_many, many_objects
from tilts.exchange.fields import plain
from tilts.exchange.module.actions.templates import FileRefused, read_file
from tilts.exchange.module.countries import countries_by_word, country_names
from tilts.exchange.module.entries import Entry, entries_of, ours_of
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleFinding, ModuleNumber, ModuleReturn
from tilts.exchange.module.queries import kept_matches, take_unsure_for_empty
from tilts.exchange.module.rules.comparing import Found, compare
from tilts.exchange.module.rules.heads import match_heads
from tilts.exchange.module.rules.records import Column
from tilts.exchange.module.rules.template import TemplateRefused, read_heads
from tilts.exchange.module.sentences import trouble_sentence
from tilts.projects.models import Project


@dataclass(frozen=True)
class Outcome:
    """What a comparison brought: how much is new, how much is settled by it, how much is there now."""

    new: int
    gone: int
    there: int

    @property
    def is_the_same(self) -> bool:
        return not self.new and not self.gone


@many_objects()
def compare_return(project: Project, *, file_name: str, content: bytes, by: User | None) -> Outcome:
    """Find what the module has otherwise, and keep the numbers it has given. Raises FileRefused; then nothing changes.

    What was marked to be typed there stays marked while it still differs. The same file again changes nothing.
    """
    book = read_file(content)
    try:
        heads, rows = read_heads(book, dictionary())
        columns = [Column(head) for head in heads]
        matches = take_unsure_for_empty(match_heads(columns, dictionary(), *kept_matches(project)))
        with transaction.atomic():
            Project.objects.select_for_update(no_key=True, of=("self",)).get(pk=project.pk)
            entries = entries_of(project)
            known = ours_of(entries)
            found = compare(matches, rows, known, dictionary(), countries_by_word(), country_names)
            _keep_numbers(project, {entries[place].key: number for place, number in found.numbers.items()})
            outcome = _replace(project, _findings(project, found.found, entries))
            ModuleReturn.objects.update_or_create(
                project=project,
                sha256=sha256(content).hexdigest(),
                defaults={"file_name": plain(file_name)[-200:], "rows": len(rows), "read_by": by},
            )
    except TemplateRefused as refused:
        raise FileRefused([trouble_sentence(trouble) for trouble in refused.troubles]) from refused
    return outcome


def _findings(project: Project, found: Iterable[Found], entries: Sequence[Entry]) -> list[ModuleFinding]:
    findings = []
    for each in found:
        mobility, flow = entries[each.ours].key if each.ours is not None else (None, None)
        findings.append(
            ModuleFinding(
                project_id=project.pk,
                kind=each.kind,
                mobility_id=mobility,
                flow_id=flow,
                number=each.number[:60],
                row=each.row,
                field=each.field,
                theirs=each.their_text,
                ours=each.our_text,
                person=dict(each.person),
            )
        )
    return findings


def _key(finding: ModuleFinding) -> tuple[object, ...]:
    """What makes a finding the same as one that is there: all but its row and what was decided."""
    person = tuple(sorted(finding.person.items()))
    place = finding.mobility_id, finding.flow_id
    return finding.kind, *place, finding.number, finding.field, finding.theirs, finding.ours, person


def _replace(project: Project, wanted: Sequence[ModuleFinding]) -> Outcome:
    """Put the findings in the place of those before; one that stays keeps what was decided of it."""
    before = {_key(each): each for each in ModuleFinding.objects.filter(project=project)}
    new, moved = [], []
    for each in wanted:
        there = before.pop(_key(each), None)
        if there is None:
            new.append(each)
        elif there.row != each.row:
            there.row = each.row
            moved.append(there)
    ModuleFinding.objects.filter(pk__in=[each.pk for each in before.values()]).delete()
    ModuleFinding.objects.bulk_update(moved, ["row"], batch_size=1000)
    insert_many(new)
    return Outcome(len(new), len(before), len(wanted))


def _keep_numbers(project: Project, numbers: Mapping[tuple[int | None, int | None], str]) -> None:
    """Remember the module's numbers by mobility, or by flow for a whole group."""
    if not numbers:
        return
    told = {number: key for key, number in numbers.items()}  # of a number that stands twice, the last row's
    mobilities = [mobility for mobility, _ in told.values() if mobility]
    flows = [flow for _, flow in told.values() if flow]
    ModuleNumber.objects.filter(
        Q(project=project, number__in=list(told)) | Q(mobility__in=mobilities) | Q(flow__in=flows)
    ).delete()
    insert_many(
        [
            ModuleNumber(project_id=project.pk, mobility_id=mobility, flow_id=flow, number=number[:60])
            for number, (mobility, flow) in told.items()
        ]
    )
