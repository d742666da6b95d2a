"""Pages of an agreement that two schools of this installation keep."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.agreements.drafting.queries import latest
from tilts.agreements.exchanging.models import Correspondent, SchoolLetter
from tilts.agreements.exchanging.writing import write
from tilts.agreements.models import Agreement
from tilts.agreements.queries import agreements


@school_page("agreements.change")
@require_POST
def copy_agree(request: SchoolRequest, pk: int) -> HttpResponse:
    """Tell the school that drafts it that this one agrees to the version it has."""
    agreement = get_object_or_404(agreements(), pk=pk)
    correspondent, version = Correspondent.objects.filter(agreement=agreement).first(), latest(agreement)
    if agreement.is_copy and agreement.state == Agreement.State.PROPOSED and correspondent and version:
        write(agreement, correspondent, SchoolLetter.Kind.AGREED, {"hash": version.content_hash})
        messages.success(request, _("The other school is told that you agree."))
    return redirect(agreement)
