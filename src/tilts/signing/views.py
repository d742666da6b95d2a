"""Pages of envelopes for those who work for the school; the guests' page stands in `guest`."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts import second_factor
from tilts.accounts.guard import SchoolRequest, school_page
from tilts.signing import actions, asking, by_hand, identity, packs, queries, recording
from tilts.signing.answering import answer, form_for, from_where
from tilts.signing.completing import is_ready
from tilts.signing.events import note
from tilts.signing.filters import EnvelopeFilter
from tilts.signing.forms import AddressForm, CheckInForm, DelegateForm, PackForm, RefuseForm, WithdrawForm
from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope, EnvelopeNote, Signer, Way
from tilts.signing.privacy import forget_signers
from tilts.signing.sentences import ENVELOPE_TONES
from tilts.signing.tables import ENVELOPE_EXPORT, EnvelopeTable
from tilts.web.listing import Listing
from tilts.web.rendering import way_back


def _listing(request: SchoolRequest) -> Listing:
    return Listing(
        EnvelopeTable, lambda search: queries.envelopes(request.may, search), EnvelopeFilter, ENVELOPE_EXPORT
    )


@school_page("signing.view")
def envelope_list(request: SchoolRequest) -> HttpResponse:
    """All envelopes of the kinds that one may see; above them what waits for one's own signature."""
    context = _listing(request).page(request, export_url=reverse("signing:export"))
    waiting = queries.waiting_for(request.user) if request.may("signing.sign") else ()
    return render(request, "signing/envelope_list.html", {**context, "waiting": waiting})


@school_page("signing.view")
def envelope_export(request: SchoolRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    return _listing(request).spreadsheet(request, "signing")


@school_page("signing.view")
def envelope_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """One envelope: what is signed, who has, whose turn it is, what happened."""
    envelope = _envelope(request, pk)
    kind = kind_of(envelope.kind)
    may_send = request.may("signing.send") and request.may(kind.send)
    context = {
        "envelope": envelope,
        "kind": kind,
        "subject_url": kind.page(envelope.subject_id),
        "subject": kind.title(envelope.subject_id) if kind.title else kind.label,
        "tone": ENVELOPE_TONES[Envelope.State(envelope.state)],
        "counterparts": queries.counterparts_of(envelope),
        "papers": envelope.papers.select_related("file"),
        "events": queries.events_of(envelope),
        "may_send": may_send,
        "is_to_be_sealed": is_ready(envelope),
        "unknown_issuers": queries.unknown_issuers(envelope),
    }
    return render(request, "signing/envelope_page.html", context)


@school_page("signing.send")
@require_http_methods(["GET", "POST"])
def envelope_withdraw(request: SchoolRequest, pk: int) -> HttpResponse:
    """Take the papers back before all have signed."""
    envelope = _sendable(request, pk)
    form = WithdrawForm(request.POST or None)
    if not envelope.is_open:
        messages.error(request, _("This is closed already."))
        return redirect(envelope)
    if form.is_valid():
        try:
            actions.withdraw_envelope(envelope, form.cleaned_data["reason"], by=request.user)
        except actions.CannotWithdraw as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("It is withdrawn. Those who were asked are told."))
        return redirect(envelope)
    context = {
        "form": form,
        "title": _("Withdraw from signing"),
        "label": _("Withdraw"),
        "tone": "danger",
        "text": _("Those who were asked are told. Who has signed already keeps no signed paper."),
        **way_back(envelope),
    }
    return render(request, "signing/act_page.html", context)


@school_page("signing.send")
@require_http_methods(["GET", "POST"])
def signers_forget(request: SchoolRequest, pk: int) -> HttpResponse:
    """Erase the names of who signed what is closed; asked first, because they can't be had back."""
    envelope = _sendable(request, pk)
    if envelope.is_open:
        messages.error(request, _("Names are erased once this is closed."))
        return redirect(envelope)
    if request.method == "GET":
        text = _(
            "Names, addresses and reasons of who signed go for good here, with the mails about it in the outbox; their "
            "links end. Office and side stay, and the sealed paper stays as it is, with the names on it."
        )
        context = {"title": _("Erase names"), "label": _("Erase for good"), "text": text, **way_back(envelope)}
        return render(request, "web/confirm_page.html", context)
    forget_signers(envelope, by=request.user)
    messages.success(request, _("The names are erased."))
    return redirect(envelope)


