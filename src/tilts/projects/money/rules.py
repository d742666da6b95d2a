"""What is true of a project's money: what is free, what an instalment is, what may be moved, what goes back. Pure.

All amounts are EUR to the cent.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Final

from tilts.core.money import CENT, round_cents

#: A category of costs → its amount.
Parts = Mapping[str, Decimal]

#: Categories of which the funder pays the real costs, by receipts; all others are paid by count and by day.
REAL_COSTS: Final = frozenset({"exceptional_costs", "inclusion_support_participants", "grant"})

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)
MOST_INSTALMENTS: Final = 5


# Budget


@dataclass(frozen=True)
class BudgetLine:
    """One category of a budget.

    planned: after transfers. committed: promised to people, to be bought for them, and what the school itself is
    due for them. spent: what left the school's account, to people or by receipts. achieved: what the funder pays for
    stays that took place. receipts: of `spent`, what the school bought.
    """

    category: str
    planned: Decimal = ZERO
    committed: Decimal = ZERO
    spent: Decimal = ZERO
    achieved: Decimal = ZERO
    receipts: Decimal = ZERO
    code: str = ""
    typed: Decimal = ZERO  # planned as the annex has it, before transfers

    @property
    def real(self) -> Decimal:
        """What the funder can be asked for: by receipts where it pays real costs, else by what took place."""
        return self.receipts if self.category in REAL_COSTS else self.achieved

    @property
    def used(self) -> Decimal:
        """What is no longer free: what is committed, or what is spent where that is more."""
        return max(self.committed, self.spent)

    @property
    def free(self) -> Decimal:
        """What can still be promised; below zero where too much is."""
        return self.planned - self.used

    @property
    def over_by(self) -> Decimal:
        return max(ZERO, -self.free)

    @property
    def is_over(self) -> bool:
        return self.free < 0


@dataclass(frozen=True)
class Budget:
    """A budget by category, in the order of the funder's categories."""

    lines: tuple[BudgetLine, ...]

    def _sum(self, name: str) -> Decimal:
        return sum((getattr(line, name) for line in self.lines), ZERO)

    @property
    def planned(self) -> Decimal:
        return self._sum("planned")

    @property
    def committed(self) -> Decimal:
        return self._sum("committed")

    @property
    def spent(self) -> Decimal:
        return self._sum("spent")

    @property
    def real(self) -> Decimal:
        return self._sum("real")

    @property
    def free(self) -> Decimal:
        return self._sum("free")

    @property
    def over(self) -> tuple[BudgetLine, ...]:
        """The categories in which more is used than planned."""
        return tuple(line for line in self.lines if line.is_over)


def together(parts: Iterable[Parts]) -> dict[str, Decimal]:
    """Amounts of several, summed by category.

    >>> together([{"travel": Decimal(275)}, {"travel": Decimal(275), "individual_support": Decimal(900)}])
    {'travel': Decimal('550'), 'individual_support': Decimal('900')}
    """
    found: dict[str, Decimal] = {}
    for each in parts:
        for category, amount in each.items():
            found[category] = found.get(category, ZERO) + amount
    return found


def less(parts: Parts, others: Parts) -> dict[str, Decimal]:
    """Amounts less those of others, by category; what comes to nothing is left out.

    >>> less({"travel": Decimal(275), "individual_support": Decimal(900)}, {"travel": Decimal(275)})
    {'individual_support': Decimal('900')}
    """
    found = together([parts, {category: -amount for category, amount in others.items()}])
    return {category: amount for category, amount in found.items() if amount}


def total(parts: Parts) -> Decimal:
    """The sum over all categories."""
    return sum(parts.values(), ZERO)


# Transfers


def most_to_move(planned: Decimal, percent: Decimal | None, moved: Decimal) -> Decimal | None:
    """How much may still leave a category without the funder's consent; None where no limit is known.

    planned: as the annex has it. moved: what already left the category. 20 % of 5 000 EUR with 400 EUR moved:
    1 000 - 400 = 600 EUR.
    """
    if percent is None:
        return None
    return max(ZERO, (planned * percent / HUNDRED).quantize(CENT, ROUND_DOWN) - moved)


# Instalments


def read_shares(text: str) -> tuple[Decimal, ...] | None:
    """The shares of the instalments in per cent, such as "80/20"; None for what is no such split.

    Each share is above 0, all together are 100, at most five.

    >>> read_shares("70 / 30")
    (Decimal('70'), Decimal('30'))
    """
    parts = [part.strip().removesuffix("%").strip() for part in re.split("[/+;]", text)]
    if not all(re.fullmatch(r"\d{1,3}([.,]\d{1,2})?", part) for part in parts) or len(parts) > MOST_INSTALMENTS:
        return None
    shares = tuple(Decimal(part.replace(",", ".")) for part in parts)
    return shares if all(share > 0 for share in shares) and sum(shares) == HUNDRED else None


