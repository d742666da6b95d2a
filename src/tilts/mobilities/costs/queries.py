"""Reads: what each stay of a flow costs beyond days and travel, and who pays for what."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from tilts.funding.rules import Extras, Provision
from tilts.mobilities.costs.models import COSTS, InclusionCost, StayCosts, StayProvision
from tilts.mobilities.models import Flow, Mobility

#: Of the fields of `StayCosts` those that a case has under the same name.
_EXTRAS = tuple(name for name in COSTS if name not in {"zero_grant", "course_days"})


@dataclass
class CostsOfFlow:
    """Everything of one flow, read at once; `of` a stay is what holds for it."""

    common: StayCosts | None = None
    own: dict[int, StayCosts] = field(default_factory=dict)
    provisions: dict[int | None, dict[str, StayProvision]] = field(default_factory=dict)
    inclusion: dict[int, InclusionCost] = field(default_factory=dict)
    #: Of those without costs of their own: of participants, and of who accompanies.
    _shared: dict[bool, Extras] = field(default_factory=dict)

    def value(self, mobility: Mobility, name: str) -> Any:
        """One of COSTS as it holds for the person."""
        own, common = self.own.get(mobility.pk), self.common
        told = getattr(own, name, None)
        return told if told is not None else getattr(common, name, None)

    def extras_of(self, mobility: Mobility) -> Extras:
        """What the rules are asked beyond days and travel. Who accompanies takes no course and no language."""
        is_participant = mobility.role == Mobility.Role.PARTICIPANT
        if mobility.pk in self.own or mobility.pk in self.inclusion:
            return self._extras_of(mobility, is_participant=is_participant)
        if is_participant not in self._shared:
            self._shared[is_participant] = self._extras_of(mobility, is_participant=is_participant)
        return self._shared[is_participant]

    def _extras_of(self, mobility: Mobility, *, is_participant: bool) -> Extras:
        told: dict[str, Any] = {name: self.value(mobility, name) for name in _EXTRAS}
        inclusion = self.inclusion.get(mobility.pk)
        return Extras(
            **told | {"linguistic": bool(told["linguistic"]) and is_participant},
            course_days=(self.value(mobility, "course_days") or 0) if is_participant else 0,
            real_inclusion_eur=inclusion.eur if inclusion is not None else None,
        )

    def is_zero_grant(self, mobility: Mobility) -> bool:
        return bool(self.value(mobility, "zero_grant"))

    def provisions_of(self, mobility: Mobility) -> tuple[Provision, ...]:
        """What is not paid to the person: the person's own choice for a category, else the flow's."""
        chosen = self.provisions.get(None, {}) | self.provisions.get(mobility.pk, {})
        return tuple(
            Provision(each.category, each.by, each.eur, each.what)  # type: ignore[arg-type]
            for _category, each in sorted(chosen.items())
            if each.by != StayProvision.By.PERSON
        )


def costs_of(flow: Flow) -> CostsOfFlow:
    """Three queries, however many travel."""
    return _gathered(
        StayCosts.objects.filter(flow=flow), StayProvision.objects.filter(flow=flow), Q(mobility__flow=flow)
    )


def _gathered(costs: Iterable[StayCosts], provisions: Iterable[StayProvision], whose: Q) -> CostsOfFlow:
    found = CostsOfFlow(inclusion={each.mobility_id: each for each in InclusionCost.objects.filter(whose)})
    for each in costs:
        if each.mobility_id is None:
            found.common = each
        else:
            found.own[each.mobility_id] = each
    for provision in provisions:
        found.provisions.setdefault(provision.mobility_id, {})[provision.category] = provision
    return found


def own_rows(mobility: Mobility) -> list[StayCosts | StayProvision]:
    """What is kept for one person alone and goes with the stay; real costs of inclusion are sealed and not among it."""
    return [*StayCosts.objects.filter(mobility=mobility), *StayProvision.objects.filter(mobility=mobility)]
