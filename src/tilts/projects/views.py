"""Pages of projects."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.funding.labels import source_title
from tilts.projects import actions, queries
from tilts.projects.applications.forms import initial_from
from tilts.projects.applications.queries import applied_before
from tilts.projects.filters import ProjectFilter
from tilts.projects.forms import (
    LinkForm,
    OrganisationForm,
    OwnProgrammeForm,
    ProjectForm,
    RateForm,
    RatesForm,
    StepForm,
)
from tilts.projects.models import Project, ProjectLink, ProjectOrganisation, ProjectRate, ProjectStep
from tilts.projects.programmes import programmes
from tilts.projects.sentences import money_sentences
from tilts.projects.tables import PROJECT_EXPORT, ProjectTable, state_tone
from tilts.web import undo
from tilts.web.listing import Listing
from tilts.web.rendering import Way, way_back

# Projects


_PROJECTS = Listing(ProjectTable, queries.projects, ProjectFilter, PROJECT_EXPORT)


@school_page("projects.view")
def project_list(request: SchoolRequest) -> HttpResponse:
    """All projects, searched by the beginning of title or reference, by state and by programme."""
    return render(request, "projects/project_list.html", _PROJECTS.page(request, export_url=reverse("projects:export")))


@school_page("projects.view")
def project_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _PROJECTS.spreadsheet(request, "projects")


@school_page("projects.view")
def project_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One project: its facts, money, states, organisations and rates, and what other subjects have to say about it."""
    return _project_page(request, _project(pk), StepForm() if request.may("projects.change") else None)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def project_add(request: SchoolRequest) -> HttpResponse:
    """A new project; `?again=` the number of one that was refused or withdrawn, whose idea is applied for once more."""
    before = applied_before(request.GET.get("again", ""))
    form = ProjectForm(request.POST or None, initial=initial_from(before) if before is not None else None)
    if form.is_valid():
        project = actions.keep_project(form.save(commit=False), form.cleaned_data["responsible"], again=before)
        messages.success(request, _("%(name)s is added.") % {"name": project})
        return redirect(project)
    return _project_form(request, form, _("New project"), reverse("projects:list"))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def project_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a project."""
    project = _project(pk)
    form = ProjectForm(request.POST or None, instance=project)
    if form.is_valid():
        actions.keep_project(form.save(commit=False), form.cleaned_data["responsible"])
        messages.success(request, _("Saved."))
        return redirect(project)
    return _project_form(request, form, _("Change project"), project)


@school_page("projects.change")
@require_POST
def state_set(request: SchoolRequest, pk: int) -> HttpResponse:
    """The day the project came into a state."""
    project = _project(pk)
    form = StepForm(request.POST, instance=ProjectStep(project=project))
    if form.is_valid():
        actions.set_state(project, form.cleaned_data["state"], form.cleaned_data["since"])
        messages.success(request, _("Saved."))
        return redirect(project)
    return _project_page(request, project, form)


# Programmes


@school_page("projects.view")
def programme_list(request: SchoolRequest) -> HttpResponse:
    """The programmes that Tilts knows, with how sure their years are, and the school's own."""
    context = {"programmes": programmes().values(), "own_programmes": queries.own_programmes()}
    return render(request, "projects/programme_list.html", context)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def programme_add(request: SchoolRequest) -> HttpResponse:
    """A programme that Tilts does not know."""
    form = OwnProgrammeForm(request.POST or None)
    if form.is_valid():
        messages.success(request, _("%(name)s is added.") % {"name": form.save()})
        return redirect("projects:programmes")
    return _form_page(request, form, _("Programme of your own"), reverse("projects:programmes"), _("Programmes"))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def programme_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a programme of the school's own."""
    programme = get_object_or_404(queries.own_programmes(), pk=pk)
    form = OwnProgrammeForm(request.POST or None, instance=programme)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("projects:programmes")
    return _form_page(
        request, form, _("Change: %(what)s") % {"what": programme}, reverse("projects:programmes"), _("Programmes")
    )


# Organisations and links


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def organisation_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take a partner into the project."""
    project = _project(pk)
    form = OrganisationForm(request.POST or None, instance=ProjectOrganisation(project=project))
    if form.is_valid():
        actions.add_organisation(project, form.save(commit=False))
        return redirect(project)
    return _form_page(request, form, _("Partner of the project"), project)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def organisation_change(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Change a partner's role in the project."""
    project = _project(pk)
    organisation = get_object_or_404(queries.organisations_of(project), pk=part_pk)
    form = OrganisationForm(request.POST or None, instance=organisation)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(project)
    return _form_page(request, form, _("Change: %(what)s") % {"what": organisation.partner}, project)


