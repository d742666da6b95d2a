"""Files that signers signed with a signature of their own: they come back, are checked, and become the next one's."""

import hashlib
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.core.names import search_key
from tilts.files.actions import store_file
from tilts.signing.actions import PDF
from tilts.signing.check_page.limits import one_at_a_time
from tilts.signing.checking import (
    LARGEST,
    Signature,
    Verdict,
    adds_only_signatures,
    check,
    continues,
    papers_inside,
    trust_in,
)
from tilts.signing.checking.sentences import sentence
from tilts.signing.completing import complete_if_ready
from tilts.signing.kinds import kind_of
from tilts.signing.models import Counterpart, Envelope, SignatureRecord, Signer, Way
from tilts.signing.recording import CannotSign, check_bytes, go_on, keep_signature, turn_of

CONTAINER = "application/vnd.etsi.asic-e+zip"
#: A signature by an authority that no list here knows is still whole, and said to be so; a kind may not accept it.
_ACCEPTED = {"genuine", "not_trusted"}
_OWN = SignatureRecord.Identified.OWN_SIGNATURE


def bring_signed(signer: Signer, content: bytes, *, shown: str) -> None:
    """Take the signed file as this person's signature; the next one signs what came back.

    shown: the SHA-256 of what they were given. Raises CannotSign for a file that is not the paper with exactly one more
    whole signature, by somebody of this name.
    """
    if len(content) > LARGEST:
        raise CannotSign(_("The file is too large."))
    with transaction.atomic():
        signer, envelope = turn_of(signer)
        check_bytes(signer.counterpart, shown)
    with one_at_a_time() as has_turn:  # takes its time: before anybody is kept waiting
        if not has_turn:
            raise CannotSign(_("Many files are being checked right now. Please try again in a minute."))
        new = _checked(signer, envelope, content, shown)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        signer, envelope = turn_of(signer)
        check_bytes(signer.counterpart, shown)  # still what was compared with
        _check_is_new(envelope, digest)
        keep_signature(
            envelope,
            signer,
            identified=_OWN,
            signed_as=new.signer.name,
            result_sha256=digest,
            own=new,
            signed_on=_day_of(new),
        )
        _make_current(envelope, signer.counterpart, content)
        go_on(envelope)
    complete_if_ready(envelope)


def _checked(signer: Signer, envelope: Envelope, content: bytes, shown: str) -> Signature:
    """The signature that came; the file is opened in child processes alone. Raises CannotSign."""
    counterpart = signer.counterpart
    before = check_bytes(counterpart, shown)
    if counterpart.way not in {Way.OWN, Way.CONTAINER}:
        raise CannotSign(_("This paper is signed in another way."))
    if counterpart.way == Way.OWN and not continues(before, content):
        raise CannotSign(_locked() if b"/Encrypt" in content else _not_the_paper())
    trust = trust_in(settings.TILTS_DATA)
    verdict = check(content, trust=trust)
    if counterpart.way == Way.CONTAINER and verdict.kind != "container":
        raise CannotSign(_no_container())
    is_first = not SignatureRecord.objects.filter(counterpart=counterpart).exists()
    earlier = Verdict("unknown", "not_signed") if is_first else check(before, trust=trust)
    new = _new_signature(verdict, earlier, signer)
    _check_is_another(envelope, counterpart, new, earlier)
    if counterpart.way == Way.CONTAINER:
        _check_container(envelope, content)
    elif not adds_only_signatures(before, content):
        raise CannotSign(_not_the_paper())
    return new


def _day_of(signature: Signature) -> date | None:
    """As the signature tells it; None for a time that names no zone."""
    at = signature.claimed_at
    return timezone.localdate(at) if at is not None and timezone.is_aware(at) else None


def _not_the_paper() -> str:
    return _("This is not the paper with a signature added. Please sign the very file that can be had here.")


def _locked() -> str:
    return _("This PDF is locked with a password. Please save it without one.")


def _no_container() -> str:
    return _("This is no container that can be read (.asice or .edoc).")


def _check_container(envelope: Envelope, content: bytes) -> None:
    """The papers of the envelope lie in it as they are, and nothing else."""
    there = papers_inside(content)
    if there is None:
        raise CannotSign(_no_container())
    if there != sorted(paper.file.sha256 for paper in envelope.papers.select_related("file")):
        raise CannotSign(_("The container must hold exactly the papers that can be had here, unchanged."))


