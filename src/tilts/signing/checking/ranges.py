"""The bytes a PDF signature covers, looked at without the help of the file's structure. Pure.

A signature in a PDF covers all bytes but its own, which stand as hexadecimal digits in a gap. What is changed in the
gap beside the signature itself, the sum of the rest does not show: so the gap is looked at, too.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from asn1crypto import cms

from tilts.signing.checking.loose import message_length

_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_DIGESTS = ("sha1", "sha224", "sha256", "sha384", "sha512")
_MOST = 200  # signatures looked at


def gap_problem(content: bytes, byte_range: Sequence[int]) -> str:
    """What is wrong with the gap between the ranges, as a code; empty where it holds a signature and nothing else."""
    if len(byte_range) != 4 or byte_range[0] != 0 or min(byte_range) < 0:
        return "not_all_covered"
    _zero, first, second, _rest = byte_range
    gap = content[first:second]
    digits = gap[1:-1]
    if not (gap.startswith(b"<") and gap.endswith(b">") and re.fullmatch(rb"[0-9a-f]*|[0-9A-F]*", digits)):
        return "signature_changed"
    signature = bytes.fromhex(digits.decode() + "0" * (len(digits) % 2))
    length = message_length(signature)
    return "" if 0 < length <= len(signature) and not any(signature[length:]) else "signature_changed"


def changed_signatures(content: bytes) -> tuple[int, int]:
    """How many signatures are found by their bytes alone, and how many of them do not fit what they cover.

    For a file whose structure can't be read any more, or that no longer refers to its signatures.
    """
    found = changed = 0
    for ranges in _ranges(content):
        fits = _fits(content, ranges)
        found += fits is not None
        changed += fits is False
    return found, changed


def _ranges(content: bytes) -> Iterator[list[int]]:
    for number, match in enumerate(_BYTE_RANGE.finditer(content)):
        if number >= _MOST:
            return
        yield [int(group) for group in match.groups()]


def _fits(content: bytes, ranges: list[int]) -> bool | None:
    """Does what is covered have the sum that was signed? None where no signature stands in the gap."""
    start, length, second, rest = ranges
    digits = re.sub(rb"\s", b"", content[start + length : second].strip(b"<>"))
    try:
        raw = bytes.fromhex(digits.decode("ascii"))
        signed = cms.ContentInfo.load(raw)["content"]
        signer = signed["signer_infos"][0]
        digest = signer["digest_algorithm"]["algorithm"].native
        sums = [each["values"][0].native for each in signer["signed_attrs"] if each["type"].native == "message_digest"]
    except (ValueError, KeyError, TypeError, IndexError, UnicodeDecodeError):
        return None
    if digest not in _DIGESTS or not sums:
        return None
    covered = content[start : start + length] + content[second : second + rest]
    return bool(sums[0] == hashlib.new(digest, covered, usedforsecurity=False).digest())


def bytes_behind_the_end(content: bytes) -> bool:
    """Does anything but blanks stand behind the last end mark of a PDF?"""
    return bool(content[content.rfind(b"%%EOF") + 5 :].strip(b"\r\n\t\0 "))
