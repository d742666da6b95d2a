"""What every page knows."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language

THEMES = ("light", "dark")
THEME_COOKIE = "tilts_theme"
KEYS_COOKIE = "tilts_keys"


@dataclass(frozen=True)
class Language:
    """A language of the interface, named in itself."""

    code: str
    name: str
    is_current: bool


def languages() -> list[Language]:
    current = get_language()
    return [Language(code, str(name), code == current) for code, name in settings.LANGUAGES]


def theme_of(request: HttpRequest) -> str:
    """ "light", "dark", or "" to follow the device."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def site(request: HttpRequest) -> dict[str, Any]:
    """The context processor: languages, the chosen theme, the school, and whether this is a demo."""
    return {
        "languages": languages(),
        "theme": theme_of(request),
        "are_keys_on": request.COOKIES.get(KEYS_COOKIE) != "off",
        "school": getattr(request, "school", None),
        "home_url": get_script_prefix(),  # the school's first page, or the house's outside a school
        "is_demo": getattr(settings, "TILTS_DEMO", False),
    }
