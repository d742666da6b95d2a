"""Input about figures of a grant agreement → clean values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.funding.labels import parameter_value, status_label
from tilts.funding.rules import COUNTRY_GROUPS
from tilts.projects.forms import EurField
from tilts.projects.models import Project, ProjectValue
from tilts.projects.values import queries
from tilts.projects.values.queries import Figure
from tilts.projects.values.sharing import FileRefused, SharedValues, read

LARGEST_ANNEX = 20_000_000  # bytes
SHARE = "share"
_MOST = Decimal("99999999.99")

SUBJECTS: dict[str, str | Promise] = {
    "travel": _lazy("Travel"),
    "organisational_support": _lazy("Organisational support"),
    "other": _lazy("Other figures"),
}


@dataclass(frozen=True)
class ValueRow:
    """A figure with its field and what is published."""

    label: str
    field: BoundField
    published: str
    status: str
    entered: ProjectValue | None


@dataclass(frozen=True)
class ValueTable:
    """Figures that stand together, with the box that confirms all of them."""

    title: str | Promise
    rows: tuple[ValueRow, ...]
    as_published: BoundField | None


class ValuesForm(forms.Form):
    """Every figure of the annex on one page; an empty field is paid as published."""

    source = forms.CharField(
        label=_lazy("Where they stand"),
        max_length=200,
        required=False,
        help_text=_lazy("Annex and page of the grant agreement, typed once for all figures that are new here."),
    )
    annex = forms.FileField(
        label=_lazy("The annex as a PDF"),
        required=False,
        help_text=_lazy("Kept beside the figures, so that everybody can look them up."),
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        self.figure_tables = queries.figure_tables(project)
        self.entered = {each.key: each for each in queries.values_of(project)}
        shares = {figure.key for table in self.figure_tables for figure in table.figures if figure.unit == SHARE}
        initial: dict[str, Any] = {
            self._name(key): (each.value * 100).quantize(Decimal(1)) if key in shares else each.value
            for key, each in self.entered.items()
        }
        initial[COUNTRY_GROUPS] = COUNTRY_GROUPS in self.entered
        super().__init__(*args, **kwargs | {"initial": initial})
        for table in self.figure_tables:
            for figure in table.figures:
                is_share = figure.unit == SHARE  # typed in per cent, as an annex says it
                field = EurField(
                    label=f"{figure.label}, %" if is_share else figure.label,
                    required=False,
                    min_value=0,
                    max_value=Decimal(100) if is_share else _MOST,
                    decimal_places=0 if is_share else 2,
                )
                field.widget.attrs |= {"class": "form-control num", "size": 8, "aria-label": field.label}
                self.fields[self._name(figure.key)] = field
            if any(figure.published is not None for figure in table.figures):
                self.fields[f"all-{table.subject}"] = forms.BooleanField(
                    label=_lazy("The annex has the published figures: confirm all that are empty here."),
                    required=False,
                    widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
                )
        self.fields[COUNTRY_GROUPS] = forms.BooleanField(
            label=_lazy("The annex has the published country groups."),
            required=False,
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        )
        for name in ("source", "annex"):
            self.fields[name].widget.attrs["class"] = "form-control"
        self.fields["annex"].widget.attrs["accept"] = ".pdf"

    @staticmethod
    def _name(key: str) -> str:
        return key.replace(".", "-")

    def clean_annex(self) -> tuple[str, bytes] | None:
        upload = self.cleaned_data["annex"]
        if not upload:
            return None
        if upload.size > LARGEST_ANNEX:
            raise forms.ValidationError(_("The file is larger than 20 MB. Keep the pages of the annex alone."))
        content: bytes = upload.read()
        if not content.startswith(b"%PDF-"):
            raise forms.ValidationError(_("This is no PDF. Save the annex as a PDF first."))
        return str(upload.name), content

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return values
        entered = self.values
        is_new = any(
            value is not None and (key not in self.entered or self.entered[key].value != value)
            for key, value in entered.items()
        )
        if is_new and not values.get("source"):
            self.add_error("source", _("Say where the figures stand, such as “Annex IV, page 3”."))
        return values

    @property
    def values(self) -> dict[str, Decimal | None]:
        """Every figure as it is to be kept; of a form without errors."""
        found: dict[str, Decimal | None] = {}
        for table in self.figure_tables:
            is_as_published = self.cleaned_data.get(f"all-{table.subject}")
            for figure in table.figures:
                value = self.cleaned_data.get(self._name(figure.key))
                if value is not None and figure.unit == SHARE:
                    value = value / 100
                if value is None and is_as_published and figure.published is not None:
                    value = figure.published.value
                found[figure.key] = value
        found[COUNTRY_GROUPS] = Decimal(1) if self.cleaned_data.get(COUNTRY_GROUPS) else None
        return found

    def tables(self) -> Iterator[ValueTable]:
        """The fields as they stand on the page."""
        for table in self.figure_tables:
            name = f"all-{table.subject}"
            yield ValueTable(
                title=SUBJECTS[table.subject],
                rows=tuple(self._row(figure) for figure in table.figures),
                as_published=self[name] if name in self.fields else None,
            )

    def _row(self, figure: Figure) -> ValueRow:
        published = figure.published
        return ValueRow(
            label=f"{figure.label}, %" if figure.unit == SHARE else figure.label,
            field=self[self._name(figure.key)],
            published="" if published is None else parameter_value(published),
            status="" if published is None else status_label(published),
            entered=self.entered.get(figure.key),
        )


class SharedValuesForm(forms.Form):
    """Another school's file."""

    file = forms.FileField(
        label=_lazy("File of another school"),
        help_text=_lazy("Made by “Give to another school” on its page of this call, action and national agency."),
        widget=forms.ClearableFileInput(attrs={"class": "form-control", "accept": ".yaml,.yml,.json"}),
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_file(self) -> SharedValues:
        upload = self.cleaned_data["file"]
        try:
            shared = read(upload.read(LARGEST_ANNEX))
        except FileRefused as error:
            raise forms.ValidationError(_refusal(error)) from error
        parts = self.project.reference_parts
        if parts is None:
            raise forms.ValidationError(_("The call year can't be read from the project's reference."))
        own = (parts.call_year, parts.action_with_field, parts.national_agency)
        theirs = (shared.call_year, shared.action, shared.national_agency)
        if own != theirs:
            raise forms.ValidationError(
                _("The file is of %(theirs)s and the project of %(own)s. Values hold for one call, action and agency.")
                % {"theirs": " · ".join(map(str, theirs)), "own": " · ".join(map(str, own))}
            )
        return shared


def _refusal(error: FileRefused) -> str:
    if error.code == "malformed":
        return _("The file can't be read at “%(place)s”. Ask the other school for a new one.") % {"place": error.place}
    return {
        "too_large": _("The file is too large for one of values."),
        "unreadable": _("The file can't be read. It must be the one that Tilts made, unchanged."),
        "another_file": _("This is another kind of file. Choose the one that Tilts made of a project's values."),
    }[error.code]
