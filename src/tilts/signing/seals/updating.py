"""A PDF is changed by what is added behind it: the bytes that were there stay."""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader


class Update(IncrementalPdfFileWriter):
    """One incremental update of a PDF.

    It leaves the file's metadata as they are: the claims of PDF/A and PDF/UA in them hold on, and the same moment
    stands in both places that tell one, as PDF/A wants it.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))

    def _update_meta(self) -> None:
        pass


def read_pdf(content: bytes) -> PdfFileReader:
    """A PDF for reading. Raises what pyHanko raises for one that is broken."""
    return PdfFileReader(io.BytesIO(content))


def problem_of(content: bytes) -> str:
    """Why a PDF could not be sealed once all have signed it, as a code: damaged, encrypted, signed; empty for none.

    What bears a signature already would be altered by the pages that are added.
    """
    try:
        update = Update(content)
        if update.prev.encrypted:
            return "encrypted"
        if update.prev.embedded_signatures:
            return "signed"
        int(update.root["/Pages"]["/Count"])
    except (PdfError, KeyError, IndexError, TypeError, ValueError):
        return "damaged"
    return ""
