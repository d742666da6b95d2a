"""Input about Beneficiary Module files → clean values."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.exchange.module.models import ModuleTemplate
from tilts.exchange.module.rules.records import CONSTANT, EMPTY, Match, Template
from tilts.exchange.module.sentences import FIELDS


class ModuleFileForm(forms.Form):
    """A file of the module to read."""

    file = forms.FileField(
        label=_("File of the Beneficiary Module"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv", "data-submit-on-change": True}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.TILTS_MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(megabytes)s MB. Please check which file it is."),
                params={"megabytes": settings.TILTS_MAX_UPLOAD_BYTES // 1024 // 1024},
            )
        return file


class ColumnsForm(forms.Form):
    """What each column of a template is filled with."""

    def __init__(self, template: Template, matches: Sequence[Match], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.template, self.matches = template, matches
        choices = [
            ("", _("– not said yet –")),
            (EMPTY, _("leave empty")),
            (CONSTANT, _("the same in every row:")),
            *FIELDS.items(),
        ]
        for place, (column, match) in enumerate(zip(template.columns, matches, strict=True)):
            self.fields[f"field-{place}"] = forms.ChoiceField(
                label=column.head,
                choices=choices,
                required=False,
                initial=match.field,
                widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
            )
            self.fields[f"text-{place}"] = forms.CharField(
                label=_("Text for every row"),
                required=False,
                max_length=200,
                initial=match.text,
                widget=forms.TextInput(attrs={"class": "form-control form-control-sm"}),
            )
        self.fields["date_style"] = forms.ChoiceField(
            label=_("How days are written"),
            choices=ModuleTemplate.Days,
            initial=template.date_style.value,
            widget=forms.Select(attrs={"class": "form-select"}),
        )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        taken: dict[str, int] = {}
        for place, column in enumerate(self.template.columns):
            field = found.get(f"field-{place}", "")
            if found.get(f"text-{place}") and not field:
                field = found[f"field-{place}"] = CONSTANT
            if field not in {"", EMPTY, CONSTANT} and taken.setdefault(field, place) != place:
                other = self.template.columns[taken[field]].head
                self.add_error(
                    f"field-{place}",
                    forms.ValidationError(
                        _("“%(field)s” is already chosen for “%(other)s”."),
                        params={"field": FIELDS[field], "other": other},
                    ),
                )
            if field == CONSTANT and not found.get(f"text-{place}"):
                self.add_error(
                    f"text-{place}",
                    forms.ValidationError(_("Type the text for “%(column)s”."), params={"column": column.head}),
                )
        return found

    def clean_matches(self) -> list[Match]:
        """The choice for each column, once the form is valid."""
        return [
            Match(field, self.cleaned_data[f"text-{place}"] if field == CONSTANT else "")
            for place in range(len(self.template.columns))
            for field in [self.cleaned_data[f"field-{place}"]]
        ]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each column with its fields and how its match came about: first those nobody said, then the suggestions."""
        order = {"": 0, "suggested": 1, "kept": 2, "known": 3}
        places = sorted(range(len(self.matches)), key=lambda place: (order[self.matches[place].how], place))
        for place in places:
            yield {
                "column": self.template.columns[place],
                "how": self.matches[place].how,
                "field": self[f"field-{place}"],
                "text": self[f"text-{place}"],
            }
