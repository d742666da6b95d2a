"""What flows ask for now: people, papers, a word that the stay took place."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.jobs.models import Work
from tilts.mobilities.actions import PAPERS
from tilts.mobilities.models import Flow, Mobility

#: So long before the first day people and papers should be there.
AHEAD_DAYS = 45
#: What ended longer ago is history; it no longer asks.
BEHIND_DAYS = 5 * 365


@dataclass(frozen=True)
class Todo:
    """One thing to do, with where it is done."""

    sentence: str
    url: str
    icon: str


def todo(today: date, limit: int = 10) -> list[Todo]:
    """What flows ask for on this day, the most pressing first; two queries at most."""
    return [*_ahead(today, limit), *_behind(today, limit)][:limit]


def _ahead(today: date, limit: int) -> list[Todo]:
    soon = _counted().filter(starts_on__gte=today, starts_on__lte=today + timedelta(days=AHEAD_DAYS))
    found = []
    for flow in soon.order_by("starts_on", "pk")[:limit]:
        starts_on = date_format(flow.starts_on, "SHORT_DATE_FORMAT")
        if not flow.planned:
            sentence = _("“%(flow)s” begins on %(day)s and nobody is in it yet. Drop the class list.")
            found.append(Todo(sentence % {"flow": flow.name, "day": starts_on}, flow.get_absolute_url(), "people"))
        elif not flow.is_printed:
            sentence = _("“%(flow)s” begins on %(day)s and its papers are not printed.")
            found.append(Todo(sentence % {"flow": flow.name, "day": starts_on}, flow.get_absolute_url(), "printer"))
    return found


def _behind(today: date, limit: int) -> list[Todo]:
    ended = _counted().filter(ends_on__lt=today, ends_on__gte=today - timedelta(days=BEHIND_DAYS), planned__gt=0)
    sentence = _("“%(flow)s” ended on %(day)s. Confirm who took part.")
    return [
        Todo(
            sentence % {"flow": flow.name, "day": date_format(flow.ends_on, "SHORT_DATE_FORMAT")},
            flow.get_absolute_url(),
            "calendar-event",
        )
        for flow in ended.order_by("-ends_on", "pk")[:limit]
    ]


def _counted() -> QuerySet[Flow]:
    printed = Work.objects.filter(kind=PAPERS, subject_id=OuterRef("pk"), state=Work.State.DONE)
    return Flow.objects.annotate(
        planned=Count("mobilities", filter=Q(mobilities__state=Mobility.State.PLANNED)), is_printed=Exists(printed)
    )
