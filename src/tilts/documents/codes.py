"""Codes that a telephone reads, on papers and pages."""

import io

import segno


def qr_svg(text: str) -> bytes:
    """A QR code as SVG. The mask is fixed and the error level not raised: searching the best costs most of the time."""
    out = io.BytesIO()
    segno.make_qr(text, error="m", mask=4, boost_error=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue()
