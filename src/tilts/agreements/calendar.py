"""What agreements put into the school's calendar: the days on which they run out."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.agreements.models import Agreement
from tilts.mail.entries import Entry, Kind, register


def register_entries() -> None:
    """Called once, when the app is ready."""
    register(Kind("agreement-end", gettext_lazy("Agreements that run out"), _ending, "agreements.view"))


def _ending(first: date, last: date) -> Iterator[Entry]:
    for each in Agreement.objects.filter(valid_until__range=(first, last)):
        title = _("Runs out: %(agreement)s") % {"agreement": each}
        yield Entry(each.pk, title, each.valid_until, each.valid_until, ("agreements:agreement", each.pk))  # type: ignore[arg-type]
