"""What a school says of its papers → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.accounts.models import School
from tilts.documents.models import Numbering
from tilts.documents.numbering import checked_pattern

LONGEST_INSTRUCTION = 6000


class PapersForm(forms.Form):
    """How papers are numbered, and what the school's own safety instruction says in each language."""

    pattern = forms.CharField(
        label=_("Pattern of the numbers"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"placeholder": "{year}/{number}"}),
        help_text=_(
            "For example {year}/{number} or 1-9/{number}. With {year} each year begins with 1. "
            "Empty: Tilts numbers by flow, kind and person, like 3/G17."
        ),
    )
    next_number = forms.IntegerField(
        label=_("Next number"),
        min_value=1,
        max_value=9_999_999,
        help_text=_("Numbers that were given are passed over."),
    )

    def __init__(self, *args: Any, school: School, numbering: Numbering, **options: Any) -> None:
        initial = {"pattern": numbering.pattern, "next_number": numbering.next_number}
        super().__init__(*args, initial=initial, **options)
        for code, name in settings.LANGUAGES:
            self.fields[f"safety_{code}"] = forms.CharField(
                label=name,
                required=False,
                max_length=LONGEST_INSTRUCTION,
                initial=school.safety_instruction.get(code, ""),
                widget=forms.Textarea(attrs={"rows": 5, "lang": code}),
            )

    def clean_pattern(self) -> str:
        return checked_pattern(self.cleaned_data["pattern"])

    def of_numbering(self) -> list[forms.BoundField]:
        return [self["pattern"], self["next_number"]]

    def of_safety(self) -> list[forms.BoundField]:
        return [self[f"safety_{code}"] for code, _name in settings.LANGUAGES]

    def safety_instruction(self) -> dict[str, str]:
        """By language, without what is empty."""
        texts = {code: self.cleaned_data[f"safety_{code}"].strip() for code, _name in settings.LANGUAGES}
        return {code: text for code, text in texts.items() if text}
