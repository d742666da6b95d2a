"""Input about flows → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.mobilities.fulfilling import PlannedActivityField, planned_activities
from tilts.mobilities.models import COMMON_TEXTS, Flow, Mobility, activities
from tilts.mobilities.papers.kinds import Kind
from tilts.mobilities.queries import activities_of, people_not_in
from tilts.partners.queries import partners
from tilts.projects.models import Project
from tilts.projects.queries import projects


class DayInput(forms.DateInput):
    """The browser's own picker of a day."""

    def __init__(self, css_class: str = "") -> None:
        super().__init__(attrs={"type": "date"} | ({"class": css_class} if css_class else {}), format="%Y-%m-%d")


class FlowForm(SchoolModelForm):
    """A flow: what is the same for all who travel."""

    planned_activity = PlannedActivityField()

    class Meta:
        model = Flow
        fields = (
            *("project", "name", "direction", "activity", "mode", "contact_hours", "partner", "planned_activity"),
            *("starts_on", "ends_on"),
            *("travel_days", "green", "seats", *COMMON_TEXTS, "own_distance_km", "own_distance_evidence"),
        )
        widgets = {
            "starts_on": DayInput(),
            "ends_on": DayInput(),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in COMMON_TEXTS},
        }

    sections = (
        (_("Activity"), "", ("direction", "activity", "mode", "contact_hours", "partner", "planned_activity")),
        (_("Days and seats"), "", ("starts_on", "ends_on", "travel_days", "seats", "green")),
        (_("For the papers"), _("Typed once for all; can be changed for one person."), COMMON_TEXTS),
        (_("Distance"), "", ("own_distance_km", "own_distance_evidence")),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["project"].queryset = projects()  # type: ignore[attr-defined]
        self.fields["partner"].queryset = partners()  # type: ignore[attr-defined]
        self.fields["planned_activity"].queryset = planned_activities()  # type: ignore[attr-defined]
        # With script another project brings its activities at once; without, the form comes back with them.
        self.fields["project"].widget.attrs |= {
            "hx-get": reverse("mobilities:add"),
            "hx-trigger": "change",
            "hx-include": "#id_activity",
            "hx-select": "#div_id_activity",
            "hx-target": "#div_id_activity",
            "hx-swap": "outerHTML",
        }
        activity = self.fields["activity"]
        activity.choices = self._activities()  # type: ignore[attr-defined]
        activity.error_messages["invalid_choice"] = _("The project has no such activity. Please choose one of these.")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("mode") == Flow.Mode.PHYSICAL and values.get("contact_hours"):
            self.add_error(
                "contact_hours",
                _("Contact hours belong to a virtual part: choose “virtual” or “blended”, or no hours."),
            )
        return values

    def _activities(self) -> list[tuple[str, Any]]:
        """Those of the chosen project; of all projects, in groups by programme, while none is chosen."""
        labels = dict(activities())
        project = self._project()
        if project is not None:
            names = [choice.name for choice in activities_of(project)]
            # What was planned under an earlier list stays as it is.
            kept = self.instance.activity if self.instance.pk and self.instance.project_id == project.pk else ""
            return [(name, labels.get(name, name)) for name in dict.fromkeys([*names, *([kept] if kept else [])])]
        groups: dict[str, dict[str, Any]] = {}
        for each in projects():
            group = groups.setdefault(each.programme_name or str(_("Other")), {})
            group |= {choice.name: labels[choice.name] for choice in activities_of(each)}
        return [(programme, list(group.items())) for programme, group in groups.items()]

    def _project(self) -> Project | None:
        """What is chosen in the form, or else what it begins with."""
        if self.is_bound:
            key = str(self.data.get(self.add_prefix("project"), ""))
            return projects().filter(pk=key).first() if key.isdecimal() else None
        project: Project | int | None = self.initial.get("project")
        return projects().filter(pk=project).first() if isinstance(project, int) else project


class MobilityForm(SchoolModelForm):
    """One more person in a flow."""

    class Meta:
        model = Mobility
        fields = ("person", "role")
        labels = {"person": _("Person")}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["person"].queryset = people_not_in(self.instance.flow)  # type: ignore[attr-defined]


class StayForm(SchoolModelForm):
    """One person's stay: what differs from the flow, and whether it took place."""

    class Meta:
        model = Mobility
        fields = ("role", "state", "attended_from", "attended_until", "own_starts_on", "own_ends_on", *COMMON_TEXTS)
        widgets = {
            **{name: DayInput() for name in ("attended_from", "attended_until", "own_starts_on", "own_ends_on")},
            **{name: forms.Textarea(attrs={"rows": 3}) for name in COMMON_TEXTS},
        }

    sections = (
        (_("Attendance"), "", ("state", "attended_from", "attended_until")),
        (_("Own days"), _("Only where they differ from the flow's."), ("own_starts_on", "own_ends_on")),
        (_("For the papers"), _("Only what differs from the others."), COMMON_TEXTS),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name in COMMON_TEXTS:
            common = getattr(self.instance.flow, name)
            if common:
                self.fields[name].help_text = _("As for all: %(text)s") % {"text": common}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        flow = self.instance.flow
        first, last = values.get("own_starts_on") or flow.starts_on, values.get("own_ends_on") or flow.ends_on
        if last < first:
            self.add_error("own_ends_on", _("The last day lies before the first day."))
        return values


class OtherwiseForm(forms.Form):
    """What if the days, the mode of travel or the call year were another?"""

    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())
    call_year = forms.IntegerField(label=_("Call year"), min_value=2014, max_value=2100)
    green = forms.BooleanField(label=_("Green travel"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "form-check-input" if name == "green" else "form-control"

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = values.get("first_day"), values.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day lies before the first day."))
        elif first and last and (last - first).days > 731:
            self.add_error("last_day", _("A stay lasts two years at most. Check the days."))
        return values


class AttendanceForm(forms.Form):
    """Everybody who was planned attended, in these days."""

    attended_from = forms.DateField(label=_("First day attended"), widget=DayInput())
    attended_until = forms.DateField(label=_("Last day attended"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = values.get("attended_from"), values.get("attended_until")
        if first and last and last < first:
            self.add_error("attended_until", _("The last day lies before the first day."))
        return values


#: Papers in two languages beside each other.
TWO_LANGUAGES = {
    f"{code}+en": format_lazy(_("{language} and English side by side"), language=name)
    for code, name in settings.LANGUAGES
    if code != "en"
}


class PrintForm(forms.Form):
    """Which papers are wanted, in which language, and whether a mail shall say that they are ready."""

    language = forms.ChoiceField(
        label=_("Language of the papers"),
        choices=[*settings.LANGUAGES, *TWO_LANGUAGES.items()],
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"required": _("Please choose a language."), "invalid_choice": _("Please choose a language.")},
    )
    kinds = forms.TypedMultipleChoiceField(
        label=_("Which papers"),
        choices=Kind.choices,
        coerce=Kind,
        initial=list(Kind),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        error_messages={"required": _("Please tick at least one paper.")},
    )
    order_number = forms.CharField(
        label=_("Number of the director's order"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "form-control"}),
        help_text=_("As your school numbers its orders. Left empty, a line is printed to write on."),
    )
    order_on = forms.DateField(label=_("Date of the director's order"), required=False, widget=DayInput("form-control"))
    tell_me = forms.BooleanField(
        label=_("Tell me by e-mail when they are ready"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )

    def about_the_order(self) -> list[forms.BoundField]:
        """What belongs to the director's order alone."""
        return [self["order_number"], self["order_on"]]
