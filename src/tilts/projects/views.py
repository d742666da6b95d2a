"""Pages of projects."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django_tables2 import RequestConfig

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects import actions, queries
from tilts.projects.forms import OrganisationForm, ProjectForm, RateForm
from tilts.projects.models import Project, ProjectOrganisation, ProjectRate
from tilts.projects.tables import ProjectTable


@school_page("projects.view")
def project_list(request: SchoolRequest) -> HttpResponse:
    """All projects, searched by the beginning of their reference."""
    search = request.GET.get("q", "")
    table = ProjectTable(queries.projects(search))
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    return render(request, "projects/project_list.html", {"table": table, "search": search})


@school_page("projects.view")
def project_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One project: its organisations, its rates, and what other subjects have to say about it."""
    project = get_object_or_404(queries.projects(), pk=pk)
    context = {
        "project": project,
        "organisations": queries.organisations_of(project),
        "rates": queries.rates_of(project),
    }
    return render(request, "projects/project_page.html", context)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def project_add(request: SchoolRequest) -> HttpResponse:
    """A new project."""
    form = ProjectForm(request.POST or None)
    if form.is_valid():
        project = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": project})
        return redirect(project)
    return _form_page(request, form, _("New project"), reverse("projects:list"))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def project_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a project."""
    project = get_object_or_404(queries.projects(), pk=pk)
    form = ProjectForm(request.POST or None, instance=project)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(project)
    return _form_page(request, form, _("Change project"), project.get_absolute_url())


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def organisation_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take a partner into the project."""
    project = get_object_or_404(queries.projects(), pk=pk)
    form = OrganisationForm(request.POST or None, instance=ProjectOrganisation(project=project))
    if form.is_valid():
        actions.add_organisation(project, form.save(commit=False))
        return redirect(project)
    return _form_page(request, form, _("Partner of the project"), project.get_absolute_url())


@school_page("projects.rates")
@require_http_methods(["GET", "POST"])
def rate_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Enter one daily rate of the annex."""
    project = get_object_or_404(queries.projects(), pk=pk)
    form = RateForm(request.POST or None, instance=ProjectRate(project=project))
    if form.is_valid():
        actions.enter_rate(project, form.save(commit=False), by=request.user)
        messages.success(request, _("The rate is entered."))
        return redirect(project)
    return _form_page(request, form, _("Daily rate of the grant agreement"), project.get_absolute_url())


@school_page("projects.rates")
@require_POST
def rate_remove(request: SchoolRequest, pk: int, rate_pk: int) -> HttpResponse:
    """Take one daily rate back."""
    project: Project = get_object_or_404(queries.projects(), pk=pk)
    actions.remove_rate(get_object_or_404(queries.rates_of(project), pk=rate_pk))
    messages.success(request, _("The rate is removed."))
    return redirect(project)


def _form_page(request: SchoolRequest, form: object, title: str, back: str) -> HttpResponse:
    return render(request, "web/form_page.html", {"form": form, "title": title, "back": back})
