"""On the page behind the personal link: who is signed in and coordinates another school here may keep a copy there."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from tilts.accounts.models import School
from tilts.accounts.roles import Role
from tilts.agreements.drafting.content import languages_of, party_content
from tilts.agreements.drafting.models import Version
from tilts.agreements.exchanging.models import Correspondent
from tilts.agreements.exchanging.partners import is_party
from tilts.agreements.exchanging.writing import connect
from tilts.agreements.negotiating.models import Negotiator


def schools_to_keep_it(request: Any, negotiator: Negotiator) -> dict[str, object] | None:
    """The schools where this reader is coordinator; nothing for a stranger, or where each keeps a copy already."""
    schools = _schools(request, negotiator)
    return {"schools": schools} if schools else None


def keep_copy(request: HttpRequest, negotiator: Negotiator, _version: Version) -> HttpResponse:
    """Keep a copy in one of them. The link proves that this reader was asked; the sign-in, for which school."""
    school = next((each for each in _schools(request, negotiator) if each.slug == request.POST.get("school", "")), None)
    if school is None:
        messages.error(request, _why_not(request))
        return HttpResponseRedirect(request.path)
    connect(negotiator.agreement, school, negotiator.party, may_agree=negotiator.may_agree)
    messages.success(request, _("%(school)s keeps a copy and is told of every change.") % {"school": school})
    return HttpResponseRedirect(request.path)


def _why_not(request: Any) -> str:
    if not request.user.is_authenticated:
        return _("Sign in first as who coordinates your school, then open the link once more.")
    return _("A copy is kept by the school that the link was made for, once: by its coordinator.")


def _schools(request: Any, negotiator: Negotiator) -> list[School]:
    """Of the schools where this reader is coordinator, those that are the party of this link and keep no copy yet."""
    if not request.user.is_authenticated:
        return []
    found = School.objects.filter(memberships__user=request.user, memberships__role=Role.COORDINATOR)
    kept = Correspondent.objects.filter(agreement=negotiator.agreement).values_list("other", flat=True)
    others = found.exclude(pk=negotiator.school_id).exclude(slug__in=list(kept)).distinct()
    party = party_content(negotiator.party, languages_of(negotiator.agreement))
    return [each for each in others if is_party(each, party)]
