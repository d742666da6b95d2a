"""Input about agreements → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.agreements import queries
from tilts.agreements.drafting.content import languages_of
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.files.scans import Scan, read_scan
from tilts.partners.models import Partner
from tilts.partners.queries import partners
from tilts.web.fields import PartialDateField


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AgreementForm(SchoolModelForm):
    """An agreement as it was concluded; who signed and what is planned have forms of their own."""

    partners = forms.ModelMultipleChoiceField(
        label=_("Partners"),
        queryset=Partner.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The other side, or sides. Your school is a party without being named."),
    )
    signed_on = PartialDateField(
        label=_("Signed"),
        required=False,
        help_text=_("As far as you know it: 24.05.2017, 05.2017 or 2017. Empty while nobody knows."),
    )
    areas = forms.MultipleChoiceField(
        label=_("Areas"), required=False, choices=Agreement.Area.choices, widget=forms.CheckboxSelectMultiple
    )
    source_url = forms.URLField(label=_("Its web address"), required=False, max_length=500, assume_scheme="https")

    sections = (
        (_("Between whom"), "", ("title", "partners")),
        (_("Signing"), _("Who signed is added on the agreement's page."), ("signed_on", "concluded", "platform")),
        (_("What for"), "", ("areas", "other_areas", "reason")),
        (_("How long"), _("Leave it open where nobody knows."), ("valid_from", "valid_until", "is_open_ended")),
        (_("Where it stands"), "", ("source_title", "source_url", "notes")),
    )

    class Meta:
        model = Agreement
        fields = (
            *("title", "partners", "signed_on", "concluded", "platform", "areas", "other_areas", "reason"),
            *("valid_from", "valid_until", "is_open_ended", "source_title", "source_url", "notes"),
        )
        widgets = {
            "valid_from": _day(),
            "valid_until": _day(),
            "reason": forms.Textarea(attrs={"rows": 4}),
            "notes": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"].queryset = partners()  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial.update(signed_on=self.instance.signed, partners=list(queries.partners_of(self.instance)))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if (signed := values.get("signed_on")) is not None:
            values["signed_on"], self.instance.signed_precision = signed.first_day, signed.precision
        return values


class SignatoryForm(SchoolModelForm):
    """Who signs for one of the parties, or, of a recorded agreement, who signed."""

    power = forms.FileField(
        label=_("Power of attorney"),
        required=False,
        help_text=_("PDF, JPEG or PNG. It lies with the agreement."),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
    )

    #: What is asked only of who is still to sign.
    OF_A_DRAFT = ("basis", "authority_until", "power", "email", "language", "position")

    class Meta:
        model = Signatory
        fields = ("party", "office", "name", "basis", "authority", "authority_until", "email", "language", "position")
        widgets = {"authority_until": _day()}

    def __init__(self, agreement: Agreement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = queries.parties_of(agreement)  # type: ignore[attr-defined]
        if agreement.is_recorded:
            for name in self.OF_A_DRAFT:
                del self.fields[name]
        else:
            self.fields["party"].label = _("Signs for")
            self.order_fields(("party", "office", "name", "basis", "authority", "authority_until", "power"))
            languages = forms.ChoiceField(
                label=self.fields["language"].label,
                choices=[("", "—"), *settings.LANGUAGES],
                required=False,
                help_text=gettext("In which we write; empty: English."),
            )
            self.fields["language"] = languages
        self.ask_beside(("office", "authority"), languages_of(agreement))

    def clean_power(self) -> tuple[str, Scan] | None:
        upload = self.cleaned_data.get("power")
        return (str(upload.name or "power"), read_scan(upload.read())) if upload else None

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        basis = values.get("basis")
        if basis and basis != Signatory.Basis.HEAD and not values.get("authority"):
            self.add_error("authority", gettext("Name the order or the power of attorney, with its day."))
        return values


class ActivityForm(SchoolModelForm):
    """Something that is planned."""

    class Meta:
        model = PlannedActivity
        fields = ("text", "by_on", "condition", "responsible")
        widgets = {"text": forms.Textarea(attrs={"rows": 2}), "by_on": _day()}

    def __init__(self, agreement: Agreement, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("instance") is None:
            kwargs["instance"] = PlannedActivity(agreement=agreement)
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = queries.parties_of(agreement)  # type: ignore[attr-defined]
        self.ask_beside(("text", "condition"), languages_of(agreement))
