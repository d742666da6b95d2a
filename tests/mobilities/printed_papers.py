"""Papers as if they were printed, without typesetting one."""

from tilts.accounts.schools import current_school
from tilts.files.models import StoredFile
from tilts.jobs.models import Work, WorkFile
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.models import Flow, Mobility
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.printing import papers_of


def keep_printed(mobility: Mobility) -> Work:
    """The learning agreement of one person is printed, whatever stands in it."""
    return _work(mobility.flow_id, [f"A{mobility.pk}-0"])


def keep_all_printed(flow: Flow) -> Work:
    """All papers of a flow are printed as they would be now."""
    work = _work(flow.pk, [])
    for named in papers_of(flow, current_school(), "en"):
        _file(work, named.key)
    return work


def _work(flow_id: int, keys: list[str]) -> Work:
    options = {"kinds": ",".join(kind.value for kind in Kind), "papers_in": "en"}
    work = Work.objects.create(
        kind=PAPERS, subject_id=flow_id, state=Work.State.DONE, permission="mobilities.print", options=options
    )
    for key in keys:
        _file(work, key)
    return work


def _file(work: Work, key: str) -> None:
    file = StoredFile.objects.create(
        name=f"{key}.pdf", content_type="application/pdf", size=1, sha256=key, path=key, permission="mobilities.print"
    )
    WorkFile.objects.create(work=work, file=file, key=key)
