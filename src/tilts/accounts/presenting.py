"""An account, as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.accounts.models import AccessEvent, School, User
from tilts.accounts.roles import Role

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


def other_languages(school: School) -> list[tuple[str, dict[str, str]]]:
    """Each further language in which papers are printed, with what the school says of itself there."""
    return [
        (name, school.in_other_languages.get(code, {})) for code, name in settings.LANGUAGES if code != school.language
    ]


def event_sentence(event: AccessEvent) -> str:
    """What was done, in the reader's language."""
    values = {"whom": event.whom, "details": ", ".join(_detail(each) for each in event.details)}
    return {
        AccessEvent.Verb.INVITED: _("%(whom)s is invited as: %(details)s"),
        AccessEvent.Verb.WITHDRAWN: _("The invitation of %(whom)s is withdrawn"),
        AccessEvent.Verb.JOINED: _("%(whom)s has accepted the invitation as: %(details)s"),
        AccessEvent.Verb.ROLES: _("%(whom)s now is: %(details)s"),
        AccessEvent.Verb.REMOVED: _("%(whom)s no longer works here"),
        AccessEvent.Verb.SECOND_STEP: _("The second step of %(whom)s is taken away"),
        AccessEvent.Verb.SETTINGS: _("The school's settings: %(details)s"),
    }[AccessEvent.Verb(event.verb)] % values


def _detail(name: str) -> str:
    if name in Role.values:
        return str(Role(name).label)
    if name in _SETTINGS:
        return str(_SETTINGS[name])
    return str(School._meta.get_field(name).verbose_name)


#: Names of settings that are no field of a school with a name for people.
_SETTINGS = {
    "mark": gettext_lazy("mark"),
    "in_other_languages": gettext_lazy("in other languages"),
    "safety_instruction": gettext_lazy("safety instruction"),
    "numbering": gettext_lazy("numbering of papers"),
    "latitude": gettext_lazy("place"),
    "longitude": gettext_lazy("place"),
}
