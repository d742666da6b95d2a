"""Writes: further costs of a flow or a stay, and who pays for what."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction

from tilts.mobilities.costs.models import COSTS, InclusionCost, StayCosts, StayProvision
from tilts.mobilities.models import Flow, Mobility


@dataclass(frozen=True)
class Choice:
    """Who pays for a category, and how much of it; `by` empty: nothing is said."""

    by: str
    eur: Decimal | None = None
    what: str = ""


@transaction.atomic
def keep_costs(flow: Flow, mobility: Mobility | None, costs: Mapping[str, Any], choices: Mapping[str, Choice]) -> None:
    """Keep what one page says of a flow, or of one stay; what is empty is taken away."""
    Flow.objects.select_for_update(no_key=True).get(pk=flow.pk)
    if any(costs.get(name) is not None for name in COSTS):
        StayCosts.objects.update_or_create(flow=flow, mobility=mobility, defaults=dict(costs))
    else:
        StayCosts.objects.filter(flow=flow, mobility=mobility).delete()
    for category, choice in choices.items():
        if choice.by:
            StayProvision.objects.update_or_create(
                flow=flow,
                mobility=mobility,
                category=category,
                defaults={"by": choice.by, "eur": choice.eur, "what": choice.what},
            )
        else:
            StayProvision.objects.filter(flow=flow, mobility=mobility, category=category).delete()


@transaction.atomic
def keep_inclusion_cost(mobility: Mobility, real_eur: Decimal | None, evidence: str) -> None:
    """Keep what inclusion costs for one participant, sealed; without an amount there is none."""
    Mobility.objects.select_for_update(no_key=True).get(pk=mobility.pk)
    known = InclusionCost.objects.filter(mobility=mobility).first()
    if real_eur is None:
        if known is not None:
            known.delete()
        return
    known = known or InclusionCost(mobility=mobility)
    known.real_eur, known.evidence = str(real_eur), evidence
    known.save()
