"""Closing a PDF with the seal of a school: PAdES B-B, and B-T where a time-stamp server is set."""

import asyncio
import io
import threading
import urllib.error
import urllib.request
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

from asn1crypto import tsp
from django.conf import settings
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from tilts.signing.seals.keys import Seal
from tilts.signing.seals.updating import Update

DIGEST = "sha256"
_STAMP_BYTES = 2 * 12 * 1024  # room for a time-stamp with its certificates, in hexadecimal digits
_STAMP_SECONDS = 15  # how long the time-stamp server is waited for
_STAMP_SIZE = 1024 * 1024  # no answer of a time-stamp server is longer, bytes


class CannotSeal(Exception):
    """The file is no PDF that can be sealed: broken, encrypted, or closed to further signatures."""


class TimeStampFailed(CannotSeal):
    """The time-stamp server did not answer, or not with a time-stamp; nothing was sealed."""


def seal_pdf(content: bytes, *, seal: Seal, reason: str, at: datetime | None = None) -> bytes:
    """The PDF with the seal behind it; begins with exactly `content`. Without a mark on its pages.

    reason: what is sealed, as a number; shown by programs that check. at: the moment the seal claims, None: now.
    Raises TimeStampFailed where the time-stamp server fails, CannotSeal for a PDF that can't be sealed.
    """
    url = settings.TILTS_TIMESTAMP_URL
    try:
        update = Update(content)
        if update.prev.encrypted:
            raise CannotSeal("an encrypted PDF can't be sealed")
        signer = _signer(update, seal, reason, _TimeStampServer(url) if url else None)
        return _run(_signed(signer, update, seal, at or datetime.now(UTC)))
    except TimestampRequestError as error:
        raise TimeStampFailed(f"the time-stamp server {url} failed: {error}") from error
    except (PdfError, SigningError) as error:
        raise CannotSeal(str(error)) from error


class _Signer(PdfSigner):
    """pyHanko's own makes a PDF 2.0 of a file sealed by an elliptic curve, which PDF/A-2 forbids."""

    def register_extensions(self, pdf_out: BasePdfFileWriter, *, md_algorithm: str) -> None:
        pdf_out.register_extension(ESIC_EXTENSION_1)


def _signer(update: Update, seal: Seal, reason: str, stamper: TimeStamper | None) -> PdfSigner:
    field = _free_name(update)
    return _Signer(
        PdfSignatureMetadata(
            field_name=field, md_algorithm=DIGEST, subfilter=SigSeedSubFilter.PADES, reason=reason or None
        ),
        seal.signer,
        timestamper=stamper,
        new_field_spec=SigFieldSpec(
            field,
            # Neither hidden, which PDF/A forbids, nor on the page, where PDF/UA wants it in the structure.
            invis_sig_settings=InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True),
            readable_field_name=_("Seal of the school"),
        ),
    )


def _free_name(update: Update) -> str:
    taken = {name for name, _value, _field in enumerate_sig_fields(update)}
    return next(name for name in (f"Seal{number}" for number in range(1, len(taken) + 2)) if name not in taken)


async def _signed(signer: PdfSigner, update: Update, seal: Seal, at: datetime) -> bytes:
    session = signer.init_signing_session(update)
    session.system_time = at
    room = seal.reserved_bytes + (_STAMP_BYTES if signer.default_timestamper else 0)
    unsigned = session.prepare_tbs_document(validation_info=None, bytes_reserved=room)
    output = io.BytesIO()
    digest, _stream = unsigned.digest_tbs_document(output=output)
    await unsigned.perform_signature(
        document_digest=digest.document_digest, pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=at)
    )
    return output.getvalue()


def _run(work: Coroutine[Any, Any, bytes]) -> bytes:
    """Run it to its end, also where an event loop is already running in this thread."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    result: list[bytes | BaseException] = []

    def run() -> None:
        try:
            result.append(asyncio.run(work))
        except BaseException as error:
            result.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(result[0], BaseException):
        raise result[0]
    return result[0]


class _TimeStampServer(TimeStamper):
    """Asks a server of RFC 3161."""

    def __init__(self, url: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.url = url

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, question: bytes) -> tsp.TimeStampResp:
        headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        if not self.url.startswith(("https://", "http://")):
            raise TimestampRequestError("its address begins with neither https:// nor http://")
        request = urllib.request.Request(self.url, question, headers)  # noqa: S310 - checked above
        try:
            with urllib.request.urlopen(request, timeout=_STAMP_SECONDS) as answer:  # noqa: S310
                return tsp.TimeStampResp.load(answer.read(_STAMP_SIZE), strict=True)
        except OSError as error:
            raise TimestampRequestError(f"it could not be reached ({error})") from error
        except ValueError as error:
            raise TimestampRequestError("its answer is no time-stamp") from error
