"""Checking signed files: is it genuine, unchanged, and by whom?

    verdict = check(content, trust=trust_in(settings.TILTS_DATA))
    verdict.outcome  # "genuine", "altered", "not_trusted", "not_signed" or "cannot_tell"

Works without a database. Asks nothing of the network.
"""

from tilts.signing.checking.continuing import adds_only_signatures, papers_inside
from tilts.signing.checking.papers import BadContainer, continues, papers_in
from tilts.signing.checking.records import Signature, Signer, Verdict
from tilts.signing.checking.sandbox import LARGEST, check
from tilts.signing.checking.trust import Trust, trust_from, trust_in

__all__ = [
    "LARGEST",
    "BadContainer",
    "Signature",
    "Signer",
    "Trust",
    "Verdict",
    "adds_only_signatures",
    "check",
    "continues",
    "papers_in",
    "papers_inside",
    "trust_from",
    "trust_in",
]
