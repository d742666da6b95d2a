"""Money in euro: exact decimals, rounded in one place, written as the reader's language does."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel.numbers import format_decimal

from tilts.core.languages import locale_of

CENT: Final = Decimal("0.01")


def round_cents(amount: Decimal) -> Decimal:
    """The amount in EUR to the cent, half up and away from zero, as an accountant does.

    >>> round_cents(Decimal("83.305"))
    Decimal('83.31')
    """
    return amount.quantize(CENT, ROUND_HALF_UP)


def format_eur(amount: Decimal, language: str) -> str:
    """The amount to the cent with its currency: "1,158.00 EUR" in English, "1 158,00 EUR" in Latvian.

    The currency stands as a code behind the figure in every language, as grant agreements write it, and is tied to
    it by a no-break space.
    """
    return f"{format_decimal(round_cents(amount), format='#,##0.00', locale=locale_of(language))}\u00a0EUR"
