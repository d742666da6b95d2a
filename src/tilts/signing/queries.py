"""Reads: envelopes, who signs them, what waits for somebody, the sealed papers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from tilts.accounts.models import School, User
from tilts.accounts.schools import in_school
from tilts.core.names import search_key
from tilts.core.prefixes import begins
from tilts.core.zones import zone_of
from tilts.files.models import StoredFile
from tilts.signing import rules
from tilts.signing.kinds import kind_of, kinds
from tilts.signing.models import (
    Counterpart,
    Envelope,
    EnvelopeNote,
    EnvelopePaper,
    PackPaper,
    PublicNumber,
    SignatureRecord,
    SignedPack,
    Signer,
    Way,
)
from tilts.web.slots import Found


def envelopes(may: Callable[[str], bool], search: str = "") -> QuerySet[Envelope]:
    """The envelopes of the kinds that somebody may see, the latest first, with how many of how many have signed.

    With `search`, those whose title begins so, or that have this number.
    """
    found = Envelope.objects.filter(kind__in=[kind.name for kind in kinds() if may(kind.view)])
    found = found.annotate(
        to_sign=Count("counterparts__signers", filter=~Q(counterparts__signers__state__in=["delegated", "proposed"])),
        signed=Count("counterparts__signers", filter=Q(counterparts__signers__state="signed")),
    )
    if search.strip():
        found = found.filter(begins("search_key", search_key(search)) | Q(number=rules.read_number(search) or "-"))
    return found


def envelope_of(kind: str, subject_id: int) -> Envelope | None:
    """The latest envelope of a subject, whatever came of it."""
    return Envelope.objects.filter(kind=kind, subject_id=subject_id).order_by("-created_at", "-pk").first()


def sealed_file(envelope: Envelope) -> StoredFile | None:
    """The sealed paper of a complete envelope, the first counterpart's where there are several."""
    return next(iter(sealed_files(envelope)), None)


def sealed_files(envelope: Envelope) -> list[StoredFile]:
    """The sealed paper of each counterpart, in order; none while the envelope is not complete."""
    if envelope.state != Envelope.State.COMPLETE:
        return []
    found = Counterpart.objects.filter(envelope=envelope).select_related("sealed")
    return [each.sealed for each in found if each.sealed]


def day_of_signing(envelope: Envelope) -> date | None:
    """The day of the last signature, as the papers tell it; of one signed here, the day on which it was."""
    found = SignatureRecord.objects.filter(counterpart__envelope=envelope)
    return max((each.signed_on or timezone.localdate(each.at) for each in found), default=None)


def unknown_issuers(envelope: Envelope) -> QuerySet[SignatureRecord]:
    """Signatures of an envelope whose issuer is on no trust list here: whoever opens it is told."""
    found = SignatureRecord.objects.filter(counterpart__envelope=envelope, checked="not_trusted")
    return found.select_related("signer")


def counterparts_of(envelope: Envelope) -> QuerySet[Counterpart]:
    """The counterparts with their files and signers, in order."""
    signers = Signer.objects.select_related("user", "delegated_to").prefetch_related("records")
    files = ("current", "scan", "sealed", "evidence")
    found = Counterpart.objects.filter(envelope=envelope).select_related("envelope", *files)
    return found.prefetch_related(Prefetch("signers", signers))


def papers_to_sign(counterpart: Counterpart) -> list[EnvelopePaper]:
    """The papers that the first one to sign a container puts into it; empty where one file is signed."""
    if counterpart.way != Way.CONTAINER or SignatureRecord.objects.filter(counterpart=counterpart).exists():
        return []
    papers = list(EnvelopePaper.objects.filter(envelope=counterpart.envelope_id).select_related("file"))
    return papers if len(papers) > 1 else []


