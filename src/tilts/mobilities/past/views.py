"""Pages of what was done before Tilts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mobilities.past import actions, queries
from tilts.mobilities.past.filters import PastActivityFilter
from tilts.mobilities.past.forms import PastActivityForm
from tilts.mobilities.past.models import PastActivity
from tilts.mobilities.past.tables import PAST_EXPORT, PastActivityTable
from tilts.web import undo
from tilts.web.listing import Listing
from tilts.web.rendering import Way, way_back

_PAST = Listing(PastActivityTable, queries.past_activities, PastActivityFilter, PAST_EXPORT)


@school_page("mobilities.past")
def past_list(request: SchoolRequest) -> HttpResponse:
    """All earlier activities, searched by title or partner, by year, country and kind."""
    return render(request, "mobilities/past_list.html", _PAST.page(request, export_url=reverse("past:export")))


@school_page("mobilities.past")
def past_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _PAST.spreadsheet(request, "earlier-activities")


@school_page("mobilities.past")
def past_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One earlier activity: when, with whom, how many, and where it stands."""
    return render(request, "mobilities/past_page.html", {"activity": _activity(pk)})


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def past_add(request: SchoolRequest) -> HttpResponse:
    """Record an earlier activity."""
    form = PastActivityForm(request.POST or None, initial={"partner": request.GET.get("partner", "")})
    if form.is_valid():
        activity = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": activity})
        return redirect(activity)
    return _form_page(request, form, _("New earlier activity"), reverse("past:list"))


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def past_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change an earlier activity."""
    activity = _activity(pk)
    form = PastActivityForm(request.POST or None, instance=activity)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(activity)
    remove = reverse("past:remove", args=[pk])
    return _form_page(request, form, _("Change earlier activity"), activity, remove)


@school_page("mobilities.change")
@require_POST
def past_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take an earlier activity away that never was; the next page offers to undo it."""
    activity = _activity(pk)
    kept = undo.keep(request, "mobilities.past", activity)
    actions.remove_past(activity)
    kept.tell(_("%(name)s is removed.") % {"name": activity})
    return redirect("past:list")


def _activity(pk: int) -> PastActivity:
    return get_object_or_404(queries.past_activities(), pk=pk)


def _form_page(request: SchoolRequest, form: object, title: str, back: Way, remove: str = "") -> HttpResponse:
    context = {"form": form, "title": title, **way_back(back), "remove": remove}
    return render(request, "web/removable_form_page.html", context)
