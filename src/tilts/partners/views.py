"""Pages of partners."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_tables2 import RequestConfig

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.core.places import find_towns
from tilts.partners import queries
from tilts.partners.forms import PartnerForm
from tilts.partners.tables import PartnerTable


@school_page("partners.view")
def partner_list(request: SchoolRequest) -> HttpResponse:
    """All partners, searched by the beginning of their name."""
    search = request.GET.get("q", "")
    table = PartnerTable(queries.partners(search))
    RequestConfig(request, paginate={"per_page": 50}).configure(table)
    return render(request, "partners/partner_list.html", {"table": table, "search": search})


@school_page("partners.view")
def partner_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One partner, and what other subjects have to say about it."""
    return render(request, "partners/partner_page.html", {"partner": get_object_or_404(queries.partners(), pk=pk)})


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def partner_add(request: SchoolRequest) -> HttpResponse:
    """A new partner."""
    form = PartnerForm(request.POST or None)
    if form.is_valid():
        partner = form.save()
        messages.success(request, _("%(name)s is added.") % {"name": partner})
        return redirect(partner)
    return _form_page(request, form, _("New partner"), reverse("partners:list"))


@school_page("partners.change")
@require_http_methods(["GET", "POST"])
def partner_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a partner."""
    partner = get_object_or_404(queries.partners(), pk=pk)
    form = PartnerForm(request.POST or None, instance=partner)
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(partner)
    return _form_page(request, form, _("Change partner"), partner.get_absolute_url())


@school_page("partners.view")
def town_options(request: SchoolRequest) -> HttpResponse:
    """Towns whose name begins as typed, for the town field."""
    towns = find_towns(request.GET.get("town", ""), request.GET.get("country") or None)
    return render(request, "partners/town_options.html", {"towns": towns})


def _form_page(request: SchoolRequest, form: PartnerForm, title: str, back: str) -> HttpResponse:
    return render(request, "partners/partner_form.html", {"form": form, "title": title, "back": back})
