"""Signatures inside a PDF. pyHanko reads and computes; what it found is judged here.

Runs in a child process with limits (`check`), for the file may be hostile.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel

from tilts.signing.checking.chains import chain_of, context_of
from tilts.signing.checking.judging import judged_chain, judged_stamp
from tilts.signing.checking.loose import has_loose_parts
from tilts.signing.checking.people import signer_of
from tilts.signing.checking.ranges import bytes_behind_the_end, changed_signatures, gap_problem
from tilts.signing.checking.records import Signature, Verdict, joined, with_reasons
from tilts.signing.checking.trust import Trust

_KNOWN = {kind.value for kind in SigSeedSubFilter}


@dataclass(frozen=True)
class _File:
    """A file that is looked at. is_strict: its structure is as the standard wants it."""

    content: bytes
    reader: PdfFileReader
    is_strict: bool
    others: tuple[Any, ...]  # certificates that the file brings along


async def check_pdf(content: bytes, trust: Trust, now: datetime) -> Verdict:
    """The verdict over a PDF."""
    for is_strict in (True, False):
        try:
            return await _check(content, trust, now, is_strict=is_strict)
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - a broken file makes pyHanko raise whatever comes
            continue
    return _unreadable(content)


def _unreadable(content: bytes) -> Verdict:
    """Of a file whose structure is broken its bytes may still tell that it was changed after signing."""
    _found, changed = changed_signatures(content)
    if changed:
        return Verdict("pdf", "altered", ("bytes_changed", "damaged_file"))
    return Verdict("pdf", "cannot_tell", ("damaged_file",))


async def _check(content: bytes, trust: Trust, now: datetime, *, is_strict: bool) -> Verdict:
    reader = PdfFileReader(io.BytesIO(content), strict=is_strict)
    if reader.encrypted and not _opens(reader):
        return Verdict("pdf", "cannot_tell", ("encrypted",))
    file = _File(content, reader, is_strict, tuple(_certificates_of(reader)))
    signatures = [await _signature(file, name, field, trust, now) for name, field in _filled_fields(reader)]
    if not signatures:
        found, _changed = changed_signatures(content)
        return joined("pdf", (), ["signature_removed"] if found else [])
    signatures.sort(key=lambda each: each[0])
    return joined("pdf", [each for _revision, each in signatures])


def _opens(reader: PdfFileReader) -> bool:
    """Files that are only kept from being edited open without a password."""
    reader.decrypt("")
    return bool(reader.security_handler.is_authenticated())


def _filled_fields(reader: PdfFileReader) -> Iterator[tuple[str, Any]]:
    for name, _value, field in enumerate_sig_fields(reader, filled_status=True):
        yield name, field


def _certificates_of(reader: PdfFileReader) -> Iterator[Any]:
    """Those that the file keeps for later checks."""
    if "/DSS" in reader.root:
        try:
            yield from DocumentSecurityStore.read_dss(reader).load_certs()
        except Exception:  # a broken store holds none
            return


async def _signature(file: _File, name: str, field: Any, trust: Trust, now: datetime) -> tuple[int, Signature]:
    """A signature with the revision of the file that it closes."""
    value = field.get_object()["/V"]
    if value.get("/SubFilter") not in _KNOWN:
        return 0, Signature("signature", "cannot_tell", ("unknown_signature_kind",))
    embedded = EmbeddedPdfSignature(file.reader, field, name)
    kind = "time_stamp" if embedded.sig_object_type == "/DocTimeStamp" else "signature"
    is_loose = has_loose_parts(embedded.pkcs7_content, embedded.signer_cert)
    gap = gap_problem(file.content, [int(number) for number in embedded.byte_range])
    try:
        found = await (_time_stamp if kind == "time_stamp" else _signed)(file, embedded, trust, now)
    except SignatureValidationError:
        found = Signature(kind, "altered", ("signature_changed",))
    if is_loose:
        found = with_reasons(found, "unusual_structure", outcome="cannot_tell")
    if gap:
        found = with_reasons(replace(found, is_intact=False), gap, outcome="altered")
    return embedded.signed_revision, found


async def _signed(file: _File, embedded: EmbeddedPdfSignature, trust: Trust, now: datetime) -> Signature:
    status = await async_validate_pdf_signature(
        embedded,
        signer_validation_context=context_of(trust, now, file.others),
        key_usage_settings=KeyUsageConstraints(key_usage=set()),
    )
    stamp = status.timestamp_validity
    signature = Signature(
        kind="signature",
        outcome="genuine",
        signer=signer_of(embedded.signer_cert),
        claimed_at=status.signer_reported_dt,
        time_stamped_at=stamp.timestamp if stamp else None,
        time_stamped_by=signer_of(stamp.signing_cert).name if stamp else "",
        is_intact=status.intact and status.valid,
        covers_whole_file=embedded.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        algorithm=f"{status.pkcs7_signature_mechanism} {status.md_algorithm}",
    )
    signature = _judged_bytes(file, embedded, signature)
    signature = judged_stamp(signature, stamp)
    others = [*embedded.other_embedded_certs, *file.others]
    moment = stamp.timestamp if stamp and stamp.trusted else now
    chain = await chain_of(embedded.signer_cert, others, trust, moment)
    return judged_chain(signature, chain, status.trust_problem_indic)


async def _time_stamp(file: _File, embedded: EmbeddedPdfSignature, trust: Trust, now: datetime) -> Signature:
    status = await async_validate_pdf_timestamp(embedded, validation_context=context_of(trust, now, file.others))
    signature = Signature(
        kind="time_stamp",
        outcome="genuine",
        time_stamped_at=status.timestamp,
        time_stamped_by=signer_of(status.signing_cert).name,
        is_intact=status.intact and status.valid,
        covers_whole_file=embedded.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        algorithm=f"{status.pkcs7_signature_mechanism} {status.md_algorithm}",
    )
    signature = _judged_bytes(file, embedded, signature)
    others = [*embedded.other_embedded_certs, *file.others]
    chain = await chain_of(embedded.signer_cert, others, trust, now)
    if not chain.trusted_by:
        # A time-stamp by somebody unknown takes nothing from the signatures it covers.
        return with_reasons(signature, "time_stamp_not_trusted")
    return replace(signature, trusted_by=chain.trusted_by)


def _judged_bytes(file: _File, embedded: EmbeddedPdfSignature, signature: Signature) -> Signature:
    """What was changed since."""
    if not signature.is_intact:
        return with_reasons(signature, "bytes_changed", outcome="altered")
    if embedded.coverage is None or embedded.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return with_reasons(signature, "not_all_covered", outcome="altered")
    if signature.covers_whole_file:
        return signature
    if not file.is_strict:
        return with_reasons(signature, "unusual_structure", outcome="cannot_tell")
    if bytes_behind_the_end(file.content):
        return with_reasons(signature, "bytes_behind_the_end", outcome="altered")
    problem = _change_problem(file, embedded)
    return with_reasons(signature, problem, outcome="altered") if problem else signature


def _change_problem(file: _File, embedded: EmbeddedPdfSignature) -> str:
    """Why what was added after a signature is not allowed, as a code; empty where it is, as more signatures are."""
    changes = embedded.diff_result
    if not isinstance(changes, DiffResult) or changes.modification_level >= ModificationLevel.ANNOTATIONS:
        return "changed_after_signing"
    allowed = embedded.docmdp_level
    if allowed is not None and changes.modification_level.value > allowed.value:
        return "change_not_permitted"
    signatures = {name for name, _field in _filled_fields(file.reader)}
    if changes.changed_form_fields - signatures and allowed not in (MDPPerm.FILL_FORMS, MDPPerm.ANNOTATE):
        return "filled_in_after_signing"
    return ""
