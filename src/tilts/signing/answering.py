"""How somebody signs in the way of their counterpart: the form they fill in, and what it does.

The same for a guest behind a link and for somebody signed in.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from tilts.signing import by_hand, recording, returning
from tilts.signing.forms import ScanForm, SignedFileForm, SignForm
from tilts.signing.models import SignatureRecord, Signer, Way


def form_for(signer: Signer, *sent: Any) -> forms.Form:
    """What this person fills in to sign; sent: what came by POST, and its files."""
    if signer.counterpart.way == Way.HAND:
        return ScanForm(*sent)
    if signer.counterpart.way in {Way.OWN, Way.CONTAINER}:
        return SignedFileForm(signer, *sent)
    return SignForm(signer, *sent)


def answer(signer: Signer, form: forms.Form, *, identified: SignatureRecord.Identified, request: HttpRequest) -> None:
    """Sign with a form that is valid. Raises recording.CannotSign."""
    values = form.cleaned_data
    if signer.counterpart.way == Way.HAND:
        by_hand.bring_scan(signer, values["scan"])
        return
    if signer.counterpart.way in {Way.OWN, Way.CONTAINER}:
        returning.bring_signed(signer, values["signed"], shown=values["shown"])
        return
    recording.sign_by_click(
        signer,
        shown=values["shown"],
        signed_as=values["signed_as"],
        identified=identified,
        **from_where(request),
    )


def from_where(request: HttpRequest) -> dict[str, str]:
    """Address and browser of who asks, for `recording.sign_by_click`; behind a web server of ours, as that one says."""
    try:
        address = str(get_adapter().get_client_ip(request))
    except PermissionDenied:  # it can't be told
        address = ""
    return {"address": address, "browser": request.headers.get("User-Agent", "")}
