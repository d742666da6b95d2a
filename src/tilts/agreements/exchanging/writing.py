"""Writes letters: how an agreement stands, to the school that keeps a copy."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from tilts.accounts.models import School
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.rules import content_hash
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.sessions import session_told
from tilts.agreements.models import Agreement, Party
from tilts.files.queries import content_of


@transaction.atomic
def connect(agreement: Agreement, other: School, party: Party, *, may_agree: bool) -> Correspondent:
    """Let another school of this installation keep a copy: it is told how the agreement stands, and of every change.

    party: which one it is; it agrees for that one alone, and only with may_agree.
    """
    correspondent, _is_new = Correspondent.objects.get_or_create(
        agreement=agreement, defaults={"other": other.slug, "party": party, "may_agree": may_agree}
    )
    tell(agreement)
    return correspondent


def disconnect(agreement: Agreement) -> None:
    """Tell the other school nothing more, and hear nothing of it; the copy it has stays as it is."""
    Correspondent.objects.filter(agreement=agreement).delete()


@transaction.atomic
def tell(agreement: Agreement) -> SchoolLetter | None:
    """Write how an agreement stands, if anything has changed since the last letter; None where nobody is to be told."""
    correspondent = Correspondent.objects.filter(agreement=agreement).first()
    if correspondent is None or agreement.is_copy or agreement.thread is None:
        return None
    body, sealed = standing_of(agreement) | {"may_agree": correspondent.may_agree}, _sealed(agreement)
    digest = content_hash(body)
    if digest == correspondent.last_told:
        return None
    correspondent.last_told = digest
    correspondent.save(update_fields=["last_told"])
    return write(agreement, correspondent, SchoolLetter.Kind.STANDING, body, sealed)


def write(
    agreement: Agreement,
    correspondent: Correspondent,
    kind: SchoolLetter.Kind,
    body: dict[str, Any],
    paper: bytes | None = None,
) -> SchoolLetter | None:
    """Put a letter into the other school's box; a job there takes it over. None where that school is gone."""
    from tilts.agreements.tasks import take_letters_job  # the jobs know this module

    receiver = School.objects.filter(slug=correspondent.other).first()
    if receiver is None:
        return None
    letter = SchoolLetter.objects.create(
        sender=current_school().slug, receiver=receiver, thread=agreement.thread, kind=kind, body=body, paper=paper
    )
    take_letters_job.defer(school_id=receiver.pk)
    return letter


def standing_of(agreement: Agreement) -> dict[str, Any]:
    """Everything the other school keeps of it, as JSON values without numbers of rows and without persons."""
    versions = Version.objects.filter(agreement=agreement).order_by("position")
    return {
        "state": agreement.state,
        "number": agreement.number,
        "signed_on": _iso(agreement.signed_on),
        "platform": agreement.platform,
        "session": session_told(agreement),
        "notice": {
            "given_on": _iso(agreement.notice_given_on),
            "until": _iso(agreement.notice_until),
            "by_drafter": agreement.notice_by_us,
            "reason": agreement.notice_reason,
        },
        "versions": [
            {
                "position": each.position,
                "content": each.content,
                "hash": each.content_hash,
                "agreed_at": _iso(each.agreed_at),
                "in_force_on": _iso(each.in_force_on),
                "replaced_on": _iso(each.replaced_on),
                "valid_from": _iso(each.valid_from),
                "valid_until": _iso(each.valid_until),
            }
            for each in versions
        ],
    }


def _sealed(agreement: Agreement) -> bytes | None:
    version = Version.objects.filter(agreement=agreement, sealed__isnull=False).order_by("-position").first()
    return content_of(version.sealed) if version and version.sealed else None


def _iso(day: date | datetime | None) -> str:
    return day.isoformat() if day else ""
