"""The line of life of a partner, on a page and as a paper."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.documents.typesetting import safe_file_name, typeset
from tilts.partners import queries
from tilts.partners.life import actions, presenting
from tilts.partners.life.sources import line_with
from tilts.partners.models import PartnerContact


@school_page("partners.view")
def line_of_life(request: SchoolRequest, pk: int) -> HttpResponse:
    """What there was with a partner, from the first contact on, and what is planned."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    context = {
        "partner": partner,
        "moments": presenting.shown(line_with(partner, request.may)),
        "languages": settings.LANGUAGES,
        "receivers": partner.contacts.exclude(email="") if _may_send(request) else [],
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


@school_page("partners.change")
@require_POST
def line_of_life_send(request: SchoolRequest, pk: int, contact_pk: int) -> HttpResponse:
    """Mail it to a contact of the partner."""
    if not _may_send(request):
        raise PermissionDenied
    contacts = PartnerContact.objects.exclude(email="").select_related("partner")
    contact = get_object_or_404(contacts, partner=pk, pk=contact_pk)
    actions.send_line(contact, request.may)
    messages.success(request, _("The line of life goes to %(name)s.") % {"name": contact})
    return redirect("partners:life", pk)


def _may_send(request: SchoolRequest) -> bool:
    return request.may("partners.change") and request.may("partners.contacts")
