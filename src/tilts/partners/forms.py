"""Input about partners → clean values."""

from typing import Any

import phonenumbers
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm, country_choices
from tilts.core.places import town
from tilts.partners import actions, queries, rules, sentences
from tilts.partners.languages import language_choices
from tilts.partners.models import (
    DirectoryEntry,
    Partner,
    PartnerContact,
    PartnerGroup,
    PartnerName,
    PartnerSite,
)


class PlaceForm(SchoolModelForm):
    """Something with an address; the coordinates follow from the town where it is known."""

    country = forms.ChoiceField(label=_("Country"))
    latitude = forms.FloatField(label=_("Latitude"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(label=_("Longitude"), required=False, min_value=-180, max_value=180)

    class Meta:
        widgets = {"town": forms.TextInput(attrs={"list": "towns", "autocomplete": "off"})}
        help_texts = {
            "town": _("The distance, and with it the travel support, is measured to this town."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "—"), *country_choices(get_language() or "en")]  # type: ignore[attr-defined]
        place_help = _("Only where Tilts does not know the town: in degrees, like 55.87.")
        self.fields["latitude"].help_text = self.fields["longitude"].help_text = place_help

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        named, country = values.get("town"), values.get("country")
        by_hand = values.get("latitude") is not None and values.get("longitude") is not None
        if not (named and country) or (by_hand and {"latitude", "longitude"} & set(self.changed_data)):
            return values
        found = town(named, country)
        if found:
            values["latitude"], values["longitude"] = found.point.latitude, found.point.longitude
        elif not by_hand or {"town", "country"} & set(self.changed_data):
            self.add_error(
                "town",
                _(
                    "There is no “%(town)s” in the list of towns. "
                    "Check the spelling and the country, or give latitude and longitude below."
                )
                % {"town": named},
            )
        return values


class PartnerForm(PlaceForm):
    """A partner with its numbers; its other names, contacts and sites have pages of their own."""

    website = forms.URLField(label=_("Website"), required=False, max_length=200, assume_scheme="https")
    oid = forms.CharField(label=_("OID"), required=False, help_text=_("Of the Erasmus+ platform, like E10012345."))
    pic = forms.CharField(label=_("PIC"), required=False, help_text=_("Of the European Commission, 9 digits."))
    priority = forms.TypedChoiceField(
        label=_("Priority"),
        choices=Partner.Priority.choices,
        coerce=int,
        required=False,
        empty_value=Partner.Priority.USUAL,
        help_text=_("How much the partner matters to you now."),
    )
    tags = forms.CharField(
        label=_("Tags"),
        required=False,
        help_text=_("Your own words to find partners by, with commas between them: hotels, call 2027."),
    )
    accreditation = forms.CharField(
        label=_("Erasmus accreditation"),
        required=False,
        help_text=_("Like 2020-1-LV01-KA120-VET-000012345; several with commas between them."),
    )
    registration = forms.CharField(
        label=_("Registration number"), required=False, help_text=_("In the register of its own country.")
    )

    class Meta(PlaceForm.Meta):
        model = Partner
        fields = ("name", "kind", "priority", "tags", "legal_form", "country", "town", "address", "website", "email")
        fields += ("oid", "pic", "accreditation", "registration", "successor", "latitude", "longitude")  # type: ignore[assignment]

    sections = (
        (_("Where"), "", ("country", "town", "address", "latitude", "longitude")),
        (_("How to reach it"), "", ("website", "email")),
        (_("Numbers"), _("As far as you know them; the partner is found by each."), tuple(map(str, rules.Number))),
        (_("Carried on by"), "", ("successor",)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        partner = kwargs.get("instance")
        known: dict[str, list[str]] = {}
        for number in partner.numbers.all() if partner else ():
            known.setdefault(number.kind, []).append(number.number)
        kwargs["initial"] = {kind: ", ".join(numbers) for kind, numbers in known.items()} | (
            kwargs.get("initial") or {}
        )
        super().__init__(*args, **kwargs)
        self.initial["tags"] = ", ".join(self.instance.tags)
        # Only a partner that is there already can have been taken over.
        if partner and partner.pk:
            self.fields["successor"].queryset = queries.partners().exclude(pk=partner.pk)  # type: ignore[attr-defined]
            self.fields["successor"].help_text = _("The partner that carries on its work, after a merger for example.")
        else:
            del self.fields["successor"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for kind in rules.Number:
            texts = [text for text in values.get(kind.value, "").split(",") if text.strip()]
            try:
                if len(texts) > 1 and kind is not rules.Number.ACCREDITATION:
                    # Whole, so that the sentence names what was typed.
                    texts = [values[kind.value]]
                values[kind.value] = [rules.read_number(kind, text, values.get("country", "")) for text in texts]
            except rules.BadNumber as error:
                self.add_error(kind.value, sentences.bad_number(error))
        return values

    def clean_tags(self) -> list[str]:
        tags = rules.read_tags(self.cleaned_data["tags"])
        if too_long := next((tag for tag in tags if len(tag) > rules.LONGEST_TAG), None):
            raise forms.ValidationError(
                _("“%(tag)s” is too long for a tag: at most %(most)s letters."),
                params={"tag": too_long, "most": rules.LONGEST_TAG},
            )
        return tags

    def clean_successor(self) -> Partner | None:
        successor: Partner | None = self.cleaned_data["successor"]
        if successor and rules.makes_circle(queries.successors(), self.instance.pk, successor.pk):
            raise forms.ValidationError(
                _("%(name)s was itself taken over by this partner."), params={"name": successor.name}
            )
        return successor

    def organisation(self) -> rules.Organisation:
        """What the form says, as the rules compare it: what was sent, or what it is filled in with."""
        values = self.cleaned_data if self.is_bound else {**self.initial}
        names = [values.get("name", "")]
        if self.instance.pk:
            names += [name.text for name in self.instance.names.all()]
        numbers = {
            (kind.value, number)
            for kind in rules.Number
            for number in (values.get(kind.value) if self.is_bound else [values.get(kind.value)]) or ()
            if number
        }
        return rules.Organisation(0, values.get("country", ""), tuple(names), frozenset(numbers))

    @property
    def may_be_another(self) -> bool:
        """Was anything changed by which organisations are told apart?"""
        return bool({"name", "country", *(kind.value for kind in rules.Number)} & set(self.changed_data))

    def save(self, commit: bool = True) -> Partner:
        partner: Partner = super().save(commit=False)
        if commit:
            actions.save_partner(partner, {kind: self.cleaned_data[kind.value] for kind in rules.Number})
        return partner


def initial_from(entry: DirectoryEntry) -> dict[str, str]:
    """What the form of a new partner is filled in with from the directory."""
    fields = ("name", "kind", "country", "town", "address", "website", "oid", "accreditation")
    initial: dict[str, str] = {name: getattr(entry, name) for name in fields}
    # The lists cut nothing, the form does.
    return initial | {"name": entry.name[:200], "address": entry.address[:300]}


class PartForm(SchoolModelForm):
    """The base of what stands on a partner's page in rows of its own; a language is chosen by name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("language", "other_language"):
            if name in self.fields:
                self.fields[name] = forms.ChoiceField(
                    label=self.fields[name].label,
                    help_text=self.fields[name].help_text,
                    required=False,
                    choices=[("", "—"), *language_choices(get_language() or "en")],
                )


class NameForm(PartForm):
    """Another name of a partner."""

    class Meta:
        model = PartnerName
        fields = ("text", "kind", "language")


class ContactForm(PartForm):
    """Somebody to write to at a partner, or a shared mailbox."""

    class Meta:
        model = PartnerContact
        fields = ("name", "role", "email", "phone", "language")

    def clean_phone(self) -> str:
        typed = self.cleaned_data["phone"].strip()
        if not typed:
            return ""
        try:
            number = phonenumbers.parse(typed, self.instance.partner.country)
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_valid_number(number):
            raise forms.ValidationError(
                _("“%(phone)s” is no phone number. Write it with the code of its country, like +371 67 000 000."),
                params={"phone": typed},
            )
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


class SiteForm(PlaceForm):
    """A place of the same organisation."""

    class Meta(PlaceForm.Meta):
        model = PartnerSite
        fields = ("name", "country", "town", "address", "latitude", "longitude")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["country"] = self.instance.partner.country


class GroupForm(SchoolModelForm):
    """A group and who is in it."""

    members = forms.ModelMultipleChoiceField(
        label=_("Partners"), queryset=Partner.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = PartnerGroup
        fields = ("name", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = queries.partners()  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial["members"] = list(queries.members_of(self.instance))

    def save(self, commit: bool = True) -> PartnerGroup:
        group: PartnerGroup = super().save(commit=False)
        if commit:
            actions.save_group(group, self.cleaned_data["members"])
        return group
