"""How a grant agreement says that the grant is paid: in the instalments of the project."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from tilts.mobilities.papers.records import InstalmentRecord
from tilts.projects.money.rules import instalment, total


def instalments_of(to_person: Decimal | None, shares: Sequence[Decimal]) -> tuple[InstalmentRecord, ...]:
    """What is paid to the person in instalments, and when each is; none where the project has agreed on none."""
    if not shares or not to_person:
        return ()
    whole, paid = {"all": to_person}, Decimal(0)
    found = []
    for number in range(1, len(shares) + 1):
        amount = total(instalment(whole, shares, number, {"all": paid}))
        paid += amount
        found.append(InstalmentRecord(amount, _condition(number, len(shares))))
    return tuple(found)


def _condition(number: int, count: int) -> str:
    if number == 1:
        return _("Once this agreement is signed")
    return _("Once the stay is confirmed") if number == count else _("During the stay")
