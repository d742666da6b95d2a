"""Pages of the figures of a grant agreement."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.models import Project
from tilts.projects.queries import projects, rates_of
from tilts.projects.values import actions, queries, sharing
from tilts.projects.values.forms import SharedValuesForm, ValuesForm


@school_page("projects.rates")
@require_http_methods(["GET", "POST"])
def values(request: SchoolRequest, pk: int) -> HttpResponse:
    """All figures of the annex: confirm what is published, or type what stands there instead."""
    project = get_object_or_404(projects(), pk=pk)
    form = ValuesForm(project, *((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        changed = actions.keep_values(
            project,
            form.values,
            source=form.cleaned_data["source"],
            annex=form.cleaned_data["annex"],
            by=request.user,
        )
        messages.success(
            request,
            ngettext("%(count)s figure is changed.", "%(count)s figures are changed.", changed) % {"count": changed}
            if changed
            else _("Nothing has changed."),
        )
        return redirect("projects:values", project.pk)
    return _page(request, project, form, SharedValuesForm(project))


@school_page("projects.rates")
def values_export(request: SchoolRequest, pk: int) -> HttpResponse:
    """What this school confirmed, as a file for another one of the same call, action and agency."""
    project = get_object_or_404(projects(), pk=pk)
    if project.reference_parts is None:
        messages.warning(request, _("The call year can't be read from the project's reference."))
        return redirect("projects:values", project.pk)
    shared = queries.shared_of(project)
    response = HttpResponse(sharing.write(shared), content_type="application/yaml; charset=utf-8")
    name = f"values-{shared.call_year}-{shared.action}-{shared.national_agency}.yaml"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@school_page("projects.rates")
@require_POST
def values_import(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take over another school's file; each of its figures is to be confirmed."""
    project = get_object_or_404(projects(), pk=pk)
    form = SharedValuesForm(project, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, project, ValuesForm(project), form)
    taken = actions.take_over(project, form.cleaned_data["file"], by=request.user)
    messages.success(
        request,
        ngettext(
            "%(count)s figure of another school is taken over. Compare it with your annex and confirm it.",
            "%(count)s figures of another school are taken over. Compare them with your annex and confirm them.",
            taken,
        )
        % {"count": taken}
        if taken
        else _("Nothing was taken over: your school has all of these figures."),
    )
    return redirect("projects:values", project.pk)


@school_page("projects.rates")
@require_POST
def values_confirm(request: SchoolRequest, pk: int) -> HttpResponse:
    """What came from another school is right."""
    project = get_object_or_404(projects(), pk=pk)
    count = actions.confirm_foreign(project, by=request.user)
    messages.success(
        request,
        ngettext("%(count)s figure is confirmed.", "%(count)s figures are confirmed.", count) % {"count": count},
    )
    return redirect("projects:values", project.pk)


def _page(request: SchoolRequest, project: Project, form: ValuesForm, shared_form: SharedValuesForm) -> HttpResponse:
    entered = list(queries.values_of(project))
    context = {
        "project": project,
        "form": form,
        "shared_form": shared_form,
        "files": list({each.file_id: each.file for each in entered if each.file}.values()),
        "foreign_count": sum(each.is_foreign for each in entered) + rates_of(project).filter(is_foreign=True).count(),
        "last": max(entered, key=lambda each: each.entered_at, default=None),
    }
    return render(request, "projects/values_page.html", context)
