"""Pages of the planner."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mobilities.planner import queries
from tilts.mobilities.planner.forms import WishForm
from tilts.mobilities.planner.queries import PlannedSum
from tilts.projects.money.rules import COUNTS
from tilts.web.exporting import Column, export_rows
from tilts.web.rendering import way_back

LABELS = {
    "participants": _lazy("Participants"),
    "days": _lazy("Days of participants"),
    "fewer_opportunities": _lazy("With fewer opportunities"),
    "blended": _lazy("Blended"),
    "green": _lazy("Green travel"),
    "accompanying": _lazy("Accompanying persons"),
}

EXPORT = (
    Column(_lazy("Activity"), lambda each: each.wish.get_activity_display()),
    Column(_lazy("Country"), lambda each: each.wish.country),
    Column(_lazy("Town"), lambda each: each.wish.town),
    Column(_lazy("Distance in km, one way"), lambda each: each.wish.distance_km),
    Column(_lazy("Participants"), lambda each: each.wish.participants),
    Column(_lazy("Accompanying persons"), lambda each: each.wish.accompanying),
    Column(_lazy("Days"), lambda each: each.wish.days),
    Column(_lazy("Sum in EUR"), lambda each: each.people_eur),
)


@school_page("mobilities.view")
def planner(request: SchoolRequest) -> HttpResponse:
    """Wished flows with their sums, and the counts to request beside last year's."""
    last_year = timezone.localdate().year - 1
    plan = queries.plan(last_year, _call_year(request))
    context = {
        "plan": plan,
        "counts": [(LABELS[name], getattr(plan.requested, name), getattr(plan.achieved, name)) for name in COUNTS],
        "last_year": last_year,
        "export": reverse("mobilities:planner_export") + (f"?call={plan.base.call_year}" if plan.base else ""),
        "calls": queries.other_calls(plan.base) if plan.base else [],
    }
    return render(request, "mobilities/planner.html", context)


@school_page("mobilities.view")
def planner_export(request: SchoolRequest) -> HttpResponse:
    """The same as a spreadsheet."""
    rows: tuple[PlannedSum, ...] = queries.plan(timezone.localdate().year - 1, _call_year(request)).sums
    return export_rows(rows, EXPORT, "plan")


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def wish_add(request: SchoolRequest) -> HttpResponse:
    """One more wished flow."""
    form = WishForm(request.POST or None)
    if form.is_valid():
        form.save()
        return redirect("mobilities:planner")
    context = {"form": form, "title": _("Wished flow"), **way_back(reverse("mobilities:planner"), _("Planner"))}
    return render(request, "web/form_page.html", context)


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def wish_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Wish for it otherwise."""
    form = WishForm(request.POST or None, instance=get_object_or_404(queries.wishes(), pk=pk))
    if form.is_valid():
        form.save()
        return redirect("mobilities:planner")
    context = {
        "form": form,
        "title": _("Wished flow"),
        "back": reverse("mobilities:planner"),
        "remove": reverse("mobilities:wish_remove", args=[pk]),
    }
    return render(request, "web/removable_form_page.html", context)


@school_page("mobilities.change")
@require_POST
def wish_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """A wish is given up."""
    get_object_or_404(queries.wishes(), pk=pk).delete()
    messages.success(request, _("The wished flow is removed."))
    return redirect("mobilities:planner")


def _call_year(request: SchoolRequest) -> int | None:
    """The call that was chosen to plan with; None for the newest project's own, or for what is no year."""
    typed = request.GET.get("call", "")
    return int(typed) if typed.isdecimal() and len(typed) == len("2026") else None
