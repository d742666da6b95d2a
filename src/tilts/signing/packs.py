"""The director signs many papers in one act: each is signed and sealed by itself, and all go into one sealed pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
from tilts.signing.models import Counterpart, SignatureRecord, SignedPack, Signer
from tilts.signing.recording import CannotSign, sign_by_click
from tilts.signing.seals import seal_of


@dataclass(frozen=True)
class Outcome:
    """What came of it: the packs that were made, and why a paper was not signed."""

    signed: int
    packs: tuple[SignedPack, ...]
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
    signed, problems = [], []
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
            signed.append(signer)
    return Outcome(len(signed), tuple(_make_packs(signed, by)), tuple(problems))


def _make_packs(signers: Sequence[Signer], by: User) -> list[SignedPack]:
    """A pack for each permission that its papers need, so that nobody opens by it what they may not see."""
    by_permission: dict[str, list[Counterpart]] = {}
    for signer in signers:
        counterpart = Counterpart.objects.select_related("envelope", "current", "sealed").get(pk=signer.counterpart_id)
        by_permission.setdefault(kind_of(counterpart.envelope.kind).view, []).append(counterpart)
    return [_make_pack(permission, papers, by) for permission, papers in by_permission.items()]


@transaction.atomic
def _make_pack(permission: str, counterparts: Sequence[Counterpart], by: User) -> SignedPack:
    papers = [(_name(each), content_of(each.sealed or each.current)) for each in counterparts]
    day = date_format(timezone.localdate(), "Y-m-d")
    file = store_file(
        make_container(papers, seal=seal_of(current_school())),
        name=_("Signed on %(day)s") % {"day": day} + ".asice",
        content_type=MEDIA_TYPE,
        permission=permission,
        by=by,
    )
    return SignedPack.objects.create(file=file, signed_by=by, papers=len(papers))


def _name(counterpart: Counterpart) -> str:
    """No two are alike: the number of the envelope is in each."""
    envelope = counterpart.envelope
    return safe_file_name(f"{envelope.title[:80]} {envelope.number}-{counterpart.position}.pdf")
