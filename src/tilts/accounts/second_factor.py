"""The second step of signing in: something one has, besides the password one knows.

An app that shows codes (TOTP) or a passkey; recovery codes stand in for either, once each. Whoever has one is asked
for it at every sign-in (allauth does that). Which roles must have one stands in `accounts.roles`; until they do,
`SchoolMiddleware` keeps them out of the school and leads them to setting one up.
"""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AnonymousUser

from tilts.accounts.models import User
from tilts.accounts.queries import all_roles_of
from tilts.accounts.roles import NEED_SECOND_FACTOR, Role

#: What counts as a second step. Recovery codes alone don't: they come with one of these, and go with the last.
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_demanded(roles: set[Role]) -> bool:
    """Must somebody with these roles have a second step? Never where `TILTS_MFA` is off."""
    return settings.TILTS_MFA and not NEED_SECOND_FACTOR.isdisjoint(roles)


def has_one(user: User | AnonymousUser) -> bool:
    return bool(is_mfa_enabled(user, KINDS))


def is_missing(user: User | AnonymousUser, roles: set[Role]) -> bool:
    """Is it demanded of somebody with these roles, and not there?"""
    return is_demanded(roles) and not has_one(user)


def is_missing_anywhere(user: User | AnonymousUser) -> bool:
    """Is it demanded of this user in any of their schools, and not there?"""
    return is_missing(user, all_roles_of(user))
