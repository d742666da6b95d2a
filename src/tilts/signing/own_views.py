"""Pages on which somebody of the school signs, refuses or passes on; alone or many papers in one act."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tilts.accounts import second_factor
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.signing import identity, packs, queries, recording
from tilts.signing.answering import answer, form_for, from_where
from tilts.signing.forms import DelegateForm, PackForm, RefuseForm
from tilts.signing.found import seen_envelope, signer_of
from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope, Signer, Way


@school_page("signing.sign")
@require_http_methods(["GET", "POST"])
def envelope_sign(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponseBase:
    """Read and sign what waits for oneself; who one is must have been shown just now."""
    envelope, signer = _own(request, pk, signer_pk)
    identified = identity.fresh_sign_in(request)
    if identified is None:
        return _show_who_you_are(request)
    if envelope.is_open and signer.may_answer:
        recording.mark_seen(signer)
    form = form_for(signer, request.POST or None, request.FILES or None)
    context = {
        "envelope": envelope,
        "signer": signer,
        "counterpart": signer.counterpart,
        "papers": [
            (reverse("files:open", args=[paper.file_id]), paper) for paper in queries.papers_to_sign(signer.counterpart)
        ],
        "unknown_issuers": queries.unknown_issuers(envelope),
        "needs_trusted": kind_of(envelope.kind).needs_trusted,
        "form": form,
    }
    if form.is_valid():
        try:
            answer(signer, form, identified=identified, request=request)
        except recording.CannotSign as problem:
            messages.error(request, str(problem))  # and the page anew, with what is to be signed now
        else:
            messages.success(request, _thanks(signer))
        return redirect("signing:sign", pk, signer_pk)
    return render(request, "signing/sign_page.html", context)


@school_page("signing.sign")
@require_http_methods(["GET", "POST"])
def pack_sign(request: SchoolRequest) -> HttpResponseBase:
    """All that waits for one's own click, on one list: tick, confirm once, each is signed by itself."""
    identified = identity.fresh_sign_in(request)
    if identified is None:
        return _show_who_you_are(request)
    mine = list(queries.waiting_for(request.user))
    waiting = [each for each in mine if each.counterpart.way == Way.CLICK]
    form = PackForm(waiting, request.POST or None)
    if form.is_valid():
        shown = {each.pk: request.POST.get(f"shown-{each.pk}", "") for each in waiting}
        outcome = packs.sign_all(
            form.cleaned_data["chosen"],
            shown,
            signed_as=form.cleaned_data["signed_as"],
            identified=identified,
            by=request.user,
            **from_where(request),
        )
        for problem in outcome.problems:
            messages.error(request, problem)
        if outcome.signed:
            messages.success(
                request,
                ngettext("You have signed %(count)s paper.", "You have signed %(count)s papers.", outcome.signed)
                % {"count": outcome.signed},
            )
        return redirect("signing:pack")
    context = {
        "waiting": queries.with_other_sides(waiting),
        "one_by_one": queries.with_other_sides(each for each in mine if each.counterpart.way != Way.CLICK),
        "ticked": request.POST.getlist("signers"),
        "form": form,
        "packs": queries.packs_of(request.user, request.may),
    }
    return render(request, "signing/pack_page.html", context)


def _thanks(signer: Signer) -> str:
    title = {"title": signer.counterpart.envelope}
    if signer.counterpart.way == Way.HAND:
        return _("The scan of “%(title)s” is there. The office checks it in.") % title
    return _("You have signed “%(title)s”.") % title


@school_page("signing.sign")
@require_http_methods(["GET", "POST"])
def envelope_refuse(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponse:
    """Refuse to sign."""
    envelope, signer = _own(request, pk, signer_pk)
    form = RefuseForm(request.POST or None)
    if form.is_valid():
        try:
            recording.refuse(signer, form.cleaned_data["reason"])
        except recording.CannotSign as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("You have refused to sign. The office is told."))
        return redirect("signing:sign", pk, signer_pk)
    context = {
        "form": form,
        "title": _("Refuse to sign"),
        "label": _("Refuse to sign"),
        "tone": "danger",
        "text": _("“%(title)s” then can’t be signed by anybody any more; the school may send it again.")
        % {"title": envelope},
        "back": reverse("signing:sign", args=[pk, signer_pk]),
        "of": str(envelope),
    }
    return render(request, "signing/act_page.html", context)


@school_page("signing.sign")
@require_http_methods(["GET", "POST"])
def envelope_pass_on(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponse:
    """Wish that somebody else signs in one's place; the office decides."""
    envelope, signer = _own(request, pk, signer_pk)
    form = DelegateForm(signer, request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            recording.propose(signer, form.proposed, reason=form.cleaned_data["reason"])
        except recording.CannotSign as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("The office is asked. Until it has decided you may still sign."))
        return redirect("signing:sign", pk, signer_pk)
    context = {
        "form": form,
        "title": _("Somebody else should sign"),
        "label": _("Ask the office"),
        "text": _("Say who, and why. The office decides; after that the other person gets a link of their own."),
        "back": reverse("signing:sign", args=[pk, signer_pk]),
        "of": str(envelope),
    }
    return render(request, "signing/act_page.html", context)


def _own(request: SchoolRequest, pk: int, signer_pk: int) -> tuple[Envelope, Signer]:
    envelope = seen_envelope(request, pk)
    signer = signer_of(envelope, signer_pk)
    if signer.user_id != request.user.pk:
        raise Http404
    return envelope, signer


def _show_who_you_are(request: SchoolRequest) -> HttpResponse:
    """To allauth's page that asks for the second step or the password again, and back here; outside every school."""
    name = "mfa_reauthenticate" if second_factor.has_one(request.user) else "account_reauthenticate"
    here = get_script_prefix()
    page = here.removesuffix(f"{request.school.slug}/") + reverse(name).removeprefix(here)
    return redirect(f"{page}?{urlencode({'next': request.get_full_path()})}")
