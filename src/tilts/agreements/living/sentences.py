"""States of planned activities, reminders and gaps, in the reader's language."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.agreements.living.rules import ActivityState, Gap, Reminder

#: How a planned activity stands: its word and the tone of its badge.
ACTIVITY_STATES: dict[ActivityState, tuple[str | Promise, str]] = {
    "done": (gettext_lazy("Done"), "good"),
    "under_way": (gettext_lazy("Under way"), "info"),
    "late": (gettext_lazy("Late"), "bad"),
    "possible": (gettext_lazy("Has become possible"), "info"),
    "waiting": (gettext_lazy("Waits for its condition"), "neutral"),
    "planned": (gettext_lazy("Planned"), "neutral"),
    "given_up": (gettext_lazy("Given up"), "neutral"),
}


def ending_sentence(title: str, reminder: Reminder) -> str:
    """What is about to happen to an agreement."""
    values = {"title": title, "day": _short(reminder.last)}
    if reminder.why == "goes_on":
        return _("“%(title)s” goes on by itself unless notice is given by %(day)s.") % values
    return _("“%(title)s” ends on %(day)s.") % values


def gap_sentence(gap: Gap) -> str:
    """Days without an agreement."""
    if gap.last is None:
        return _("No agreement has been in force since %(day)s.") % {"day": _short(gap.first)}
    values = {"first": _short(gap.first), "last": _short(gap.last)}
    return _("No agreement was in force from %(first)s to %(last)s.") % values


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
