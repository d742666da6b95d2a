"""What agreements put into the school's calendar: the sessions of signing, the days on which they run out."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tilts.accounts.schools import current_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.concluding.queries import described
from tilts.agreements.drafting.rows import as_agreed
from tilts.agreements.living.queries import last_day_of
from tilts.agreements.models import Agreement
from tilts.agreements.queries import concluded
from tilts.core.zones import zone_of
from tilts.mail.entries import Entry, Kind, Meeting, register


def register_entries() -> None:
    """Called once, when the app is ready."""
    register(Kind("agreement-end", gettext_lazy("Agreements that run out"), _ending, "agreements.view"))
    # Of the same name as the invitation: who has both sees one meeting.
    register(Kind("signing", gettext_lazy("Signing session"), _sessions, "agreements.view", "pen"))


def _ending(first: date, last: date) -> Iterator[Entry]:
    """Of those concluded; one that goes on by itself runs out only by notice."""
    for each in as_agreed(concluded()):
        if each.renewal == Agreement.Renewal.AUTOMATIC and each.notice_until is None:
            continue
        day = last_day_of(each, first)
        if day is not None and first <= day <= last:
            title = _("Runs out: %(agreement)s") % {"agreement": each}
            yield Entry(each.pk, title, day, day, ("agreements:agreement", each.pk))


def _sessions(first: date, last: date) -> Iterator[Entry]:
    """By the school's own clock, with agenda and order, and without who signs by name."""
    zone, language = zone_of(current_school().country), get_language() or "en"
    near = {"starts_at__date__gte": first - timedelta(days=1), "starts_at__date__lte": last + timedelta(days=1)}
    for each in SigningSession.objects.filter(**near).select_related("agreement"):
        day = each.starts_at.astimezone(ZoneInfo(zone)).date()
        if first <= day <= last:
            meeting = Meeting(
                each.starts_at,
                each.ends_at,
                zone,
                each.url or each.platform,
                described(each, language, with_names=False),
            )
            title = each.title_in(language)
            yield Entry(each.pk, title, day, day, ("agreements:concluding:session", each.agreement_id), meeting)
