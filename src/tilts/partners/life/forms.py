"""Input about contacts and visits → clean values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.partners.forms import PartForm
from tilts.partners.life.models import Encounter
from tilts.web.fields import PartialDateField


class EncounterForm(PartForm):
    """A first contact, a meeting or a visit."""

    on = PartialDateField(label=_("When"), help_text=_("As far as you know it: 24.05.2017, 05.2017 or 2017."))
    source_url = forms.URLField(label=_("Its web address"), required=False, max_length=500, assume_scheme="https")

    sections = ((_("Where it stands"), "", ("source_title", "source_url", "note")),)

    class Meta:
        model = Encounter
        fields = ("kind", "on", "what", "place", "who", "is_public", "source_title", "source_url", "note")
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["on"] = self.instance.when

    def clean_on(self) -> Any:
        known = self.cleaned_data["on"]
        self.instance.on_precision = known.precision
        return known.first_day
