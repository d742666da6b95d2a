"""Form fields that several subjects share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.core.partial_dates import PartialDate, read_partial_date
from tilts.web.components.words import partial_date


class PartialDateField(forms.CharField):
    """A date as far as it is known: 2017, 05.2017 or 24.05.2017; cleans to a PartialDate."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    default_error_messages = {
        "no_date": _("“%(value)s” is no date. Write it like 24.05.2017, or 05.2017, or 2017 when no more is known.")
    }

    def prepare_value(self, value: Any) -> Any:
        return partial_date(value, "figures") if isinstance(value, PartialDate) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if text in self.empty_values:
            return None
        found = read_partial_date(str(text))
        if found is None:
            raise forms.ValidationError(self.error_messages["no_date"], "no_date", {"value": text})
        return found
