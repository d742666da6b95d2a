"""What signatures in PDFs and in containers have in common: when they were made, and who vouches for the signer."""

from dataclasses import replace
from typing import Any

from pyhanko.sign.validation.status import TimestampSignatureStatus

from tilts.signing.checking.chains import Chain
from tilts.signing.checking.records import Signature, with_reasons

#: Problems of a chain that leave open whether the signature was good when it was made.
_OPEN = frozenset({"certificate_expired", "certificate_not_yet_valid", "weak_algorithm"})


def judged_stamp(signature: Signature, stamp: TimestampSignatureStatus | None) -> Signature:
    """When it was signed, as far as anybody but the signer says it."""
    if stamp is None:
        return with_reasons(signature, "time_only_claimed")
    if not (stamp.intact and stamp.valid):
        return with_reasons(signature, "time_stamp_broken", outcome="altered")
    return signature if stamp.trusted else with_reasons(signature, "time_stamp_not_trusted")


def judged_chain(signature: Signature, chain: Chain, indication: Any = None) -> Signature:
    """Who vouches for the signer. Nothing more is said of a signature that was changed."""
    if signature.outcome == "altered":
        return signature
    if not chain.trusted_by:
        outcome = "cannot_tell" if chain.problem in _OPEN else "not_trusted"
        return with_reasons(signature, chain.problem, outcome=outcome)
    signature = replace(signature, trusted_by=chain.trusted_by)
    if getattr(indication, "name", "").startswith("CRYPTO_CONSTRAINTS"):
        return with_reasons(signature, "weak_algorithm", outcome="cannot_tell")
    marks = ["test_authority"] if chain.is_test else []
    return with_reasons(signature, *marks, "revocation_unknown")
