"""Input about projects → clean values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.accounts.forms import SchoolModelForm
from tilts.accounts.schools import current_school
from tilts.core.names import sort_key
from tilts.core.places import country_name
from tilts.partners.queries import partners
from tilts.projects import queries
from tilts.projects.actions import RateKey
from tilts.projects.models import (
    OwnProgramme,
    Project,
    ProjectLink,
    ProjectOrganisation,
    ProjectRate,
    ProjectStep,
)
from tilts.projects.programmes import programmes
from tilts.projects.queries import RateRow, RateTable, own_value
from tilts.projects.rules import normalise_reference, programme_of
from tilts.web.fields import PartialDateField

MOST_RATE = 9999  # EUR a day; more is a slip of the finger


class EurField(forms.DecimalField):
    """An amount as people write it, “2 011 605” or “54,50”; shown as the reader's language does."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if isinstance(value, str):
            plain = "".join(value.replace("€", "").replace("EUR", "").replace("%", "").split())
            signs = [sign for sign in plain if sign in ".,"]
            if len(signs) > 1 and len(set(signs)) == 1:  # 2.011.605: between thousands
                plain = plain.replace(signs[0], "")
            # Of a comma and a full stop the last one stands before the cents, and so does one alone.
            whole, sign, cents = plain.replace(",", ".").rpartition(".")
            value = f"{whole.replace('.', '')}{sign}{cents}"
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return number_format(value, use_l10n=True, force_grouping=False) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # a text field has no limits or steps of a number field


