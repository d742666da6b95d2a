"""A paper as it is printed to be signed by hand: with a code on each page, by which its scan is checked in.

The code is drawn below the page's own content. This file is for paper alone, so it need not be PDF/A any more; the one
that is sealed at the end is the paper as it came.
"""

import io
from collections.abc import Iterator

import segno
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

#: Places on the page, in points from its left and lower edge: the margin that papers leave free.
_LEFT, _BOTTOM, _SIZE = 22.0, 18.0, 40.0


def with_code(content: bytes, code: str) -> bytes:
    """The PDF with the code on every page, as squares and in letters. Raises what pyHanko raises of a broken file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    drawing = writer.add_object(generic.StreamObject(stream_data=_drawing(code).encode("ascii")))
    font = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Font"),
            pdf_name("/Subtype"): pdf_name("/Type1"),
            pdf_name("/BaseFont"): pdf_name("/Courier"),
        }
    )
    resources = generic.DictionaryObject(
        {pdf_name("/Font"): generic.DictionaryObject({pdf_name("/TiltsCode"): writer.add_object(font)})}
    )
    for page in range(_page_count(writer)):
        writer.add_stream_to_page(page, drawing, resources=resources, prepend=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page_count(writer: IncrementalPdfFileWriter) -> int:
    return int(writer.root["/Pages"]["/Count"])


def _drawing(code: str) -> str:
    """Operators of PDF; to screen readers it is no content."""
    letters = f"BT /TiltsCode 7 Tf {_LEFT + _SIZE + 5:.2f} {_BOTTOM + 2:.2f} Td ({code}) Tj ET"
    return "\n".join(["/Artifact BMC q 0 g", *_squares(code), letters, "Q EMC"])


def _squares(code: str) -> Iterator[str]:
    rows = segno.make_qr(code, error="m").matrix
    side = _SIZE / len(rows)
    for number, row in enumerate(rows):
        for column, is_dark in enumerate(row):
            if is_dark:
                bottom = _BOTTOM + (len(rows) - 1 - number) * side
                yield f"{_LEFT + column * side:.3f} {bottom:.3f} {side:.3f} {side:.3f} re f"
