"""Pages of further costs and who pays for what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.mobilities import queries
from tilts.mobilities.costs import actions
from tilts.mobilities.costs.forms import CostsForm
from tilts.mobilities.models import Flow, Mobility


@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def flow_costs(request: SchoolRequest, pk: int) -> HttpResponse:
    """For all who travel in a flow."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    return _page(request, flow, None, flow.get_absolute_url())


@never_cache
@school_page("mobilities.change")
@require_http_methods(["GET", "POST"])
def mobility_costs(request: SchoolRequest, pk: int, mobility_pk: int) -> HttpResponse:
    """For one person, where it differs; and what inclusion costs, for those who may see needs."""
    flow = get_object_or_404(queries.flows(), pk=pk)
    mobility = get_object_or_404(queries.mobilities_of(flow), pk=mobility_pk)
    return _page(request, flow, mobility, reverse("mobilities:mobility", args=[pk, mobility_pk]))


def _page(request: SchoolRequest, flow: Flow, mobility: Mobility | None, back: str) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = CostsForm(flow, mobility, data, may_needs=request.may("people.needs"))
    if form.is_valid():
        actions.keep_costs(flow, mobility, form.costs, form.choices)
        if mobility is not None and form.asks_inclusion:
            values = form.cleaned_data
            actions.keep_inclusion_cost(mobility, values["inclusion_eur"], values["inclusion_evidence"])
        messages.success(request, _("Saved."))
        return redirect(back)
    return render(
        request, "mobilities/costs_page.html", {"flow": flow, "mobility": mobility, "form": form, "back": back}
    )
