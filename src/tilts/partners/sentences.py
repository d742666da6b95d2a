"""Codes of the rules → sentences in the reader's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tilts.core.languages import format_number
from tilts.core.places import country_name
from tilts.partners.rules import BadNumber, LookAlike, Number
from tilts.partners.rules.ties import Sign, Tie


def bad_number(error: BadNumber) -> str:
    """What is wrong with a number, and how one looks."""
    if error.problem == "is_project":
        return (
            _(
                "“%(value)s” is the number of a project (%(action)s). "
                "The reference of an accreditation looks like 2020-1-LV01-KA120-VET-000012345."
            )
            % error.values
        )
    if error.problem == "country_form":
        country = country_name(error.values["country"], get_language() or "en")
        return _("“%(value)s” is no registration number of this country: %(country)s has %(digits)s digits.") % (
            error.values | {"country": country}
        )
    return {
        Number.OID: _("“%(value)s” is no OID. An OID is the letter E and 8 digits, like E10012345."),
        Number.PIC: _("“%(value)s” is no PIC. A PIC has 9 digits, like 999012345."),
        Number.ACCREDITATION: _(
            "“%(value)s” is no reference of an Erasmus accreditation. One looks like 2020-1-LV01-KA120-VET-000012345."
        ),
        Number.REGISTRATION: _(
            "“%(value)s” is no registration number. One has digits, and perhaps letters, dots, hyphens or strokes."
        ),
    }[error.kind] % error.values


def tie_in_words(sign: Sign, country: str, *, is_partner: bool = True) -> str:
    """What ties the school to an organisation of this country; is_partner: False where it may become one."""
    named = country_name(country, get_language() or "en")
    only = _("Your only partner in this country: %(country)s")
    would_be = _("Would be your first partner in this country: %(country)s")
    return {
        Tie.SAME_TOWN: _("In your town"),
        Tie.SAME_REGION: _("In your region: %(km)s km away"),
        Tie.SAME_COUNTRY: _("In your country"),
        Tie.NEIGHBOUR: _("In a neighbouring country"),
        Tie.ONLY_IN_COUNTRY: only if is_partner else would_be,
        Tie.FIRST_IN_COUNTRY: _("Your first partner in this country: %(country)s"),
    }[sign.tie] % {"km": format_number(round(sign.km or 0), get_language() or "en"), "country": named}


def why_alike(alike: LookAlike) -> str:
    """Why an organisation may be the same one."""
    return {
        "number": _("It has the same number: %(what)s."),
        "name": _("It has the same name: %(what)s."),
        "spelling": _("Its name is spelled nearly the same: %(what)s."),
    }[alike.why] % {"what": alike.what}
