"""What desk checks hold of a person: told in an export, taken away when the person is erased."""

import base64
from typing import Any

from tilts.files.queries import content_of
from tilts.mobilities.desk_check.actions import remove_paper
from tilts.mobilities.desk_check.models import DeskCheckStay, SupportingPaper
from tilts.mobilities.desk_check.packing import remove_packs
from tilts.people.models import Person
from tilts.people.privacy import as_plain


def export_papers(person: Person) -> list[dict[str, Any]]:
    """Every supporting paper of the person's stays, with the file itself; a file that is lost says so by None."""
    papers = SupportingPaper.objects.filter(mobility__person=person).select_related("file", "mobility__flow")
    return [
        {
            **as_plain(paper),
            "flow": paper.mobility.flow.name,
            "file": paper.file.name,
            "sha256": paper.file.sha256,
            "content_base64": _content(paper),
        }
        for paper in papers
    ]


def erase_papers(person: Person) -> None:
    """Remove the papers with their files, the stays from samples, and the zips in which papers lay."""
    for paper in SupportingPaper.objects.filter(mobility__person=person).select_related("file"):
        remove_paper(paper)
    for stay in DeskCheckStay.objects.filter(mobility__person=person).select_related("check_of"):
        remove_packs(stay.check_of)
        stay.delete()


def _content(paper: SupportingPaper) -> str | None:
    try:
        return base64.b64encode(content_of(paper.file)).decode()
    except FileNotFoundError:
        return None
