"""Pages of what a school teaches: its own study programmes, and what a partner teaches, too."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.partners import queries
from tilts.partners.life import presenting
from tilts.partners.life.sources import line_with
from tilts.partners.pages import part_form, remove_row
from tilts.partners.possible import queries as possible
from tilts.partners.sentences import tie_in_words
from tilts.partners.tables import ProgrammeTable
from tilts.partners.teaching import queries as teaching
from tilts.partners.teaching.forms import ProgrammeForm
from tilts.partners.teaching.sentences import why_matched
from tilts.web.listing import Listing
from tilts.web.rendering import ask_to_remove

#: How much of what was done before stands beside what both teach.
LATEST = 5

# What others teach, too


@school_page("partners.view")
def both_teach(request: SchoolRequest, pk: int) -> HttpResponse:
    """What the school and a partner teach, side by side."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    is_each_once = "all" not in request.GET
    found = teaching.side_by_side(partner, is_each_once=is_each_once)
    context = {
        "partner": partner,
        "found": found,
        "pairs": [(pair, [(reason, why_matched(reason)) for reason in pair.reasons]) for pair in found.pairs],
        "is_each_once": is_each_once,
        "ties": [tie_in_words(sign, partner.country) for sign in possible.ties_with(partner)],
        "near": possible.near_to(partner),
        "before": presenting.shown(each for each in line_with(partner, request.may) if not each.is_planned)[-LATEST:],
    }
    return render(request, "partners/both_teach.html", context)


# The school's own study programmes

_PROGRAMMES = Listing(ProgrammeTable, lambda search: queries.programmes_of(search=search))


@school_page("partners.view")
def programme_list(request: SchoolRequest) -> HttpResponse:
    """What the school itself teaches."""
    context = _PROGRAMMES.page(request, export_url=reverse("partners:programme_export"))
    return render(request, "partners/programme_list.html", context)


@school_page("partners.view")
def programme_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _PROGRAMMES.spreadsheet(request, "study-programmes")


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def programme_add(request: SchoolRequest) -> HttpResponse:
    """A new study programme of the school."""
    form = ProgrammeForm(request.POST or None)
    if form.is_valid():
        form.save()
        return redirect("partners:programmes")
    back, label = reverse("partners:programmes"), _("Our study programmes")
    return part_form(request, form, _("New study programme"), back, label=label)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def programme_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a study programme of the school."""
    form = ProgrammeForm(request.POST or None, instance=get_object_or_404(queries.programmes_of(), pk=pk))
    if form.is_valid():
        form.save()
        return redirect("partners:programmes")
    remove = reverse("partners:programme_remove", args=[pk])
    back, label = reverse("partners:programmes"), _("Our study programmes")
    return part_form(request, form, _("Change study programme"), back, remove, label=label)


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def programme_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take a study programme of the school away, once that is confirmed."""
    programme = get_object_or_404(queries.programmes_of(), pk=pk)
    if request.method == "GET":
        return ask_to_remove(request, programme, reverse("partners:programmes"))
    remove_row(request, programme)
    return redirect("partners:programmes")
