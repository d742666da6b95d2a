"""The director signs many papers in one act: each is signed and sealed by itself, and all go into one sealed pack.

The pack holds sealed papers alone, so that each is provable without it. It is made once nothing in it waits any more:
for others who have to sign, or for its own seal. What is then not signed by all stays out, and the page names it.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.documents.typesetting import safe_file_name
from tilts.files.actions import store_file
from tilts.files.queries import content_of
from tilts.signing.containers import MEDIA_TYPE, make_container
from tilts.signing.kinds import kind_of
from tilts.signing.models import Counterpart, Envelope, PackPaper, SignatureRecord, SignedPack, Signer
from tilts.signing.recording import CannotSign, sign_by_click
from tilts.signing.seals import seal_of

logger = logging.getLogger(__name__)

#: An act that takes longer was stopped: what was signed by then is its pack.
_LONGEST_ACT = timedelta(minutes=15)


@dataclass(frozen=True)
class Outcome:
    """What came of it: how many papers were signed, and why a paper was not."""

    signed: int
    problems: tuple[str, ...]


def sign_all(
    signers: Sequence[Signer],
    shown: Mapping[int, str],
    *,
    signed_as: str,
    identified: SignatureRecord.Identified,
    by: User,
    address: str = "",
    browser: str = "",
) -> Outcome:
    """Sign each of these, and put what was signed into a pack. One that can't be signed does not keep the others back.

    shown: by the signer's number the SHA-256 of the bytes that were shown.
    """
    packs = _begin(signers, by)
    signed, problems = 0, []
    for signer in signers:
        try:
            sign_by_click(
                signer,
                shown=shown.get(signer.pk, ""),
                signed_as=signed_as,
                identified=identified,
                address=address,
                browser=browser,
            )
        except CannotSign as problem:
            problems.append(f"{signer.counterpart.envelope}: {problem}")
        else:
            signed += 1
    for pack in packs:
        _end(pack)
        make_pack_if_ready(pack)
    return Outcome(signed, tuple(problems))


def make_pack_if_ready(pack: SignedPack) -> bool:
    """Make it where nothing in it waits. What fails here is logged and tried again by a job."""
    try:
        return make_pack(pack)
    except Exception:
        logger.exception("pack %s of school %s could not be made yet", pack.pk, pack.school_id)
        return False


@transaction.atomic
def make_pack(pack: SignedPack) -> bool:
    """Seal and keep the container; False where something in it waits, or it is made already. Raises what sealing does.

    Where not one paper was signed by all, there is no pack.
    """
    held = SignedPack.objects.select_for_update().filter(pk=pack.pk).first()
    if held is None or held.file_id or (held.is_being_signed and held.signed_at > timezone.now() - _LONGEST_ACT):
        return False
    signed = [each.signer for each in held.members.select_related("signer__counterpart__envelope") if _is_signed(each)]
    if any(signer.counterpart.envelope.is_open for signer in signed):
        return False
    papers = _sealed([signer.counterpart_id for signer in signed])
    if not papers:
        held.delete()
        return False
    day = date_format(timezone.localtime(held.signed_at), "Y-m-d")
    held.file = store_file(
        make_container([(_name(each), content_of(each.sealed)) for each in papers], seal=seal_of(current_school())),
        name=_("Signed on %(day)s") % {"day": day} + ".asice",
        content_type=MEDIA_TYPE,
        permission=kind_of(papers[0].envelope.kind).view,
        by=held.signed_by,
    )
    held.papers, held.is_being_signed = len(papers), False
    held.save()
    return True


def _begin(signers: Sequence[Signer], by: User) -> list[SignedPack]:
    """A pack for each permission that its papers need, so that nobody opens by it what they may not see."""
    by_permission: dict[str, list[Signer]] = {}
    for signer in signers:
        by_permission.setdefault(kind_of(signer.counterpart.envelope.kind).view, []).append(signer)
    packs = []
    with transaction.atomic():
        for papers in by_permission.values():
            pack = SignedPack.objects.create(signed_by=by, is_being_signed=True)
            PackPaper.objects.bulk_create(PackPaper(pack=pack, signer=signer) for signer in papers)
            packs.append(pack)
    return packs


@transaction.atomic
def _end(pack: SignedPack) -> None:
    """The act is over: what could not be signed leaves the pack; one without papers goes."""
    from tilts.signing.tasks import pack_job

    for each in pack.members.select_related("signer"):
        if not _is_signed(each):
            each.delete()
    if not pack.members.exists():
        pack.delete()
        return
    SignedPack.objects.filter(pk=pack.pk).update(is_being_signed=False)
    pack_job.defer(school_id=current_school().pk, pack_id=pack.pk)  # should what follows be stopped


def _is_signed(member: PackPaper) -> bool:
    return bool(member.signer.state == Signer.State.SIGNED)


def _sealed(numbers: Sequence[int]) -> list[Counterpart]:
    """The counterparts that all have signed, each once, in the order given."""
    found = Counterpart.objects.select_related("envelope", "sealed").filter(
        pk__in=numbers, sealed__isnull=False, envelope__state=Envelope.State.COMPLETE
    )
    return sorted(found, key=lambda each: numbers.index(each.pk))


def _name(counterpart: Counterpart) -> str:
    """No two are alike: the number of the envelope is in each."""
    envelope = counterpart.envelope
    return safe_file_name(f"{envelope.title[:80]} {envelope.number}-{counterpart.position}.pdf")
