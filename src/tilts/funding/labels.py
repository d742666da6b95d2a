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

_NORDPLUS_TRAVEL = _lazy("Nordplus: travel")
_NORDPLUS_SUBSISTENCE = _lazy("Nordplus: subsistence")
_NORDPLUS_MANAGEMENT = _lazy("Nordplus: project management")

#: Figures of the cost categories that are one number each.
_FIGURES = {
    "course_fees.per_day": _lazy("Course fee for a day"),
    "course_fees.most": _lazy("Course fees at most"),
    "course_fees.most_days": _lazy("Course days that are paid at most"),
    "domestic_travel.amount": _lazy("Additional amount for dear travel within a country"),
    "domestic_travel.above": _lazy("Travel within a country is dear above"),
    "expensive_travel.below": _lazy("Travel is expensive where the grant covers less than"),
    "expensive_travel.paid": _lazy("Share of expensive travel that is paid"),
    "inclusion_support.organisation": _lazy("Inclusion support for the organisation"),
    "inclusion_support.participant": _lazy("Share of a participant's inclusion costs that is paid"),
    "linguistic_support.participant": _lazy("Linguistic support"),
    "linguistic_support.long_stay_extra": _lazy("Linguistic support, more for a long stay"),
    "linguistic_support.staff_least_days": _lazy("Linguistic support of staff from a stay of"),
    "preparatory_visits.person": _lazy("Preparatory visit of a person"),
    "preparatory_visits.most_persons": _lazy("Persons on a preparatory visit at most"),
    "real_costs.financial_guarantee": _lazy("Share of a financial guarantee that is paid"),
    "real_costs.visa_and_health": _lazy("Share of visa, residence and health costs that is paid"),
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
    if subject == "organisational_support":
        if parts[-1] == "most":
            return _("Organisational support, the most for a group")
        first = int(parts[-1].removeprefix("from_"))
        return _("Organisational support from participant %(first)s on") % {"first": first}
    if subject == "nordplus":
        return str(
            {"travel": _NORDPLUS_TRAVEL, "subsistence": _NORDPLUS_SUBSISTENCE}.get(parts[0], _NORDPLUS_MANAGEMENT)
        )
    if subject == "lump_sum":
        return _("Lump sum of %(action)s") % {"action": parts[0]}
    return str(_FIGURES.get(used.key, used.key))


def parameter_value(used: ParameterUse) -> str:
    """The figure with its unit."""
    if not isinstance(used.value, Decimal):
        return used.value or "–"
    if used.unit == "EUR":
        return format_eur(used.value, _language())
    if used.unit == "EUR per day":
        return _("%(amount)s a day") % {"amount": format_eur(used.value, _language())}
    if used.unit == "share":
        return f"{_number((used.value * 100).normalize())}\u00a0%"
    if used.unit == "days":
        return ngettext("%(days)s day", "%(days)s days", int(used.value)) % {"days": int(used.value)}
    return _number(used.value)


def status_label(used: ParameterUse) -> str:
    """How sure the figure is; an example says that before all else."""
    return str(STATUSES["example" if used.is_example else used.status])


def source_title(title: str, *, is_example: bool) -> str:
    """Where a figure stands. Of an invented one that is said in the reader's language: no document has it."""
    return _("An example to try Tilts with, not of a grant agreement") if is_example else title


def parameter_source(used: ParameterUse) -> str:
    """Where this figure stands."""
    return source_title(used.reference.title, is_example=used.is_example)


def _number(number: Decimal) -> str:
    return format_number(number, _language())


def _language() -> str:
    return get_language() or "en"
