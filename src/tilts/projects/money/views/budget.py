"""The director's page, the budget, and what is promised."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.models import BudgetTransfer
from tilts.projects.money import actions, queries
from tilts.projects.money.forms import MoneyForm, PlanForm, TransferForm
from tilts.projects.money.rules import ZERO
from tilts.projects.money.sentences import eur
from tilts.projects.money.views import project_of
from tilts.web.rendering import way_back


@school_page("money.view")
def money_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """What is spent, what is free, what must go back, and what is achieved of what was promised."""
    project = project_of(pk)
    sheet = queries.sheet_of(project, request.school)
    counts = queries.counts_of(project, sheet.money)
    context = {
        "project": project,
        "sheet": sheet,
        "budget": sheet.budget,
        "balance": queries.balance_of(project, sheet.budget),
        "counts": counts,
        "to_ask_back": sum((each.amount for each in queries.to_ask_back(sheet)), ZERO),
        "has_wanted": any(count.wanted is not None for count in counts),
    }
    return render(request, "projects/money/money_page.html", context)


@school_page("money.change")
@require_http_methods(["GET", "POST"])
def money_settings(request: SchoolRequest, pk: int) -> HttpResponse:
    """Account, instalments, limit of transfers, and the counts of the application."""
    project = project_of(pk)
    form = MoneyForm(request.POST or None, instance=queries.money_of(project))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("projects:money", pk)
    back = way_back(reverse("projects:money", args=[pk]), f"{project}: {_('Money')}")
    context = {"form": form, "title": _("Settings of the money"), **back}
    return render(request, "web/form_page.html", context)


@school_page("money.view")
def budget_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """The budget by category, transfers, and whom it is promised to."""
    project = project_of(pk)
    sheet = queries.sheet_of(project, request.school)
    people = {each.pk: each for each in queries.people_of(sheet.promises)}
    context = {
        "project": project,
        "sheet": sheet,
        "budget": sheet.budget,
        "promises": sheet.promises,
        "new": [(people[each.person_id], each) for each in sheet.promises.new],
        "problems": [(people[each.person_id], each) for each in sheet.promises.problems],
        "transfers": queries.transfers_of(project),
    }
    return render(request, "projects/money/budget_page.html", context)


@school_page("money.change")
@require_http_methods(["GET", "POST"])
def plan_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """The whole budget of the annex, typed in one go."""
    project = project_of(pk)
    form = PlanForm(queries.planned_costs(project), request.POST if request.method == "POST" else None)
    if form.is_valid():
        changed = actions.keep_plan(project, form.planned)
        messages.success(request, _("Saved.") if changed else _("Nothing has changed."))
        return redirect("projects:budget", pk)
    return render(request, "projects/money/plan_page.html", {"project": project, "form": form})


@school_page("money.change")
@require_http_methods(["GET", "POST"])
def transfer_add(request: SchoolRequest, pk: int) -> HttpResponse:
    """Move money to another category."""
    project = project_of(pk)
    form = TransferForm(request.POST or None, instance=BudgetTransfer(project=project))
    if form.is_valid():
        try:
            actions.move(project, form.save(commit=False), by=request.user)
        except actions.Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The money is moved."))
            return redirect("projects:budget", pk)
    back = way_back(reverse("projects:budget", args=[pk]), f"{project}: {_('Budget')}")
    context = {"form": form, "title": _("Transfer between categories"), **back}
    return render(request, "web/form_page.html", context)


@school_page("money.change")
@require_POST
def promise(request: SchoolRequest, pk: int) -> HttpResponse:
    """Promise the chosen grants, all or none."""
    project = project_of(pk)
    try:
        count = actions.promise(project, request.school, set(request.POST.getlist("source")), by=request.user)
    except actions.Refused as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            ngettext("%(count)s grant is promised.", "%(count)s grants are promised.", count) % {"count": count}
            if count
            else _("Nobody was chosen."),
        )
    return redirect("projects:budget", pk)


@school_page("money.change")
@require_POST
def promise_release(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Take a promise back."""
    project = project_of(pk)
    commitment = get_object_or_404(queries.commitments_of(project), pk=part_pk)
    amount = actions.release(project, commitment)
    messages.success(request, _("%(amount)s are free again.") % {"amount": eur(amount)})
    return redirect("projects:budget", pk)
