"""Pages of a strategy."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tilts.accounts.guard import SchoolRequest, school_page
from tilts.projects.strategy import actions, queries
from tilts.projects.strategy.forms import FiguresForm, GoalForm, IndicatorForm, RegionForm, StrategyForm
from tilts.projects.strategy.models import Goal, Indicator, Strategy, StrategyRegion
from tilts.projects.strategy.sources import source
from tilts.web import undo
from tilts.web.rendering import ask_to_remove, way_back


@dataclass(frozen=True)
class _Part:
    model: Any
    form: Any
    title: str | Promise


_PARTS = {
    "regions": _Part(StrategyRegion, RegionForm, gettext_lazy("Priority region")),
    "goals": _Part(Goal, GoalForm, gettext_lazy("Goal")),
    "indicators": _Part(Indicator, IndicatorForm, gettext_lazy("Indicator")),
}


@school_page("projects.view")
def strategy_page(request: SchoolRequest, pk: int) -> HttpResponse:
    """A strategy with its priorities, and its indicators as planned and as achieved."""
    strategy, today = _strategy(pk), timezone.localdate()
    context = {
        "strategy": strategy,
        "regions": strategy.regions.all(),
        "years": queries.years_in(strategy, today),
        "goals": queries.shown_by_goal(strategy, today),
    }
    return render(request, "projects/strategy/strategy_page.html", context)


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def strategy_add(request: SchoolRequest) -> HttpResponse:
    """A new strategy."""
    return _keep(request, Strategy(), reverse("projects:standing"))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def strategy_change(request: SchoolRequest, pk: int) -> HttpResponse:
    """Change a strategy."""
    return _keep(request, _strategy(pk), "")


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def part_add(request: SchoolRequest, pk: int, part: str) -> HttpResponse:
    """A new region, goal or indicator."""
    strategy = _strategy(pk)
    return _keep_part(request, part, _kind(part).model(strategy=strategy))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def part_change(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Change one of them."""
    return _keep_part(request, part, _record(pk, part, part_pk))


@school_page("projects.change")
@require_http_methods(["GET", "POST"])
def part_remove(request: SchoolRequest, pk: int, part: str, part_pk: int) -> HttpResponse:
    """Take one of them away. Regions and goals can be put back; an indicator goes with its figures."""
    record = _record(pk, part, part_pk)
    if request.method == "GET":
        text = _("The figures planned for it and typed by hand go with it.") if part == "indicators" else ""
        return ask_to_remove(request, record, reverse("projects:strategy", args=[pk]), text=text)
    if isinstance(record, Indicator):
        actions.remove_part(record)
        messages.success(request, _("%(name)s is removed.") % {"name": record})
    else:
        kept = undo.keep(request, "projects.standing", record)
        actions.remove_part(record)
        kept.tell(_("%(name)s is removed.") % {"name": record})
    return redirect("projects:strategy", pk)


@school_page("projects.view")
def records(request: SchoolRequest, pk: int, part_pk: int, year: int) -> HttpResponse:
    """What a figure counts, record by record; only for those who may see such records."""
    indicator = get_object_or_404(Indicator, strategy=pk, pk=part_pk)
    found = source(indicator.source)
    if found is None:
        raise Http404
    if not request.may(found.permission):
        raise PermissionDenied
    counted = queries.records_of(indicator, year, timezone.localdate())
    context = {
        "indicator": indicator,
        "source": found,
        "year": year,
        "counted": counted,
        "total": sum(each.number for each in counted),
    }
    return render(request, "projects/strategy/records_page.html", context)


def _strategy(pk: int) -> Strategy:
    return get_object_or_404(queries.strategies(), pk=pk)


def _kind(part: str) -> _Part:
    if part not in _PARTS:
        raise Http404
    return _PARTS[part]


def _record(pk: int, part: str, part_pk: int) -> Any:
    return get_object_or_404(_kind(part).model.objects.select_related("strategy"), strategy=pk, pk=part_pk)


def _keep(request: SchoolRequest, strategy: Strategy, back: str) -> HttpResponse:
    is_new = strategy.pk is None
    form = StrategyForm(request.POST or None, request.FILES or None, instance=strategy)
    if form.is_valid():
        kept = actions.keep_strategy(form.save(commit=False), form.cleaned_data["paper"], by=request.user)
        messages.success(request, _("%(name)s is added.") % {"name": kept} if is_new else _("Saved."))
        return redirect(kept)
    remove = "" if is_new else reverse("projects:standing_remove", args=["strategies", strategy.pk])
    context = {"form": form, "title": _("Strategy"), "remove": remove, **way_back(back or strategy)}
    return render(request, "web/removable_form_page.html", context)


def _keep_part(request: SchoolRequest, part: str, record: Any) -> HttpResponse:
    kind, strategy, is_new = _kind(part), record.strategy, record.pk is None
    form = kind.form(request.POST or None, instance=record)
    figures = None
    if part == "indicators":
        years = queries.years_in(strategy, timezone.localdate())
        figures = FiguresForm(years, record, request.POST or None)
    if form.is_valid() and (figures is None or figures.is_valid()):
        if figures is None:
            form.save()
        else:
            actions.keep_indicator(form.save(commit=False), figures.figures)
        messages.success(request, _("%(name)s is added.") % {"name": record} if is_new else _("Saved."))
        return redirect(strategy)
    remove = "" if is_new else reverse("projects:strategy_part_remove", args=[strategy.pk, part, record.pk])
    context = {"form": form, "figures": figures, "title": kind.title, **way_back(strategy)}
    context |= {"remove": remove, "asks": figures is not None}
    template = "web/removable_form_page.html" if figures is None else "projects/strategy/indicator_form.html"
    return render(request, template, context)
