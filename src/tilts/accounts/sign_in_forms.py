"""Forms of somebody's own account."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.accounts.models import User


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """The name others see, and the language somebody reads."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language"]
        labels = {"first_name": _("Given names"), "last_name": _("Family name")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["first_name"].widget.attrs["autocomplete"] = "given-name"
        self.fields["last_name"].widget.attrs["autocomplete"] = "family-name"
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"),
            choices=[("", _("As the browser asks for")), *settings.LANGUAGES],
            required=False,
            help_text=_("Of these pages and of mails to you."),
        )


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey lets in by itself, if not said otherwise; a plain security key comes after the password."""

    name = forms.CharField(
        label=_("Name of the passkey"),
        max_length=100,
        required=False,
        help_text=_("Such as the device it is kept on: it tells several apart."),
    )
    passwordless = forms.BooleanField(
        label=_("Let me sign in with it alone, without my password"),
        required=False,
        initial=True,
        help_text=_("The device then asks for its PIN, a fingerprint or a look. Untick it for a plain security key."),
    )


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(label=_("Name of the passkey"), max_length=100)
