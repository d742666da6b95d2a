"""What agreements tell of the line of life of a partner."""

from collections.abc import Iterable

from tilts.agreements.drafting.rows import as_agreed
from tilts.agreements.models import Party
from tilts.agreements.queries import concluded
from tilts.partners.models import Partner
from tilts.partners.rules.life import Kind, Moment


def moments_of(partner: Partner) -> Iterable[Moment]:
    """Each concluded agreement, on the day of its signing as far as it is known."""
    agreed = concluded().filter(pk__in=Party.objects.filter(partner=partner).values("agreement"))
    return [
        Moment(Kind.AGREEMENT, each.signed, each.texts["title"], url=each.get_absolute_url())
        for each in as_agreed(agreed)
    ]
