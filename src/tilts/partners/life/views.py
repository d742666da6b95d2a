"""The line of life of a partner, on a page and as a paper."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import override

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.documents.typesetting import safe_file_name, typeset
from tilts.partners import queries
from tilts.partners.life import presenting
from tilts.partners.life.sources import line_with


@school_page("partners.view")
def line_of_life(request: SchoolRequest, pk: int) -> HttpResponse:
    """What there was with a partner, from the first contact on, and what is planned."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    context = {
        "partner": partner,
        "moments": presenting.shown(line_with(partner, request.may)),
        "languages": settings.LANGUAGES,
    }
    return render(request, "partners/line_of_life.html", context)


@school_page("partners.view")
def line_of_life_paper(request: SchoolRequest, pk: int) -> HttpResponse:
    """The same as a PDF, in the language that is asked for."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    language = request.GET.get("language", "")
    if language not in dict(settings.LANGUAGES):
        language = request.school.language
    with override(language):
        paper = presenting.paper(partner, request.school, line_with(partner, request.may), language)
    response = HttpResponse(typeset(paper), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, safe_file_name(f"{paper.title}.pdf"))
    return response
