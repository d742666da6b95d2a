"""Pages of applications."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.applications import queries
from tilts.projects.applications.forms import ApplicationForm
from tilts.projects.applications.sentences import NEEDS, next_sentence
from tilts.projects.queries import projects
from tilts.projects.tables import STATE_TONES
from tilts.web.rendering import way_back


@school_page("projects.view")
def application_list(request: SchoolRequest) -> HttpResponse:
    """The school's applications, with what each needs and what is next."""
    today = timezone.localdate()
    rows = [
        {
            "line": line,
            "tone": STATE_TONES[line.project.State(line.project.state)],
            "needs": [NEEDS[need] for need in line.needs],
            "next": next_sentence(line.coming, today),
            "is_late": line.coming is not None and line.coming.is_late(today),
        }
        for line in queries.lines()
    ]
    context = {
        "open": [row for row in rows if row["line"].is_open],  # type: ignore[attr-defined]
        "decided": [row for row in rows if not row["line"].is_open],  # type: ignore[attr-defined]
    }
    return render(request, "projects/applications/application_list.html", context)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def application_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """What is known of a project's application."""
    project = get_object_or_404(projects(), pk=pk)
    form = ApplicationForm(request.POST or None, instance=queries.application_of(project))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(project)
    context = {"form": form, "title": _("Application"), **way_back(project)}
    return render(request, "web/form_page.html", context)