class ProjectForm(SchoolModelForm):
    """A project; what its reference tells is not asked again."""

    programme = forms.ChoiceField(
        label=_lazy("Programme"),
        required=False,
        help_text=_lazy("Leave it open where the reference tells."),
    )
    action = forms.ChoiceField(
        label=_lazy("Action"), required=False, help_text=_lazy("Only where the reference does not tell.")
    )
    starts_on = PartialDateField(
        label=_lazy("Begins"), help_text=_lazy("As far as you know it: 24.05.2017, 05.2017 or 2017.")
    )
    ends_on = PartialDateField(label=_lazy("Ends"))
    total_eur = EurField(label=_lazy("Total cost in EUR"), required=False)
    grant_eur = EurField(label=_lazy("Grant in EUR"), required=False)
    cofinancing_eur = EurField(label=_lazy("Co-financing in EUR"), required=False)
    grant_percent = EurField(
        label=_lazy("Share of the grant in %"),
        required=False,
        help_text=_lazy("Where the grant agreement names it, like 90. Tilts then checks the rounding."),
    )
    responsible = forms.ModelMultipleChoiceField(
        label=_lazy("Responsible"),
        required=False,
        queryset=queries.own_programmes().none(),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Project
        fields = (
            *("title", "reference", "programme", "action", "own_role", "state", "starts_on", "ends_on"),
            *("total_eur", "grant_eur", "cofinancing_eur", "grant_percent"),
        )

    sections = (
        (_lazy("Programme and role"), "", ("programme", "action", "own_role", "state")),
        (_lazy("Days"), "", ("starts_on", "ends_on")),
        (
            _lazy("Money"),
            _lazy("As the grant agreement names it; Tilts checks that it adds up."),
            ("total_eur", "grant_eur", "cofinancing_eur", "grant_percent"),
        ),
        (_lazy("People"), "", ("responsible",)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].choices = programme_choices()  # type: ignore[attr-defined]
        self.fields["action"].choices = action_choices()  # type: ignore[attr-defined]
        self.fields["responsible"].queryset = queries.users_of(current_school())  # type: ignore[attr-defined]
        for name in ("total_eur", "grant_eur", "cofinancing_eur", "grant_percent"):
            self.fields[name].validators += self._meta.model._meta.get_field(name).validators
        if self.instance.pk is None:
            return
        # A state is left on the project's page, with its day.
        del self.fields["state"]
        self.initial.update(
            starts_on=self.instance.starts,
            ends_on=self.instance.ends,
            responsible=[each.user for each in queries.responsible_for(self.instance)],
        )
        if self.instance.own_programme is not None:
            self.initial["programme"] = own_value(self.instance.own_programme)

    def clean_reference(self) -> str:
        return normalise_reference(self.cleaned_data["reference"])

    def clean_programme(self) -> str:
        """A known programme's code; one of the school's own is put where it belongs."""
        chosen = str(self.cleaned_data["programme"])
        self.instance.own_programme = next(
            (each for each in queries.own_programmes() if own_value(each) == chosen), None
        )
        return "" if self.instance.own_programme is not None else chosen

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts is not None:
            values["starts_on"], self.instance.starts_precision = starts.first_day, starts.precision
        if ends is not None:
            values["ends_on"], self.instance.ends_precision = ends.last_day, ends.precision
        programme, action = values.get("programme"), values.get("action")
        if not programme and self.instance.own_programme is None and values.get("reference"):
            told = programme_of(values["reference"], programmes())
            programme = values["programme"] = told.code if told is not None else ""
        known = programmes().get(programme or "")
        if action and (known is None or known.action(action) is None):
            name = known.name if known is not None else self.instance.own_programme or _("Without a programme")
            self.add_error("action", _("%(programme)s: there is no such action.") % {"programme": name})
        return values


def programme_choices() -> list[Any]:
    """The school's own programmes, then the known ones."""
    own = [(own_value(programme), str(programme)) for programme in queries.own_programmes()]
    language = get_language() or "en"
    known = [(code, programme.title(language)) for code, programme in programmes().items()]
    groups = [(_("Your own programmes"), own)] if own else []
    return [("", "—"), *groups, (_("Known programmes"), known)]


def action_choices() -> list[Any]:
    """The actions of every programme, under its name; of those that programmes share the first one stands."""
    language, seen, groups = get_language() or "en", set(), []
    for programme in programmes().values():
        new = [action for action in programme.actions if action.code not in seen]
        seen |= {action.code for action in new}
        if new:
            groups.append(
                (programme.title(language), [(each.code, f"{each.code}: {each.title(language)}") for each in new])
            )
    return [("", "—"), *groups]


class OwnProgrammeForm(SchoolModelForm):
    """A programme that Tilts does not know."""

    class Meta:
        model = OwnProgramme
        fields = ("name", "funder", "website")
        field_classes = {"website": forms.URLField}

    website = forms.URLField(label=_lazy("Website"), required=False, assume_scheme="https")


class StepForm(forms.ModelForm):  # type: ignore[type-arg]
    """The day a project came into a state."""

    class Meta:
        model = ProjectStep
        fields = ("state", "since")
        widgets = {"since": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class OrganisationForm(SchoolModelForm):
    """A partner's role in a project."""

    class Meta:
        model = ProjectOrganisation
        fields = ("partner", "role")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["partner"].queryset = partners()  # type: ignore[attr-defined]


class LinkForm(SchoolModelForm):
    """A page about the project; https only, so that nobody is led over an open line."""

    url = forms.URLField(label=_lazy("Web address"), assume_scheme="https", help_text=_lazy("Begins with https://"))

    class Meta:
        model = ProjectLink
        fields = ("title", "url")

    def clean_url(self) -> str:
        url = str(self.cleaned_data["url"])
        if not url.startswith("https://"):
            raise forms.ValidationError(_("The address must begin with https://."))
        return url


class RateForm(SchoolModelForm):
    """One daily rate that the page of all rates has no place for."""

    eur_per_day = EurField(label=_lazy("EUR per day"), min_value=0, max_value=MOST_RATE, decimal_places=2)

    class Meta:
        model = ProjectRate
        fields = ("participant", "country_group", "from_day", "eur_per_day", "source")
        help_texts = {
            "country_group": _lazy("Of the receiving country, as the annex numbers it: 1, 2 or 3."),
            "from_day": _lazy("1 for the first days, 15 for the lower rate of long stays."),
        }


@dataclass(frozen=True)
class GridCell:
    """A field of the grid with what is paid while it is empty."""

    field: BoundField
    day: int
    published: Decimal | None


@dataclass(frozen=True)
class GridRow:
    """A country group with the field of each first day."""

    name: str
    countries: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True)
class GridTable:
    """All fields for learners or for staff."""

    title: str | Promise
    days: tuple[int, ...]
    rows: tuple[GridRow, ...]


class RatesForm(forms.Form):
    """All daily rates of the annex on one page: for whom, country group, from day. An empty field is no rate."""

    source = forms.CharField(
        label=_lazy("Where they stand"),
        max_length=200,
        required=False,
        help_text=_lazy("Annex and page of the grant agreement, typed once for all rates of this page."),
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        self.rate_tables = queries.rate_tables(project)
        self.entered = {
            (rate.participant, rate.country_group, rate.from_day): rate for rate in queries.rates_of(project)
        }
        sources = {rate.source for rate in self.entered.values()}
        initial: dict[str, Any] = {"source": sources.pop() if len(sources) == 1 else ""}
        initial |= {self.name_of(key): rate.eur_per_day for key, rate in self.entered.items()}
        super().__init__(*args, **kwargs | {"initial": initial})
        for key in self.keys():
            field = EurField(required=False, min_value=0, max_value=MOST_RATE, decimal_places=2, label=_label(key))
            field.widget.attrs |= {"class": "form-control num", "size": 8, "aria-label": field.label}
            self.fields[self.name_of(key)] = field
        self.fields["source"].widget.attrs["class"] = "form-control"

    @staticmethod
    def name_of(key: RateKey) -> str:
        participant, group, day = key
        return f"{participant}-{group}-{day}"

    def keys(self) -> Iterator[RateKey]:
        """Every rate that the page has a field for."""
        for table in self.rate_tables:
            for row in table.rows:
                for day in table.days:
                    yield table.participant, row.group, day

    @property
    def rates(self) -> dict[RateKey, Decimal | None]:
        """What was typed, by rate; of a valid form."""
        return {key: self.cleaned_data[self.name_of(key)] for key in self.keys()}

    @property
    def is_source_for_all(self) -> bool:
        """Whether the source was typed anew, so that it holds for the rates that were not touched, too."""
        return bool(self.cleaned_data["source"]) and "source" in self.changed_data

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        touched = {name for name in self.changed_data if name != "source" and values.get(name) is not None}
        if touched and not values.get("source"):
            self.add_error("source", _("Say where the rates stand, such as “Annex IV, page 3”."))
        elif self.entered and "source" in self.changed_data and not values.get("source"):
            self.add_error("source", _("The rates already entered need their source."))
        return values

    def tables(self) -> Iterator[GridTable]:
        """The fields as they stand on the page."""
        language = get_language() or "en"
        for table in self.rate_tables:
            yield GridTable(
                title=ProjectRate.Participant(table.participant).label,
                days=table.days,
                rows=tuple(self._row(table, row, language) for row in table.rows),
            )

    def _row(self, table: RateTable, row: RateRow, language: str) -> GridRow:
        named = sorted(
            (country_name(code, language) for code in row.countries), key=lambda name: sort_key(name, language)
        )
        is_country = row.countries == (row.group,)
        return GridRow(
            name=named[0] if is_country else row.group,
            countries="" if is_country else ", ".join(named),
            cells=tuple(
                GridCell(self[self.name_of((table.participant, row.group, day))], day, row.published.get(day))
                for day in table.days
            ),
        )


def _label(key: RateKey) -> str:
    participant, group, day = key
    return _("%(participant)s, country group %(group)s, from day %(day)s") % {
        "participant": ProjectRate.Participant(participant).label,
        "group": group,
        "day": day,
    }
