"""What agreements tell of the line of life of a partner."""

from collections.abc import Iterable

from tilts.agreements.queries import CONCLUDED, agreements_with
from tilts.partners.models import Partner
from tilts.partners.rules.life import Kind, Moment


def moments_of(partner: Partner) -> Iterable[Moment]:
    """Each concluded agreement, on the day of its signing as far as it is known."""
    return [
        Moment(Kind.AGREEMENT, each.signed, each.texts["title"], url=each.get_absolute_url())
        for each in agreements_with(partner).filter(state__in=CONCLUDED)
    ]
