"""What mobilities hold of a person: told in an export, let go of when the person is erased."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from tilts.mobilities.asking import take_links_back
from tilts.mobilities.models import InclusionCost, Mobility, StayCosts, StayProvision
from tilts.people.models import Person
from tilts.people.privacy import as_plain


def export_stays(person: Person) -> list[dict[str, Any]]:
    """Every stay of the person with its flow, partner and project."""
    return [
        {
            **as_plain(mobility),
            "flow": mobility.flow.name,
            "partner": mobility.flow.partner.name,
            "project": mobility.flow.project.reference,
            "own_costs": [_written(each) for each in StayCosts.objects.filter(mobility=mobility)],
            "paid_by": [_written(each) for each in StayProvision.objects.filter(mobility=mobility)],
            "inclusion": [as_plain(each) for each in InclusionCost.objects.filter(mobility=mobility)],
        }
        for mobility in _stays(person)
    ]


def why_stays_must_stay(person: Person) -> list[str]:
    """A sentence for each stay that is planned or took place; cancelled ones bind nobody."""
    reasons = []
    for mobility in _stays(person):
        if mobility.state == Mobility.State.PLANNED:
            reasons.append(_("“%(flow)s” is planned. Take the person out of the flow first.") % {"flow": mobility.flow})
        elif mobility.state == Mobility.State.DONE:
            reasons.append(_("“%(flow)s” took place. Its records are kept for the funder.") % {"flow": mobility.flow})
    return reasons


def erase_stays(person: Person) -> None:
    """Remove the cancelled stays and end their links."""
    for mobility in _stays(person).filter(state=Mobility.State.CANCELLED):
        take_links_back(mobility)
        mobility.delete()


def _written(row: StayCosts | StayProvision) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in as_plain(row).items()}


def _stays(person: Person) -> Any:
    return Mobility.objects.filter(person=person).select_related("flow__partner", "flow__project")
