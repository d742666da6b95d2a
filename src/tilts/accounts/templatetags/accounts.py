"""What pages and mails of accounts say in words."""

from django import template

from tilts.accounts.models import AccessEvent
from tilts.accounts.presenting import device_name, event_sentence

register = template.Library()


@register.filter
def device(user_agent: str) -> str:
    """{{ session.user_agent|device }}: "Firefox, Linux"."""
    return device_name(user_agent)


@register.filter
def sentence(event: AccessEvent) -> str:
    """{{ event|sentence }}: "Anita Tiltiņa now is: Coordinator"."""
    return event_sentence(event)
