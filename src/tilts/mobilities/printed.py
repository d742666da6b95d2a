"""What of a flow's papers is printed, and which of it no longer says what the records say."""

from collections.abc import Callable, Iterable, Sequence

from django.utils import timezone

from tilts.accounts.models import School
from tilts.jobs.models import Work, WorkFile
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.models import Flow
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.printing import order_of, papers_of, shows_accounts


def printed_works(flow_id: int) -> list[Work]:
    """Every print of a flow's papers that came to its end and still has its files, the newest first."""
    done = Work.objects.filter(kind=PAPERS, subject_id=flow_id, state=Work.State.DONE)
    return list(done.prefetch_related("files").order_by("-created_at", "-pk"))


def works_to_open(works: Iterable[Work], may: Callable[[str], bool]) -> list[Work]:
    """Of these prints, those that somebody may open who may what `may` says.

    Who may see whole account numbers is not offered a print in which they are masked.
    """
    sees_accounts = may("people.bank")
    return [work for work in works if may(work.permission) and not (sees_accounts and _hides_accounts(work))]


def _hides_accounts(work: Work) -> bool:
    return Kind.GRANT.value in work.options["kinds"].split(",") and not shows_accounts(work)


def printed_numbers(flows: Iterable[int]) -> dict[int, set[str]]:
    """Which papers are printed, by their numbers within each flow ("L", "G17"); one query."""
    found: dict[int, set[str]] = {number: set() for number in flows}
    files = WorkFile.objects.filter(
        work__kind=PAPERS, work__subject_id__in=found, work__state=Work.State.DONE, is_pack=False
    )
    for flow_id, key in files.values_list("work__subject_id", "key"):
        found[flow_id].add(_number(key))
    return found


def out_of_date(flow: Flow, school: School, works: Sequence[Work]) -> set[str]:
    """Numbers of papers whose latest print in its language differs from what would be printed now.

    works: as `printed_works` gives them. A print is made again in memory, with the day and the order it was given, and
    the marks of its papers are compared; nothing is typeset.
    """
    old: set[str] = set()
    seen: set[tuple[str, str, str]] = set()  # language, who may open it, number: only the latest print of each counts
    for work in works:
        kinds = [Kind(value) for value in work.options["kinds"].split(",")]
        language = work.options["papers_in"]
        now = {
            named.number: named.key
            for named in papers_of(
                flow,
                school,
                language,
                kinds=kinds,
                order=order_of(work),
                issued_on=timezone.localdate(work.created_at),
                shows_accounts=shows_accounts(work),
            )
        }
        for item in work.files.all():
            number = _number(item.key)
            mark = (language, work.permission, number)
            if item.is_pack or mark in seen:
                continue
            seen.add(mark)
            if number in now and now[number] != item.key:
                old.add(number)
    return old


def _number(key: str) -> str:
    return key.partition("-")[0]
