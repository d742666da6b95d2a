"""Payments to participants: what is due, prepared, approved, given to the bank, paid."""

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.models import Payment, Project
from tilts.projects.money import actions, queries
from tilts.projects.money.forms import ExportForm, PaidForm, WithdrawForm
from tilts.projects.money.sheets import PAYMENT_SHEET, sheet_lines
from tilts.projects.money.views import project_of
from tilts.web.exporting import export_rows
from tilts.web.rendering import way_back

State = Payment.State


@school_page("money.view")
def payments_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """Every payment by how far it is, with the one next step of each."""
    return _page(request, project_of(pk), ExportForm())


@school_page("money.prepare")
@require_POST
def prepare(request: SchoolRequest, pk: int) -> HttpResponse:
    """Prepare the chosen instalments."""
    count = actions.prepare(project_of(pk), request.school, set(request.POST.getlist("due")), by=request.user)
    _tell(
        request,
        count,
        ngettext(
            "%(count)s payment is prepared. Somebody else must approve it.",
            "%(count)s payments are prepared. Somebody else must approve them.",
            count,
        ),
    )
    return redirect("projects:payments", pk)


@school_page("money.approve")
@require_POST
def approve(request: SchoolRequest, pk: int) -> HttpResponse:
    """Approve the chosen payments, as a second person."""
    try:
        done = actions.approve(project_of(pk), _numbers(request, "payment"), by=request.user, at=timezone.now())
    except actions.Refused as error:
        messages.error(request, str(error))
    else:
        if done.own:
            messages.warning(request, _("You prepared some of these yourself: somebody else must approve them."))
        if done.done or not done.own:
            _tell(
                request,
                done.done,
                ngettext("%(count)s payment is approved.", "%(count)s payments are approved.", done.done),
            )
    return redirect("projects:payments", pk)


@school_page("money.export")
@require_POST
def export(request: SchoolRequest, pk: int) -> HttpResponse:
    """Write the chosen payments into a file for the bank."""
    project = project_of(pk)
    form = ExportForm(request.POST)
    if form.is_valid():
        try:
            made = actions.export(
                project,
                _numbers(request, "payment"),
                carry_out_on=form.cleaned_data["carry_out_on"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The file %(name)s is ready for your bank.") % {"name": made.file.name})
            return redirect("projects:payments", pk)
    return _page(request, project, form)


@school_page("money.export")
@require_POST
def confirm_paid(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """The bank has carried a file out."""
    made = get_object_or_404(queries.exports_of(project_of(pk)), pk=part_pk)
    form = PaidForm(request.POST)
    if form.is_valid():
        count = actions.confirm_paid(made, form.cleaned_data["paid_on"])
        _tell(request, count, ngettext("%(count)s payment is paid.", "%(count)s payments are paid.", count))
    else:
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("projects:payments", pk)


@school_page("money.prepare")
@require_http_methods(["GET", "POST"])
def withdraw(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a payment back, with a reason."""
    project = project_of(pk)
    payment = get_object_or_404(queries.payments_of(project), pk=part_pk)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        try:
            actions.withdraw(project, payment, form.cleaned_data["reason"], by=request.user)
        except actions.Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The payment is withdrawn; the instalment is due again."))
            return redirect("projects:payments", pk)
    context = {
        "form": form,
        "title": _("Withdraw the payment to %(name)s") % {"name": payment.person},
        **way_back(reverse("projects:payments", args=[pk]), f"{project}: {_('Payments')}"),
    }
    return render(request, "web/form_page.html", context)


@school_page("money.export")
def sheet(request: SchoolRequest, pk: int) -> HttpResponse:
    """Every payment and receipt by category with the school's own budget codes, as a spreadsheet."""
    return export_rows(sheet_lines(project_of(pk)), PAYMENT_SHEET, "payments")


def _page(request: SchoolRequest, project: Project, form: ExportForm) -> HttpResponse:
    sheet = queries.sheet_of(project, request.school)
    due, back = queries.due_payments(project, sheet), queries.to_ask_back(sheet)
    asked_back = {each.commitment.pk for each in back}
    payments = list(queries.payments_of(project))
    provisional = {promise.source for promise in sheet.promises.all if promise.is_provisional}
    for payment in payments:
        payment.is_provisional = payment.commitment.source in provisional  # type: ignore[attr-defined]
    by_state: dict[str, list[Payment]] = {state.value: [] for state in State}
    for payment in payments:
        by_state[payment.state].append(payment)
    context: dict[str, Any] = {
        "project": project,
        "ready": [each for each in due if not each.missing],
        "waiting": [each for each in due if each.missing and each.commitment.pk not in asked_back],
        "to_ask_back": back,
        "repayments": queries.repayments_of(project),
        "unconfirmed": sum(payment.is_provisional for payment in by_state[State.PREPARED]),  # type: ignore[attr-defined]
        "prepared": by_state[State.PREPARED],
        "approved": by_state[State.APPROVED],
        "done": by_state[State.PAID],
        "withdrawn": by_state[State.WITHDRAWN],
        "exports": [
            (made, [each for each in payments if each.export_id == made.pk and each.state == State.EXPORTED])
            for made in queries.exports_of(project)
        ],
        "form": form,
        "today": timezone.localdate(),
        "step": _step(request, by_state),
        "is_any": bool(due or payments),
    }
    return render(request, "projects/money/payments_page.html", context)


def _step(request: SchoolRequest, by_state: dict[str, list[Payment]]) -> str:
    """The one step that is furthest on its way, of those that the reader may do."""
    if by_state[State.APPROVED] and request.may("money.export"):
        return "export"
    theirs = [each for each in by_state[State.PREPARED] if each.prepared_by_id != request.user.pk]
    return "approve" if theirs and request.may("money.approve") else "prepare"


def _numbers(request: SchoolRequest, name: str) -> Collection[int]:
    return {int(value) for value in request.POST.getlist(name) if value.isdecimal() and len(value) < 19}


def _tell(request: SchoolRequest, count: int, text: str) -> None:
    if count:
        messages.success(request, text % {"count": count})
    else:
        messages.warning(request, _("Nothing was chosen that is ready for this step."))
