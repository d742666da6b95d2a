"""Pages of the life of an agreement."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.drafting.actions import StillMissing
from tilts.agreements.drafting.queries import in_force
from tilts.agreements.drafting.views import tell_why_not
from tilts.agreements.living import actions
from tilts.agreements.living.forms import NoticeForm, RenewForm, StandingForm
from tilts.agreements.living.queries import last_day_of, notice_months_of
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.queries import agreements
from tilts.agreements.rules import NotPossible, may_be_ended, may_be_renewed
from tilts.web.rendering import way_back


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def activity_standing(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """How a planned activity stands: possible, done, given up."""
    agreement = get_object_or_404(agreements(), pk=pk)
    activity = get_object_or_404(PlannedActivity, pk=part_pk, agreement=agreement)
    form = StandingForm(request.POST or None, instance=activity)
    if form.is_valid():
        actions.keep_standing(form.save(commit=False))
        return redirect(f"{agreement.get_absolute_url()}#plan")
    context = {"form": form, "title": str(activity), **way_back(agreement)}
    return render(request, "web/form_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def agreement_renew(request: SchoolRequest, pk: int) -> HttpResponse:
    """Propose the same text with a later last day; the next page shows what changed."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if agreement.is_recorded:
        return _renew_recorded(request, agreement)
    version = in_force(agreement)
    told = {"is_copy": agreement.is_copy, "holds": version is not None, "is_renewed": False}
    if not may_be_renewed(agreement.stands, **told):
        return redirect(agreement)
    form = RenewForm(agreement, last_day_of(agreement, timezone.localdate(), version), request.POST or None)
    if form.is_valid():
        try:
            renewed = actions.renew(agreement, until=form.cleaned_data["until"])
        except (NotPossible, StillMissing) as error:
            tell_why_not(request, error)
            return redirect(agreement)
        messages.success(request, _("The renewal is proposed. What it changes stands here."))
        return redirect(reverse("agreements:drafting:version", args=[pk, renewed.pk]))
    lead = _(
        "The same text is proposed to the other side with a later last day. What was agreed holds until the new "
        "version is signed."
    )
    context = {"form": form, "title": _("Renew"), "lead": lead, "submit": _("Propose the renewal")}
    return render(request, "web/form_page.html", context | way_back(agreement))


def _renew_recorded(request: SchoolRequest, agreement: Agreement) -> HttpResponse:
    """Its text is not here: a draft is begun that goes on with it."""
    if (draft := agreement.renewed_by.first()) is not None:
        return redirect(draft)
    form = RenewForm(agreement, last_day_of(agreement, timezone.localdate()), request.POST or None)
    if form.is_valid():
        try:
            draft = actions.renew_recorded(agreement, until=form.cleaned_data["until"])
        except NotPossible as error:
            tell_why_not(request, error)
            return redirect(agreement)
        messages.success(request, _("The renewal is begun as a draft. The list says what comes next."))
        return redirect(draft)
    lead = _(
        "A draft is begun with the same parties, aims, who signed for the others and what is still planned. The "
        "recorded agreement stays as it is."
    )
    context = {"form": form, "title": _("Renew"), "lead": lead, "submit": _("Begin the draft")}
    return render(request, "web/form_page.html", context | way_back(agreement))


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def notice_give(request: SchoolRequest, pk: int) -> HttpResponse:
    """Keep that notice was given, by this school or by the other side."""
    agreement = get_object_or_404(agreements(), pk=pk)
    version = in_force(agreement)
    if not may_be_ended(agreement.stands, is_copy=agreement.is_copy, holds=version is not None):
        return redirect(agreement)
    form = NoticeForm(notice_months_of(agreement, version), request.POST or None)
    if form.is_valid():
        try:
            actions.give_notice(agreement, **form.cleaned_data)
        except actions.NoticeTooShort as error:
            day = date_format(error.earliest, "DATE_FORMAT")
            form.add_error("until", _("The time of notice that was agreed ends on %(day)s.") % {"day": day})
        except actions.NoticeOutlasts as error:
            day = date_format(error.last, "DATE_FORMAT")
            form.add_error("until", _("No notice is needed: the last day that was agreed is %(day)s.") % {"day": day})
        except NotPossible as error:
            tell_why_not(request, error)
            return redirect(agreement)
        else:
            messages.success(request, _("The notice is kept."))
            return redirect(agreement)
    lead = _("Who signs for the other side and its contacts are told by mail where your school gives notice.")
    context = {"form": form, "title": _("Give notice"), "lead": lead, "submit": _("Give notice")}
    return render(request, "web/form_page.html", context | way_back(agreement))


@school_page("agreements.change")
@require_POST
def notice_take_back(request: SchoolRequest, pk: int) -> HttpResponse:
    """Both sides go on after all."""
    agreement = get_object_or_404(agreements(), pk=pk)
    try:
        actions.take_notice_back(agreement)
    except NotPossible as error:
        tell_why_not(request, error)
    else:
        messages.success(request, _("The notice is taken back."))
    return redirect(agreement)
