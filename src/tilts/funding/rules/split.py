"""Who gets what of a grant: paid to the person, bought by the school, provided by the host. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, get_args

from tilts.funding.rules.records import Category, Grant, Line

Way = Literal["bought", "provided"]
WAYS: Final[tuple[Way, ...]] = get_args(Way)


@dataclass(frozen=True)
class Provision:
    """What of a category the person does not get as money: bought by the school, or provided by the host.

    eur: for one person, whole cents; None for all that the category pays. what: in words, "rooms and insurance".
    """

    category: Category
    way: Way
    eur: Decimal | None = None
    what: str = ""

    def __post_init__(self) -> None:
        if self.eur is not None and self.eur < 0:
            raise ValueError(f"nothing is bought for less than 0 EUR: {self.eur}")


@dataclass(frozen=True)
class LineSplit:
    """A line with what of it is not paid to the person, and for what."""

    line: Line
    to_person_eur: Decimal
    provision: Provision | None = None

    @property
    def kept_eur(self) -> Decimal:
        """What is bought or provided; 0 where all is paid to the person."""
        return self.line.amount_eur - self.to_person_eur


@dataclass(frozen=True)
class Split:
    """The participant's lines, split. `beyond`: what costs more than its category pays, with how much more."""

    lines: tuple[LineSplit, ...] = ()
    beyond: tuple[tuple[Provision, Decimal], ...] = ()

    @property
    def to_person_eur(self) -> Decimal:
        return sum((each.to_person_eur for each in self.lines), Decimal(0))

    @property
    def parts(self) -> Mapping[Category, Decimal]:
        """What is paid to the person, by category; categories of which nothing is left stand with 0."""
        parts: dict[Category, Decimal] = {}
        for each in self.lines:
            parts[each.line.category] = parts.get(each.line.category, Decimal(0)) + each.to_person_eur
        return parts

    def kept(self, way: Way) -> Decimal:
        """All that is bought, or all that is provided."""
        return sum((each.kept_eur for each in self.lines if each.provision and each.provision.way == way), Decimal(0))


def split(grant: Grant, provisions: Iterable[Provision]) -> Split:
    """The grant's lines with what is taken off each: never more than the line, so that nobody owes money for tickets.

    Dear travel is paid as an exceptional cost; tickets bought for "travel" are taken off it all the same. A grant of
    275 for travel and 1 022 for the stay, tickets of 180 and rooms of 430 bought: 95 + 592 = 687 EUR to the person.
    """
    wanted = {each.category: each for each in provisions}
    left = {each.category: each.eur for each in wanted.values() if each.eur is not None}
    found = []
    for line in grant.lines:
        if line.recipient != "participant":
            continue
        provision = wanted.get("travel" if line.reason == "expensive_travel" else line.category)
        taken = Decimal(0) if provision is None else line.amount_eur
        if provision is not None and provision.category in left:
            taken = min(left[provision.category], taken)
            left[provision.category] -= taken
        found.append(LineSplit(line, line.amount_eur - taken, provision if taken else None))
    return Split(tuple(found), tuple((wanted[category], eur) for category, eur in left.items() if eur))
