"""The page behind a signer's personal link: a code by mail, the paper, and a signature, a refusal, or another's name.

After that, and when the envelope is closed, the link shows how it ended. Opening it changes nothing: programs that look
into mails open links too.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from tilts.accounts.models import PersonalLink
from tilts.files.models import StoredFile
from tilts.files.queries import content_of
from tilts.signing import identity, queries, recording
from tilts.signing.answering import answer, form_for
from tilts.signing.forms import CodeForm, DelegateForm, RefuseForm
from tilts.signing.kinds import kind_of
from tilts.signing.models import Envelope, SignatureRecord, Signer
from tilts.signing.rules import masked_email

Answer = Callable[[HttpRequest, Signer], HttpResponse]


def guest_page(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """What this person may do now, in their language unless this browser was told another one."""
    signer = (
        Signer.objects.select_related("counterpart__envelope", "counterpart__current", "delegated_to")
        .filter(pk=link.subject_id)
        .first()
    )
    if signer is None:
        raise Http404
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and signer.language in dict(settings.LANGUAGES):
        translation.activate(signer.language)
        request.LANGUAGE_CODE = signer.language
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    if request.method == "POST":
        return _POSTS.get(request.POST.get("step", ""), _unknown)(request, signer)
    if "file" in request.GET:
        return _file(request, signer)
    return _shown(request, signer)


def _shown(request: HttpRequest, signer: Signer, **more: Any) -> HttpResponse:
    """The page for how it stands."""
    if not _is_waiting(signer):
        return _result(request, signer, **more)
    if not identity.is_known(request, signer):
        return _code(request, signer, **more)
    what = request.GET.get("do", "")
    if what == "refuse":
        return _page(request, signer, "refuse", **{"form": RefuseForm(), **more})
    if what == "pass-on":
        return _page(request, signer, "delegate", **{"form": DelegateForm(signer), **more})
    recording.mark_seen(signer)
    return _page(request, signer, "sign", **{"form": form_for(signer), **more})


def _is_waiting(signer: Signer) -> bool:
    envelope = signer.counterpart.envelope
    return signer.may_answer and envelope.is_open and envelope.ends_at > timezone.now()


def _result(request: HttpRequest, signer: Signer, **more: Any) -> HttpResponse:
    """How it ended, or that others are to sign first; the papers only after a code."""
    envelope = signer.counterpart.envelope
    is_over = envelope.is_open and envelope.ends_at <= timezone.now() and signer.may_answer
    context = {
        "is_over": is_over,
        "is_known": identity.is_known(request, signer),
        "code_form": CodeForm(),
        "is_sent": identity.awaits_code(signer),
        "masked": masked_email(signer.email),
        **more,
    }
    return _page(request, signer, "result", **context)


def _code(request: HttpRequest, signer: Signer, **more: Any) -> HttpResponse:
    context = {
        "form": CodeForm(),
        "is_sent": identity.awaits_code(signer),
        "masked": masked_email(signer.email),
        **more,
    }
    return _page(request, signer, "code", **context)


def _page(request: HttpRequest, signer: Signer, name: str, **context: Any) -> HttpResponse:
    counterpart, is_known = signer.counterpart, identity.is_known(request, signer)
    base = {
        "link_school": getattr(request, "link_school", None),
        "signer": signer,
        "counterpart": counterpart,
        "envelope": counterpart.envelope,
        "paper_url": "?file=paper",
        "unknown_issuers": queries.unknown_issuers(counterpart.envelope) if is_known else (),
        "needs_trusted": kind_of(counterpart.envelope.kind).needs_trusted,
        "papers": [(f"?file=paper-{paper.position}", paper) for paper in queries.papers_to_sign(counterpart)],
    }
    return render(request, f"signing/guest_{name}.html", {**base, **context})


# What is posted


def _send(request: HttpRequest, signer: Signer) -> HttpResponse:
    try:
        sent, code = identity.send_code(signer)
    except OSError:
        return _shown(request, signer, problem=_("The code could not be sent just now. Please try again in a minute."))
    if sent == identity.Sent.TOO_SOON:
        return _shown(request, signer, is_sent=True, problem=_("A code was sent a moment ago. Please wait a minute."))
    if sent == identity.Sent.TOO_MANY:
        return _shown(
            request, signer, problem=_("Too many codes were sent. Please wait an hour, or write to the school.")
        )
    if sent == identity.Sent.NO_MORE:
        return _shown(
            request,
            signer,
            problem=_("So many codes went to this address that none follows. Please write to the school."),
        )
    return _shown(request, signer, is_sent=True, demo_code=code if settings.TILTS_DEMO else "")


def _try(request: HttpRequest, signer: Signer) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _shown(request, signer, is_sent=True, form=form, code_form=form)
    tried = identity.try_code(signer, form.cleaned_data["code"])
    if tried == identity.Tried.RIGHT:
        identity.remember(request, signer)
        return HttpResponseRedirect(request.path)
    if tried == identity.Tried.ENDED:
        return _shown(request, signer, problem=_("This code does not hold any more. Please have a new one sent."))
    form.add_error("code", _("This is not the code of the last mail."))
    return _shown(request, signer, is_sent=True, form=form, code_form=form)


def _sign(request: HttpRequest, signer: Signer) -> HttpResponse:
    form = form_for(signer, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, signer, "sign", form=form)
    identified = SignatureRecord.Identified.LINK_AND_CODE
    return _answered(request, signer, lambda: answer(signer, form, identified=identified, request=request))


def _refuse(request: HttpRequest, signer: Signer) -> HttpResponse:
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, signer, "refuse", form=form)
    return _answered(request, signer, lambda: recording.refuse(signer, form.cleaned_data["reason"]))


def _delegate(request: HttpRequest, signer: Signer) -> HttpResponse:
    form = DelegateForm(signer, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, signer, "delegate", form=form)
    return _answered(
        request, signer, lambda: recording.propose(signer, form.proposed, reason=form.cleaned_data["reason"])
    )


def _answered(request: HttpRequest, signer: Signer, act: Callable[[], object]) -> HttpResponse:
    """Does it and leads to the page of how it stands now; says why where it can't be."""
    try:
        act()
    except recording.CannotSign as problem:
        signer = Signer.objects.select_related("counterpart__envelope", "counterpart__current").get(pk=signer.pk)
        return _shown(request, signer, problem=str(problem))
    return HttpResponseRedirect(request.path)


