"""Pages of an agreement that two schools of this installation keep."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.drafting.queries import latest
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.writing import disconnect, write
from tilts.agreements.models import Agreement
from tilts.agreements.queries import agreements
from tilts.web.rendering import ask_to_remove


@school_page("agreements.change")
@require_POST
def copy_agree(request: SchoolRequest, pk: int) -> HttpResponse:
    """Tell the school that drafts it that this one agrees to the version it has."""
    agreement = get_object_or_404(agreements(), pk=pk)
    correspondent, version = Correspondent.objects.filter(agreement=agreement).first(), latest(agreement)
    is_open = agreement.is_copy and agreement.state == Agreement.State.PROPOSED
    if is_open and correspondent and correspondent.may_agree and version:
        write(correspondent, SchoolLetter.Kind.AGREED, {"hash": version.content_hash})
        messages.success(request, _("The other school is told that you agree."))
    return redirect(agreement)


@school_page("agreements.change")
@require_http_methods(["GET", "POST"])
def copy_stop(request: SchoolRequest, pk: int, part_pk: int) -> HttpResponse:
    """Ask, then tell a school that keeps a copy nothing more."""
    agreement = get_object_or_404(agreements(), pk=pk)
    correspondent = get_object_or_404(Correspondent, agreement=agreement, pk=part_pk)
    if agreement.is_copy:
        return redirect(agreement)
    if request.method == "GET":
        text = _("The school keeps the copy it has, is told of no change any more, and can’t agree from its own page.")
        return ask_to_remove(request, correspondent.name, agreement.get_absolute_url(), text=text)
    disconnect(correspondent)
    messages.success(request, _("%(school)s is told nothing more.") % {"school": correspondent.name})
    return redirect(agreement)