@school_page("projects.change")
@require_POST
def organisation_remove(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a partner out of the project."""
    project = _project(pk)
    organisation = get_object_or_404(queries.organisations_of(project), pk=part_pk)
    kept = undo.keep(request, "projects.organisation", organisation)
    actions.remove_organisation(organisation)
    kept.tell(_("%(name)s is no longer in the project.") % {"name": organisation.partner})
    return redirect(project)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def link_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Put a page beside the project."""
    project = _project(pk)
    form = LinkForm(request.POST or None, instance=ProjectLink(project=project))
    if form.is_valid():
        actions.add_link(project, form.save(commit=False))
        return redirect(project)
    return _form_page(request, form, _("Link of the project"), project)


@school_page("projects.change")
@require_POST
def link_remove(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a page away from the project."""
    project = _project(pk)
    link = get_object_or_404(queries.links_of(project), pk=part_pk)
    kept = undo.keep(request, "projects.link", link)
    actions.remove_link(link)
    kept.tell(_("The link is removed."))
    return redirect(project)


# Rates


@school_page("projects.rates")
@require_http_methods(["GET", "POST"])
def rates(request: SchoolRequest, pk: int) -> HttpResponse:
    """All daily rates of the annex, typed in one go."""
    project = _project(pk)
    form = RatesForm(project, request.POST if request.method == "POST" else None)
    if form.is_valid():
        changed = actions.keep_rates(
            project,
            form.rates,
            source=form.cleaned_data["source"],
            is_for_all=form.is_source_for_all,
            by=request.user,
        )
        messages.success(
            request,
            ngettext("%(count)s rate is changed.", "%(count)s rates are changed.", changed) % {"count": changed}
            if changed
            else _("Nothing has changed."),
        )
        return redirect(project)
    return render(request, "projects/rates_page.html", {"project": project, "form": form})


@school_page("projects.rates")
@require_http_methods(["GET", "POST"])
def rate_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Enter one daily rate that the page of all rates has no place for."""
    project = _project(pk)
    form = RateForm(request.POST or None, instance=ProjectRate(project=project))
    if form.is_valid():
        actions.enter_rate(project, form.save(commit=False), by=request.user)
        messages.success(request, _("The rate is entered."))
        return redirect(project)
    return _form_page(request, form, _("Daily rate of the grant agreement"), reverse("projects:rates", args=[pk]))


@school_page("projects.rates")
@require_POST
def rate_remove(request: SchoolRequest, pk: int, rate_pk: int) -> HttpResponse:
    """Take one daily rate back."""
    project = _project(pk)
    actions.remove_rate(get_object_or_404(queries.rates_of(project), pk=rate_pk))
    messages.success(request, _("The rate is removed."))
    return redirect(project)


def _project(pk: int) -> Project:
    return get_object_or_404(queries.projects(), pk=pk)


def _project_page(request: SchoolRequest, project: Project, step_form: StepForm | None) -> HttpResponse:
    check, rates_entered = queries.money_of(project), list(queries.rates_of(project))
    context = {
        "project": project,
        "state_tone": state_tone(project),
        "remarks": queries.reference_remarks(project),
        "money": check,
        "money_sentences": money_sentences(check),
        "responsible": queries.responsible_for(project),
        "steps": queries.steps_of(project),
        "step_form": step_form,
        "organisations": queries.organisations_of(project),
        "links": queries.links_of(project),
        "rate_tables": [
            (ProjectRate.Participant(table.participant).label, table) for table in queries.entered_rates(rates_entered)
        ],
        "rate_sources": sorted(
            {(source_title(rate.source, is_example=rate.is_example), rate.is_example) for rate in rates_entered}
        ),
        "has_daily_rates": _has_daily_rates(project),
    }
    return render(request, "projects/project_page.html", context)


def _has_daily_rates(project: Project) -> bool:
    """Whether grants of the project are worked out with daily rates: mobility of Erasmus+, or nobody said otherwise."""
    code = project.action_code
    return not project.programme_name or (project.programme.startswith("erasmus-") and (not code or code[:3] == "KA1"))


def _project_form(request: SchoolRequest, form: ProjectForm, title: str, back: Way) -> HttpResponse:
    return render(request, "projects/project_form.html", {"form": form, "title": title, **way_back(back)})


def _form_page(request: SchoolRequest, form: Any, title: str, back: Way, label: str = "") -> HttpResponse:
    return render(request, "web/form_page.html", {"form": form, "title": title, **way_back(back, label)})
