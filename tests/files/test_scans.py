"""What may be kept as a scanned paper: what the content is, not what the name says."""

import pytest
from django.core.exceptions import ValidationError

from tests.mobilities.desk_check.scanned import PDF, picture
from tilts.files import scans
from tilts.files.scans import read_scan


@pytest.mark.parametrize(
    ("content", "kind", "suffix"),
    [
        (PDF, "application/pdf", ".pdf"),
        (picture("PNG"), "image/png", ".png"),
        (picture("JPEG"), "image/jpeg", ".jpg"),
    ],
    ids=["pdf", "png", "jpeg"],
)
def test_pdf_png_and_jpeg_are_kept_as_they_came(content, kind, suffix):
    scan = read_scan(content)

    assert (scan.content, scan.content_type, scan.suffix) == (content, kind, suffix)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"MZ\x90\x00 a program called paper.pdf", "This is no PDF, JPEG or PNG that can be read."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is no PDF, JPEG or PNG that can be read."),
        (picture("GIF"), "This is no PDF, JPEG or PNG that can be read."),
        (picture("PNG")[:60], "This is no PDF, JPEG or PNG that can be read."),
        (b"<html>" + PDF, "This is no PDF, JPEG or PNG that can be read."),
        (PDF.removesuffix(b"%%EOF\n"), "This PDF has no end"),
        (PDF.replace(b"/Root", b"/Encrypt 5 0 R /Root"), "This PDF is locked"),
        (PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript >>"), "holds a program"),
        (PDF.replace(b"/Catalog", b"/Catalog /Names << /EmbeddedFiles 2 0 R >>"), "holds a program"),
    ],
    ids=["empty", "program", "svg", "gif", "cut-png", "page-before-pdf", "cut-pdf", "locked", "script", "attachment"],
)
def test_anything_else_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read_scan(content)


def test_a_file_over_the_limit_is_refused(settings):
    settings.TILTS_MAX_UPLOAD_BYTES = 1024 * 1024

    with pytest.raises(ValidationError, match="larger than 1 MB"):
        read_scan(PDF + b" " * 1024 * 1024)


def test_a_picture_of_too_many_points_is_refused(monkeypatch):
    monkeypatch.setattr(scans, "LARGEST_PIXELS", 1000)

    with pytest.raises(ValidationError, match="too many points"):
        read_scan(picture())
