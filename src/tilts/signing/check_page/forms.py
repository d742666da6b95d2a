"""Input of the check page → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.signing import rules


class FileForm(forms.Form):
    """A file to check."""

    file = forms.FileField(
        label=_("Signed file"),
        allow_empty_file=True,  # that it is empty is an answer, too
        error_messages={"required": _("Please choose a file.")},
        widget=forms.FileInput(attrs={"accept": ".pdf,.asice,.sce,.edoc,.bdoc"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.TILTS_MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(megabytes)s MB, which is the most that is checked here."),
                params={"megabytes": settings.TILTS_MAX_UPLOAD_BYTES // 1024 // 1024},
            )
        return file


class NumberForm(forms.Form):
    """The number under which a paper was signed; not the one that the paper has of its own."""

    number = forms.CharField(
        label=_("Number of the signing"),
        max_length=40,
        help_text=_("It stands beside the square code on the page “How this paper was signed”, such as K7M3Q-9XRD4."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_number(self) -> str:
        number = rules.read_number(self.cleaned_data["number"])
        if not number:
            raise forms.ValidationError(self._why(self.cleaned_data["number"]))
        return number

    def _why(self, typed: str) -> list[forms.ValidationError]:
        if rules.is_like_own_number(typed):
            sentence = _(
                "“%(typed)s” looks like the paper’s own number. The number of the signing is another one, of ten "
                "letters and figures."
            )
            return [forms.ValidationError(sentence, params={"typed": typed})]
        problems = []
        strange, count = rules.strange_signs(typed), rules.count_signs(typed)
        if strange:
            problems.append(
                forms.ValidationError(
                    _("These signs never stand in a number; please compare it with the paper: %(signs)s"),
                    params={"signs": " ".join(strange)},
                )
            )
        if count != rules.NUMBER_LENGTH:
            problems.append(
                forms.ValidationError(
                    _("A number has ten letters and figures, such as K7M3Q-9XRD4. What you typed has %(count)s."),
                    params={"count": count},
                )
            )
        return problems
