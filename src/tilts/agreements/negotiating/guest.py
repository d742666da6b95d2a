"""The page behind the personal link of the other side's contact: read, comment, propose another wording, agree."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tilts.accounts.models import PersonalLink
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.queries import latest, paper_of
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.forms import RemarkForm
from tilts.agreements.negotiating.models import Negotiator
from tilts.agreements.negotiating.queries import course_of, discussed
from tilts.agreements.rules import NotPossible
from tilts.core.languages import language_name
from tilts.documents.typesetting import safe_file_name, typeset

#: What a higher room does with what is sent from this page.
Step = Callable[[HttpRequest, Negotiator, Version], HttpResponse]
_steps: dict[str, Step] = {}


def register_step(name: str, step: Step) -> None:
    """Let a form in the slot `agreements.negotiation.guest` send this step."""
    _steps[name] = step


def guest_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The text as it is proposed now, in this person's language unless the browser was told another one."""
    found = Negotiator.objects.select_related("agreement", "party__partner", "agreed_to")
    negotiator = found.filter(pk=link.subject_id).first()
    version = latest(negotiator.agreement) if negotiator else None
    if negotiator is None or version is None:
        raise Http404
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and negotiator.language in dict(settings.LANGUAGES):
        translation.activate(negotiator.language)
        request.LANGUAGE_CODE = negotiator.language  # type: ignore[attr-defined]
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if "file" in request.GET:
        return _paper(negotiator.agreement, version)
    if request.method == "POST":
        return _answer(request, link, negotiator, version)
    actions.mark_seen(negotiator)
    return _page(request, link, negotiator, version)


def _answer(request: HttpRequest, link: PersonalLink, negotiator: Negotiator, version: Version) -> HttpResponse:
    if (step := _steps.get(request.POST.get("step", ""))) is not None:
        return step(request, negotiator, version)
    if negotiator.agreement.state != Agreement.State.PROPOSED:
        messages.error(request, _("Nothing can be changed here any more."))
        return HttpResponseRedirect(request.path)
    if request.POST.get("step") == "agree":
        return _agree(request, negotiator)
    clause = next(
        (each for each in discussed(version, negotiator.agreement) if each.key == request.POST.get("key")), None
    )
    if clause is None:
        raise Http404
    form = RemarkForm(clause, request.POST)
    if not form.is_valid():
        return _page(request, link, negotiator, version, wrong=form)
    actions.say(
        version, clause_key=clause.key, text=form.cleaned_data["text"], wording=form.wording(), negotiator=negotiator
    )
    messages.success(request, _("Thank you. The other side is told."))
    return HttpResponseRedirect(f"{request.path}#{clause.key}")


def _agree(request: HttpRequest, negotiator: Negotiator) -> HttpResponse:
    if not negotiator.may_agree:
        raise Http404
    try:
        actions.agree_by_link(negotiator, request.POST.get("hash", ""))
    except (actions.TextChanged, NotPossible):
        messages.error(request, _("The text has changed while you were reading. Please look at it once more."))
    else:
        messages.success(request, _("Thank you. You have agreed to this text."))
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest, link: PersonalLink, negotiator: Negotiator, version: Version, wrong: RemarkForm | None = None
) -> HttpResponse:
    agreement = negotiator.agreement
    is_open = agreement.state == Agreement.State.PROPOSED
    reader = translation.get_language() or "en"
    parts: list[tuple[Any, RemarkForm | None]] = []
    for clause in discussed(version, agreement):
        form = wrong if wrong and wrong.clause.key == clause.key else RemarkForm(clause)
        parts.append((clause, form if is_open else None))
    context = {
        "link_school": link.school,
        "school_name": link.school.text("name", reader),
        "negotiator": negotiator,
        "agreement": agreement,
        "version": version,
        "parts": parts,
        "wrong": wrong.clause.key if wrong else "",
        "languages": [(code, language_name(code, reader)) for code in version.content["languages"]],
        "is_open": is_open,
        "has_agreed": negotiator.agreed_to_id == version.pk,
        "course": course_of(agreement),
    }
    return render(request, "agreements/negotiating/guest_page.html", context)


def _paper(agreement: Agreement, version: Version) -> HttpResponse:
    response = HttpResponse(
        typeset(paper_of(agreement, version.content, version.position)), content_type="application/pdf"
    )
    response["Content-Disposition"] = content_disposition_header(False, safe_file_name(f"{agreement}.pdf")) or "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
