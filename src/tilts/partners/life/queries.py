"""Reads: contacts and visits."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from tilts.partners.life.models import Encounter
from tilts.partners.models import Partner
from tilts.partners.rules.life import Kind, Moment


def encounters_with(partner: Partner) -> QuerySet[Encounter]:
    """The contacts and visits with a partner, the earliest first."""
    return Encounter.objects.filter(partner=partner)


def moments_of(partner: Partner) -> Iterable[Moment]:
    """What the line of life tells of them."""
    today = timezone.localdate()
    return [
        Moment(
            Kind(each.kind),
            each.when,
            each.texts["what"],
            facts=tuple(fact for fact in (each.place, each.wording("who")) if fact),
            is_planned=each.on > today,
        )
        for each in encounters_with(partner)
    ]