def scans_to_check_in(may: Callable[[str], bool]) -> QuerySet[Counterpart]:
    """Counterparts whose scan came by a signer's link and waits for the office."""
    return Counterpart.objects.filter(
        way=Way.HAND,
        scan__isnull=False,
        envelope__state=Envelope.State.OPEN,
        envelope__kind__in=[kind.name for kind in kinds() if may(kind.send)],
        signers__state__in=[Signer.State.ASKED, Signer.State.SEEN],
    ).distinct()


def events_of(envelope: Envelope) -> list[tuple[EnvelopeNote, str]]:
    """What happened, the latest first, each with the name of whom it is about, where that is still known."""
    names = {signer.pk: str(signer) for signer in Signer.objects.filter(counterpart__envelope=envelope)}
    return [
        (event, names.get(event.signer_number or 0, "")) for event in EnvelopeNote.objects.filter(envelope=envelope)
    ]


def find(may: Callable[[str], bool], text: str, most: int) -> list[Found]:
    """For a search: envelopes with the year in which they were sent."""
    return [
        Found(str(each), each.get_absolute_url(), str(each.created_at.year)) for each in envelopes(may, text)[:most]
    ]


def waiting_for(user: User) -> QuerySet[Signer]:
    """What waits for the signature of this user of the school, the most pressing first."""
    return (
        Signer.objects.filter(
            user=user,
            state__in=[Signer.State.ASKED, Signer.State.SEEN],
            counterpart__envelope__state=Envelope.State.OPEN,
        )
        .select_related("counterpart__envelope", "counterpart__current")
        .order_by("counterpart__envelope__ends_at", "pk")
    )


def with_other_sides(signers: Iterable[Signer]) -> list[tuple[Signer, str]]:
    """Each with the other sides that sign the same, in their order; empty where there is none."""
    signers = list(signers)
    sides: dict[int, list[str]] = {}
    envelopes = {each.counterpart.envelope_id for each in signers}
    for each in Signer.objects.filter(counterpart__envelope__in=envelopes).select_related("counterpart"):
        sides.setdefault(each.counterpart.envelope_id, []).append(each.side_here)
    found = []
    for each in signers:
        others = dict.fromkeys(side for side in sides[each.counterpart.envelope_id] if side != each.side_here)
        found.append((each, ", ".join(others)))
    return found


@dataclass(frozen=True)
class PackShown:
    """A pack as its page tells it: the file once it is made, and by title what it waits for and what is not in it."""

    pack: SignedPack
    waits_for_others: tuple[Envelope, ...] = ()
    waits_for_seal: tuple[Envelope, ...] = ()
    left_out: tuple[Envelope, ...] = ()


def packs_of(user: User, may: Callable[[str], bool], most: int = 10) -> list[PackShown]:
    """What this user signed in one act, the latest first, as far as they may open it."""
    members = PackPaper.objects.select_related("signer__counterpart__envelope")
    found = SignedPack.objects.filter(signed_by=user).select_related("file")
    shown = []
    for pack in found.prefetch_related(Prefetch("members", members))[:most]:
        papers = [each.signer.counterpart.envelope for each in pack.members.all() if each.signer.state == "signed"]
        needed = pack.file.permission if pack.file else kind_of(papers[0].kind).view if papers else ""
        if may(needed):
            shown.append(_pack_shown(pack, papers))
    return shown


def _pack_shown(pack: SignedPack, papers: list[Envelope]) -> PackShown:
    waiting = [each for each in papers if each.is_open]
    signed = {each.pk for each in waiting if rules.all_signed(signer.as_rule for signer in _signers(each))}
    return PackShown(
        pack,
        tuple(each for each in waiting if each.pk not in signed),
        tuple(each for each in waiting if each.pk in signed),
        tuple(each for each in papers if not each.is_open and each.state != Envelope.State.COMPLETE),
    )


def _signers(envelope: Envelope) -> QuerySet[Signer]:
    return Signer.objects.filter(counterpart__envelope=envelope)


