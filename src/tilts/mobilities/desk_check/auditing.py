"""The page behind an auditor's link: the sample and its papers to read, nothing else of the school."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from tilts.accounts.models import PersonalLink
from tilts.files.queries import content_of
from tilts.mobilities.desk_check.models import AuditorLink, AuditorView
from tilts.mobilities.desk_check.packing import drawn_sentence
from tilts.mobilities.desk_check.presenting import shown_sheet
from tilts.mobilities.desk_check.queries import file_of, sheets_for, stays_in


def auditor_page(request: HttpRequest, personal: PersonalLink) -> HttpResponse:
    """The sample with sums, reasons and papers; `?stay=3&paper=u5` opens one paper. Every look is written down."""
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    link = get_object_or_404(AuditorLink.objects.select_related("check_of__project"), pk=personal.subject_id)
    if "paper" in request.GET:
        return _paper(request, link, personal)
    check = link.check_of
    sheets = sheets_for(list(stays_in(check)), personal.school)
    AuditorView.objects.create(link=link, what=AuditorView.What.SAMPLE)
    context = {
        "link_school": personal.school,
        "link": link,
        "check": check,
        "drawn": drawn_sentence(check),
        "sheets": [shown_sheet(sheet) for sheet in sheets],
        "missing": sum(len(sheet.missing) for sheet in sheets),
    }
    return render(request, "mobilities/desk_check/auditor_page.html", context)


def _paper(request: HttpRequest, link: AuditorLink, personal: PersonalLink) -> HttpResponse:
    number = request.GET.get("stay", "")
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        raise Http404
    mobility = get_object_or_404(stays_in(link.check_of), pk=int(number))
    found = file_of(mobility, request.GET["paper"], personal.school)
    if found is None:
        raise Http404
    file, kind = found
    try:
        content = content_of(file)
    except FileNotFoundError as error:
        raise Http404 from error
    AuditorView.objects.create(link=link, what=AuditorView.What.PAPER, kind=kind, mobility_number=mobility.pk)
    # Looked into when they came: PDF, JPEG or PNG, and nothing that runs.
    response = HttpResponse(content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(False, file.name) or "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
