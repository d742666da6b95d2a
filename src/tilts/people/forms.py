"""Input about people → clean values."""

from collections.abc import Callable, Iterable
from dataclasses import fields as fields_of_dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tilts.accounts.forms import SchoolModelForm, country_choices
from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.partners.languages import language_choices
from tilts.people import rules, sentences
from tilts.people.answers import GROUPS, Answers
from tilts.people.models import (
    BankAccount,
    Consent,
    EmergencyContact,
    Guardian,
    Need,
    Person,
    TravelDocument,
)
from tilts.people.queries import one_of


class DayInput(forms.DateInput):
    """The browser's own choice of a day."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


def _read(reader: Callable[[str], str], text: str) -> str:
    """What the rule reads from a text, nothing from nothing; its refusal as a sentence at the field."""
    if not text.strip():
        return ""
    try:
        return reader(text)
    except rules.BadNumber as error:
        raise forms.ValidationError(sentences.bad_number(error), code=error.code) from error


def _phone(text: str) -> str:
    return _read(lambda typed: rules.read_phone(typed, current_school().country), text)


class _PersonalForm(SchoolModelForm):
    """The base of forms about people: phones are read, countries and languages chosen by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        for name, choices in (
            ("nationality", country_choices),
            ("country", country_choices),
            ("language", language_choices),
        ):
            if name in self.fields:
                before = self.fields[name]
                self.fields[name] = forms.ChoiceField(
                    label=before.label,
                    help_text=before.help_text,
                    required=before.required,
                    choices=[("", "—"), *choices(language)],
                )
        for name in ("given_names", "family_name", "name", "email", "phone", "address", "iban", "payee_name"):
            if name in self.fields:  # somebody else's: the browser must not fill in those of who types
                self.fields[name].widget.attrs["autocomplete"] = "off"
        if "phone" in self.fields and self.initial.get("phone"):
            self.initial["phone"] = rules.shown_phone(self.initial["phone"])

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        # What another office wrote as it liked may stay while something else is changed.
        return str(getattr(self.instance, "phone", "")) if "phone" not in self.changed_data else _phone(typed)


class PersonForm(_PersonalForm):
    """A learner or a member of staff."""

    class Meta:
        model = Person
        fields = ("given_names", "family_name", "kind", "born_on", "group", "programme", "course")
        fields += ("gender", "nationality", "email", "phone", "address")  # type: ignore[assignment]
        widgets = {"born_on": DayInput}

    sections = (
        (gettext_lazy("At school"), "", ("group", "programme", "course")),
        (gettext_lazy("For the papers"), "", ("gender", "nationality")),
        (gettext_lazy("How to reach the person"), "", ("email", "phone", "address")),
    )


class GuardianForm(_PersonalForm):
    """A guardian: somebody, or an institution."""

    class Meta:
        model = Guardian
        fields = ("kind", "name", "relation", "email", "phone", "language")


