"""Input about the session and the form of signing → clean values."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.accounts.schools import current_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.content import languages_of
from tilts.core.zones import zone_of
from tilts.signing.models import Form, Way

#: So long an envelope is open where nobody says otherwise.
_DAYS = 21


class SessionForm(SchoolModelForm):
    """Day and time as the school's own clock shows them, platform, link and agenda."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    hour = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    class Meta:
        model = SigningSession
        fields = ("minutes", "platform", "url", "agenda")
        widgets = {"agenda": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone_of(current_school().country))
        self.fields["hour"].help_text = gettext("By the clock of %(town)s.") % {"town": current_school().town}
        if self.instance.starts_at:
            local = self.instance.starts_at.astimezone(self.zone)
            self.initial |= {"day": local.date(), "hour": local.time()}
        self.order_fields(("day", "hour", "minutes", "platform", "url", "agenda"))
        self.ask_beside(("agenda",), languages_of(self.instance.agreement))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        day, hour = values.get("day"), values.get("hour")
        if day and hour:
            starts_at = datetime.combine(day, hour, self.zone)
            if starts_at <= timezone.now():
                self.add_error("day", gettext("This time is over already."))
            self.instance.starts_at = starts_at
        return values

    def validate_unique(self) -> None:
        """Another session of the agreement is over or was for what is signed, and goes: see `plan_session`."""


class SignForm(forms.Form):
    """In which form it is signed, how by each side, and until when. Fixed once it is sent."""

    form = forms.ChoiceField(label=_("Form of signing"), choices=Form.choices, widget=forms.RadioSelect)
    ours = forms.ChoiceField(label=_("How your side signs"), choices=Way.choices)
    theirs = forms.ChoiceField(label=_("How the other side signs"), choices=Way.choices)
    ends_on = forms.DateField(
        label=_("To be signed until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        ends_on = timezone.localdate() + timedelta(days=_DAYS)
        initial = {"form": Form.ONE_PDF, "ours": Way.CLICK, "theirs": Way.CLICK, "ends_on": ends_on}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["form"].help_text = gettext(
            "One PDF or one container: all sign the same file in the same way. Counterparts: each side signs its own "
            "copy of the same text, in its own way."
        )

    def clean_ends_on(self) -> datetime:
        ends_at = datetime.combine(self.cleaned_data["ends_on"], time(23, 59), timezone.get_current_timezone())
        if ends_at <= timezone.now():
            raise forms.ValidationError(gettext("This day is over already."))
        return ends_at

    def ways(self) -> dict[int, Way]:
        """By side: 1 the school's, 2 the other."""
        return {1: Way(self.cleaned_data["ours"]), 2: Way(self.cleaned_data["theirs"])}
