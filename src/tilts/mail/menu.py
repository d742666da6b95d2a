"""What mail adds to the pages of the house."""

from django.utils.translation import gettext_lazy as _

from tilts.accounts import links
from tilts.mail.calendar_views import PURPOSE, calendar_feed
from tilts.mail.models import OutgoingMail
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    links.register(PURPOSE, calendar_feed)
    slots.register(
        "web.menu", slots.MenuEntry(_("Calendar"), "calendar:page", "calendar3", "accounts.view", "c"), order=120
    )
    slots.register("home.todo", slots.template_part("mail/todo.html", _unsent), order=20, permission="mail.view")
    slots.register("web.menu", slots.MenuEntry(_("Outbox"), "mail:mailbox", "envelope", "mail.view", "o"), order=800)


def _unsent(_request: object, _subject: object) -> dict[str, object] | None:
    count = OutgoingMail.objects.exclude(problem="").count()
    return {"count": count} if count else None
