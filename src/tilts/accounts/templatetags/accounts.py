"""What pages and mails of accounts say in words."""

from django import template

from tilts.accounts.presenting import device_name

register = template.Library()


@register.filter
def device(user_agent: str) -> str:
    """{{ session.user_agent|device }}: "Firefox, Linux"."""
    return device_name(user_agent)
