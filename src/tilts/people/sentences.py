"""Codes of the rules → sentences in the reader's language, in words that a learner of 16 understands."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tilts.core.places import country_codes, country_name
from tilts.people.rules import BadNumber


def bad_number(error: BadNumber) -> str:
    """What is wrong with a number, and how to mend it. Never repeats an account's number."""
    values = error.values
    match error.code:
        case "foreign_letter":
            return (
                _("“%(letter)s” is no Latin letter. Please switch your keyboard to Latin letters and type it again.")
                % values
            )
        case "iban_start":
            return _(
                "An account number (IBAN) begins with two letters for the country and two digits, like LV80. "
                "Your bank's app shows it; the number of the bank card is another one."
            )
        case "iban_country":
            return (
                _("No country's account numbers (IBAN) begin with “%(letters)s”. A Latvian one begins with LV.")
                % values
            )
        case "iban_length":
            return _(
                "This account number (IBAN) has a length of %(found)s; in this country (%(country)s) it is "
                "%(expected)s. Please compare it with your bank's app."
            ) % {**values, "country": _country(str(values["country"]))}
        case "iban_form":
            return _(
                "Letters and digits do not stand where they stand in an account number (IBAN) of this country "
                "(%(country)s). Perhaps a letter O is a zero 0."
            ) % {"country": _country(str(values["country"]))}
        case "iban_checksum":
            return _(
                "There is a slip in this account number (IBAN): a wrong digit, or two that changed places. "
                "Please compare it with your bank's app."
            )
        case "bic":
            return (
                _("“%(text)s” is no code of a bank (BIC). One has 8 or 11 letters and digits, like HABALV22.") % values
            )
        case "document":
            return (
                _("“%(text)s” is no number of a passport or identity card. It has 6 to 20 letters and digits.") % values
            )
        case "phone":
            return (
                _("“%(text)s” is no phone number. Write it with the code of its country, like +371 26 000 000.")
                % values
            )
    raise KeyError(error.code)


def _country(code: str) -> str:
    return country_name(code, get_language() or "en") if code in country_codes() else code
