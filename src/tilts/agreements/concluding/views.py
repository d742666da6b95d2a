"""Pages of signing: the session, its calendar file, sending to sign."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.concluding import actions, queries
from tilts.agreements.concluding.forms import SessionForm, SignForm
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.actions import StillMissing
from tilts.agreements.drafting.queries import draft_of, who_signs
from tilts.agreements.drafting.texts import named_missing
from tilts.agreements.drafting.views import tell_why_not
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating.queries import open_remarks
from tilts.agreements.queries import agreements
from tilts.agreements.rules import NotPossible, leads_on, missing_for
from tilts.agreements.sentences import missing_sentence
from tilts.web.rendering import ask_to_remove, way_back


@school_page("agreements.view")
def session_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """When both sides meet, by whose clock, and who signs in which order."""
    agreement = get_object_or_404(agreements(), pk=pk)
    session = queries.session_of(agreement)
    if session is None:
        return redirect(agreement)
    context = {
        "agreement": agreement,
        "session": session,
        "times": queries.local_times(session, request.LANGUAGE_CODE),
        "agenda": session.wording("agenda"),
        "signs": who_signs(agreement),
        "shows_names": request.may("partners.contacts"),
    }
    return render(request, "agreements/concluding/session_page.html", context)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def session_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Plan the session, or move it; everybody who signs gets a mail with the calendar file."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if agreement.is_recorded or agreement.is_copy:
        return redirect(agreement)
    session = queries.coming_session(agreement) or SigningSession(agreement=agreement, **_usual_agenda(agreement))
    form = SessionForm(request.POST or None, instance=session)
    if form.is_valid():
        actions.plan_session(form.save(commit=False))
        messages.success(request, _("Everybody who signs gets a mail with the calendar file."))
        return redirect("agreements:concluding:session", agreement.pk)
    lead = _("Who signs gets a mail with the calendar file, in their language.")
    context = {"form": form, "title": _("Signing session"), "lead": lead, "submit": _("Save and tell them")}
    context |= way_back(agreement)
    return render(request, "web/form_page.html", context)


def _usual_agenda(agreement: Agreement) -> dict[str, object]:
    """What such a session goes through, in each language of the school's texts."""
    empty = SigningSession(agreement=agreement)
    others = {code: {"agenda": _agenda(code)} for code in empty.other_languages()}
    return {"agenda": _agenda(empty.school.language), "in_other_languages": others}


def _agenda(code: str) -> str:
    with override(code):
        return "\n".join(
            [
                _("Welcome, who is there"),
                _("What was agreed, point by point"),
                _("Signing, in the order named"),
                _("What comes first of the plan of action"),
            ]
        )


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def session_call_off(request: SchoolRequest, pk: int) -> HttpResponse:
    """Ask, then call the session off."""
    agreement = get_object_or_404(agreements(), pk=pk)
    session = queries.session_of(agreement)
    if session is None or agreement.is_copy:
        return redirect(agreement)
    if request.method == "GET":
        text = _("Everybody who signs gets a mail, and the meeting goes from their calendars.")
        return ask_to_remove(request, _("Signing session"), agreement.get_absolute_url(), text=text)
    actions.call_off(session)
    return redirect(agreement)


@school_page("partners.contacts")
def session_calendar(request: SchoolRequest, pk: int) -> HttpResponse:
    """The calendar file of the session, with the names and addresses of all who sign."""
    agreement = get_object_or_404(agreements(), pk=pk)
    session = queries.session_of(agreement)
    if session is None:
        return redirect(agreement)
    response = HttpResponse(
        queries.calendar_of(session, request.LANGUAGE_CODE), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="signing.ics"'
    return response


@school_page("signing.send")
@require_http_methods(["GET", "POST"])
def send_to_sign(request: SchoolRequest, pk: int) -> HttpResponse:
    """Choose the form of signing and send the agreed paper."""
    agreement = get_object_or_404(agreements(), pk=pk)
    if not leads_on(agreement.stands, "sign"):
        return redirect(agreement)
    missing = missing_for("sign", draft_of(agreement), timezone.localdate()) if request.method == "GET" else ()
    form = SignForm(request.POST or None)
    if form.is_valid():
        values = form.cleaned_data
        try:
            envelope = actions.send_to_sign(
                agreement, form=values["form"], ways=form.ways(), ends_at=values["ends_on"], by=request.user
            )
        except NotPossible as error:
            tell_why_not(request, error)
            return redirect(agreement)
        except StillMissing as error:
            form.add_error(None, [*map(missing_sentence, error.missing), *(each.label for each in error.texts)])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The first who sign are asked by mail."))
            return redirect(envelope)
    context = {
        "form": form,
        "title": _("Send to sign"),
        "lead": _("What you choose here stays as it is once it is sent."),
        "submit": _("Send to sign"),
        "agreement": agreement,
        "signs": who_signs(agreement),
        "open_remarks": open_remarks(agreement),
        "missing": [*map(missing_sentence, missing), *(each.label for each in named_missing(agreement, missing))],
        **way_back(agreement),
    }
    return render(request, "agreements/concluding/send_page.html", context)
