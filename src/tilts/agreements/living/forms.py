"""Input about the life of an agreement → clean values."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.agreements.drafting.rows import STANDING
from tilts.agreements.living.rules import add_months
from tilts.agreements.models import Agreement, PlannedActivity


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class StandingForm(forms.ModelForm):  # type: ignore[type-arg]
    """When a planned activity became possible, was done, or was given up."""

    class Meta:
        model = PlannedActivity
        fields = STANDING
        widgets = {name: _day() for name in STANDING}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("done_on") and values["done_on"] > timezone.localdate():
            self.add_error("done_on", gettext("This day is still to come."))
        return values


class RenewForm(forms.Form):
    """The new last day."""

    until = forms.DateField(label=_("New last day"), widget=_day())

    def __init__(self, agreement: Agreement, last: date | None, *args: Any, **kwargs: Any) -> None:
        self.last = last
        initial = {"until": add_months(last, _months(agreement, last))} if last else {}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if self.last is not None and until <= self.last:
            raise forms.ValidationError(gettext("It holds until then already."))
        if until <= timezone.localdate():
            raise forms.ValidationError(gettext("This day is over already."))
        return until


def _months(agreement: Agreement, last: date) -> int:
    """As long as it has held, in whole years."""
    start = agreement.valid_from or agreement.signed_on
    return 12 * max(1, round((last - start).days / 365)) if start else 12


class NoticeForm(forms.Form):
    """Who gave notice, when, and until when it still holds."""

    given_on = forms.DateField(label=_("Notice given on"), widget=_day())
    by_us = forms.TypedChoiceField(
        label=_("By whom"),
        choices=[("1", _("By your school")), ("0", _("By the other side"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
    )
    until = forms.DateField(label=_("Last day"), widget=_day())
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, notice_months: int, *args: Any, **kwargs: Any) -> None:
        today = timezone.localdate()
        initial = {"given_on": today, "until": add_months(today, notice_months), "by_us": "1"}
        super().__init__(*args, initial=initial, **kwargs)
