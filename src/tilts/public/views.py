"""Pages inside a school, where it is decided what the public sees."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.partners.models import Partner
from tilts.projects.models import Project
from tilts.public import actions, queries
from tilts.public.forms import ShownForm, SiteForm
from tilts.web.rendering import way_back


@school_page("public.view")
@require_safe
def site(request: SchoolRequest) -> HttpResponse:
    """Whether there are public pages, what they show and what is still to be written."""
    written = queries.site()
    partner_choices, project_choices = queries.choices()
    preview = reverse("public:site") + "preview/"
    context = {
        "pages": [
            (label, f"{get_script_prefix()}{code}/", f"{preview}{code}/", bool(written.introductions.get(code)))
            for code, label in settings.LANGUAGES
        ],
        "partner_count": queries.shown_partners().count(),
        "project_count": queries.shown_projects().count(),
        "partner_choices": partner_choices,
        "project_choices": project_choices,
    }
    return render(request, "public/site_page.html", context)


@school_page("public.change")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SchoolRequest) -> HttpResponse:
    """The texts of the public pages in each language."""
    form = SiteForm(request.POST or None, instance=queries.site())
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The texts are saved."))
        return redirect("public:site")
    back = way_back(reverse("public:site"), _("Public pages"))
    return render(request, "web/form_page.html", {"form": form, "title": _("Texts of the public pages"), **back})


@school_page("public.change")
@require_POST
def switch(request: SchoolRequest) -> HttpResponse:
    """Make the pages public, or take them back."""
    wanted = request.POST.get("public")
    if wanted in {"yes", "no"}:
        actions.switch(request.school, on=wanted == "yes", by=request.user)
        said = _("The pages are public now.") if wanted == "yes" else _("The pages are no longer public.")
        messages.success(request, said)
    return redirect("public:site")


@school_page("public.change")
@require_POST
def partner_shown(request: SchoolRequest, pk: int) -> HttpResponse:
    """Show or hide a partner against the rule."""
    partner = get_object_or_404(Partner, pk=pk)
    form = ShownForm(request.POST)
    if form.is_valid():
        actions.choose_partner(partner, form.choice)
        messages.success(request, _("Saved."))
    return redirect(partner)


@school_page("public.change")
@require_POST
def project_shown(request: SchoolRequest, pk: int) -> HttpResponse:
    """Show or hide a project against the rule."""
    project = get_object_or_404(Project, pk=pk)
    form = ShownForm(request.POST)
    if form.is_valid():
        actions.choose_project(project, form.choice)
        messages.success(request, _("Saved."))
    return redirect(project)
