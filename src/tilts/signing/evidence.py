"""The pages of evidence behind a signed paper: who signed what, when, and how it is known that it was them.

The paper is built from plain records in each language of the envelope; two languages stand beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.accounts.models import School
from tilts.accounts.queries import mark_of_school
from tilts.core.zones import zone_of
from tilts.documents.bilingual import side_by_side
from tilts.documents.codes import qr_svg
from tilts.documents.frame import Letterhead, frame
from tilts.documents.typesetting import Paper, typeset
from tilts.signing.models import Counterpart, Envelope, EnvelopeNote, SignatureRecord, Signer, Way

TEMPLATE = "signing/evidence.typ"


@dataclass(frozen=True)
class SignedBy:
    """One signature, in the words of the page's language but for what the person themselves is called."""

    name: str
    signed_as: str  # as they wrote it; said where it differs
    office: str
    authority: str
    guardian_of: str  # the person under age for whom they signed
    side: str
    way: str
    identified: str
    at: datetime
    certificate: tuple[str, ...] = ()  # sentences on the certificate of their own signature
    sent_to: str = ""  # where link and code went, masked
    result_sha256: str = ""  # of the file that came back


def evidence_pages(envelope: Envelope, counterpart: Counterpart, school: School) -> bytes:
    """The pages for one counterpart, as a PDF of their own. The same rows give the same bytes."""
    first, *others = languages_of(envelope, school)
    records = _records(envelope, counterpart)
    paper = _paper(envelope, counterpart, school, records, first)
    if others:
        paper = side_by_side(paper, _paper(envelope, counterpart, school, records, others[0]))
    return typeset(paper)


def languages_of(envelope: Envelope, school: School) -> list[str]:
    """The school's language and, where somebody signs in another, that one: two at most, as papers have them."""
    known = dict(settings.LANGUAGES)
    spoken = [
        signer.language
        for counterpart in envelope.counterparts.all()
        for signer in counterpart.signers.all()
        if signer.language in known
    ]
    own = school.language if school.language in known else "en"
    return list(dict.fromkeys([own, *spoken]))[:2]


def _records(envelope: Envelope, counterpart: Counterpart) -> list[SignatureRecord]:
    """Those of this counterpart first, then those of the others of the same content."""
    found = SignatureRecord.objects.filter(counterpart__envelope=envelope).select_related("signer", "counterpart")
    return sorted(found, key=lambda each: (each.counterpart_id != counterpart.pk, each.at, each.pk))


def _paper(
    envelope: Envelope, counterpart: Counterpart, school: School, records: Sequence[SignatureRecord], language: str
) -> Paper:
    closed_at = max(record.at for record in records)
    with override(language), timezone.override(zone_of(school.country)):
        heading = _("How this paper was signed")
        data = frame(
            _letterhead(school, language),
            heading=heading,
            number=envelope.number,
            place_and_day="",
            is_specimen=settings.TILTS_DEMO or school.is_example,
        ) | {
            "facts": _facts(envelope, counterpart),
            "test": _test_sentences(),
            "heads": [_("Who signed"), _("When"), _("How it is known that it was them")],
            "rows": [_row(_signed_by(record)) for record in records],
            "changes_title": _("What the office changed"),
            "changes": _changes(envelope),
            "hashes_title": _("What was signed"),
            "hashes": _hashes(counterpart, records),
            "check_title": _("How to check it"),
            "check": [
                _("Open this address or scan the code; the page there tells what the school keeps: %(address)s")
                % {"address": address_of(envelope)},
                _("The file begins with exactly the bytes that were signed. Its seal shows every later change."),
            ],
            "code": qr_svg(address_of(envelope)),
            "code_words": _("Code with the address where this paper is checked"),
        }
        title = f"{heading}: {envelope}"
    return Paper(TEMPLATE, title, language, data, closed_at.astimezone(UTC).date())


def address_of(envelope: Envelope) -> str:
    """Where anybody checks it by its number."""
    return f"{settings.TILTS_URL}/verify/{envelope.number}"


def _letterhead(school: School, language: str) -> Letterhead:
    mark = mark_of_school()
    return Letterhead(school.text("name", language), (), bytes(mark.content) if mark else None)


