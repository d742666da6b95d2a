"""What the list of envelopes can be narrowed to."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from tilts.signing.kinds import kinds
from tilts.signing.models import Envelope

_SELECT = forms.Select(attrs={"class": "form-select"})


class EnvelopeFilter(django_filters.FilterSet):
    """By state and by kind of paper."""

    state = django_filters.ChoiceFilter(
        label=_("State"), empty_label=_("In any state"), choices=Envelope.State.choices, widget=_SELECT
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind of paper"),
        empty_label=_("All kinds"),
        choices=lambda: [(kind.name, kind.label) for kind in kinds()],
        widget=_SELECT,
    )

    class Meta:
        model = Envelope
        fields: Any = ("state", "kind")
