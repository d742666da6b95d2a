"""A verdict as the check page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.signing.checking.records import Signature, Verdict
from tilts.signing.checking.sentences import kind_name, outcome_heading, sentence
from tilts.signing.checking.trust import OWN, OWN_TEST
from tilts.signing.own_signatures import level_name

TONES = {"genuine": "good", "altered": "bad", "not_trusted": "warn", "not_signed": "neutral", "cannot_tell": "warn"}


@dataclass(frozen=True)
class Shown:
    """One signature: what it is called, how it stands, and what is known of it as (label, value)."""

    title: str
    outcome: str
    tone: str
    facts: tuple[tuple[str, str], ...]


def shown_verdict(verdict: Verdict) -> dict[str, object]:
    """For the template: heading, tone, sentences, signatures."""
    return {
        "heading": outcome_heading(verdict.outcome),
        "tone": TONES[verdict.outcome],
        "kind": kind_name(verdict.kind),
        "sentences": [sentence(reason) for reason in verdict.reasons],
        "signatures": [_shown(each) for each in verdict.signatures],
    }


def _shown(signature: Signature) -> Shown:
    name = signature.signer.name or signature.time_stamped_by
    return Shown(
        title=name or (_("A time-stamp") if signature.kind == "time_stamp" else _("A signature")),
        outcome=outcome_heading(signature.outcome),
        tone=TONES[signature.outcome],
        facts=tuple((label, value) for label, value in _facts(signature) if value),
    )


def _facts(signature: Signature) -> Iterator[tuple[str, str]]:
    signer = signature.signer
    organisation = signer.organisation if signer.organisation != signer.name else ""
    yield _("Organisation"), organisation
    yield _("Number of the organisation"), signer.organisation_number
    yield _("Personal code"), signer.personal_code
    yield _("Signed, by the signer's clock"), moment(signature.claimed_at)
    yield _("Time-stamped"), moment(signature.time_stamped_at)
    yield _("Time-stamped by"), signature.time_stamped_by if signer.name else ""
    yield _("Vouched for by"), signer.issuer
    yield _("Trust list"), list_name(signature.trusted_by)
    yield _("Level"), level_name(signer.quality) if signer.name else ""
    yield _("Covers"), ", ".join(signature.signed_files) or _coverage(signature)


def _coverage(signature: Signature) -> str:
    return _("The whole file") if signature.covers_whole_file else _("The file as it was when it was signed")


def moment(at: datetime | None) -> str:
    """As the reader's language writes it, by the clock of this installation; empty for none."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else ""


def list_name(name: str) -> str:
    """A trust list as people read it."""
    return {OWN: _("This installation of Tilts"), OWN_TEST: _("This installation of Tilts: TEST")}.get(name, name)
