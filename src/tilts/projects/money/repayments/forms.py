"""Input of what a person paid back."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _

from tilts.projects.models import Repayment


class RepaymentForm(forms.ModelForm):  # type: ignore[type-arg]
    """How much came back, when, and how."""

    class Meta:
        model = Repayment
        fields = ("amount_eur", "returned_on", "note")
        widgets = {"returned_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount_eur"].localize = True

    def clean_returned_on(self) -> Any:
        day = self.cleaned_data["returned_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead. Record the money once it has come back."))
        return day
