"""Input about further costs and who pays for what → clean values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.funding.sentences import category_label
from tilts.mobilities.costs.actions import Choice
from tilts.mobilities.costs.models import COSTS, PROVIDED, StayCosts, StayProvision
from tilts.mobilities.costs.queries import costs_of
from tilts.mobilities.models import Flow, Mobility
from tilts.projects.forms import EurField

_REAL = ("real_travel_eur", "domestic_travel_eur", "visa_and_health_eur", "guarantee_eur")
_YES_NO = ("linguistic", "zero_grant")
_MOST = Decimal("999999.99")


@dataclass(frozen=True)
class ProvisionRow:
    """The three fields of a category: who pays, how much of it, what."""

    label: str
    by: BoundField
    eur: BoundField
    what: BoundField


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or nothing said."""

    def __init__(self, nothing: object, **options: Any) -> None:
        choices = [("", nothing), ("yes", _lazy("Yes")), ("no", _lazy("No"))]
        super().__init__(
            choices=choices, required=False, coerce=lambda value: value == "yes", empty_value=None, **options
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class CostsForm(forms.Form):
    """What a stay costs beyond days and usual travel, and who pays for it: of a flow, or of one person."""

    course_days = forms.IntegerField(min_value=1, max_value=366, required=False)

    def __init__(
        self, flow: Flow, mobility: Mobility | None, *args: Any, may_needs: bool = False, **kwargs: Any
    ) -> None:
        known = costs_of(flow)
        own = known.common if mobility is None else known.own.get(mobility.pk)
        chosen = known.provisions.get(mobility.pk if mobility is not None else None, {})
        initial = {name: getattr(own, name, None) for name in (*COSTS, "evidence")}
        for category, provision in chosen.items():
            initial |= {f"{category}-{part}": getattr(provision, part) for part in ("by", "eur", "what")}
        inclusion = known.inclusion.get(mobility.pk) if mobility is not None and may_needs else None
        if inclusion is not None:
            initial |= {"inclusion_eur": inclusion.eur, "inclusion_evidence": inclusion.evidence}
        super().__init__(*args, **kwargs | {"initial": initial})
        nothing = _lazy("No") if mobility is None else _lazy("As for all")
        for name in _YES_NO:
            self.fields[name] = YesNoField(nothing)
        for name in _REAL:
            self.fields[name] = EurField(required=False, min_value=Decimal("0.01"), max_value=_MOST, decimal_places=2)
        self.fields["evidence"] = forms.CharField(max_length=300, required=False)
        for name in (*COSTS, "evidence"):
            described = StayCosts._meta.get_field(name)
            label = str(described.verbose_name)  # type: ignore[union-attr]
            self.fields[name].label = label[:1].upper() + label[1:]
            self.fields[name].help_text = described.help_text  # type: ignore[union-attr]
        self.asks_inclusion = may_needs and mobility is not None and mobility.role == Mobility.Role.PARTICIPANT
        if self.asks_inclusion:
            self.fields["inclusion_eur"] = EurField(
                label=_lazy("Real cost of inclusion in EUR"),
                help_text=_lazy("Stored encrypted. Others see the sum and not what it is for."),
                required=False,
                min_value=Decimal("0.01"),
                max_value=_MOST,
                decimal_places=2,
            )
            self.fields["inclusion_evidence"] = forms.CharField(
                label=_lazy("Evidence of it"), max_length=300, required=False
            )
        self._add_provisions(is_own=mobility is not None)
        if mobility is not None and known.common is not None:
            self._tell_common(known.common)
        for name in (*COSTS, "evidence", "inclusion_eur", "inclusion_evidence"):
            if name in self.fields:
                self.fields[name].widget.attrs["class"] = "form-select" if name in _YES_NO else "form-control"

    def _add_provisions(self, *, is_own: bool) -> None:
        by = StayProvision.By
        nothing = _lazy("As for all") if is_own else by.PERSON.label
        choices = [("", nothing), *((each.value, each.label) for each in by if is_own or each != by.PERSON)]
        for category in PROVIDED:
            label = category_label(category)
            self.fields[f"{category}-by"] = forms.ChoiceField(choices=choices, required=False)
            self.fields[f"{category}-eur"] = EurField(
                required=False, min_value=Decimal("0.01"), max_value=_MOST, decimal_places=2
            )
            self.fields[f"{category}-what"] = forms.CharField(max_length=100, required=False)
            for part, told in (("by", _("who pays")), ("eur", _("EUR for one person")), ("what", _("what"))):
                field = self.fields[f"{category}-{part}"]
                field.label = f"{label}: {told}"
                field.widget.attrs |= {
                    "aria-label": field.label,
                    "class": "form-select" if part == "by" else "form-control num" if part == "eur" else "form-control",
                }

    def _tell_common(self, common: StayCosts) -> None:
        """Beside each field of a person what holds for all."""
        for name in (*_REAL, "course_days"):
            told = getattr(common, name)
            if told is not None:
                self.fields[name].help_text = _("As for all: %(text)s") % {"text": told}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if any(values.get(name) is not None for name in _REAL) and not values.get("evidence"):
            self.add_error("evidence", _("Real costs need their evidence."))
        if values.get("inclusion_eur") is not None and not values.get("inclusion_evidence"):
            self.add_error("inclusion_evidence", _("Real costs need their evidence."))
        for category in PROVIDED:
            told = values.get(f"{category}-eur") is not None or values.get(f"{category}-what")
            if told and values.get(f"{category}-by") in {"", StayProvision.By.PERSON.value}:
                self.add_error(f"{category}-by", _("Say who buys or provides it, or leave the amount empty."))
        return values

    @property
    def costs(self) -> dict[str, Any]:
        """Fields of `StayCosts`; of a valid form."""
        return {name: self.cleaned_data[name] for name in (*COSTS, "evidence")}

    @property
    def choices(self) -> dict[str, Choice]:
        """Who pays for each category; of a valid form."""
        values = self.cleaned_data
        return {
            category: Choice(values[f"{category}-by"], values[f"{category}-eur"], values[f"{category}-what"])
            for category in PROVIDED
        }

    def rows(self) -> Iterator[ProvisionRow]:
        """Who pays, as a table."""
        for category in PROVIDED:
            fields = (self[f"{category}-{part}"] for part in ("by", "eur", "what"))
            yield ProvisionRow(category_label(category), *fields)

    def cost_fields(self) -> list[BoundField]:
        """What it costs, one below the other."""
        names = [*COSTS, "evidence", *(("inclusion_eur", "inclusion_evidence") if self.asks_inclusion else ())]
        return [self[name] for name in names]
