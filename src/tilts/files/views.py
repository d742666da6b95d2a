"""The one address stored files are opened at."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.files import queries

#: Opened inside the browser; everything else is saved, so that no uploaded page runs as ours.
INLINE = {"application/pdf"}


@school_page("accounts.view")
def file_open(request: SchoolRequest, pk: int) -> HttpResponse:
    """The bytes of a file, for those who have the permission the file itself names."""
    file = get_object_or_404(queries.files_for(request.may), pk=pk)
    response = HttpResponse(queries.content_of(file), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(file.content_type not in INLINE, file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
