"""Input of signers and of the office → clean values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tilts.core.names import search_key
from tilts.files.scans import Scan, read_scan
from tilts.signing.by_hand import counterpart_of
from tilts.signing.kinds import kind_of
from tilts.signing.models import Counterpart, Signer, Way
from tilts.signing.recording import Proposed


class CodeForm(forms.Form):
    """The six digits that were mailed."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "spellcheck": "false",
                "class": "code-field",
            }
        ),
    )


class SignForm(forms.Form):
    """Yes to what was shown: a tick, and the own name typed."""

    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)
    is_read = forms.BooleanField(label=_("I have read the paper and sign it."))
    signed_as = forms.CharField(
        label=_("Your name"),
        max_length=150,
        help_text=_("Given name and family name, as you sign."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, signer: Signer, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"shown": signer.counterpart.sha256})
        super().__init__(*args, **kwargs)
        self.signer = signer

    def clean_signed_as(self) -> str:
        """Somebody else's name does not sign; another way of writing the own does."""
        typed: str = self.cleaned_data["signed_as"]
        expected, written = (set(search_key(name).split()) for name in (self.signer.name, typed))
        if expected and not expected & written:
            raise forms.ValidationError(
                _("The signature of %(name)s is asked for. If you are somebody else, have it passed on to you."),
                params={"name": self.signer.name},
                code="other",
            )
        return typed


class PackForm(forms.Form):
    """Many papers signed in one act."""

    signers = forms.MultipleChoiceField(
        label=_("Papers"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one paper.")},
    )
    is_read = forms.BooleanField(
        label=_("I have read the papers that are ticked and sign each of them."),
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )
    signed_as = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "form-control"}),
    )

    def __init__(self, waiting: Sequence[Signer], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {str(signer.pk): signer for signer in waiting}
        self.fields["signers"].choices = [  # type: ignore[attr-defined]
            (number, str(signer.counterpart.envelope)) for number, signer in self.waiting.items()
        ]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        values["chosen"] = [self.waiting[number] for number in values.get("signers", [])]
        typed = set(search_key(values.get("signed_as", "")).split())
        other = next((each for each in values["chosen"] if not typed & set(search_key(each.name).split())), None)
        if typed and other and other.name:
            self.add_error(
                "signed_as",
                _("“%(title)s” waits for the signature of %(name)s.")
                % {"title": other.counterpart.envelope, "name": other.name},
            )
        return values


class SignedFileForm(forms.Form):
    """The file that came back with a signature of one's own."""

    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)
    signed = forms.FileField(label=_("The signed file"))

    def __init__(self, signer: Signer, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"shown": signer.counterpart.sha256})
        super().__init__(*args, **kwargs)
        self.fields["signed"].help_text = (
            _("The same PDF with your signature in it.")
            if signer.counterpart.way == Way.OWN
            else _("The container with your signature: .asice or .edoc.")
        )

    def clean_signed(self) -> bytes:
        upload = self.cleaned_data["signed"]
        content: bytes = upload.read(settings.TILTS_MAX_UPLOAD_BYTES + 1)
        if len(content) > settings.TILTS_MAX_UPLOAD_BYTES:
            raise forms.ValidationError(_("The file is too large."))
        return content


class ScanForm(forms.Form):
    """The scan of what was signed by hand."""

    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("All its pages in one file: PDF, JPEG or PNG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def clean_scan(self) -> Scan:
        upload = self.cleaned_data["scan"]
        return read_scan(upload.read(settings.TILTS_MAX_UPLOAD_BYTES + 1))


class CheckInForm(forms.Form):
    """A paper signed by hand comes back to the office."""

    code = forms.CharField(
        label=_("Code on its pages"),
        max_length=30,
        help_text=_("At the foot of each page, such as K7M3Q-9XRD4-1."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        required=False,
        help_text=_("All its pages in one file: PDF, JPEG or PNG, at most 10 MB. Empty where a scan is there already."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )
    original_at = forms.CharField(
        label=_("Where the original is kept"), max_length=300, help_text=_("For example: office, folder 1-9, 2027.")
    )
    signed_on = forms.DateField(
        label=_("Signed on"),
        required=False,
        help_text=_("The last day that stands beside a signature on it. Empty: today."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    is_looked_at = forms.BooleanField(
        label=_("I have seen on the paper or its scan that all who are to sign these pages have.")
    )

    def clean_code(self) -> Counterpart:
        counterpart = counterpart_of(self.cleaned_data["code"])
        if counterpart is None:
            raise forms.ValidationError(_("No paper on its way has this code."), code="unknown")
        return counterpart

    def clean_scan(self) -> Scan | None:
        upload = self.cleaned_data["scan"]
        return read_scan(upload.read(settings.TILTS_MAX_UPLOAD_BYTES + 1)) if upload else None

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        day, counterpart = values.get("signed_on"), values.get("code")
        if day and day > timezone.localdate():
            self.add_error("signed_on", _("This day is still to come."))
        elif day and counterpart and day < timezone.localdate(counterpart.envelope.created_at):
            self.add_error("signed_on", _("The paper was sent to sign later than this day."))
        return values


class RefuseForm(forms.Form):
    """No, with a reason."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The school reads it, and whoever else is to sign learns that it was refused."),
    )


#: By what somebody signs who was not named at first.
_BASES = {
    "head": _("As the head, by office"),
    "order": _("By an order or the statutes"),
    "power": _("By a power of attorney"),
}


class DelegateForm(forms.Form):
    """Somebody else signs instead; the office decides."""

    name = forms.CharField(label=_("Who signs instead"), max_length=150)
    office = forms.CharField(label=pgettext_lazy("person", "Office"), max_length=200)
    basis = forms.ChoiceField(label=_("Signs as"), choices=[("", "—"), *_BASES.items()])
    authority = forms.CharField(
        label=_("By what authority"),
        max_length=300,
        required=False,
        help_text=_("For example a power of attorney or an order, with its day."),
    )
    authority_until = forms.DateField(
        label=_("Power valid until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Only for a power of attorney."),
    )
    power = forms.FileField(
        label=_("Power of attorney"),
        required=False,
        help_text=_("PDF, JPEG or PNG, at most 10 MB. Who decides opens it."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )
    email = forms.EmailField(label=_("E-mail address"))
    reason = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, signer: Signer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["basis"].required = kind_of(signer.counterpart.envelope.kind).needs_authority

    def clean_authority_until(self) -> date | None:
        until: date | None = self.cleaned_data["authority_until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(_("This power of attorney is no longer valid."), code="over")
        return until

    def clean_power(self) -> Scan | None:
        upload = self.cleaned_data["power"]
        return read_scan(upload.read(settings.TILTS_MAX_UPLOAD_BYTES + 1)) if upload else None

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        basis = values.get("basis")
        if basis == "head" and not values.get("authority"):
            values["authority"] = str(_BASES["head"])
        elif basis and not values.get("authority"):
            self.add_error("authority", _("Name the order or the power of attorney, with its day."))
        if basis == "power":
            for name in ("authority_until", "power"):
                if not values.get(name) and name not in self.errors:
                    self.add_error(name, _("A power of attorney needs its last day and its file."))
        return values

    @property
    def proposed(self) -> Proposed:
        """Who is to sign, once this is valid."""
        names = ("name", "office", "email", "authority", "authority_until", "power")
        return Proposed(**{name: self.cleaned_data[name] for name in names})


class AddressForm(forms.Form):
    """Where a guest is written to."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The link that went to the old address ends; a new one goes out.")
    )


class WithdrawForm(forms.Form):
    """Taken back, with a reason that stays inside the school."""

    reason = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
