"""Writes letters: how an agreement stands, and its signed papers, to each school that keeps a copy."""

import logging
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import parties_in_order
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.papers import signed_papers
from tilts.agreements.exchanging.rules import told_by
from tilts.agreements.exchanging.sessions import session_told
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.files.models import StoredFile
from tilts.files.queries import content_of

logger = logging.getLogger(__name__)


@transaction.atomic
def connect(agreement: Agreement, other: School, party: Party, *, may_agree: bool) -> Correspondent:
    """Let another school of this installation keep a copy: it is told how the agreement stands, and of every change.

    party: which one it is; it agrees for that one alone, and only with may_agree.
    """
    correspondent, _is_new = Correspondent.objects.get_or_create(
        agreement=agreement, other=other.slug, defaults={"party": party, "may_agree": may_agree}
    )
    tell(agreement)
    return correspondent


@transaction.atomic
def disconnect(correspondent: Correspondent) -> None:
    """Tell another school nothing more, this last, and hear nothing of it; the copy it has stays as it is."""
    write(correspondent, SchoolLetter.Kind.STOPPED, {})
    correspondent.delete()


@transaction.atomic
def tell(agreement: Agreement) -> list[SchoolLetter]:
    """Write to each school that keeps a copy what has changed since its last letter; what was written.

    Two who tell at the same time wait for each other, so that nothing is told twice.
    """
    if agreement.is_copy or agreement.thread is None:
        return []
    correspondents = list(Correspondent.objects.select_for_update().filter(agreement=agreement).order_by("pk"))
    if not correspondents:
        return []
    versions = list(Version.objects.filter(agreement=agreement).select_related("sealed").order_by("position"))
    papers = {version.pk: signed_papers(version) for version in versions}
    standing = standing_of(agreement, versions, papers)
    return [letter for each in correspondents for letter in _tell(each, standing, versions, papers)]


def tell_all() -> None:
    """Tell of every agreement what was not told yet: after an update of Tilts a letter may hold more than before."""
    for agreement in Agreement.objects.filter(is_copy=False, correspondents__isnull=False).distinct():
        tell(agreement)


def _tell(
    correspondent: Correspondent,
    standing: dict[str, Any],
    versions: list[Version],
    papers: dict[int, list[StoredFile]],
) -> list[SchoolLetter]:
    told = standing["versions"]
    content = told_by(standing["state"], told)["content"] if told else {}
    place = _place(correspondent.party, content) if correspondent.party and content else None
    body = standing | {"may_agree": correspondent.may_agree, "party": place}
    written, digest = [], content_hash(body)
    if digest != correspondent.last_told:
        written.append(write(correspondent, SchoolLetter.Kind.STANDING, body))
        correspondent.last_told = digest
    for version in versions:
        for file in papers[version.pk]:
            if file.sha256 not in correspondent.papers_told and (content := _bytes_of(file)) is not None:
                letter = {"version": version.content_hash, "position": version.position, "sha256": file.sha256}
                written.append(write(correspondent, SchoolLetter.Kind.PAPER, letter, content))
                correspondent.papers_told = [*correspondent.papers_told, file.sha256]
    if written:
        correspondent.save(update_fields=["last_told", "papers_told"])
    return [letter for letter in written if letter is not None]


def _bytes_of(file: StoredFile) -> bytes | None:
    """None where the storage has lost them: the rest is told all the same, and the copy says what has not come."""
    try:
        return content_of(file)
    except FileNotFoundError:
        logger.error("the storage has lost file %s of school %s: %s", file.pk, file.school_id, file.path)
        return None


def write(
    correspondent: Correspondent, kind: SchoolLetter.Kind, body: dict[str, Any], paper: bytes | None = None
) -> SchoolLetter | None:
    """Put a letter into the other school's box; a job there takes it over. None where that school is gone."""
    from tilts.agreements.tasks import take_letters_job  # the jobs know this module

    receiver = School.objects.filter(slug=correspondent.other).first()
    if receiver is None:
        return None
    letter = SchoolLetter.objects.create(
        sender=current_school().slug,
        receiver=receiver,
        thread=correspondent.agreement.thread,
        kind=kind,
        body=body,
        paper=paper,
    )
    take_letters_job.defer(school_id=receiver.pk)
    return letter


def standing_of(agreement: Agreement, versions: list[Version], papers: dict[int, list[StoredFile]]) -> dict[str, Any]:
    """Everything another school keeps of it, as JSON values without numbers of rows.

    Persons are in it only as they stand on the paper: who signs, without an address.
    """
    told = [_version(each, papers[each.pk]) for each in versions]
    return {
        "state": agreement.state,
        "number": agreement.number,
        "signed_on": _iso(agreement.signed_on),
        "concluded": agreement.concluded,
        "platform": agreement.platform,
        "session": session_told(agreement),
        "notice": {
            "given_on": _iso(agreement.notice_given_on),
            "until": _iso(agreement.notice_until),
            "by_drafter": agreement.notice_by_us,
            "reason": agreement.notice_reason,
        },
        "signers": _signers(agreement, told_by(agreement.state, told)["content"]) if told else [],
        "versions": told,
    }


def _version(version: Version, papers: list[StoredFile]) -> dict[str, Any]:
    return {
        "position": version.position,
        "content": version.content,
        "hash": version.content_hash,
        "agreed_at": _iso(version.agreed_at),
        "signed_on": _iso(version.signed_on),
        "in_force_on": _iso(version.in_force_on),
        "replaced_on": _iso(version.replaced_on),
        "valid_from": _iso(version.valid_from),
        "valid_until": _iso(version.valid_until),
        "papers": [{"name": each.name, "type": each.content_type, "sha256": each.sha256} for each in papers],
    }


def _signers(agreement: Agreement, content: dict[str, Any]) -> list[dict[str, Any]]:
    """Who signs for which of the parties of a version, in the order of signing; for one that is new there, nobody."""
    found = []
    for party in parties_in_order(agreement):
        place = _place(party, content)
        if place is not None:
            found += [_signer(each, place) for each in party.signatories.all()]
    return found


def _signer(signatory: Signatory, place: int) -> dict[str, Any]:
    return {
        "party": place,
        "position": signatory.position,
        "name": signatory.name,
        "office": signatory.texts["office"],
        "basis": signatory.basis,
        "authority": signatory.texts["authority"],
        "authority_until": _iso(signatory.authority_until),
    }


def _place(party: Party, content: dict[str, Any]) -> int | None:
    """Which of the parties of a version this one is; None where the version does not know it by this name."""
    codes = content["languages"]
    names = {code: name_of_party(party, code) for code in codes}
    return next((place for place, each in enumerate(content["parties"]) if each["names"] == names), None)


def _iso(day: date | datetime | None) -> str:
    return day.isoformat() if day else ""
