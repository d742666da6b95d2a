"""What comes in, and what the school bought: one page, and a form for each kind of record."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.models import CoFinancing, FunderPayment, Project, Receipt
from tilts.projects.money import actions, queries
from tilts.projects.money.forms import CoFinancingForm, FunderPaymentForm, ReceiptForm
from tilts.projects.money.views import project_of
from tilts.web.rendering import way_back


@dataclass(frozen=True)
class _Part:
    model: Any
    form: Any
    title: str | Promise


_PARTS = {
    "funder": _Part(FunderPayment, FunderPaymentForm, gettext_lazy("Payment of the funder")),
    "cofinancing": _Part(CoFinancing, CoFinancingForm, gettext_lazy("Co-financing")),
    "receipts": _Part(Receipt, ReceiptForm, gettext_lazy("Receipt")),
}


@school_page("money.view")
def income_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """Payments of the funder, co-financing by source, receipts."""
    project = project_of(pk)
    context = {
        "project": project,
        "funder_payments": queries.funder_payments_of(project),
        "cofinancing": queries.cofinancing_of(project),
        "receipts": queries.receipts_of(project),
        "income": queries.income_of(project),
    }
    return render(request, "projects/money/income_page.html", context)


@school_page("money.change")
@require_http_methods(["GET", "POST"])
def part_add(request: SchoolRequest, pk: int, part: str) -> HttpResponse:
    """A new payment of the funder, source of co-financing or receipt."""
    project, kind = project_of(pk), _kind(part)
    form = kind.form(request.POST or None, request.FILES or None, instance=kind.model(project=project))
    if form.is_valid():
        _keep(request, form)
        messages.success(request, _("Added."))
        return redirect("projects:income", pk)
    return _form_page(request, project, form, kind)


@school_page("money.change")
@require_http_methods(["GET", "POST"])
def part_change(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Change one of them."""
    project, kind = project_of(pk), _kind(part)
    record = get_object_or_404(kind.model, project=project, pk=part_pk)
    form = kind.form(request.POST or None, request.FILES or None, instance=record)
    if form.is_valid():
        _keep(request, form)
        messages.success(request, _("Saved."))
        return redirect("projects:income", pk)
    return _form_page(request, project, form, kind, reverse("projects:money_part_remove", args=[pk, part, part_pk]))


@school_page("money.change")
@require_POST
def part_remove(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Take one of them away."""
    record = get_object_or_404(_kind(part).model, project=project_of(pk), pk=part_pk)
    record.delete()
    messages.success(request, _("%(name)s is removed.") % {"name": record})
    return redirect("projects:income", pk)


def _keep(request: SchoolRequest, form: Any) -> None:
    if isinstance(form, ReceiptForm):
        actions.keep_receipt(form.save(commit=False), form.cleaned_data["paper"], by=request.user)
    else:
        form.save()


def _kind(part: str) -> _Part:
    if part not in _PARTS:
        raise Http404
    return _PARTS[part]


def _form_page(request: SchoolRequest, project: Project, form: Any, kind: _Part, remove: str = "") -> HttpResponse:
    context = {
        "form": form,
        "title": _("Change: %(what)s") % {"what": kind.title} if remove else str(kind.title),
        **way_back(reverse("projects:income", args=[project.pk]), f"{project}: {_('Income and receipts')}"),
        "remove": remove,
    }
    return render(request, "web/removable_form_page.html", context)
