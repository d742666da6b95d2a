"""What flows ask for now: people, what is missing for those who leave soon, a word that the stay took place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.accounts.models import School
from tilts.mobilities.checklist import Checklist, Tell, checklists
from tilts.mobilities.models import Flow, Mobility

#: So long before the first day people and papers should be there.
AHEAD_DAYS = 45
#: So long before the first day a trip is named even where nothing is missing.
NEAR_DAYS = 14
#: What ended longer ago is history; it no longer asks.
BEHIND_DAYS = 5 * 365


@dataclass(frozen=True)
class Todo:
    """One thing to do, with where it is done."""

    sentence: str
    url: str
    icon: str


def todo(today: date, school: School, limit: int = 10, *, may: Tell | None = None) -> list[Todo]:
    """What flows ask for on this day, the most pressing first; as many queries for ten flows as for one."""
    return [*_ahead(today, school, limit, may), *_behind(today, limit)][:limit]


def _ahead(today: date, school: School, limit: int, may: Tell | None) -> Iterator[Todo]:
    last = today + timedelta(days=AHEAD_DAYS)
    soon = Flow.objects.filter(ends_on__gte=today, starts_on__lte=last).select_related("project", "partner")
    flows = list(soon.order_by("starts_on", "pk")[:limit])
    if not flows:
        return
    for found in checklists(flows, school, today, may=may, only_quick=True):
        if not found.trip.mobilities:
            sentence = _("“%(flow)s” begins on %(day)s and nobody is in it yet. Drop the class list.")
            values = {"flow": found.trip.flow.name, "day": _short(found.trip.flow.starts_on)}
            if found.trip.flow.starts_on >= today:
                yield Todo(sentence % values, found.trip.flow.get_absolute_url(), "people")
        else:
            yield from _of(found, today)


def _of(found: Checklist, today: date) -> Iterator[Todo]:
    flow, days = found.trip.flow, (found.trip.flow.starts_on - today).days
    if found.count:
        missing = ngettext("%(count)s thing is missing", "%(count)s things are missing", found.count)
        sentence = _("%(begins)s: %(missing)s.") % {
            "begins": _begins(flow, days),
            "missing": missing % {"count": found.count},
        }
        yield Todo(sentence, reverse("mobilities:missing", args=[flow.pk]), "list-check")
    elif 0 <= days <= NEAR_DAYS:
        yield Todo(
            _("%(begins)s. Nothing is missing.") % {"begins": _begins(flow, days)}, flow.get_absolute_url(), "flag"
        )
    if expiring := found.named("expiring_document"):
        sentence = ngettext(
            "The travel document of %(count)s person ends before “%(flow)s” does.",
            "The travel documents of %(count)s people end before “%(flow)s” does.",
            len(expiring),
        ) % {"count": len(expiring), "flow": flow.name}
        yield Todo(sentence, reverse("mobilities:missing", args=[flow.pk]), "exclamation-triangle")


def _begins(flow: Flow, days: int) -> str:
    values = {"flow": flow.name, "days": days, "day": _short(flow.starts_on), "last": _short(flow.ends_on)}
    if days < 0:
        return _("“%(flow)s” is under way until %(last)s") % values
    if days == 0:
        return _("“%(flow)s” begins today") % values
    return (
        ngettext(
            "“%(flow)s” begins in %(days)s day, on %(day)s", "“%(flow)s” begins in %(days)s days, on %(day)s", days
        )
        % values
    )


def _behind(today: date, limit: int) -> list[Todo]:
    ended = _counted().filter(ends_on__lt=today, ends_on__gte=today - timedelta(days=BEHIND_DAYS), planned__gt=0)
    sentence = _("“%(flow)s” ended on %(day)s. Confirm who took part.")
    return [
        Todo(
            sentence % {"flow": flow.name, "day": _short(flow.ends_on)},
            reverse("mobilities:attendance", args=[flow.pk]),
            "calendar-event",
        )
        for flow in ended.order_by("-ends_on", "pk")[:limit]
    ]


def _counted() -> QuerySet[Flow]:
    return Flow.objects.annotate(planned=Count("mobilities", filter=Q(mobilities__state=Mobility.State.PLANNED)))


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
