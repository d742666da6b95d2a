"""Pages of desk checks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mobilities.desk_check import actions, queries
from tilts.mobilities.desk_check.forms import AuditorLinkForm, DeskCheckForm, PacksForm, PaperForm
from tilts.mobilities.desk_check.models import AuditorLink, DeskCheck, SupportingPaper
from tilts.mobilities.desk_check.packing import drawn_sentence
from tilts.mobilities.models import Mobility
from tilts.projects.models import Project
from tilts.web.rendering import way_back


@school_page("mobilities.evidence")
@require_http_methods(["GET", "POST"])
def check_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Draw a sample of a project's stays."""
    project = get_object_or_404(Project, pk=pk)
    mobilities, candidates = list(queries.stays_of(project)), queries.candidates(project)
    form = DeskCheckForm(request.POST or None, mobilities=mobilities, candidates=candidates)
    if form.is_valid():
        check = actions.make_check(
            project,
            form.drawn,
            title=form.cleaned_data["title"],
            how=form.cleaned_data["how"],
            seed=form.cleaned_data["seed"] if form.cleaned_data["how"] == DeskCheck.How.RANDOM else "",
            drawn_from=len(mobilities),
            by=request.user,
        )
        return redirect(check)
    if form.is_bound and form.drawn and "names" in form.errors:
        form = _with_ticks(form, request, mobilities)
    context = {"form": form, "title": _("New desk check"), **way_back(project)}
    return render(request, "web/form_page.html", context)


def _with_ticks(form: DeskCheckForm, request: SchoolRequest, mobilities: list[Mobility]) -> DeskCheckForm:
    """Those the list did name are ticked, so that the others need only be picked by hand."""
    data = request.POST.copy()
    data.setlist("stays", [str(number) for number in form.drawn])
    data["how"] = DeskCheck.How.HAND
    ticked = DeskCheckForm(data, mobilities=mobilities, candidates=form.candidates)
    for sentence in form.errors["names"]:
        ticked.add_error("names", sentence)
    count = len(form.drawn)
    messages.info(
        request,
        ngettext(
            "%(count)s line names a stay: it is ticked below. Tick the others by hand, or mend the list.",
            "%(count)s lines name stays: they are ticked below. Tick the others by hand, or mend the list.",
            count,
        )
        % {"count": count},
    )
    return ticked


@school_page("mobilities.evidence")
def check_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """The sample: who, how many papers are there, zips, links for an auditor and who looked."""
    check = get_object_or_404(DeskCheck.objects.select_related("project"), pk=pk)
    work = queries.packs_of(check).first()
    work = work if work and request.may(work.permission) else None
    sheets = queries.sheets_for(list(queries.stays_in(check)), request.school)
    context = {
        "check": check,
        "drawn": drawn_sentence(check),
        "sheets": sheets,
        "missing": sum(len(sheet.missing) for sheet in sheets),
        "work": work,
        "packs": list(work.files.select_related("file").order_by("-is_pack", "pk")) if work else [],
        "packs_form": PacksForm(initial={"papers_in": request.school.language}),
        "link_form": AuditorLinkForm(),
        "links": list(check.links.all()),
        "views": queries.views_of(check),
    }
    return render(request, "mobilities/desk_check/check_page.html", context)


@school_page("mobilities.evidence")
@require_POST
def packs_make(request: SchoolRequest, pk: int) -> HttpResponse:
    """Have the zips made; the page of the work says how far they are."""
    check = get_object_or_404(DeskCheck, pk=pk)
    form = PacksForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose a language."))
        return redirect(check)
    work = actions.start_packs(check, language=form.cleaned_data["papers_in"], by=request.user)
    return redirect("jobs:work", work.pk) if request.may(work.permission) else redirect(check)


@school_page("mobilities.evidence")
@require_POST
def link_give(request: SchoolRequest, pk: int) -> HttpResponse:
    """A new link for an auditor, shown this once."""
    check = get_object_or_404(DeskCheck, pk=pk)
    form = AuditorLinkForm(request.POST)
    if not form.is_valid():
        for field in form:
            for sentence in field.errors:
                messages.error(request, f"{field.label}: {sentence}")
        return redirect(f"{check.get_absolute_url()}#links")
    link, address = actions.give_link(check, by=request.user, **form.cleaned_data)
    response = render(
        request, "mobilities/desk_check/link_page.html", {"check": check, "link": link, "address": address}
    )
    response["Cache-Control"] = "private, no-store"
    return response


@school_page("mobilities.evidence")
@require_POST
def link_end(request: SchoolRequest, pk: int, link_pk: int) -> HttpResponse:
    """End an auditor's link at once."""
    check = get_object_or_404(DeskCheck, pk=pk)
    actions.end_link(get_object_or_404(AuditorLink, pk=link_pk, check_of=check), by=request.user)
    messages.success(request, _("The link has ended: nobody can open it any more."))
    return redirect(f"{check.get_absolute_url()}#links")


@school_page("mobilities.evidence")
@require_http_methods(["GET", "POST"])
def papers_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One stay's supporting papers by cost category; a scanned one is added here."""
    mobility = _mobility(pk)
    (sheet,) = queries.sheets_for([mobility], request.school)
    form = PaperForm(sheet, request.POST or None, request.FILES or None)
    if form.is_valid():
        category, kind = form.category_and_kind
        try:
            actions.add_paper(mobility, category, kind, form.cleaned_data["file"], name=form.file_name, by=request.user)
        except actions.AlreadyThere as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _("The paper is kept."))
            return redirect("desk_check:papers", mobility.pk)
    check = DeskCheck.objects.filter(stays__mobility=mobility).first()
    context = {"mobility": mobility, "sheet": sheet, "form": form, "check": check, "is_open": form.is_bound}
    return render(request, "mobilities/desk_check/papers_page.html", context)


@school_page("mobilities.evidence")
@require_http_methods(["GET", "POST"])
def paper_remove(request: SchoolRequest, pk: int, paper_pk: int) -> HttpResponse:
    """Ask, then take a paper away with its file."""
    mobility = _mobility(pk)
    paper = get_object_or_404(SupportingPaper.objects.select_related("file"), pk=paper_pk, mobility=mobility)
    if request.method == "POST":
        actions.remove_paper(paper)
        messages.success(request, _("The paper is removed."))
        return redirect("desk_check:papers", mobility.pk)
    context = {
        "title": _("Remove a supporting paper"),
        "text": _("“%(name)s” is removed with its file, for good.") % {"name": paper.file.name},
        "label": _("Remove"),
        **way_back(reverse("desk_check:papers", args=[mobility.pk]), mobility.person),
    }
    return render(request, "web/confirm_page.html", context)


def _mobility(pk: int) -> Mobility:
    found = Mobility.objects.select_related("person", "flow__partner", "flow__project")
    return get_object_or_404(found, pk=pk)
