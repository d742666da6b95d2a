"""An account, as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator

from tilts.accounts.models import User

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """What a browser says of itself, in the words of its user; empty where nothing is known in it.

    The names that others put into theirs come last: every Edge says that it is a Chrome and a Safari.

    >>> device_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
    'Firefox, Linux'
    """
    found = [next((name for mark, name in marks if mark in user_agent), "") for marks in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, found))


@dataclass(frozen=True)
class Passkey:
    """A passkey, or a security key that comes after the password."""

    pk: int
    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True)
class SecondSteps:
    """What somebody has besides a password."""

    app_since: datetime | None
    passkeys: tuple[Passkey, ...]
    codes_left: int | None  # unused recovery codes; None where none were made

    @property
    def has_one(self) -> bool:
        return self.app_since is not None or bool(self.passkeys)


def second_steps_of(user: User) -> SecondSteps:
    """Everything the user has set up, the oldest passkey first."""
    app_since, passkeys, codes_left = None, [], None
    for each in Authenticator.objects.filter(user=user).order_by("created_at", "pk"):
        if each.type == Authenticator.Type.TOTP:
            app_since = each.created_at
        elif each.type == Authenticator.Type.WEBAUTHN:
            passkeys.append(Passkey(each.pk, each.wrap().name, each.created_at, each.last_used_at))
        else:
            codes_left = len(each.wrap().get_unused_codes())
    return SecondSteps(app_since, tuple(passkeys), codes_left)
