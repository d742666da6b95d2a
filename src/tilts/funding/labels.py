"""Figures of a grant in words: what each is, its value with its unit, how sure it is. In the active language."""

from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.languages import format_number
from tilts.core.money import format_eur
from tilts.core.places import country_codes, country_name
from tilts.funding.rules import ParameterUse

STATUSES = {
    "confirmed": _lazy("confirmed"),
    "derived": _lazy("derived"),
    "recalled": _lazy("recalled, not confirmed"),
    "missing": _lazy("missing"),
    "example": _lazy("example"),
}


def parameter_label(used: ParameterUse) -> str:
    """What the figure is: “Daily rate from day 15”."""
    subject, *parts = used.key.split(".")
    if subject == "travel":
        km = _number(Decimal(parts[0].removeprefix("from_").removesuffix("_km")))
        if parts[-1] == "green":
            return _("Green travel from %(km)s km") % {"km": km}
        return _("Travel from %(km)s km") % {"km": km}
    if subject == "travel_days":
        return _("Travel days that are paid at most")
    if subject == "country_group":
        code = parts[0]
        country = country_name(code, _language()) if code in country_codes() else code
        return _("Country group of %(country)s") % {"country": country}
    if subject == "individual_support":
        return _("Daily rate from day %(day)s") % {"day": parts[-1].removeprefix("day_")}
    return used.key


def parameter_value(used: ParameterUse) -> str:
    """The figure with its unit."""
    if not isinstance(used.value, Decimal):
        return used.value or "–"
    if used.unit == "EUR":
        return format_eur(used.value, _language())
    if used.unit == "EUR per day":
        return _("%(amount)s a day") % {"amount": format_eur(used.value, _language())}
    if used.unit == "days":
        return ngettext("%(days)s day", "%(days)s days", int(used.value)) % {"days": int(used.value)}
    return _number(used.value)


def status_label(used: ParameterUse) -> str:
    """How sure the figure is; an example says that before all else."""
    return str(STATUSES["example" if used.is_example else used.status])


def _number(number: Decimal) -> str:
    return format_number(number, _language())


def _language() -> str:
    return get_language() or "en"
