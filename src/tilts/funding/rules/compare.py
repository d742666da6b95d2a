"""Two grants side by side: what changes when the days, the mode of travel or the call year do. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from tilts.funding.rules.records import Category, Grant


@dataclass(frozen=True)
class Change:
    """A category in both grants; None where a grant has no sum for it."""

    category: Category
    before_eur: Decimal | None
    after_eur: Decimal | None

    @property
    def difference_eur(self) -> Decimal | None:
        if self.before_eur is None or self.after_eur is None:
            return None
        return self.after_eur - self.before_eur


def compare(before: Grant, after: Grant) -> tuple[Change, ...]:
    """Every category of either grant, in the order of the first.

    What only one of two whole grants has is 0 in the other. A grant with problems may miss lines:
    what it does not have is then not known, which is another thing than 0.
    """
    sums = [_sums(before), _sums(after)]
    categories = dict.fromkeys([*sums[0], *sums[1]])
    return tuple(
        Change(
            category,
            *(found.get(category, _without(grant)) for found, grant in zip(sums, (before, after), strict=True)),
        )
        for category in categories
    )


def _sums(grant: Grant) -> dict[Category, Decimal]:
    found: dict[Category, Decimal] = {}
    for line in grant.lines:
        found[line.category] = found.get(line.category, Decimal(0)) + line.amount_eur
    return found


def _without(grant: Grant) -> Decimal | None:
    return None if grant.problems else Decimal(0)
