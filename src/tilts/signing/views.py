"""Pages of envelopes for those who work for the school; the guests' page stands in `guest`."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.signing import actions, asking, by_hand, queries, recording
from tilts.signing.completing import is_ready
from tilts.signing.events import note
from tilts.signing.filters import EnvelopeFilter
from tilts.signing.forms import AddressForm, CheckInForm, WithdrawForm
from tilts.signing.found import seen_envelope, sendable_envelope, signer_of
from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope, EnvelopeNote
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
    envelope = seen_envelope(request, pk)
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
    envelope = sendable_envelope(request, pk)
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
    envelope = sendable_envelope(request, pk)
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
    envelope = sendable_envelope(request, pk)
    signer = signer_of(envelope, signer_pk)
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
    envelope = sendable_envelope(request, pk)
    signer = signer_of(envelope, signer_pk)
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
    envelope = sendable_envelope(request, pk)
    signer = signer_of(envelope, signer_pk)
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
        envelope = sendable_envelope(request, counterpart.envelope_id)
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
