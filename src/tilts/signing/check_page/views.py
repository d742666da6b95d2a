"""The check page: a file, or the number on a paper."""

import hashlib
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from tilts.signing import queries
from tilts.signing.check_page.forms import FileForm, NumberForm
from tilts.signing.check_page.limits import FILES, NUMBERS, is_too_much, one_at_a_time
from tilts.signing.check_page.presenting import shown_verdict
from tilts.signing.checking import check, trust_in
from tilts.signing.models import Envelope, Way, how_known


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, number: str = "") -> HttpResponse:
    """Check a file, or show what stands behind a number. The file is read, answered and forgotten."""
    if "number" in request.GET:
        return _to_number(request)
    context: dict[str, Any] = {"file_form": FileForm(), "number_form": NumberForm()}
    status = 200
    if number:
        found, status = _by_number(request, number)
        context |= found
    if request.method == "POST":
        context["number_form"] = NumberForm()  # a file was sent: what was wrong with the number is another matter
        checked, status = _by_file(request, context.get("envelope"))
        context |= checked
    return render(request, "signing/check_page.html", context, status=status)


def _to_number(request: HttpRequest) -> HttpResponse:
    """To the page of a number that was typed."""
    form = NumberForm(request.GET)
    if form.is_valid():
        return HttpResponseRedirect(reverse("check_number", args=[form.cleaned_data["number"]]))
    return render(request, "signing/check_page.html", {"file_form": FileForm(), "number_form": form})


def _by_number(request: HttpRequest, typed: str) -> tuple[dict[str, Any], int]:
    if is_too_much(request, "number", NUMBERS):
        return {"problem": _too_much()}, 429
    form = NumberForm({"number": typed})
    envelope = queries.by_public_number(typed) if form.is_valid() else None
    if envelope is None:
        if form.is_valid():
            sentence = _(
                "No paper has the number %(number)s here. Please compare each letter with the paper, and the address, "
                "too: what another installation sealed is known there alone."
            )
            form.add_error("number", sentence % {"number": form.cleaned_data["number"]})
        return {"number_form": form}, 404
    return _told(envelope), 200


def _told(envelope: queries.PublicEnvelope) -> dict[str, Any]:
    """For the template: what stands behind the number."""
    return {
        "envelope": envelope,
        "state": Envelope.State(envelope.state).label,
        "signatures": [
            (each, Way(each.way).label, how_known(each.identified, each.checked)) for each in envelope.signatures
        ],
        "number": envelope.number,
    }


def _by_file(request: HttpRequest, envelope: queries.PublicEnvelope | None) -> tuple[dict[str, Any], int]:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return {"file_form": form}, 200
    if is_too_much(request, "file", FILES):
        return {"problem": _too_much()}, 429
    file: UploadedFile = form.cleaned_data["file"]
    content = file.read()
    with one_at_a_time() as has_turn:
        if not has_turn:
            return {"problem": _("Many files are being checked right now. Please try again in a minute.")}, 503
        verdict = check(content, trust=trust_in(settings.TILTS_DATA))
    digest = hashlib.sha256(content).hexdigest()
    checked = {"verdict": shown_verdict(verdict), "file_name": file.name, "digest": digest}
    if envelope is None:
        envelope = queries.by_sealed_file(digest)
        checked |= _told(envelope) if envelope else {}
    is_the_one = digest in envelope.sealed if envelope and envelope.sealed else None
    return {**checked, "is_the_one": is_the_one}, 200


def _too_much() -> str:
    return _("That was asked very often from your address. Please try again in an hour.")