def instalment(parts: Parts, shares: Sequence[Decimal], number: int, before: Parts) -> dict[str, Decimal]:
    """What is due with instalment `number` (from 1), by category.

    before: what the earlier instalments paid. The last one pays all that is left, so that nothing is lost by rounding
    and a grant that has changed meanwhile is made good with it; below zero it was overpaid. Another one pays its share
    of the whole to the cent, half up; the cents that the categories' own shares lack fall to the first ones.

    80 % of 275.00 + 1 158.30 = 1 433.30 is 1 146.64: 220.00 of the travel and 926.64 of the individual support.
    """
    if not 1 <= number <= len(shares):
        raise ValueError(f"there are instalments 1 to {len(shares)}: {number}")
    left = {category: amount - before.get(category, ZERO) for category, amount in parts.items()}
    left |= {category: -amount for category, amount in before.items() if category not in parts}
    if number == len(shares):
        return {category: amount for category, amount in left.items() if amount}
    share = shares[number - 1] / HUNDRED
    wanted = round_cents(total(parts) * share)
    found = {category: (amount * share).quantize(CENT, ROUND_DOWN) for category, amount in parts.items()}
    for category, amount in parts.items():
        missing = wanted - total(found)
        found[category] += max(ZERO, min(CENT, missing, amount - found[category]))
    return {category: amount for category, amount in found.items() if amount}


# Money that people pay back


def overpaid(paid: Parts, owed: Parts) -> Decimal:
    """How much more a person was paid than is theirs; 0 for nothing."""
    return max(ZERO, total(paid) - total(owed))


def spread(amount: Decimal, paid: Parts, owed: Parts) -> dict[str, Decimal]:
    """Money paid back by category: first of those in which too much was paid, then of all that was paid.

    100 EUR of 275 for travel and 800 for the stay, of which 275 and 740 are owed: 60 of the stay, then 40 of the
    travel. Raises ValueError for more than was paid.
    """
    if amount > total(paid):
        raise ValueError(f"no more than {total(paid)} was paid: {amount}")
    found: dict[str, Decimal] = {}
    for most in ({name: euro - owed.get(name, ZERO) for name, euro in paid.items()}, paid):
        for category, limit in most.items():
            taken = min(limit - found.get(category, ZERO), amount - total(found))
            if taken > 0:
                found[category] = found.get(category, ZERO) + taken
    return found


# What comes in, what goes back


@dataclass(frozen=True)
class Balance:
    """What the funder has paid against what it will pay for.

    real: earned so far. expected: earned if all that is committed takes place. Below zero: the funder still owes.
    """

    received: Decimal
    real: Decimal
    expected: Decimal

    @property
    def back_if_nothing_more(self) -> Decimal:
        """To be paid back if no further stay takes place."""
        return max(ZERO, self.received - self.real)

    @property
    def back_if_as_committed(self) -> Decimal:
        """To be paid back even if all that is committed takes place."""
        return max(ZERO, self.received - self.expected)


def expected_of(budget: Budget) -> Decimal:
    """What the funder pays once all that is committed took place, no more than is planned in all."""
    lines = budget.lines
    wanted = sum(
        (max(line.real, line.receipts if line.category in REAL_COSTS else line.committed) for line in lines), ZERO
    )
    return min(wanted, budget.planned) if budget.planned else wanted


# Planned against achieved


@dataclass(frozen=True)
class Counts:
    """The six counts of an accreditation. days: of all participants' activities together."""

    participants: int = 0
    days: int = 0
    fewer_opportunities: int = 0
    blended: int = 0
    green: int = 0
    accompanying: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, name) + getattr(other, name) for name in COUNTS))


COUNTS: Final = ("participants", "days", "fewer_opportunities", "blended", "green", "accompanying")


# Other currencies


def in_eur(amount: Decimal, units_per_eur: Decimal) -> Decimal:
    """An amount in another currency, by how many of its units one euro was worth.

    >>> in_eur(Decimal("429.10"), Decimal("4.291"))
    Decimal('100.00')
    """
    if units_per_eur <= 0:
        raise ValueError(f"a rate is above 0: {units_per_eur}")
    return round_cents(amount / units_per_eur)
