"""A scanned paper: what it is, its content says, not its name.

It is evidence, so its bytes are kept as they came; what could do more than be looked at is refused.
"""

import io
import warnings
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

LARGEST_PIXELS = 60_000_000  # an A3 page at 600 dots to the inch is 70 million; a telephone's photo is 12 to 50
#: What a PDF may not hold: it would run, start or carry something.
_ACTIVE = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
_PDF_ENDING = b"%%EOF"
_BY_FORMAT = {"PNG": ("image/png", ".png"), "JPEG": ("image/jpeg", ".jpg")}


@dataclass(frozen=True)
class Scan:
    """A file that was looked into."""

    content: bytes
    content_type: str
    suffix: str  # ".pdf", ".png" or ".jpg"


def read_scan(content: bytes) -> Scan:
    """Looks into a PDF, JPEG or PNG; raises ValidationError with a sentence."""
    if not content:
        raise ValidationError(_("The file is empty."))
    if len(content) > settings.TILTS_MAX_UPLOAD_BYTES:
        megabytes = settings.TILTS_MAX_UPLOAD_BYTES // 1024 // 1024
        raise ValidationError(
            _("The file is larger than %(megabytes)s MB. Please scan it smaller."), params={"megabytes": megabytes}
        )
    return _pdf(content) if content.startswith(b"%PDF-") else _picture(content)


def _pdf(content: bytes) -> Scan:
    if _PDF_ENDING not in content[-2048:]:
        raise ValidationError(_("This PDF has no end: it was cut off on the way. Please save it again."))
    if b"/Encrypt" in content:
        raise ValidationError(_("This PDF is locked with a password. Please save it without one."))
    if any(mark in content for mark in _ACTIVE):
        raise ValidationError(
            _("This PDF holds a program or other files. Please print it to a new PDF, or scan the paper.")
        )
    return Scan(content, "application/pdf", ".pdf")


def _picture(content: bytes) -> Scan:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=tuple(_BY_FORMAT)) as picture:
                if picture.width * picture.height > LARGEST_PIXELS:
                    raise ValidationError(_("The picture has too many points. Please save it smaller."))
                picture.load()
                content_type, suffix = _BY_FORMAT[str(picture.format)]
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise ValidationError(_("The picture has too many points. Please save it smaller.")) from error
        except (OSError, SyntaxError, ValueError) as error:  # what Pillow says of a broken or a foreign file
            raise ValidationError(
                _("This is no PDF, JPEG or PNG that can be read. Please scan the paper as PDF.")
            ) from error
    return Scan(content, content_type, suffix)