@school_page("signing.send")
@require_POST
def signer_remind(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponse:
    """Ask somebody again; once a day."""
    envelope = _sendable(request, pk)
    signer = _signer(envelope, signer_pk)
    if not envelope.is_open or not signer.may_answer:
        messages.error(request, _("Nothing is awaited of %(name)s now.") % {"name": signer})
    elif asking.remind_by_hand(envelope, signer):
        note(envelope, EnvelopeNote.Verb.REMINDED, signer=signer, by=request.user)
        messages.success(request, _("A reminder is on its way to %(name)s.") % {"name": signer})
    else:
        messages.info(request, _("%(name)s was reminded today already, or has no e-mail address.") % {"name": signer})
    return redirect(envelope)


@school_page("signing.send")
@require_http_methods(["GET", "POST"])
def signer_address(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponse:
    """Mend a guest's address: they are asked anew."""
    envelope = _sendable(request, pk)
    signer = _signer(envelope, signer_pk)
    form = AddressForm(request.POST or None, initial={"email": signer.email})
    if form.is_valid() and form.cleaned_data["email"].casefold() == signer.email.casefold():
        messages.info(request, _("The address is the one it was, so no mail was sent. “Remind” sends a new link."))
        return redirect(envelope)
    if form.is_valid():
        try:
            recording.change_address(signer, form.cleaned_data["email"], by=request.user)
        except recording.CannotSign as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Saved."))
        return redirect(envelope)
    context = {"form": form, "title": _("Address of %(name)s") % {"name": signer}, **way_back(envelope)}
    return render(request, "web/form_page.html", context)


@school_page("signing.send")
@require_POST
def delegation_decide(request: SchoolRequest, pk: int, signer_pk: int) -> HttpResponse:
    """Agree that somebody else signs, or not."""
    envelope = _sendable(request, pk)
    signer = _signer(envelope, signer_pk)
    is_agreed = request.POST.get("agreed") == "yes"
    recording.decide_proposal(signer, is_agreed=is_agreed, by=request.user)
    messages.success(request, _("It is passed on.") if is_agreed else _("It is not passed on."))
    return redirect(envelope)


@school_page("signing.send")
@require_http_methods(["GET", "POST"])
def check_in(request: SchoolRequest) -> HttpResponse:
    """A paper that was signed by hand comes back: found by the code on its pages."""
    form = CheckInForm(request.POST or None, request.FILES or None, initial={"code": request.GET.get("code", "")})
    if form.is_valid():
        counterpart = form.cleaned_data["code"]
        envelope = _sendable(request, counterpart.envelope_id)
        try:
            by_hand.check_in(
                counterpart,
                form.cleaned_data["scan"],
                original_at=form.cleaned_data["original_at"],
                signed_on=form.cleaned_data["signed_on"],
                by=request.user,
            )
        except recording.CannotSign as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("“%(title)s” is checked in.") % {"title": envelope})
            return redirect(envelope)
    context = {
        "form": form,
        "title": _("Check in a paper signed by hand"),
        "label": _("Check in"),
        "back": reverse("signing:list"),
        "of": _("Signing"),
    }
    return render(request, "signing/act_page.html", context)


# Signing as somebody of the school


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
    waiting = list(queries.waiting_for(request.user).filter(counterpart__way=Way.CLICK))
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
        "waiting": waiting,
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
    envelope = _envelope(request, pk)
    signer = _signer(envelope, signer_pk)
    if signer.user_id != request.user.pk:
        raise Http404
    return envelope, signer


def _show_who_you_are(request: SchoolRequest) -> HttpResponse:
    """To allauth's page that asks for the second step or the password again, and back here; outside every school."""
    name = "mfa_reauthenticate" if second_factor.has_one(request.user) else "account_reauthenticate"
    here = get_script_prefix()
    page = here.removesuffix(f"{request.school.slug}/") + reverse(name).removeprefix(here)
    return redirect(f"{page}?{urlencode({'next': request.get_full_path()})}")


def _envelope(request: SchoolRequest, pk: int) -> Envelope:
    return get_object_or_404(queries.envelopes(request.may), pk=pk)


def _sendable(request: SchoolRequest, pk: int) -> Envelope:
    envelope = _envelope(request, pk)
    if not request.may(kind_of(envelope.kind).send):
        raise Http404
    return envelope


def _signer(envelope: Envelope, pk: int) -> Signer:
    found = Signer.objects.filter(counterpart__envelope=envelope)
    return get_object_or_404(found.select_related("counterpart__current", "counterpart__envelope", "user"), pk=pk)