def proposals(may: Callable[[str], bool]) -> QuerySet[Signer]:
    """Who wishes that somebody else signs, where this user may decide it."""
    return Signer.objects.filter(
        delegated_to__state=Signer.State.PROPOSED,
        counterpart__envelope__state=Envelope.State.OPEN,
        counterpart__envelope__kind__in=[kind.name for kind in kinds() if may(kind.send)],
    ).select_related("counterpart__envelope", "delegated_to")


# By the number on the paper


@dataclass(frozen=True)
class PublicSignature:
    """One signature as the check page tells it to whoever holds the paper's number."""

    side: str  # this and the name are empty where the kind of paper shows nobody
    office: str
    name: str  # empty once it was erased
    at: datetime
    way: str  # of models.Way
    identified: str  # of SignatureRecord.Identified
    checked: str  # the verdict on the file that came back
    certificate: tuple[str, ...]  # sentences on the certificate of an own signature


@dataclass(frozen=True)
class PublicEnvelope:
    """What the check page tells of a number."""

    number: str
    school: str
    zone: str  # by whose clocks the school goes, as its papers do
    title: str  # only once it is complete, and where the kind of paper shows names
    shows_names: bool  # of who signed, once it is complete
    state: str  # of Envelope.State
    created_at: datetime
    closed_at: datetime | None
    sealed: tuple[str, ...]  # the SHA-256 of each sealed file
    signatures: tuple[PublicSignature, ...]


def by_public_number(typed: str) -> PublicEnvelope | None:
    """What stands behind a number, asked for outside every school; None where there is none.

    Who signed is told only once all have, and only of kinds that say so: the number stands on the paper that names
    them, but a paper gets about.
    """
    number = rules.read_number(typed)
    known = PublicNumber.objects.select_related("school").filter(number=number).first() if number else None
    if known is None:
        return None
    with in_school(known.school):
        envelope = Envelope.objects.filter(number=number).first()
        return _public(envelope, known.school) if envelope else None


def by_sealed_file(sha256: str) -> PublicEnvelope | None:
    """What was sealed as exactly these bytes, or with them as its evidence, asked for outside every school.

    Only of kinds of paper that show names: whoever has the file reads what they would by the number on its last page.
    """
    public = [kind.name for kind in kinds() if kind.public_names]
    is_the_file = Q(counterparts__sealed__sha256=sha256) | Q(counterparts__evidence__sha256=sha256)
    for school in School.objects.filter(pk__in=PublicNumber.objects.values("school")):
        with in_school(school):
            found = Envelope.objects.filter(is_the_file, kind__in=public, state=Envelope.State.COMPLETE).first()
            if found:
                return _public(found, school)
    return None


def _public(envelope: Envelope, school: School) -> PublicEnvelope:
    is_complete = envelope.state == Envelope.State.COMPLETE
    shows_names = any(kind.name == envelope.kind and kind.public_names for kind in kinds())
    records: Iterable[SignatureRecord] = ()
    files: list[str] = []
    if is_complete:
        records = SignatureRecord.objects.filter(counterpart__envelope=envelope).select_related("signer")
        files = [
            file.sha256
            for each in Counterpart.objects.filter(envelope=envelope).select_related("sealed", "evidence")
            for file in (each.sealed, each.evidence)
            if file
        ]
    return PublicEnvelope(
        number=envelope.number,
        school=school.text("name", get_language() or school.language),
        zone=zone_of(school.country),
        title=str(envelope) if is_complete and shows_names else "",
        shows_names=shows_names,
        state=envelope.state,
        created_at=envelope.created_at,
        closed_at=envelope.closed_at,
        sealed=tuple(files),
        signatures=tuple(
            PublicSignature(
                record.signer.side_here if shows_names else "",
                record.signer.office_here,
                record.signer.name if shows_names else "",
                record.at,
                record.way,
                record.identified,
                record.checked,
                tuple(record.certificate_sentences),
            )
            for record in records
        ),
    )
