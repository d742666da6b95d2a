"""Input about partners → clean values."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.core.names import sort_key
from tilts.core.places import country_codes, country_name, town
from tilts.partners.models import Partner


def country_choices(language: str) -> list[tuple[str, str]]:
    """Every country with its name in `language`, in that language's order."""
    named = [(code, country_name(code, language)) for code in country_codes()]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))


class PartnerForm(SchoolModelForm):
    """A partner; the coordinates follow from the town where it is known."""

    country = forms.ChoiceField(label=_("Country"))
    latitude = forms.FloatField(label=_("Latitude"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(label=_("Longitude"), required=False, min_value=-180, max_value=180)

    class Meta:
        model = Partner
        fields = ("name", "kind", "country", "town", "address", "email", "latitude", "longitude")
        widgets = {"town": forms.TextInput(attrs={"list": "towns", "autocomplete": "off"})}
        help_texts = {
            "town": _("The distance, and with it the travel support, is measured to this town."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", "—"), *country_choices(get_language() or "en")]  # type: ignore[attr-defined]
        place_help = _("Only where Tilts does not know the town: in degrees, like 55.87.")
        self.fields["latitude"].help_text = self.fields["longitude"].help_text = place_help

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        named, country = values.get("town"), values.get("country")
        by_hand = values.get("latitude") is not None and values.get("longitude") is not None
        if not (named and country) or (by_hand and {"latitude", "longitude"} & set(self.changed_data)):
            return values
        found = town(named, country)
        if found:
            values["latitude"], values["longitude"] = found.point.latitude, found.point.longitude
        elif not by_hand or {"town", "country"} & set(self.changed_data):
            self.add_error(
                "town",
                _(
                    "There is no “%(town)s” in the list of towns. "
                    "Check the spelling and the country, or give latitude and longitude below."
                )
                % {"town": named},
            )
        return values
