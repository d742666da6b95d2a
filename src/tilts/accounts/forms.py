"""The base of forms over rows of a school, and the forms of a school's settings and people."""

import re
from collections.abc import Iterable
from copy import deepcopy
from itertools import chain
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.marks import LARGEST_BYTES, Mark, read_mark
from tilts.accounts.models import IN_OTHER_LANGUAGES, School, User
from tilts.accounts.roles import Role
from tilts.accounts.schools import current_school
from tilts.core.languages import language_name
from tilts.core.names import sort_key
from tilts.core.places import country_codes, country_name, town


def country_choices(language: str) -> list[tuple[str, str]]:
    """Every country with its name in `language`, in that language's order."""
    named = [(code, country_name(code, language)) for code in country_codes()]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))


class SchoolModelForm(forms.ModelForm):
    """A model form that also tells of constraints over fields it does not show.

    Django leaves those out, and every unique constraint here begins with the school: without this
    a second copy would be an error of the database instead of a sentence.

    Where the model is one of `InLanguages`, each of its texts has a field for every other language; `folded` names them
    for `form_fields`, but for those that `ask_beside` shows at once.
    """

    sections: tuple[tuple[Any, Any, tuple[str, ...]], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_other_languages: dict[str, tuple[str, str]] = {}
        self._beside: dict[str, tuple[str, ...]] = {}
        if isinstance(self.instance, InLanguages):
            for code in self.instance.other_languages():
                self._ask_in(code)

    def _ask_in(self, code: str) -> None:
        language = language_name(code, get_language() or "en")
        there = self.instance.in_other_languages.get(code, {})
        for name in self.instance.WORDED:
            if name in self.fields:
                own = self.fields[name]
                widget = deepcopy(own.widget)
                widget.attrs["lang"] = code
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=f"{own.label} ({language})",
                    required=False,
                    max_length=self.instance._meta.get_field(name).max_length,
                    initial=there.get(name, ""),
                    widget=widget,
                )
                self._in_other_languages[f"{name}_{code}"] = (code, name)

    def ask_beside(self, names: Iterable[str], languages: Iterable[str]) -> None:
        """Show these texts in these languages right below the school's own, each with its language in its label."""
        languages = list(languages)
        for name in (name for name in names if name in self.fields):
            self.fields[name].widget.attrs["lang"] = current_school().language
            beside = tuple(f"{name}_{code}" for code in languages if f"{name}_{code}" in self._in_other_languages)
            if beside:
                own = self.fields[name]
                own.label = f"{own.label} ({language_name(current_school().language, get_language() or 'en')})"
                self._beside[name] = beside
        shown = set(chain.from_iterable(self._beside.values()))
        self.order_fields(self._with_beside(name for name in self.fields if name not in shown))
        self.sections = tuple((title, hint, self._with_beside(names)) for title, hint, names in self.sections)

    def _with_beside(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(chain.from_iterable((name, *self._beside.get(name, ())) for name in names))

    @property
    def folded(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Parts of the form that are folded while nobody asks for them: title, hint and names of the fields."""
        shown = set(chain.from_iterable(self._beside.values()))
        rest = tuple(name for name in self._in_other_languages if name not in shown)
        if not rest:
            return ()
        title, hint = _("In other languages"), _("Who reads Tilts or your public pages in another language gets these.")
        return ((title, hint, rest),)

    def heading_of(self, field: str) -> str:
        """The language under which `form_fields` puts a text, where several texts stand in each."""
        code, _name = self._in_other_languages.get(field, ("", ""))
        has_several = len({name for _code, name in self._in_other_languages.values()}) > 1
        return language_name(code, get_language() or "en").capitalize() if code and has_several else ""

    def _post_clean(self) -> None:
        if self._in_other_languages:
            self.instance.in_other_languages = self._texts_in_other_languages()
        super()._post_clean()  # type: ignore[misc]

    def _texts_in_other_languages(self) -> dict[str, dict[str, str]]:
        """By language, without what is empty. What the form does not ask for stays."""
        texts = {code: dict(there) for code, there in self.instance.in_other_languages.items()}
        for field, (code, name) in self._in_other_languages.items():
            texts.setdefault(code, {})[name] = self.cleaned_data.get(field, "")
        by_language = {code: {name: text for name, text in there.items() if text} for code, there in texts.items()}
        return {code: there for code, there in by_language.items() if there}

    def validate_unique(self) -> None:
        super().validate_unique()
        try:
            self.instance.validate_constraints(exclude=set(self.errors))
        except ValidationError as error:
            told = self.non_field_errors()
            for message in error.messages:
                if message not in told:
                    self.add_error(None, message)


class SchoolForm(forms.ModelForm):  # type: ignore[type-arg]
    """What stands at the head of a school's papers. The town gives the place that distances are measured from."""

    country = forms.ChoiceField(label=gettext_lazy("Country"))
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the school"),
        choices=settings.LANGUAGES,
        help_text=gettext_lazy("Papers and mails are in it where nothing else is chosen."),
    )
    website = forms.URLField(label=gettext_lazy("Website"), required=False, max_length=200, assume_scheme="https")

    class Meta:
        model = School
        fields = ["name", "registration_number", "oid", "address", "town", "country", "language", "director"]
        fields += ["director_office", "phone", "email", "website"]
        help_texts = {
            "address": gettext_lazy("As it stands on papers: street, town, postcode."),
            "town": gettext_lazy("Distances, and with them the travel support, are measured from this town."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = country_choices(get_language() or "en")  # type: ignore[attr-defined]

    def clean_oid(self) -> str:
        typed = "".join(self.cleaned_data["oid"].split()).upper()
        if typed and not re.fullmatch(r"E[0-9]{8}", typed):
            raise ValidationError(
                _("“%(value)s” is no OID. An OID is the letter E and 8 digits, like E10012345."),
                params={"value": typed},
            )
        return typed

    def clean_phone(self) -> str:
        typed = " ".join(self.cleaned_data["phone"].split())
        if typed and not re.fullmatch(r"\+?[0-9][0-9 ()./-]{4,}(, ?\+?[0-9][0-9 ()./-]{4,})*", typed):
            raise ValidationError(_("“%(phone)s” is no telephone number."), params={"phone": typed})
        return typed

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if {"town", "country"} & set(self.changed_data) and values.get("town") and values.get("country"):
            place = town(values["town"], values["country"])
            if place is None:
                self.add_error("town", _("There is no “%(town)s” in the list of towns.") % {"town": values["town"]})
            else:
                self.instance.latitude, self.instance.longitude = place.point.latitude, place.point.longitude
        return values

    @property
    def changed_fields(self) -> list[str]:
        """Those to save."""
        moved = ["latitude", "longitude"] if {"town", "country"} & set(self.changed_data) else []
        return [*self.changed_data, *moved]


class OtherLanguagesForm(forms.Form):
    """How papers in another language write the school's name, address and director."""

    def __init__(self, *args: Any, school: School, **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = [(code, name) for code, name in settings.LANGUAGES if code != school.language]
        for code, _name in self.languages:
            there = school.in_other_languages.get(code, {})
            for name in IN_OTHER_LANGUAGES:
                of_model = School._meta.get_field(name)
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=str(of_model.verbose_name).capitalize(),
                    required=False,
                    max_length=of_model.max_length,
                    initial=there.get(name, ""),
                    widget=forms.TextInput(attrs={"lang": code, "placeholder": getattr(school, name)}),
                )

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of each language."""
        return [(name, [self[f"{field}_{code}"] for field in IN_OTHER_LANGUAGES]) for code, name in self.languages]

    def texts(self) -> dict[str, dict[str, str]]:
        """By language, without what is empty."""
        by_language = {
            code: {name: text for name in IN_OTHER_LANGUAGES if (text := self.cleaned_data[f"{name}_{code}"].strip())}
            for code, _name in self.languages
        }
        return {code: texts for code, texts in by_language.items() if texts}


class MarkForm(forms.Form):
    """A picture to be the school's mark."""

    picture = forms.FileField(
        label=gettext_lazy("Picture"),
        help_text=gettext_lazy("PNG or JPEG, at most 2 MB; best a PNG without a background."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/png,image/jpeg"}),
    )

    def clean_picture(self) -> Mark:
        upload: UploadedFile = self.cleaned_data["picture"]
        return read_mark(upload.read(LARGEST_BYTES + 1))  # so that a huge one does not fill the memory


def _roles_field() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=gettext_lazy("Roles"),
        choices=Role.choices,
        coerce=Role,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Please tick at least one role.")},
    )


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"})
    )
    roles = _roles_field()


class RolesForm(forms.Form):
    """What somebody does in the school."""

    roles = _roles_field()


class NewAccountForm(forms.Form):
    """Who accepts an invitation and has no account yet."""

    first_name = forms.CharField(
        label=gettext_lazy("Given names"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=gettext_lazy("Family name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 10 signs; a few words that belong only to you are best."),
    )

    def __init__(self, *args: Any, email: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.email = email

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("password"):
            to_be = User(
                email=self.email, first_name=values.get("first_name", ""), last_name=values.get("last_name", "")
            )
            try:
                validate_password(values["password"], to_be)
            except ValidationError as error:
                self.add_error("password", error)
        return values
