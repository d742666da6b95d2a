"""Whole addresses of a school's pages, for mails and papers."""

from django.conf import settings
from django.urls import reverse

from tilts.accounts.middleware import mounted_at
from tilts.accounts.schools import current_school


def whole_address(name: str, *arguments: object) -> str:
    """The address of a page of the current school, as it is opened from outside: "https://.../daugavpils/work/3/"."""
    with mounted_at(current_school()):
        return f"{settings.TILTS_URL}{reverse(name, args=arguments)}"
