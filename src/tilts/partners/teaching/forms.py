"""Input about what a school teaches → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.core.languages import language_name
from tilts.partners.classifications import fields_by_area
from tilts.partners.forms import PartForm
from tilts.partners.models import StudyProgramme

#: What is taught, each a text of lines in every language of Tilts.
_IN_LINES = {"units": _("Units"), "outcomes": _("Learning outcomes")}
_MOST_LETTERS = 4000


class ProgrammeForm(PartForm):
    """A study programme: its title in the languages of Tilts and, for a school abroad, in one more."""

    isced_code = forms.ChoiceField(label=_("Field of education (ISCED-F)"), required=False)
    eqf_level = forms.TypedChoiceField(
        label=_("EQF level"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "—"), *((level, level) for level in range(1, 9))],
    )
    other_language = forms.CharField(label=_("One more language"), required=False)
    other_title = forms.CharField(label=_("Title in that language"), required=False, max_length=200)

    class Meta:
        model = StudyProgramme
        fields = ("isced_code", "eqf_level")

    folded = (
        (
            _("What is taught"),
            _("As far as you know it, one on a line. Programmes of other schools are compared with it."),
            tuple(f"{name}_{code}" for name in _IN_LINES for code, _name in settings.LANGUAGES),
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["isced_code"].choices = [("", "—"), *fields_by_area()]  # type: ignore[attr-defined]
        titles = dict(self.instance.titles or {})
        own = {}
        for code, _name in settings.LANGUAGES:
            named = language_name(code, get_language() or "en")
            own[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": named}, required=False, max_length=200
            )
            self.initial[f"title_{code}"] = titles.pop(code, "")
            for name in _IN_LINES:
                self._ask_in_lines(name, code, named)
        if titles:
            code, text = sorted(titles.items())[0]
            self.initial["other_language"], self.initial["other_title"] = code, text
        other = {name: self.fields.pop(name) for name in ("other_language", "other_title")}
        self.fields = {**own, **other, **self.fields}

    def _ask_in_lines(self, name: str, code: str, language: str) -> None:
        self.fields[f"{name}_{code}"] = forms.CharField(
            label=f"{_IN_LINES[name]} ({language})",
            required=False,
            max_length=_MOST_LETTERS,
            widget=forms.Textarea(attrs={"rows": 4, "lang": code}),
        )
        self.initial[f"{name}_{code}"] = getattr(self.instance, name).get(code, "")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        # Titles in still other languages, which the form does not show, stay.
        texts = {
            code: text
            for code, text in (self.instance.titles or {}).items()
            if code != self.initial.get("other_language")
        }
        texts |= {code: values.get(f"title_{code}", "") for code, _name in settings.LANGUAGES}
        language, text = values.get("other_language", ""), values.get("other_title", "")
        if text and not language:
            self.add_error("other_language", _("Choose the language of this title."))
        elif text and texts.get(language):
            self.add_error("other_language", _("There is a title in this language already."))
        elif text:
            texts[language] = text
        self.instance.titles = {code: text for code, text in texts.items() if text}
        for name in _IN_LINES:
            there = getattr(self.instance, name) | {
                code: values.get(f"{name}_{code}", "") for code, _name in settings.LANGUAGES
            }
            setattr(self.instance, name, {code: text for code, text in there.items() if text})
        return values
