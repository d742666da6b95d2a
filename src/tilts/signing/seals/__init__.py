"""The seal of a school: its key, its certificate, and what is sealed with it.

content = append_pages(content, evidence)  # begins with exactly `content`
sealed = seal_pdf(content, seal=seal_of(school), reason="K7M3Q-9XRD4")
"""

from tilts.signing.seals.appending import CannotAppend, append_pages
from tilts.signing.seals.authority import authority_pem
from tilts.signing.seals.keys import CannotOpenSeal, Seal, install_seal, seal_of
from tilts.signing.seals.sealing import CannotSeal, TimeStampFailed, seal_pdf
from tilts.signing.seals.updating import problem_of

__all__ = [
    "CannotAppend",
    "CannotOpenSeal",
    "CannotSeal",
    "Seal",
    "TimeStampFailed",
    "append_pages",
    "authority_pem",
    "install_seal",
    "problem_of",
    "seal_of",
    "seal_pdf",
]