def _needs_code(answer: Answer) -> Answer:
    """Only in a browser where the right code was typed, and while it is their turn."""

    def guarded(request: HttpRequest, signer: Signer) -> HttpResponse:
        if not _is_waiting(signer) or not identity.is_known(request, signer):
            return _shown(request, signer)
        return answer(request, signer)

    return guarded


def _unknown(request: HttpRequest, signer: Signer) -> HttpResponse:
    return _shown(request, signer)


_POSTS: dict[str, Answer] = {
    "send": _send,
    "code": _try,
    "sign": _needs_code(_sign),
    "refuse": _needs_code(_refuse),
    "delegate": _needs_code(_delegate),
}


# Files


def _file(request: HttpRequest, signer: Signer) -> HttpResponse:
    """The paper to be signed or, at the end, what it became."""
    if not identity.is_known(request, signer):
        return _shown(request, signer)
    file = _named_file(signer, request.GET["file"])
    if file is None:
        raise Http404
    try:
        content = content_of(file)
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=file.content_type)
    is_pdf = file.content_type == "application/pdf"
    response["Content-Disposition"] = content_disposition_header(not is_pdf, file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _named_file(signer: Signer, name: str) -> StoredFile | None:
    counterpart = signer.counterpart
    if counterpart.envelope.state == Envelope.State.COMPLETE:
        return {"paper": counterpart.sealed, "evidence": counterpart.evidence}.get(name)
    if not counterpart.envelope.is_open:
        return None
    files = {f"paper-{paper.position}": paper.file for paper in queries.papers_to_sign(counterpart)}
    return counterpart.current if name == "paper" else files.get(name)
