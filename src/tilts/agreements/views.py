"""Pages of agreements."""

from datetime import date

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements import actions, queries
from tilts.agreements.drafting.content import conditions_of
from tilts.agreements.drafting.presenting import next_steps, task_list
from tilts.agreements.drafting.queries import coming, in_force, signed_files
from tilts.agreements.drafting.rows import last_signed
from tilts.agreements.filters import AgreementFilter
from tilts.agreements.forms import ActivityForm, AgreementForm, SignatoryForm
from tilts.agreements.held import held_while
from tilts.agreements.living.queries import last_day_of, plan_of
from tilts.agreements.models import Agreement, Version
from tilts.agreements.negotiating.queries import agreed_sides, open_remarks
from tilts.agreements.rules import NotPossible, is_on_its_way, leads_on, may_be_told, may_name_signatories
from tilts.agreements.sentences import term_sentence
from tilts.agreements.tables import AGREEMENT_EXPORT, AgreementTable
from tilts.web import undo
from tilts.web.forms import TypedConfirmForm
from tilts.web.listing import Listing
from tilts.web.rendering import Way, ask_to_remove, way_back

# Agreements


_AGREEMENTS = Listing(AgreementTable, queries.agreements, AgreementFilter, AGREEMENT_EXPORT)


@school_page("agreements.view")
def agreement_list(request: SchoolRequest) -> HttpResponse:
    """All agreements, searched by title or partner, by area and by how they were concluded."""
    return render(
        request, "agreements/agreement_list.html", _AGREEMENTS.page(request, export_url=reverse("agreements:export"))
    )


@school_page("agreements.view")
def agreement_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _AGREEMENTS.spreadsheet(request, "agreements")


@school_page("agreements.view")
def agreement_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One agreement: who signed it and when, what for, what is planned."""
    agreement = _agreement(pk)
    context = {
        "agreement": agreement,
        "parties": queries.parties_of(agreement),
        "term": term_sentence(agreement),
        "plan": plan_of(agreement, timezone.localdate()),
        "may_write_plan": agreement.may_be_told,
        "may_name_signatories": agreement.may_name_signatories,
        "shows_names": request.may("partners.contacts"),
        **_of_draft(request, agreement),
    }
    return render(request, "agreements/agreement_page.html", context)


def _of_draft(request: SchoolRequest, agreement: Agreement) -> dict[str, object]:
    """What the page of an agreement that is drafted here has besides, and a recorded one of how it goes on."""
    if agreement.is_recorded:
        renewed_by, last = agreement.renewed_by.first(), last_day_of(agreement, timezone.localdate())
        is_over = last is not None and last < timezone.localdate()
        return {"goes_on": not (renewed_by and is_over), "renewed_by": renewed_by}
    today, holds = timezone.localdate(), in_force(agreement)
    shown = holds or last_signed(agreement)
    standing = {
        "holds": holds,
        "goes_on": leads_on(agreement.stands, "end") and not agreement.is_copy,
        "signed": signed_files(shown) if shown and request.may("partners.contacts") else [],
        "holds_until": last_day_of(agreement, today, holds) if holds else None,
        "coming": coming(agreement),
        "term": term_sentence(agreement, _since(agreement, shown)),
        "is_changing": holds is not None and is_on_its_way(agreement.stands),
    }
    if agreement.is_copy:  # its way is gone where it is drafted
        return {**standing, "conditions": conditions_of(agreement)}
    agreed, may_change = agreed_sides(agreement), request.may("agreements.change")
    tasks = task_list(agreement, today, may_change=may_change, agreed_sides=agreed)
    return {
        **standing,
        "tasks": tasks if is_on_its_way(agreement.stands) else [],
        "conditions": conditions_of(agreement),
        "steps": next_steps(agreement, today) if may_change else {},
        "open_remarks": open_remarks(agreement),
        "has_negotiators": agreement.negotiators.exists(),
    }


def _since(agreement: Agreement, version: Version | None) -> date | None:
    """Of a change on its way nobody knows yet when it will be signed."""
    return version.in_force_on if version and not is_on_its_way(agreement.stands) else None


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def agreement_add(request: SchoolRequest) -> HttpResponse:
    """Record an agreement."""
    form = AgreementForm(request.POST or None, initial={"partners": request.GET.getlist("partner")})
    if form.is_valid():
        agreement = actions.keep_agreement(form.save(commit=False), form.cleaned_data["partners"])
        messages.success(request, _("%(name)s is added.") % {"name": agreement})
        return redirect(agreement)
    return _form_page(request, form, _("New agreement"), reverse("agreements:list"))


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_told)
def agreement_change(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """Change an agreement that was only recorded; a drafted one has pages of its own."""
    if not agreement.is_recorded:
        return redirect(agreement)
    form = AgreementForm(request.POST or None, instance=agreement)
    if form.is_valid():
        actions.keep_agreement(form.save(commit=False), form.cleaned_data["partners"])
        messages.success(request, _("Saved."))
        return redirect(agreement)
    remove = reverse("agreements:remove", args=[agreement.pk])
    return _form_page(request, form, _("Change agreement"), agreement, remove, asks=True)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def agreement_remove(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take an agreement away that was entered by mistake, after its title was typed."""
    agreement = _agreement(pk)
    form = TypedConfirmForm(request.POST or None, word=str(agreement))
    if not form.is_valid():
        text = _("The agreement goes for good, with who signed it and what is planned.")
        return ask_to_remove(request, agreement, agreement.get_absolute_url(), text=text, form=form)
    try:
        actions.remove_agreement(agreement)
    except ProtectedError:
        messages.error(request, _("%(name)s is in use elsewhere and can't be removed.") % {"name": agreement})
        return redirect(agreement)
    except NotPossible:
        messages.error(request, _("What is being signed or was signed here can’t be removed."))
        return redirect(agreement)
    messages.success(request, _("%(name)s is removed.") % {"name": agreement})
    return redirect("agreements:list")


