"""A school's mark: whatever picture comes in, a small PNG made by ourselves is what is kept.

Only PNG and JPEG are read. An SVG may hold scripts and addresses of other sites, so it is refused with a word on what
to do; so is a picture that would fill the memory once unpacked.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

LARGEST_BYTES = 2 * 1024 * 1024
LARGEST_PIXELS = 16_000_000
#: What is kept at most. On paper the mark is 15 mm high: 400 points are more than 600 to the inch.
LARGEST_SIZE = (1200, 400)
FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True)
class Mark:
    """A picture as it is kept."""

    content: bytes  # PNG
    width: int
    height: int

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def read_mark(content: bytes) -> Mark:
    """The picture made anew: no more than its points is left. Raises ValidationError with a sentence."""
    if len(content) > LARGEST_BYTES:
        raise ValidationError(_("The picture is larger than 2 MB. Please save it smaller."))
    if b"<svg" in content[:4096].lower():
        raise ValidationError(_("An SVG can hold more than a picture. Please save the mark as PNG."))
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > LARGEST_PIXELS:
                    raise ValidationError(_("The picture has too many points. Please save it smaller."))
                return _made_anew(picture)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise ValidationError(_("The picture has too many points. Please save it smaller.")) from error
        except (OSError, SyntaxError, ValueError) as error:  # what Pillow says of a broken or a foreign file
            raise ValidationError(_("This is no PNG or JPEG that can be read. Please save the mark as PNG.")) from error


def _made_anew(picture: Image.Image) -> Mark:
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    plain = picture.convert("RGBA" if has_alpha else "RGB")
    plain.thumbnail(LARGEST_SIZE)
    clean = Image.new(plain.mode, plain.size)  # without what the file told beside its points
    clean.paste(plain)
    out = io.BytesIO()
    clean.save(out, "PNG", optimize=True)
    return Mark(out.getvalue(), clean.width, clean.height)
