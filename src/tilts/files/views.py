"""The one address stored files are opened at."""

import logging

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.files import queries

logger = logging.getLogger(__name__)

#: Opened inside the browser; everything else is saved, so that no uploaded page runs as ours.
INLINE = {"application/pdf"}


@school_page("accounts.view")
def file_open(request: SchoolRequest, pk: int) -> HttpResponse:
    """The bytes of a file, for those who have the permission the file itself names."""
    file = get_object_or_404(queries.files_for(request.may), pk=pk)
    try:
        content = queries.content_of(file)
    except FileNotFoundError:
        logger.error("the storage has lost file %s of school %s: %s", file.pk, file.school_id, file.path)
        return render(request, "files/file_lost.html", {"file": file}, status=404)
    response = HttpResponse(content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(file.content_type not in INLINE, file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
