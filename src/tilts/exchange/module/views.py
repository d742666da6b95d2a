"""Pages of Beneficiary Module files."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.exchange.module import actions, entries, presenting, queries
from tilts.exchange.module.forms import ColumnsForm, ModuleFileForm
from tilts.exchange.module.sentences import trouble_sentence
from tilts.exchange.module.storing import from_json
from tilts.exchange.module.writing import write
from tilts.projects.models import Project


@school_page("exchange.module")
def project_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """The template of a project, what could not be filled, and what the module has otherwise."""
    project = project_or_404(pk)
    sheet = queries.sheet_of(project)
    context = {
        "project": project,
        "form": ModuleFileForm(auto_id="template_%s"),
        "stored": queries.template_of(project),
        "sheet": sheet,
        "notes": [trouble_sentence(note) for note in sheet.template.notes] if sheet else [],
        "gaps": presenting.gaps_of(sheet) if sheet else None,
        "not_said": sum(not match.field for match in sheet.matches) if sheet else 0,
        "suggested": sum(match.how == "suggested" for match in sheet.matches) if sheet else 0,
        "left_out": entries.flows_left_out(project),
        "return_form": ModuleFileForm(auto_id="return_%s"),
        "last_return": queries.returns_of(project).first(),
        "counts": queries.counts_of_findings(project),
    }
    return render(request, "exchange/module_page.html", context)


@school_page("exchange.module")
@require_POST
def template_upload(request: SchoolRequest, pk: int) -> HttpResponse:
    """Read an empty template; on to its columns where some are not certain."""
    project = project_or_404(pk)
    content = content_of(request)
    if content is None:
        return redirect("module:project", pk)
    name, data = content
    try:
        stored = actions.keep_template(project, file_name=name, content=data, by=request.user)
    except actions.FileRefused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect("module:project", pk)
    template = from_json(stored.content, stored.date_style)
    is_certain = all(match.how in {"kept", "known"} for match in queries.matches_for(project, template))
    return redirect("module:project" if is_certain else "module:columns", pk)


@school_page("exchange.module")
@require_http_methods(["GET", "POST"])
def columns_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """Say of each column what it is filled with."""
    project = project_or_404(pk)
    stored = queries.template_of(project)
    if stored is None:
        return redirect("module:project", pk)
    template = from_json(stored.content, stored.date_style)
    form = ColumnsForm(template, queries.matches_for(project, template), request.POST or None)
    if form.is_valid():
        actions.keep_matches(stored, form.clean_matches(), form.cleaned_data["date_style"])
        messages.success(request, _("The columns are kept for all projects of this action and call."))
        return redirect("module:project", pk)
    action, call_year = entries.action_and_call(project)
    context = {
        "project": project,
        "form": form,
        "action": action,
        "call_year": call_year,
        "back": reverse("module:project", args=[pk]),
    }
    return render(request, "exchange/module_columns.html", context)


@school_page("exchange.module")
def filled_file(request: SchoolRequest, pk: int) -> HttpResponse:
    """The filled template, to be imported in the module."""
    project = project_or_404(pk)
    sheet = queries.sheet_of(project)
    if sheet is None:
        return redirect("module:project", pk)
    content, kind, ending = write(sheet.template, sheet.filled.rows)
    response = HttpResponse(content, content_type=kind)
    name = slugify(project.reference or project.title) or "module"
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def project_or_404(pk: int) -> Project:
    """The project, if it is one of this school."""
    return get_object_or_404(queries.projects_of_the_module(), pk=pk)


def content_of(request: SchoolRequest) -> tuple[str, bytes] | None:
    """Name and bytes of the file that was sent; None, with a message, where there is none to read."""
    form = ModuleFileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        return file.name, file.read()
    for error in form.errors.get("file", [_("Please choose a file.")]):
        messages.error(request, error)
    return None
