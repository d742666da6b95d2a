"""The page behind the personal link of the other side's contact: read, comment, propose another wording, agree."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tilts.accounts.models import PersonalLink
from tilts.agreements.drafting.content import name_of_party
from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.presenting import ShownDifference, clause_difference
from tilts.agreements.drafting.queries import paper_of, shown_version
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating import actions
from tilts.agreements.negotiating.forms import RemarkForm
from tilts.agreements.negotiating.models import Negotiator
from tilts.agreements.negotiating.queries import (
    DiscussedClause,
    clause_in,
    course_of,
    discussed,
    dropped_version,
    version_of_hash,
)
from tilts.agreements.negotiating.sentences import dropped_sentence
from tilts.agreements.rules import NotPossible
from tilts.core.languages import language_name
from tilts.documents.typesetting import safe_file_name, typeset

#: What a higher room does with what is sent from this page.
Step = Callable[[HttpRequest, Negotiator, Version], HttpResponse]
_steps: dict[str, Step] = {}


@dataclass(frozen=True)
class _Answer:
    """What the page answers to a remark, beside the clause that it is about; above all clauses where that is gone."""

    key: str
    what: Literal["said", "wrong", "changed", "closed", "gone"]
    typed: list[tuple[str, str]] = field(default_factory=list)  # what would be lost: its language, and the text
    form: RemarkForm | None = None
    differences: list[ShownDifference] = field(default_factory=list)  # since the version that was read


def register_step(name: str, step: Step) -> None:
    """Let a form in the slot `agreements.negotiation.guest` send this step."""
    _steps[name] = step


def guest_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The text as it is proposed now, in this person's language unless the browser was told another one."""
    found = Negotiator.objects.select_related("agreement", "party__partner", "agreed_to")
    negotiator = found.filter(pk=link.subject_id).first()
    version = shown_version(negotiator.agreement) if negotiator else None
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
    said = request.GET.get("said", "")
    return _page(request, link, negotiator, version, _Answer(said, "said") if said else None)


def _answer(request: HttpRequest, link: PersonalLink, negotiator: Negotiator, version: Version) -> HttpResponse:
    step = request.POST.get("step", "")
    if step in _steps:
        return _steps[step](request, negotiator, version)
    if step != "agree":
        return _remark(request, link, negotiator, version)
    if negotiator.agreement.state != Agreement.State.PROPOSED:
        messages.error(request, _("Nothing can be changed here any more."))
        return HttpResponseRedirect(request.path)
    return _agree(request, negotiator)


def _remark(request: HttpRequest, link: PersonalLink, negotiator: Negotiator, version: Version) -> HttpResponse:
    """Keep a remark as said to the version that was read; where it can't be kept, show what was typed and say why."""
    agreement, key = negotiator.agreement, request.POST.get("key", "")
    read = version_of_hash(agreement, request.POST.get("hash", ""))
    clause = _clause(version, agreement, key)
    then = _clause(read, agreement, key) if read else None
    if clause is None and then is None:
        raise Http404
    form = RemarkForm(
        then or DiscussedClause(key, {}, dict.fromkeys(clause.texts, "") if clause else {}, []), request.POST
    )
    if agreement.state != Agreement.State.PROPOSED or clause is None:
        what: Literal["gone", "closed"] = "gone" if clause is None else "closed"
        return _page(request, link, negotiator, version, _Answer(key, what, form.typed()))
    if then is None or then.texts != clause.texts:
        differences = clause_difference(clause_in(read, key), clause.texts) if then else []
        answer = _Answer(key, "changed", form=form.on_newer(clause), differences=differences)
        return _page(request, link, negotiator, version, answer)
    if not form.is_valid():
        return _page(request, link, negotiator, version, _Answer(key, "wrong", form=form))
    actions.say(
        read or version, clause_key=key, text=form.cleaned_data["text"], wording=form.wording(), negotiator=negotiator
    )
    return HttpResponseRedirect(f"{request.path}?said={key}#said")


def _clause(version: Version, agreement: Agreement, key: str) -> DiscussedClause | None:
    return next((each for each in discussed(version, agreement) if each.key == key), None)


def _agree(request: HttpRequest, negotiator: Negotiator) -> HttpResponse:
    if not negotiator.may_agree:
        messages.error(request, _("By this link you read and comment. Somebody else of your side agrees to the text."))
        return HttpResponseRedirect(request.path)
    try:
        actions.agree_by_link(negotiator, request.POST.get("hash", ""))
    except (actions.TextChanged, NotPossible):
        messages.error(request, _("The text has changed while you were reading. Please look at it once more."))
    else:
        messages.success(request, _("Thank you. You have agreed to this text."))
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest, link: PersonalLink, negotiator: Negotiator, version: Version, answer: _Answer | None = None
) -> HttpResponse:
    agreement = negotiator.agreement
    is_open = agreement.state == Agreement.State.PROPOSED
    reader = translation.get_language() or "en"
    clauses, dropped = discussed(version, agreement), dropped_version(agreement)
    parts: list[tuple[DiscussedClause, RemarkForm | None]] = []
    for clause in clauses:
        form = answer.form if answer and answer.form and answer.key == clause.key else RemarkForm(clause)
        parts.append((clause, form if is_open else None))
    context = {
        "link_school": link.school,
        "school_name": link.school.text("name", reader),
        "party_name": name_of_party(negotiator.party, reader),
        "negotiator": negotiator,
        "title": {**agreement.texts["title"], **version.content["title"]},
        "version": version,
        "parts": parts,
        "answer": answer,
        "languages": [(code, language_name(code, reader)) for code in version.content["languages"]],
        "is_open": is_open,
        "dropped": dropped_sentence(dropped) if dropped else "",
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