# Who signed


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_name_signatories)
def signatory_add(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """Somebody who signed."""
    form = SignatoryForm(agreement, request.POST or None, request.FILES or None)
    if form.is_valid():
        actions.keep_signatory(form.save(commit=False), power=form.cleaned_data.get("power"), by=request.user)
        return redirect(agreement)
    return _form_page(request, form, _who(agreement), agreement)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_name_signatories)
def signatory_change(request: SchoolRequest, agreement: Agreement, part_pk: int) -> HttpResponse:
    """Change what is told of somebody who signed."""
    signatory = get_object_or_404(queries.signatories_of(agreement), pk=part_pk)
    form = SignatoryForm(agreement, request.POST or None, request.FILES or None, instance=signatory)
    if form.is_valid():
        actions.keep_signatory(form.save(commit=False), power=form.cleaned_data.get("power"), by=request.user)
        messages.success(request, _("Saved."))
        return redirect(agreement)
    remove = reverse("agreements:signatory_remove", args=[agreement.pk, part_pk])
    title = _("Change: %(what)s") % {"what": signatory}
    return _form_page(request, form, title, agreement, remove, asks=True)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_name_signatories)
def signatory_remove(request: SchoolRequest, agreement: Agreement, part_pk: int) -> HttpResponse:
    """Take somebody away who did not sign; asked first, because a name is not kept anywhere to be put back."""
    signatory = get_object_or_404(queries.signatories_of(agreement), pk=part_pk)
    if request.method == "GET":
        return ask_to_remove(request, signatory, agreement.get_absolute_url())
    actions.remove_signatory(signatory)
    messages.success(request, _("%(name)s is removed.") % {"name": signatory})
    return redirect(agreement)


def _who(agreement: Agreement) -> str:
    return _("Who signed") if agreement.is_recorded else _("Who signs")


# What is planned


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_told)
def activity_add(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """Something that the parties plan."""
    form = ActivityForm(agreement, request.POST or None)
    if form.is_valid():
        actions.keep_activity(form.save(commit=False))
        return redirect(agreement)
    return _form_page(request, form, _("Planned activity"), agreement)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
@held_while(may_be_told)
def activity_change(request: SchoolRequest, agreement: Agreement, part_pk: int) -> HttpResponse:
    """Change something that is planned."""
    activity = get_object_or_404(queries.activities_of(agreement), pk=part_pk)
    form = ActivityForm(agreement, request.POST or None, instance=activity)
    if form.is_valid():
        actions.keep_activity(form.save(commit=False))
        messages.success(request, _("Saved."))
        return redirect(agreement)
    remove = reverse("agreements:activity_remove", args=[agreement.pk, part_pk])
    return _form_page(request, form, _("Change: %(what)s") % {"what": activity}, agreement, remove)


@school_page("agreements.change")
@require_POST
@held_while(may_be_told)
def activity_remove(request: SchoolRequest, agreement: Agreement, part_pk: int) -> HttpResponse:
    """Take something away that is not planned; the next page offers to undo it."""
    activity = get_object_or_404(queries.activities_of(agreement), pk=part_pk)
    kept = undo.keep(request, "agreements.activity", activity)
    actions.remove_activity(activity)
    kept.tell(_("%(name)s is removed.") % {"name": activity})
    return redirect(agreement)


def _agreement(pk: int) -> Agreement:
    return get_object_or_404(queries.agreements(), pk=pk)


def _form_page(
    request: SchoolRequest, form: object, title: str, back: Way, remove: str = "", *, asks: bool = False
) -> HttpResponse:
    context = {"form": form, "title": title, **way_back(back), "remove": remove, "asks": asks}
    return render(request, "web/removable_form_page.html", context)
