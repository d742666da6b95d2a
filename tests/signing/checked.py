"""A sealed PDF, an authority that is trusted, and what the check says of a file."""

from datetime import UTC, datetime

from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing.sealed import certificate_of, paper, seal_from
from tilts.signing.checking import Trust
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.checking.trust import Anchor
from tilts.signing.seals import seal_pdf

AUTHORITY = certificate_of("A State Authority", is_authority=True)
NOTES = ("time_only_claimed", "revocation_unknown")


def trust_in_authority(*others):
    anchors = {"state": AUTHORITY} | dict(others)
    return Trust(tuple(Anchor(name, each[1].public_bytes(Encoding.DER)) for name, each in anchors.items()))


TRUST = trust_in_authority()
SEAL = seal_from(AUTHORITY)
PAPER = paper()
SEALED = seal_pdf(PAPER, seal=SEAL, reason="K7M3Q-9XRD4", at=datetime(2026, 9, 1, 8, 30, tzinfo=UTC))


def says(content, trust=TRUST, **others):
    verdict = verdict_over(content, trust, **others)
    return (verdict.outcome, verdict.reasons)