class BankAccountForm(_PersonalForm):
    """Where the grant is paid to."""

    class Meta:
        model = BankAccount
        fields = ("iban", "bic", "payee", "payee_name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["iban"] = rules.in_fours(self.initial.get("iban", ""))

    def clean_iban(self) -> str:
        return _read(rules.read_iban, self.cleaned_data["iban"])

    def clean_bic(self) -> str:
        return _read(rules.read_bic, self.cleaned_data["bic"])


class TravelDocumentForm(_PersonalForm):
    """A passport or an identity card."""

    class Meta:
        model = TravelDocument
        fields = ("kind", "number", "country", "expires_on")
        widgets = {"expires_on": DayInput}

    def clean_number(self) -> str:
        return _read(rules.read_document_number, self.cleaned_data["number"])


class EmergencyContactForm(_PersonalForm):
    """Whom to call."""

    class Meta:
        model = EmergencyContact
        fields = ("name", "relation", "phone")


class ConsentForm(SchoolModelForm):
    """A consent; once it is there, its withdrawal too."""

    class Meta:
        model = Consent
        fields = ("purpose", "given_on", "given_by", "given_how", "withdrawn_on", "withdrawn_by", "withdrawn_how")
        widgets = {"given_on": DayInput, "withdrawn_on": DayInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["given_on"] = timezone.localdate()
            for name in ("withdrawn_on", "withdrawn_by", "withdrawn_how"):
                del self.fields[name]

    def clean_given_on(self) -> Any:
        return self._not_later(self.cleaned_data["given_on"])

    def clean_withdrawn_on(self) -> Any:
        return self._not_later(self.cleaned_data["withdrawn_on"])

    def _not_later(self, day: Any) -> Any:
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


class NeedForm(SchoolModelForm):
    """What somebody needs."""

    class Meta:
        model = Need
        fields = ("kind", "text", "has_fewer_opportunities")
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}


class EraseForm(forms.Form):
    """The name, typed once more before a person is erased."""

    name = forms.CharField(
        label=gettext_lazy("Type the whole name to erase this person"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_name(self) -> str:
        typed: str = self.cleaned_data["name"]
        if search_key(typed) != search_key(str(self.person)):
            raise forms.ValidationError(_("This is not the name above. Nothing was erased."))
        return typed


# Answers by a personal link


class AnswersForm(forms.Form):
    """Asks somebody without an account for some of `answers.GROUPS`, in words for a learner of 16.

    asked_fields: names of fields, as `answers.fields_of` gives them for groups. Nothing is filled in beforehand: the
    link may be in other hands. Of numbers already known the last signs are told. Whatever is left empty can be given
    later, but what is begun must be whole: no account without its owner, no document without its last day.
    """

    address = forms.CharField(
        label=gettext_lazy("Where you live"),
        max_length=300,
        help_text=gettext_lazy("Street, house, town, postcode."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Your phone"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    iban = forms.CharField(
        label=gettext_lazy("Account number (IBAN)"),
        max_length=60,
        help_text=gettext_lazy("Your bank's app shows it. It is not the number of the bank card."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    bic = forms.CharField(
        label=gettext_lazy("Code of the bank (BIC)"),
        max_length=20,
        help_text=gettext_lazy("Only if you know it."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    payee = forms.ChoiceField(
        label=gettext_lazy("Whose account is it?"),
        choices=[
            (BankAccount.Payee.PERSON, gettext_lazy("It belongs to the person who travels")),
            (BankAccount.Payee.GUARDIAN, gettext_lazy("It belongs to a parent or guardian")),
            (BankAccount.Payee.OTHER, gettext_lazy("It belongs to somebody else")),
        ],
    )
    payee_name = forms.CharField(
        label=gettext_lazy("Name of the account's owner"),
        max_length=200,
        help_text=gettext_lazy("Only if it is not the person who travels."),
    )
    document_kind = forms.ChoiceField(
        label=gettext_lazy("What will you travel with?"), choices=[("", "—"), *TravelDocument.Kind.choices]
    )
    document_number = forms.CharField(
        label=gettext_lazy("Number of this document"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    document_country = forms.ChoiceField(label=gettext_lazy("Which country gave it out?"))
    document_expires_on = forms.DateField(label=gettext_lazy("Valid until"), widget=DayInput)
    emergency_name = forms.CharField(
        label=gettext_lazy("Whom shall we call if something happens to you?"),
        max_length=200,
        help_text=gettext_lazy("First name and family name."),
    )
    emergency_relation = forms.CharField(
        label=gettext_lazy("Who is this to you?"),
        max_length=60,
        help_text=gettext_lazy("For example mother or friend."),
    )
    emergency_phone = forms.CharField(
        label=gettext_lazy("Phone of this person"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    guardian_name = forms.CharField(
        label=gettext_lazy("Parent or guardian"),
        max_length=200,
        help_text=gettext_lazy("First name and family name of the one who will sign for you."),
    )
    guardian_relation = forms.CharField(
        label=gettext_lazy("Who is this guardian to you?"),
        max_length=60,
        help_text=gettext_lazy("For example mother or grandfather."),
    )
    guardian_phone = forms.CharField(
        label=gettext_lazy("Phone of the guardian"),
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    guardian_email = forms.EmailField(
        label=gettext_lazy("E-mail address of the guardian"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("Leave empty if there is none: papers can be signed by hand."),
    )
    needs = forms.CharField(
        label=gettext_lazy("What should we know so that you are well on the way and there?"),
        max_length=2000,
        help_text=gettext_lazy(
            "For example an allergy, medicine, what you don't eat, help you need. "
            "Only the coordinator can read it; it is stored encrypted."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    sections = (
        (gettext_lazy("You"), "", GROUPS["contact"]),
        (gettext_lazy("Bank account"), gettext_lazy("Where the grant is paid to."), GROUPS["bank"]),
        (gettext_lazy("Travel document"), "", GROUPS["document"]),
        (gettext_lazy("In an emergency"), "", GROUPS["emergency"]),
        (gettext_lazy("Parent or guardian"), gettext_lazy("Who signs for a minor."), GROUPS["guardian"]),
        (gettext_lazy("Needs"), "", GROUPS["needs"]),
    )

    def __init__(self, person: Person, asked_fields: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = set(asked_fields)
        if unknown := asked - self.fields.keys():
            raise KeyError(sorted(unknown)[0])
        self.fields = {name: field for name, field in self.fields.items() if name in asked}
        for field in self.fields.values():
            field.required = False
        if "document_country" in asked:
            # Most documents are of the school's own country: it stands first.
            own = current_school().country
            named = sorted(country_choices(get_language() or "en"), key=lambda pair: pair[0] != own)
            self.fields["document_country"].choices = [("", "—"), *named]  # type: ignore[attr-defined]
        for name in ("phone", "email"):
            if name in asked and getattr(person, name):
                self.fields[name].help_text = _("The school has one. Write only if it is another now.")
        account = one_of(BankAccount, person) if "iban" in asked else None
        if account:
            self.fields["iban"].help_text = _("We have the account %(number)s. Leave this empty to keep it.") % {
                "number": account.masked
            }
        document = one_of(TravelDocument, person) if "document_number" in asked else None
        if document:
            self.fields["document_number"].help_text = _(
                "We have the number that ends in %(number)s. Leave this empty to keep it."
            ) % {"number": document.masked.lstrip("…")}

    def clean_phone(self) -> str:
        return _phone(self.cleaned_data["phone"])

    def clean_emergency_phone(self) -> str:
        return _phone(self.cleaned_data["emergency_phone"])

    def clean_guardian_phone(self) -> str:
        return _phone(self.cleaned_data["guardian_phone"])

    def clean_iban(self) -> str:
        return _read(rules.read_iban, self.cleaned_data["iban"])

    def clean_bic(self) -> str:
        return _read(rules.read_bic, self.cleaned_data["bic"])

    def clean_document_number(self) -> str:
        return _read(rules.read_document_number, self.cleaned_data["document_number"])

    def clean_document_expires_on(self) -> Any:
        day = self.cleaned_data["document_expires_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(
                _("This document is no longer valid. Please give the one you will travel with, or leave it for later.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("iban") and values.get("payee") in {BankAccount.Payee.GUARDIAN, BankAccount.Payee.OTHER}:
            self._ask_for("payee_name", _("Please also write the name of the account's owner."))
        if values.get("payee_name") or values.get("bic"):
            self._ask_for("iban", _("Please also write the account number (IBAN)."))
        if any(values.get(name) for name in GROUPS["document"]):
            self._ask_for("document_kind", _("Please also choose which document it is."))
            self._ask_for("document_number", _("Please also write the number of the document."))
            self._ask_for("document_country", _("Please also choose the country that gave the document out."))
            self._ask_for("document_expires_on", _("Please also write until when the document is valid."))
        if any(values.get(name) for name in GROUPS["emergency"]):
            self._ask_for("emergency_name", _("Please also write the name of this person."))
            self._ask_for("emergency_phone", _("Please also write the phone of this person: we would have to call."))
        if any(values.get(name) for name in GROUPS["guardian"]):
            self._ask_for("guardian_name", _("Please also write the name of the parent or guardian."))
        if not self.errors and not self.answers().groups:
            raise forms.ValidationError(_("Nothing is filled in yet. Please answer what you can; the rest can follow."))
        return values

    def answers(self) -> Answers:
        """What was answered; ask a valid form only."""
        names = {field.name for field in fields_of_dataclass(Answers)}
        return Answers(**{name: value for name, value in self.cleaned_data.items() if name in names and value})

    def _ask_for(self, name: str, sentence: str) -> None:
        """An error at a field that is asked, empty and not wrong already."""
        if name in self.fields and name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, sentence)
