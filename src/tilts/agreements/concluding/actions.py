"""Writes: planning the session, sending the paper to sign, and what follows from its end."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from tilts.accounts.models import User
from tilts.accounts.schools import current_school
from tilts.agreements.actions import locked
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.concluding.queries import KIND, calendar_of, local_times, session_of, user_of
from tilts.agreements.drafting.actions import take
from tilts.agreements.drafting.content import languages_of, name_of_party, side_of
from tilts.agreements.drafting.models import SignedPaper, Version
from tilts.agreements.drafting.queries import latest, paper_of, who_signs
from tilts.agreements.models import Agreement, Party, Signatory
from tilts.agreements.rules import NotPossible, first_day, how_concluded
from tilts.documents.typesetting import safe_file_name, typeset
from tilts.files.actions import store_file
from tilts.mail.actions import Attachment, write_letter
from tilts.mail.calendars import CANCEL, REQUEST
from tilts.signing.actions import NewPaper, NewSide, NewSigner, open_envelope
from tilts.signing.models import Envelope, Form, Way
from tilts.signing.queries import counterparts_of, day_of_signing, sealed_file

# The session


@transaction.atomic
def plan_session(session: SigningSession) -> SigningSession:
    """Save a new or a changed session and send it to everybody who signs, with its calendar file.

    Of an agreement that is signed anew the former session goes, and is called off where it still lies ahead.
    """
    if session.pk:
        session.sequence += 1
    for former in SigningSession.objects.filter(agreement=session.agreement).exclude(pk=session.pk):
        if former.ends_at > timezone.now():
            call_off(former)
        else:
            former.delete()
    session.save()
    _send(session, is_cancelled=False)
    return session


@transaction.atomic
def call_off(session: SigningSession) -> None:
    """Call the session off, in everybody's calendar, too."""
    session.sequence += 1
    session.save()
    _send(session, is_cancelled=True)
    session.delete()


def _send(session: SigningSession, *, is_cancelled: bool) -> None:
    agreement = session.agreement
    for _party, who in who_signs(agreement):
        if who is None or not who.email:
            continue
        language = who.language or "en"
        with override(language):
            when = "\n".join(
                f"{each.place}: {date_format(each.at, 'DATETIME_FORMAT')}" for each in local_times(session, language)
            )
        write_letter(
            "agreements/session_called_off" if is_cancelled else "agreements/session",
            language=language,
            intent=f"session:{session.pk}:{session.sequence}",
            to=who.email,
            attachments=[
                Attachment(
                    "signing.ics",
                    calendar_of(session, language, is_cancelled=is_cancelled),
                    CANCEL if is_cancelled else REQUEST,
                )
            ],
            title=agreement.wording("title", language),
            school=current_school().text("name", language),
            when=when,
            platform=session.platform,
            url=session.url,
            agenda=session.wording("agenda", language),
        )


# Signing


@transaction.atomic
def send_to_sign(
    agreement: Agreement, *, form: Form, ways: Mapping[int, Way], ends_at: datetime, by: User | None
) -> Envelope:
    """Print the agreed version and put it into an envelope. ways: by side (1 the school's, 2 the other).

    Raises NotPossible, StillMissing; ValidationError where it can't be signed so.
    """
    agreement = locked(agreement)
    take(agreement, "sign")
    version = latest(agreement)
    if version is None:
        raise NotPossible(agreement.state)
    content = typeset(paper_of(agreement, version.content, version.position))
    title = in_its_languages(version.content["title"], version.content["languages"], most=200) or str(agreement)
    version.paper = store_file(
        content,
        name=safe_file_name(f"{title.partition(' / ')[0]} {agreement.number}.pdf"),
        content_type="application/pdf",
        permission="partners.contacts",
        by=by,
    )
    version.save(update_fields=["paper"])
    agreement.save()
    return open_envelope(
        kind=KIND,
        subject_id=agreement.pk,
        title=title,
        titles=version.content["title"],
        papers=[NewPaper(title, content, version.content_hash)],
        sides=_sides(agreement, ways),
        form=form,
        ends_at=ends_at,
        by=by,
    )


