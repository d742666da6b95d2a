"""Writes: sending papers to sign, and ending that before all have signed.

What signers do stands in `recording`, the end of it in `completing`.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.accounts.models import School, User
from tilts.accounts.queries import roles_in_school
from tilts.accounts.roles import allowed
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.files.actions import store_file
from tilts.files.models import StoredFile
from tilts.signing import asking, rules
from tilts.signing.events import note
from tilts.signing.kinds import Kind, kind_of
from tilts.signing.models import (
    Counterpart,
    Envelope,
    EnvelopeNote,
    EnvelopePaper,
    Form,
    PublicNumber,
    SignedPack,
    Signer,
    Way,
)
from tilts.signing.printing import with_code
from tilts.signing.seals import problem_of
from tilts.signing.sentences import form_sentence, paper_sentence

PDF = "application/pdf"

_VERBS = {
    Envelope.State.COMPLETE: EnvelopeNote.Verb.COMPLETED,
    Envelope.State.REFUSED: EnvelopeNote.Verb.REFUSED,
    Envelope.State.WITHDRAWN: EnvelopeNote.Verb.WITHDRAWN,
    Envelope.State.EXPIRED: EnvelopeNote.Verb.EXPIRED,
}


#: A text by language.
Texts = Mapping[str, str]


@dataclass(frozen=True)
class NewPaper:
    """A paper to be signed: a PDF."""

    name: str  # as its file is called, without a suffix or with ".pdf"
    content: bytes
    content_hash: str = ""  # over what is agreed, as the subject makes it; kept, not looked at


@dataclass(frozen=True)
class NewSigner:
    """Somebody who is to sign. Who works for the school and may sign does so signed in, everybody else by a link."""

    name: str
    office: str
    authority: str
    email: str
    language: str
    user: User | None = None
    phone: str = ""
    position: int | None = None  # who has the same one may sign at once; None: after the one before
    is_minor: bool = False  # then a guardian signs on the same side, too
    authority_until: date | None = None  # the last day of a power of attorney; nobody signs by it after that
    guardian_of: str = ""  # name of the person under age for whom they sign
    worded: Mapping[str, Texts] = field(default_factory=dict)  # office and authority, by language


@dataclass(frozen=True)
class NewSide:
    """One side: who signs for it, and how."""

    label: str
    way: Way
    signers: Sequence[NewSigner]
    labels: Texts = field(default_factory=dict)  # the same by language


@transaction.atomic
def open_envelope(
    *,
    kind: Kind | str,
    subject_id: int,
    title: str,
    papers: Sequence[NewPaper],
    sides: Sequence[NewSide],
    form: Form,
    ends_at: datetime,
    by: User | None,
    titles: Texts | None = None,
) -> Envelope:
    """Send papers to sign: the first in order are asked by mail. titles: the title by language, as its readers see it.

    Raises ValidationError where this can't be signed so, AlreadyOpen where it is on its way already.
    """
    known = kind_of(kind if isinstance(kind, str) else kind.name)
    _check(known, papers, sides, form, ends_at)
    # Held to the end of the transaction: of two clicks in the same moment the second waits here.
    School.objects.select_for_update(no_key=True).get(pk=current_school().pk)
    if Envelope.objects.filter(kind=known.name, subject_id=subject_id, state=Envelope.State.OPEN).exists():
        raise AlreadyOpen(_("“%(title)s” is already on its way to be signed.") % {"title": title})
    envelope = Envelope.objects.create(
        kind=known.name,
        subject_id=subject_id,
        title=title[:200],
        worded={"title": dict(titles or {})},
        form=form,
        number=_new_number(),
        ends_at=ends_at,
        created_by=by,
    )
    files = _keep_papers(envelope, papers, known, by)
    _make_counterparts(envelope, sides, files[0], papers[0], known, by)
    note(envelope, EnvelopeNote.Verb.OPENED, by=by)
    asking.ask_next(envelope)
    return envelope


class AlreadyOpen(ValidationError):
    """The same subject is on its way already."""


class CannotWithdraw(Exception):
    """Nothing was taken back; the message tells a person why, in their language."""


def withdraw_envelope(envelope: Envelope, reason: str, by: User | None) -> None:
    """Take papers back before all have signed. Raises CannotWithdraw where they have, or it is closed already.

    Where all have signed and the seal was stopped, it is completed instead; only what can't be sealed is taken back.
    """
    from tilts.signing.completing import complete_if_ready, is_ready  # they stand on this module

    was_ready = is_ready(envelope)
    complete_if_ready(envelope)
    with transaction.atomic():
        envelope = locked(envelope)
        if envelope.state == Envelope.State.COMPLETE or (is_ready(envelope) and not was_ready):
            raise CannotWithdraw(_("All have signed by now, so it can’t be withdrawn any more."))
        if not envelope.is_open:
            raise CannotWithdraw(_("This is closed already."))
        close(envelope, Envelope.State.WITHDRAWN, reason=reason, by=by)
        kind_of(envelope.kind).withdrawn(envelope)


@transaction.atomic
def expire_envelope(envelope: Envelope) -> bool:
    """End an envelope whose time is over; False where it is not, or is closed already."""
    envelope = locked(envelope)
    if not envelope.is_open or envelope.ends_at > timezone.now():
        return False
    if rules.all_signed(signer.as_rule for signer in signers_of(envelope)):
        return False  # it only waits for its seal
    if waits_for_office(envelope):
        return False
    close(envelope, Envelope.State.EXPIRED, reason="", by=None)
    kind_of(envelope.kind).expired(envelope)
    return True


def waits_for_office(envelope: Envelope) -> bool:
    """Was the scan of what is signed by hand sent in time, and only the office has not checked it in yet?"""
    return Signer.objects.filter(
        counterpart__envelope=envelope,
        counterpart__way=Way.HAND,
        counterpart__scan__isnull=False,
        state__in=[Signer.State.ASKED, Signer.State.SEEN],
    ).exists()


def locked(envelope: Envelope) -> Envelope:
    """The envelope as it is now, held to the end of the transaction: whoever signs, closes or seals waits here."""
    return Envelope.objects.select_for_update().get(pk=envelope.pk)


def signers_of(envelope: Envelope) -> list[Signer]:
    """Everybody who signs it, in order."""
    found = Signer.objects.filter(counterpart__envelope=envelope).select_related("counterpart__current", "user")
    return list(found.order_by("position", "pk"))


def close(envelope: Envelope, state: Envelope.State, *, reason: str, by: User | None) -> None:
    """Say that an envelope is over. Those who were asked are told that there is nothing more to do."""
    envelope.state, envelope.reason, envelope.closed_at = state, reason.strip(), timezone.now()
    envelope.save(update_fields=["state", "reason", "closed_at", "search_key"])
    note(envelope, _VERBS[state], by=by)
    asking.tell_closed(envelope, signers_of(envelope))
    _have_packs_made(envelope)


def _have_packs_made(envelope: Envelope) -> None:
    """Packs that waited for this envelope may be whole now."""
    from tilts.signing.tasks import pack_job

    packs = SignedPack.objects.filter(file=None, is_being_signed=False, members__signer__counterpart__envelope=envelope)
    for number in packs.values_list("pk", flat=True).distinct():
        pack_job.defer(school_id=current_school().pk, pack_id=number)


def _check(kind: Kind, papers: Sequence[NewPaper], sides: Sequence[NewSide], form: Form, ends_at: datetime) -> None:
    problem = rules.form_problem(form, [side.way for side in sides], len(papers), kind.ways)
    if problem:
        raise ValidationError(str(form_sentence(problem)))
    if ends_at <= timezone.now():
        raise ValidationError(_("The time to sign in is over before it begins."))
    for paper in papers:
        if problem := problem_of(paper.content):
            raise ValidationError(str(paper_sentence(problem)) % {"name": paper.name})
    for side in sides:
        if not side.signers:
            raise ValidationError(_("Nobody is named who signs for %(side)s.") % {"side": side.label})
        _check_guardians(side)
        for signer in side.signers:
            if not signer.email and not signer.user and side.way != Way.HAND:
                raise ValidationError(
                    _("%(name)s has no e-mail address to be asked at.") % {"name": signer.name or signer.office}
                )


def _check_guardians(side: NewSide) -> None:
    """Who is under age signs beside a guardian, who is somebody else and of age."""
    guarded = {search_key(signer.guardian_of) for signer in side.signers if not signer.is_minor}
    for signer in side.signers:
        if signer.is_minor and search_key(signer.name) not in guarded:
            raise ValidationError(_("%(name)s is under age: a guardian has to sign, too.") % {"name": signer.name})
        if signer.guardian_of and search_key(signer.guardian_of) == search_key(signer.name):
            raise ValidationError(_("%(name)s can’t be their own guardian.") % {"name": signer.name})


def _new_number() -> str:
    """A number that nobody has and nobody guesses: 10 of 25 letters, one of 95 million million."""
    while True:
        number = rules.grouped("".join(secrets.choice(rules.ALPHABET) for _each in range(10)))
        _row, is_new = PublicNumber.objects.get_or_create(number=number, defaults={"school": current_school()})
        if is_new:
            return number


def _keep_papers(envelope: Envelope, papers: Sequence[NewPaper], kind: Kind, by: User | None) -> list[StoredFile]:
    files = []
    for position, paper in enumerate(papers, start=1):
        file = store_file(paper.content, name=_pdf_name(paper.name), content_type=PDF, permission=kind.view, by=by)
        EnvelopePaper.objects.create(
            envelope=envelope,
            position=position,
            name=paper.name[:200],
            content_hash=paper.content_hash,
            file=file,
        )
        files.append(file)
    return files


def _make_counterparts(
    envelope: Envelope,
    sides: Sequence[NewSide],
    file: StoredFile,
    paper: NewPaper,
    kind: Kind,
    by: User | None,
) -> None:
    """One for all, or one a side; and who signs each, in the order given."""
    one_each = envelope.form == Form.COUNTERPARTS
    common = None if one_each else _counterpart(envelope, 1, sides[0].way, " · ".join(s.label for s in sides), file)
    position = 0
    for number, side in enumerate(sides, start=1):
        counterpart = common or _counterpart(envelope, number, side.way, side.label, file)
        for signer in side.signers:
            position = signer.position if signer.position is not None else position + 1
            Signer.objects.create(
                counterpart=counterpart,
                position=position,
                side=side.label[:300],
                name=signer.name[:150],
                office=signer.office[:200],
                worded={name: dict(texts) for name, texts in {**signer.worded, "side": side.labels}.items()},
                authority=signer.authority[:300],
                authority_until=signer.authority_until,
                guardian_of=signer.guardian_of[:150],
                email=signer.email or (signer.user.email if signer.user else ""),
                phone=signer.phone[:40],
                language=signer.language,
                user=signer.user if signer.user and signs_here(signer.user) else None,
            )
    for counterpart in Counterpart.objects.filter(envelope=envelope, way=Way.HAND):
        _print_with_code(counterpart, paper, kind, by)


def _counterpart(envelope: Envelope, position: int, way: Way, side: str, file: StoredFile) -> Counterpart:
    return Counterpart.objects.create(
        envelope=envelope, position=position, side=side[:300], way=way, current=file, sha256=file.sha256
    )


def _print_with_code(counterpart: Counterpart, paper: NewPaper, kind: Kind, by: User | None) -> None:
    """What is signed by hand bears its code on every page, so that the scan finds the way back."""
    counterpart.code = f"{counterpart.envelope.number}-{counterpart.position}"
    content = with_code(paper.content, counterpart.code)
    counterpart.current = store_file(
        content, name=_pdf_name(f"{paper.name} {counterpart.code}"), content_type=PDF, permission=kind.view, by=by
    )
    counterpart.sha256 = sha256(content).hexdigest()
    counterpart.save()


def signs_here(user: User) -> bool:
    """Does this user sign on a page of the school, rather than by a link?"""
    return allowed(roles_in_school(user, current_school()), "signing.sign")


def _pdf_name(name: str) -> str:
    return name if name.lower().endswith(".pdf") else f"{name}.pdf"
