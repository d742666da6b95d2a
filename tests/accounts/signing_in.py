"""What the tests of signing in share: a person, and the codes that an app on their phone would show."""

import base64
import hashlib
import hmac
import struct
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from tilts.accounts.models import User

PASSWORD = "garš un drošs vārds 7"


def totp(secret: str, at: float | None = None) -> str:
    """The code an app shows at a moment (default: now), by RFC 6238: six digits, half a minute, SHA-1.

    >>> totp(base64.b32encode(b"12345678901234567890").decode(), at=1111111109)
    '081804'
    """
    step = int(time.time() if at is None else at) // 30
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def with_app(user: User) -> str:
    """The user sets an app up; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def with_recovery_codes(user: User) -> list[str]:
    return RecoveryCodes.activate(user).get_unused_codes()


def sign_in(client: Client, user: User, **values: str):
    return client.post("/account/login/", {"login": user.email, "password": PASSWORD, **values})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def has_app(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()
