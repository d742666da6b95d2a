"""A page that says how far a piece of work is."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.jobs.actions import subject_of
from tilts.jobs.models import Work
from tilts.web.rendering import render_part, way_back


@school_page("accounts.view")
def work_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """How far the work is and, at the end, its files; without JavaScript the page reloads itself."""
    work = get_object_or_404(Work.objects.prefetch_related("files__file"), pk=pk)
    if not request.may(work.permission):
        raise Http404
    subject = subject_of(work)
    context = {"work": work, **(way_back(subject) if subject else {})}
    return render_part(request, "jobs/work_page.html", "status", context)
