"""Input about what was done before Tilts → clean values."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.mobilities.fulfilling import PlannedActivityField, planned_activities
from tilts.mobilities.past.models import PastActivity
from tilts.partners.forms import country_choices
from tilts.partners.queries import groups, partners
from tilts.projects.queries import projects
from tilts.web.fields import PartialDateField


class PastActivityForm(SchoolModelForm):
    """An earlier activity, as a page or a report tells it."""

    begins_on = PartialDateField(label=_("Begins"), help_text=_("As far as you know it: 24.05.2017, 05.2017 or 2017."))
    ends_on = PartialDateField(label=_("Ends"), required=False)
    country = forms.ChoiceField(
        label=_("Country"), required=False, help_text=_("Only where no partner is given: it says its own.")
    )
    planned_activity = PlannedActivityField()
    source_url = forms.URLField(label=_("Its web address"), required=False, max_length=500, assume_scheme="https")

    sections = (
        (_("What and with whom"), "", ("title", "kind", "direction", "partner", "group", "country", "town")),
        (_("When"), "", ("begins_on", "ends_on")),
        (
            _("How many"),
            _("By role, no names. Empty is not known, 0 is nobody."),
            ("learners", "staff", "others", "in_all", "professions", "how_chosen", "arranged_by"),
        ),
        (_("Where it stands"), "", ("project", "planned_activity", "stated_by", "source_title", "source_url", "notes")),
    )

    class Meta:
        model = PastActivity
        fields = (
            *("title", "kind", "direction", "partner", "group", "country", "town", "begins_on", "ends_on"),
            *("learners", "staff", "others", "in_all", "professions", "how_chosen", "arranged_by", "project"),
            *("planned_activity", "stated_by", "source_title", "source_url", "notes"),
        )
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "—"), *country_choices(get_language() or "en")]  # type: ignore[attr-defined]
        for name, found in (
            ("partner", partners()),
            ("group", groups()),
            ("project", projects()),
            ("planned_activity", planned_activities()),
        ):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        if self.instance.pk:
            self.initial.update(begins_on=self.instance.begins, ends_on=self.instance.ends)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        begins, ends, partner = values.get("begins_on"), values.get("ends_on"), values.get("partner")
        if begins is not None:
            values["begins_on"], self.instance.begins_precision = begins.first_day, begins.precision
        if ends is not None:
            values["ends_on"], self.instance.ends_precision = ends.last_day, ends.precision
        if partner is not None:
            values["country"] = partner.country
            values["town"] = values.get("town") or partner.town
        return values
