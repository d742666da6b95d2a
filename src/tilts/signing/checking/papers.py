"""Is what came back signed what was sent? Pure."""

import hashlib

from tilts.signing.checking.archive import BadContainer, read_container

__all__ = ["BadContainer", "continues", "papers_in", "sums_of_papers"]


def continues(original: bytes, signed: bytes) -> bool:
    """Does a signed PDF begin with exactly the original, with something behind it? What is behind, `continuing` tells.

    >>> continues(b"%PDF-1.7 %%EOF", b"%PDF-1.7 %%EOF signature"), continues(b"%PDF-1.7", b"%PDF-1.7")
    (True, False)
    """
    return bool(original) and len(signed) > len(original) and signed.startswith(original)


def papers_in(container: bytes) -> dict[str, bytes]:
    """The papers of a container by their names, without its lists and signatures; raises BadContainer, a ValueError.

    That they are signed, `check` tells.
    """
    return read_container(container).papers


def sums_of_papers(container: bytes) -> list[str]:
    """The SHA-256 of each paper of a container, sorted; raises BadContainer."""
    return sorted(hashlib.sha256(each).hexdigest() for each in papers_in(container).values())
