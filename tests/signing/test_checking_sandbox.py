"""A hostile file costs its child process, and nobody else."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.signing.sealed import certificate_of, paper, seal_from
from tilts.core.sandbox import MEBIBYTE
from tilts.signing.checking import Trust, check
from tilts.signing.checking.deciding import verdict_over
from tilts.signing.checking.sandbox import LIMITS
from tilts.signing.checking.trust import Anchor
from tilts.signing.seals import seal_pdf

AUTHORITY = certificate_of("A State Authority", is_authority=True)
TRUST = Trust((Anchor("state", AUTHORITY[1].public_bytes(Encoding.DER)),))
SEALED = seal_pdf(paper(), seal=seal_from(AUTHORITY), reason="")


def test_the_child_finds_what_is_found_here():
    assert check(SEALED, trust=TRUST) == verdict_over(SEALED, TRUST)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (replace(LIMITS, wall_seconds=0), "too_costly"),
        (replace(LIMITS, memory=64 * MEBIBYTE), "too_costly"),
        (replace(LIMITS, answer_size=10), "too_costly"),
        (replace(LIMITS, file_size=1000), "too_big"),
    ],
    ids=["time", "memory", "answer", "size"],
)
def test_a_file_that_takes_too_much_is_left_open(limits, reason):
    verdict = check(SEALED, trust=TRUST, limits=limits)

    assert (verdict.outcome, verdict.reasons) == ("cannot_tell", (reason,))


def nested_pdf(depth):
    """An array inside an array, and so on, where the page tree should be."""
    nested = b"[" * depth + b"]" * depth
    return b"%PDF-1.7\n1 0 obj\n" + nested + b"\nendobj\ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize(
    "content",
    [nested_pdf(100_000), b"%PDF-1.7" + b"\0" * MEBIBYTE, b"PK\x05\x06" + b"\0" * 18, b"\x30\x82" * 50_000],
    ids=["nested", "zeros", "empty-zip", "asn1"],
)
def test_whatever_the_file_does_there_is_a_verdict(content):
    assert check(content, trust=TRUST).outcome in {"cannot_tell", "not_signed"}
