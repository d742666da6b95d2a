"""Input about class lists → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.exchange.queries import ALWAYS_SHOWN
from tilts.exchange.sentences import field_name


class RosterForm(forms.Form):
    """A class list to read."""

    file = forms.FileField(
        label=_("Class list"),
        help_text=_("A spreadsheet (xlsx, ods, csv) as the class teacher keeps it: any order, any heads."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt", "data-submit-on-change": True}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.TILTS_MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _(
                    "The file is larger than %(megabytes)s MB. "
                    "A class list is much smaller: please check which file it is."
                ),
                params={"megabytes": settings.TILTS_MAX_UPLOAD_BYTES // 1024 // 1024},
            )
        return file


class RowForm(forms.Form):
    """The texts of one row; what they are worth is judged by the rules, not here."""

    def __init__(self, *args: Any, shown: tuple[str, ...] = ALWAYS_SHOWN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in shown:
            self.fields[field] = forms.CharField(label=field_name(field), required=False, max_length=300)
