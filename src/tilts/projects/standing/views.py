"""The page of how the school stands, and the forms of its records."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.standing import actions, queries
from tilts.projects.standing.forms import AccreditationForm, AwardForm, StandingForm, StatedTotalForm
from tilts.projects.standing.models import Accreditation, Award, StatedTotal
from tilts.projects.strategy.models import Strategy
from tilts.projects.strategy.queries import strategies
from tilts.web import undo
from tilts.web.rendering import way_back


@dataclass(frozen=True)
class _Part:
    model: Any
    form: type[StandingForm]
    title: str | Promise


_PARTS = {
    "awards": _Part(Award, AwardForm, gettext_lazy("Award")),
    "accreditations": _Part(Accreditation, AccreditationForm, gettext_lazy("Accreditation or charter")),
    "totals": _Part(StatedTotal, StatedTotalForm, gettext_lazy("Stated total")),
}
_TONES = {
    Accreditation.State.APPLIED: "info",
    Accreditation.State.GRANTED: "good",
    Accreditation.State.REFUSED: "bad",
    Accreditation.State.EXPIRED: "neutral",
}


@school_page("projects.view")
def standing_page(request: SchoolRequest) -> HttpResponse:
    """Awards, accreditations, strategies and stated totals on one page."""
    today = timezone.localdate()
    context = {
        "awards": queries.awards(),
        "accreditations": [
            (each, state, _TONES[state], queries.is_renewed(each))
            for each in queries.accreditations()
            for state in [each.state_on(today)]
        ],
        "strategies": strategies(),
        "totals": queries.stated_totals(),
    }
    return render(request, "projects/standing_page.html", context)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def part_add(request: SchoolRequest, part: str) -> HttpResponse:
    """A new award, accreditation, strategy or stated total."""
    kind = _kind(part)
    form = kind.form(request.POST or None, initial=_renewed(request) if part == "accreditations" else None)
    if form.is_valid():
        messages.success(request, _("%(name)s is added.") % {"name": form.save()})
        return redirect("projects:standing")
    return _form_page(request, form, kind)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def part_change(request: SchoolRequest, part: str, part_pk: int) -> HttpResponse:
    """Change one of them."""
    kind = _kind(part)
    form = kind.form(request.POST or None, instance=get_object_or_404(kind.model, pk=part_pk))
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("projects:standing")
    return _form_page(request, form, kind, reverse("projects:standing_remove", args=[part, part_pk]))


@school_page("projects.change")
@require_POST
def part_remove(request: SchoolRequest, part: str, part_pk: int) -> HttpResponse:
    """Take one of them away; the next page offers to undo it."""
    record = get_object_or_404(Strategy if part == "strategies" else _kind(part).model, pk=part_pk)
    kept = undo.keep(request, "projects.standing", record)
    actions.remove_record(record)
    kept.tell(_("%(name)s is removed.") % {"name": record})
    return redirect("projects:standing")


def _renewed(request: SchoolRequest) -> dict[str, Any]:
    """What a renewal takes over from the one it follows: `?renews=` its number."""
    wanted = request.GET.get("renews", "")
    before = queries.accreditations().filter(pk=wanted).first() if wanted.isdecimal() else None
    if before is None:
        return {}
    year = timezone.localdate().year
    return {"title": before.title, "sectors": before.sectors, "renews": before.pk, "applied_year": year}


def _kind(part: str) -> _Part:
    if part not in _PARTS:
        raise Http404
    return _PARTS[part]


def _form_page(request: SchoolRequest, form: StandingForm, kind: _Part, remove: str = "") -> HttpResponse:
    title = _("Change: %(what)s") % {"what": kind.title} if remove else str(kind.title)
    back = way_back(reverse("projects:standing"), _("Awards and strategy"))
    return render(request, "web/removable_form_page.html", {"form": form, "title": title, "remove": remove, **back})