def _new_signature(verdict: Verdict, earlier: Verdict, signer: Signer) -> Signature:
    """The one signature that is new, beside all earlier ones: whole, and by somebody of the signer's name."""
    known, there = _by_whom(earlier), _by_whom(verdict)
    is_whole = verdict.outcome in _ACCEPTED and all(each.is_intact for each in there.values())
    if not is_whole and verdict.outcome != "not_signed":
        raise CannotSign(" ".join([_("The signature does not hold."), *map(sentence, verdict.reasons[:1])]))
    if not known.keys() <= there.keys():
        raise CannotSign(_("A signature of somebody who signed before is missing. Please sign the file from here."))
    new = [signature for who, signature in there.items() if who not in known]
    if not new:
        raise CannotSign(_("There is no new signature in this file."))
    if len(new) > 1:
        raise CannotSign(_("There is more than one new signature in this file. Each signs by their own link."))
    _check_certificate(new[0], signer)
    return new[0]


def _check_certificate(new: Signature, signer: Signer) -> None:
    """It names the signer, and where the kind of paper wants that, a trust list here knows who issued it."""
    if new.outcome == "not_trusted" and kind_of(signer.counterpart.envelope.kind).needs_trusted:
        raise CannotSign(
            _("This kind of paper needs an issuer that is on a trust list of the school; %(issuer)s is on none.")
            % {"issuer": new.signer.issuer}
        )
    if not _words(new.signer.name):
        raise CannotSign(_("The certificate of this signature names nobody, so it can’t be told who signed."))
    if not _is_name_of(new, signer):
        raise CannotSign(
            _("The signature is by %(other)s; that of %(name)s is asked for.")
            % {"other": new.signer.name, "name": signer.name}
        )


def _by_whom(verdict: Verdict) -> dict[tuple[object, ...], Signature]:
    signatures = [each for each in verdict.signatures if each.kind == "signature"]
    return {(each.signer.certificate_sha256, each.claimed_at): each for each in signatures}


def _is_name_of(signature: Signature, signer: Signer) -> bool:
    """Do the certificate and the envelope name the same person, in whatever order and letters? No name fits all.

    One may tell more names than the other, but a family name alone is no person.
    """
    expected, found = _words(signer.name), _words(signature.signer.name)
    if not expected:
        return True
    fewer, more = sorted((expected, found), key=len)
    return fewer <= more and len(fewer) >= min(2, len(expected))


def _words(name: str) -> set[str]:
    """The words of a name in plain letters, without the numbers that cards put beside it."""
    words = (word for word in name.replace(",", " ").split() if not any(map(str.isdigit, word)))
    return set(search_key(" ".join(words)).replace("-", " ").split())


def _check_is_another(envelope: Envelope, counterpart: Counterpart, new: Signature, earlier: Verdict) -> None:
    """Nobody signs with the certificate of another signer of the envelope, whichever file that one signed."""
    used = {each.signer.certificate_sha256 for each in earlier.signatures}
    others = Counterpart.objects.filter(envelope=envelope, records__identified=_OWN).exclude(pk=counterpart.pk)
    for other in others.select_related("current").distinct():
        verdict = check(check_bytes(other, other.sha256), trust=trust_in(settings.TILTS_DATA))
        used |= {each.signer.certificate_sha256 for each in verdict.signatures}
    if new.signer.certificate_sha256 in used:
        raise CannotSign(_("Another signer has signed with this certificate. Each signs with their own."))


def _check_is_new(envelope: Envelope, digest: str) -> None:
    """A file counts once: the papers of both sides may be the same bytes."""
    if SignatureRecord.objects.filter(counterpart__envelope=envelope, result_sha256=digest).exists():
        raise CannotSign(_("This very file was already brought in by another signer."))


def _make_current(envelope: Envelope, counterpart: Counterpart, content: bytes) -> None:
    """What came back is what the next one signs."""
    is_pdf = counterpart.way == Way.OWN
    file = store_file(
        content,
        name=f"{envelope.title[:120]} {envelope.number}{'.pdf' if is_pdf else '.asice'}",
        content_type=PDF if is_pdf else CONTAINER,
        permission=kind_of(envelope.kind).view,
        by=None,
    )
    Counterpart.objects.filter(pk=counterpart.pk).update(current=file, sha256=file.sha256)
