"""What is to be said of a project's money, in the reader's language."""

from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy

from tilts.core.money import format_eur
from tilts.projects.money.sepa import CannotTransfer, Code

_TRANSFERS: Final[dict[Code, str | Promise]] = {
    "nothing": _lazy("Choose at least one approved payment."),
    "account_missing": _lazy(
        "Enter the account the school pays from first: a number (IBAN) of the SEPA area and its owner."
    ),
    "iban_missing": _lazy("Payment %(about)s has no account number."),
    "outside_area": _lazy(
        "The account of payment %(about)s lies outside the area of SEPA: pay it by your bank’s own form."
    ),
    "name_missing": _lazy("Payment %(about)s has no name of a payee."),
    "amount": _lazy("Payment %(about)s has no amount that can be transferred."),
    "too_much": _lazy("Payment %(about)s is more than a single transfer may be."),
}


def transfer_problem(error: CannotTransfer) -> str:
    """Why a bank would not take the file."""
    return str(_TRANSFERS[error.code]) % {"about": error.about}


def eur(amount: Decimal) -> str:
    """Money as the reader's language writes it."""
    return format_eur(amount, get_language() or "en")