def _facts(envelope: Envelope, counterpart: Counterpart) -> list[Any]:
    utc, local, zone = _moment_lines(envelope.created_at)
    facts: list[Any] = [
        (_("Paper"), str(envelope)),
        (_("Number"), envelope.number),
        (_("Form of signing"), envelope.get_form_display()),
        (_("Sent to sign"), [utc, f"{local} {zone}"]),
    ]
    if counterpart.original_at:
        facts.append((_("The original on paper is kept"), counterpart.original_at))
    return facts


def _test_sentences() -> list[str]:
    if not settings.TILTS_DEMO:
        return []
    return [_("TEST: sealed by the authority of a demo. This is no signature in the sense of any law.")]


def _signed_by(record: SignatureRecord) -> SignedBy:
    signer = record.signer
    return SignedBy(
        name=signer.name,
        signed_as=signer.signed_as,
        office=signer.office_here,
        authority=signer.authority_in_words,
        guardian_of=signer.guardian_of,
        side=signer.side_here,
        way=record.get_way_display(),
        identified=record.how_known,
        at=record.at,
        certificate=tuple(record.certificate_sentences),
        sent_to=record.sent_to,
        result_sha256=record.result_sha256,
    )


def _row(signed: SignedBy) -> list[list[str]]:
    """Cells of lines."""
    name = signed.name or signed.signed_as
    who = [name, signed.office, signed.side]
    if signed.guardian_of:
        who.insert(1, _("Guardian of %(name)s") % {"name": signed.guardian_of})
    if signed.authority:
        who.append(_("Authority: %(authority)s") % {"authority": signed.authority})
    if signed.signed_as and signed.signed_as != name:
        who.append(_("Signed as: %(name)s") % {"name": signed.signed_as})
    sent_to = _("Link and code went to %(address)s") % {"address": signed.sent_to} if signed.sent_to else ""
    return [
        list(filter(None, who)),
        _moment_lines(signed.at),
        list(filter(None, [signed.way, signed.identified, *signed.certificate, sent_to])),
    ]


def _changes(envelope: Envelope) -> list[str]:
    """Who was asked at another address, or in whose place somebody else was: by whom, and when."""
    signers = {
        signer.pk: signer
        for signer in Signer.objects.filter(counterpart__envelope=envelope).select_related("delegated_to")
    }
    verbs = (EnvelopeNote.Verb.ADDRESS, EnvelopeNote.Verb.DELEGATION_AGREED)
    return [
        _change(each, signers[each.signer_number])
        for each in envelope.events.filter(verb__in=verbs).order_by("at", "pk")
        if each.signer_number in signers
    ]


def _change(event: EnvelopeNote, signer: Signer) -> str:
    words = {"name": signer, "by": event.by, "moment": _moment_lines(event.at)[0]}
    if event.verb == EnvelopeNote.Verb.ADDRESS:
        sentence = _("%(moment)s: %(by)s changed the e-mail address of %(name)s, %(change)s") % {
            **words,
            "change": event.detail,
        }
    else:
        sentence = _("%(moment)s: %(by)s agreed that %(other)s signs in the place of %(name)s") % {
            **words,
            "other": signer.delegated_to,
        }
    return sentence


def _moment_lines(moment: datetime) -> list[str]:
    """In UTC, and as the clocks of the school show it; figures alone, so that every language reads the same.

    >>> with timezone.override("Asia/Tbilisi"):
    ...     _moment_lines(datetime(2027, 4, 2, 9, 5, 7, tzinfo=UTC))
    ['2027-04-02 09:05:07 UTC', '2027-04-02 13:05 +04:00', 'Asia/Tbilisi']
    """
    utc = moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    local = timezone.localtime(moment)
    offset = local.strftime("%z")
    return [utc, f"{local:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}", timezone.get_current_timezone_name()]


def _hashes(counterpart: Counterpart, records: Sequence[SignatureRecord]) -> list[Any]:
    """Labels and SHA-256 sums, each once."""
    found = [(_("SHA-256 of the paper that was shown"), digest) for digest in dict.fromkeys(r.sha256 for r in records)]
    if counterpart.scan:
        found.append((_("SHA-256 of the scan of the signed paper"), counterpart.scan.sha256))
    came_back = [r.result_sha256 for r in records if r.result_sha256 and r.way != Way.HAND]
    return [*found, *((_("SHA-256 of the file that came back signed"), digest) for digest in dict.fromkeys(came_back))]
