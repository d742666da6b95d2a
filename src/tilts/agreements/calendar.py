"""What agreements put into the school's calendar: the days on which they run out."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.agreements.living.queries import last_day_of
from tilts.agreements.models import Agreement
from tilts.agreements.queries import CONCLUDED
from tilts.mail.entries import Entry, Kind, register


def register_entries() -> None:
    """Called once, when the app is ready."""
    register(Kind("agreement-end", gettext_lazy("Agreements that run out"), _ending, "agreements.view"))


def _ending(first: date, last: date) -> Iterator[Entry]:
    """Of those concluded; one that goes on by itself runs out only by notice."""
    ending = Q(renewal=Agreement.Renewal.NONE) | ~Q(notice_until=None)
    for each in Agreement.objects.filter(ending, state__in=CONCLUDED):
        day = last_day_of(each, first)
        if day is not None and first <= day <= last:
            title = _("Runs out: %(agreement)s") % {"agreement": each}
            yield Entry(each.pk, title, day, day, ("agreements:agreement", each.pk))
