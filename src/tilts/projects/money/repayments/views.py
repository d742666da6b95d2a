"""Pages: what a person paid back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.models import Repayment
from tilts.projects.money import queries
from tilts.projects.money.actions import Refused
from tilts.projects.money.repayments import actions
from tilts.projects.money.repayments.forms import RepaymentForm
from tilts.projects.money.sentences import eur
from tilts.projects.money.views import project_of
from tilts.web.rendering import ask_to_remove, way_back


@school_page("money.prepare")
@require_http_methods(["GET", "POST"])
def repayment_add(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Record money that came back of a promise; what is still to come back is proposed."""
    project = project_of(pk)
    commitment = get_object_or_404(queries.commitments_of(project), pk=part_pk)
    asked = next(
        (
            each.amount
            for each in queries.to_ask_back(queries.sheet_of(project, request.school))
            if each.commitment.pk == commitment.pk
        ),
        None,
    )
    new = Repayment(commitment=commitment, person=commitment.person)
    form = RepaymentForm(
        request.POST or None, instance=new, initial={"amount_eur": asked, "returned_on": timezone.localdate()}
    )
    if form.is_valid():
        try:
            actions.record(project, request.school, form.save(commit=False), by=request.user)
        except Refused as error:
            form.add_error("amount_eur", str(error))
        else:
            messages.success(request, _("The money that came back is recorded."))
            return redirect("projects:payments", pk)
    payments = _("Payments")
    context = {
        "form": form,
        "title": _("Money paid back by %(name)s") % {"name": commitment.person},
        **way_back(reverse("projects:payments", args=[pk]), f"{project}: {payments}"),
    }
    return render(request, "web/form_page.html", context)


@school_page("money.prepare")
@require_http_methods(["GET", "POST"])
def repayment_remove(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Ask, then take away what was recorded by mistake."""
    project = project_of(pk)
    repayment = get_object_or_404(queries.repayments_of(project), pk=part_pk)
    if request.method == "POST":
        actions.remove(project, repayment)
        messages.success(request, _("The record is removed: the money counts as paid again."))
        return redirect("projects:payments", pk)
    what = f"{repayment.person}, {eur(repayment.amount_eur)}"
    return ask_to_remove(request, what, reverse("projects:payments", args=[pk]))
