"""Pages of what the module has otherwise than Tilts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.exchange.module import actions, presenting, queries
from tilts.exchange.module.models import ModuleFinding
from tilts.exchange.module.views import content_of, project_or_404
from tilts.projects.models import Project
from tilts.web.exporting import Column, export_rows


@school_page("exchange.module")
@require_POST
def return_upload(request: SchoolRequest, pk: int) -> HttpResponse:
    """Compare the module's own export; on to what it has otherwise."""
    project = project_or_404(pk)
    content = content_of(request)
    if content is None:
        return redirect("module:project", pk)
    name, data = content
    try:
        outcome = actions.compare_return(project, file_name=name, content=data, by=request.user)
    except actions.FileRefused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect("module:project", pk)
    if not outcome.there:
        messages.success(request, _("The module has everything as Tilts has it."))
        return redirect("module:project", pk)
    if outcome.is_the_same:
        messages.info(request, _("The file says nothing new: nothing has changed."))
    else:
        told = ngettext("%(count)s thing is otherwise.", "%(count)s things are otherwise.", outcome.there)
        messages.info(request, told % {"count": outcome.there})
    return redirect("module:findings", pk)


@school_page("exchange.module")
@require_http_methods(["GET", "POST"])
def findings_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """What is open, kind by kind, and what is to be typed in the module; all of a kind can be put on that list."""
    project = project_or_404(pk)
    if request.method == "POST":
        kind = request.POST.get("all_of", "")
        if kind in ModuleFinding.Kind.values:
            actions.mark_all_to_type(project, kind)
        return redirect("module:findings", pk)
    return _findings_page(request, project)


@school_page("exchange.module")
@require_POST
def finding_settle(request: SchoolRequest, pk: int, finding_pk: int) -> HttpResponse:
    """Take the module's value over, put ours on the list, or take it off again."""
    project = project_or_404(pk)
    finding = queries.findings_of(project).filter(pk=finding_pk).first()
    if finding is None:  # a second click, or somebody else was faster
        messages.info(request, _("This is settled already."))
        return _findings_page(request, project, status=404)
    match request.POST.get("settle"):
        case "here":
            try:
                actions.change_here(finding)
            except actions.CannotTake as refused:
                messages.error(request, str(refused))
        case "there":
            actions.mark_to_type(finding)
        case "open":
            actions.leave_open(finding)
    return redirect("module:findings", pk)


def _findings_page(request: SchoolRequest, project: Project, status: int = 200) -> HttpResponse:
    context = {"project": project, "shown": presenting.findings_of(project)}
    return render(request, "exchange/module_findings.html", context, status=status)


@school_page("exchange.module")
def todo_export(request: SchoolRequest, pk: int) -> HttpResponse:
    """What is to be put right in the module, as a spreadsheet."""
    project = project_or_404(pk)
    name = slugify(f"module-{project.reference or project.title}")
    rows = [presenting.shown(each, ()) for each in queries.findings_of(project).filter(is_to_type=True)]
    return export_rows(rows, TODO_COLUMNS, name)


TODO_COLUMNS = [
    Column(gettext_lazy("Number in the module"), lambda each: each.number),
    Column(gettext_lazy("Who"), lambda each: each.who),
    Column(gettext_lazy("What"), lambda each: each.what),
    Column(gettext_lazy("To type there"), lambda each: each.ours),
    Column(gettext_lazy("Stands there now"), lambda each: each.theirs),
]
