"""How signing in behaves here."""

import time
from base64 import b64decode, b64encode
from typing import Any, Final

import segno
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from tilts.accounts.models import User
from tilts.core.encryption import keyring, open_sealed

#: Where the secrets of second steps are sealed for; see `core.encryption`.
_PLACE: Final = "mfa_authenticator.data"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up by themselves: a school invites its people. Mails are in the language of their reader."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Who signed in moments ago is not asked for the password a second time."""
        return bool(super().is_reauthentication_required(app=app, **options)) and not self._signed_in_just_now()

    def _signed_in_just_now(self) -> bool:
        records = get_authentication_records(self.request, self.request.user)
        return bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("your_account:page")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        reader = context.get("user") or User.objects.filter(email__iexact=email).first()
        with translation.override((reader and reader.language) or translation.get_language()):
            super().send_mail(template_prefix, email, context)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second steps are sealed in the database; QR codes come from the maker that papers use."""

    def encrypt(self, text: str) -> str:
        return b64encode(keyring().seal(text, _PLACE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return open_sealed(b64decode(encrypted_text), _PLACE)

    def build_totp_svg(self, url: str) -> str:
        """For the page itself, whose policy refuses pictures in addresses (`data:`)."""
        return str(segno.make(url, error="m").svg_inline(scale=4, border=3, light="#fff"))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Tilts"}

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}