def in_its_languages(texts: Mapping[str, str], codes: Iterable[str], *, most: int) -> str:
    """A text in all languages of the paper, so that each side reads its own; the first alone where that is too long.

    >>> in_its_languages({"lv": "Līgums", "ka": "ხელშეკრულება"}, ["lv", "ka"], most=200)
    'Līgums / ხელშეკრულება'
    """
    there = list(dict.fromkeys(texts[code] for code in codes if texts.get(code)))
    whole = " / ".join(there)
    return whole if len(whole) <= most else there[0][:most]


def _sides(agreement: Agreement, ways: Mapping[int, Way]) -> list[NewSide]:
    """Each party as a side of its own, in the order of signing."""
    signers: dict[int, tuple[Party, list[NewSigner]]] = {}
    for party, who in who_signs(agreement):
        _party, of_party = signers.setdefault(party.pk, (party, []))
        if who is not None:
            of_party.append(_signer(party, who))
    codes = languages_of(agreement)
    return [
        NewSide(
            in_its_languages({code: name_of_party(party, code) for code in codes}, codes, most=300),
            ways[side_of(party)],
            of_party,
            {code: name_of_party(party, code) for code, _name in settings.LANGUAGES},
        )
        for party, of_party in signers.values()
    ]


def _signer(party: Party, who: Signatory) -> NewSigner:
    language = who.language or "en"
    return NewSigner(
        name=who.name,
        office=who.wording("office", language),
        authority=who.wording("authority", language) if who.basis != Signatory.Basis.HEAD else "",
        authority_until=who.authority_until if who.basis != Signatory.Basis.HEAD else None,
        email=who.email,
        language=language,
        user=user_of(party, who),
        position=who.position,
        worded={
            "office": who.texts["office"],
            "authority": who.texts["authority"] if who.basis != Signatory.Basis.HEAD else {},
        },
    )


# What the end of an envelope does; called inside its transaction


def come_into_force(envelope: Envelope) -> None:
    """All have signed: the version holds from the last signature or its agreed first day, the one before until then."""
    agreement = Agreement.objects.select_for_update().get(pk=envelope.subject_id)
    version = _signed_version(envelope, agreement)
    take(agreement, "complete")
    version.signed_on = day_of_signing(envelope) or timezone.localdate()
    version.in_force_on, version.sealed = first_day(version.signed_on, version.valid_from), sealed_file(envelope)
    goes_on = Q(replaced_on=None) | Q(replaced_on__gt=version.in_force_on)
    for former in Version.objects.filter(goes_on, agreement=agreement, in_force_on__isnull=False):
        former.replaced_on = max(version.in_force_on, former.in_force_on or version.in_force_on)
        former.save(update_fields=["replaced_on"])
    version.save(update_fields=["signed_on", "in_force_on", "sealed"])
    counterparts = [each for each in counterparts_of(envelope) if each.sealed is not None]
    for each in counterparts:
        SignedPaper.objects.create(
            version=version, position=each.position, side=each.side, way=each.way, file=each.sealed
        )
    _keep_signing(agreement, version, [each.way for each in counterparts])


def _signed_version(envelope: Envelope, agreement: Agreement) -> Version:
    """The latest version of this content: what was agreed once may have been agreed anew."""
    digest = envelope.papers.get(position=1).content_hash
    return Version.objects.filter(agreement=agreement, content_hash=digest).order_by("-position")[0]


def _keep_signing(agreement: Agreement, version: Version, ways: Sequence[str]) -> None:
    """That it was signed. The days that were agreed stay as they were agreed, and a change leaves when it all began."""
    session = session_of(agreement)
    if agreement.signed_on is None:
        agreement.signed_on, agreement.signed_precision = version.signed_on, "day"
        agreement.concluded = Agreement.Concluded(how_concluded(ways, has_session=session is not None))
        agreement.platform = session.platform if session is not None else agreement.platform
    agreement.notice_given_on = agreement.notice_until = None  # it was of the version before
    agreement.notice_reason = ""
    agreement.save()


def back_to_agreed(envelope: Envelope) -> None:
    """Refused, withdrawn or not signed in time: the text is agreed as before, and can be sent anew or changed."""
    agreement = Agreement.objects.select_for_update().get(pk=envelope.subject_id)
    take(agreement, "send_back")
    agreement.save()
