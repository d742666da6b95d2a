"""Input about a strategy → clean values."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.forms import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.accounts.forms import SchoolModelForm
from tilts.core.names import search_key, sort_key
from tilts.core.places import country_codes, country_name
from tilts.files.scans import read_scan
from tilts.partners.classifications import field as field_of_education
from tilts.projects.strategy.models import Goal, Indicator, Strategy, StrategyRegion
from tilts.projects.strategy.sources import sources
from tilts.web.fields import PartialDateField

_LARGEST = 999_999


class CountriesField(forms.CharField):
    """Countries by name in any language of the house, or by code, with commas between; cleans to codes."""

    widget = forms.Textarea(attrs={"rows": 2})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            language = get_language() or "en"
            names = [country_name(code, language) for code in value if code in country_codes()]
            return ", ".join(sorted(names, key=lambda name: sort_key(name, language)))
        return value

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        text = str(super().clean(value))
        return sorted({self._code_of(name) for name in text.replace("\n", ",").split(",") if name.strip()})

    def _code_of(self, name: str) -> str:
        wanted = search_key(name)
        for code in country_codes():
            names = (country_name(code, language) for language, _name in settings.LANGUAGES)
            if wanted in {code.lower(), *map(search_key, names)}:
                return code
        raise forms.ValidationError(_("“%(name)s” is no country that Tilts knows.") % {"name": name.strip()})


class StrategyForm(SchoolModelForm):
    """A strategy with its approved paper."""

    isced_codes = forms.CharField(
        label=_lazy("Priority fields of education"),
        required=False,
        max_length=200,
        help_text=_lazy("Codes of ISCED-F with commas between: 07 is engineering and building, 0732 building alone."),
    )
    approved_on = PartialDateField(
        label=_lazy("Approved on"),
        required=False,
        help_text=_lazy("As far as you know it: 24.05.2017, 05.2017 or 2017."),
    )
    paper = forms.FileField(
        label=_lazy("The approved paper"),
        required=False,
        help_text=_lazy("A PDF, at most 10 MB. A new one takes the place of the one that is there."),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )
    source_url = forms.URLField(label=_lazy("Its web address"), required=False, max_length=500, assume_scheme="https")

    class Meta:
        model = Strategy
        fields = (
            *("title", "from_year", "to_year", "priorities", "isced_codes"),
            *("approved_by", "approved_on", "source_title", "source_url"),
        )
        widgets = {"priorities": forms.Textarea(attrs={"rows": 4})}

    sections = (
        (_lazy("Period"), "", ("from_year", "to_year")),
        (_lazy("What comes first"), "", ("priorities", "isced_codes")),
        (_lazy("Approval"), "", ("approved_by", "approved_on", "paper")),
        (_lazy("Source"), "", ("source_title", "source_url")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["isced_codes"] = ", ".join(self.instance.isced_codes)
        self.initial["approved_on"] = self.instance.approved

    def clean_isced_codes(self) -> list[str]:
        codes = self.cleaned_data["isced_codes"].replace(",", " ").split()
        for code in codes:
            if field_of_education(code) is None:
                raise forms.ValidationError(_("ISCED-F has no field “%(code)s”.") % {"code": code})
        return sorted(set(codes))

    def clean_approved_on(self) -> Any:
        known = self.cleaned_data["approved_on"]
        if known is None:
            return None
        self.instance.approved_precision = known.precision
        return known.first_day

    def clean_paper(self) -> Any:
        file = self.cleaned_data["paper"]
        if file is None:
            return None
        scan = read_scan(file.read(settings.TILTS_MAX_UPLOAD_BYTES + 1))
        if scan.content_type != "application/pdf":
            raise forms.ValidationError(_("This is no PDF."))
        return file.name, scan.content


class RegionForm(SchoolModelForm):
    """Countries that come first."""

    countries = CountriesField(
        label=_lazy("Countries"), required=False, help_text=_lazy("Their names with commas between.")
    )

    class Meta:
        model = StrategyRegion
        fields = ("name", "countries", "is_outside_eu", "reason")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not values.get("countries") and not values.get("is_outside_eu") and "countries" not in self.errors:
            self.add_error("countries", _("Name one country at least, or tick all outside the European Union."))
        return values


class GoalForm(SchoolModelForm):
    """What is to be reached."""

    class Meta:
        model = Goal
        fields = ("title", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class IndicatorForm(SchoolModelForm):
    """What is measured, and from what."""

    source = forms.ChoiceField(
        label=_lazy("Counted from"),
        required=False,
        help_text=_lazy("What Tilts counts itself leads to its records. Everything else you type by hand."),
    )

    class Meta:
        model = Indicator
        fields = ("title", "goal", "source", "unit", "adds", "evidence")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            ("", _("typed by hand")),
            *((each.name, each.label) for each in sources()),
        ]
        self.fields["goal"].queryset = self.instance.strategy.goals.all()  # type: ignore[attr-defined]


class FiguresForm(forms.Form):
    """Planned and achieved for each year of a strategy, as a table."""

    def __init__(self, years: tuple[int, ...], indicator: Indicator, *args: Any, **kwargs: Any) -> None:
        self.years = years
        there = {each.year: each for each in indicator.targets.all()} if indicator.pk else {}
        initial = {
            f"{name}_{year}": getattr(there[year], name) for year in years if year in there for name in self._columns()
        }
        super().__init__(*args, **kwargs | {"initial": initial})
        for year in years:
            for name, label in self._columns().items():
                field = forms.IntegerField(
                    label=_("%(label)s, %(year)s") % {"label": label, "year": year},
                    required=False,
                    min_value=0,
                    max_value=_LARGEST,
                )
                field.widget.attrs |= {"class": "form-control num", "aria-label": field.label}
                self.fields[f"{name}_{year}"] = field

    @staticmethod
    def _columns() -> dict[str, str]:
        return {"planned": _("Plan"), "achieved": _("Result")}

    @property
    def figures(self) -> dict[int, tuple[int | None, int | None]]:
        """Of a valid form: by year, planned and achieved."""
        return {
            year: (self.cleaned_data[f"planned_{year}"], self.cleaned_data[f"achieved_{year}"]) for year in self.years
        }

    def rows(self) -> Iterator[tuple[int, BoundField, BoundField]]:
        """The fields as they stand on the page."""
        for year in self.years:
            yield year, self[f"planned_{year}"], self[f"achieved_{year}"]
