"""Reads: what comes in, what must go back, what is achieved."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from tilts.projects.models import CoFinancing, FunderPayment, Project, ProjectMoney
from tilts.projects.money import sources
from tilts.projects.money.rules import COUNTS, ZERO, Balance, Budget, Counts, expected_of


def funder_payments_of(project: Project) -> QuerySet[FunderPayment]:
    """What the funder is to pay and has paid."""
    return FunderPayment.objects.filter(project=project)


def cofinancing_of(project: Project) -> QuerySet[CoFinancing]:
    """What others give."""
    return CoFinancing.objects.filter(project=project)


@dataclass(frozen=True)
class Income:
    """What is to come in, and what did."""

    funder_planned: Decimal
    funder_received: Decimal
    promised: Decimal
    received: Decimal


def income_of(project: Project) -> Income:
    """Sums of what the funder and others pay."""
    funder = funder_payments_of(project).aggregate(planned=Sum("planned_eur"), received=Sum("received_eur"))
    others = cofinancing_of(project).aggregate(promised=Sum("promised_eur"), received=Sum("received_eur"))
    return Income(
        funder["planned"] or ZERO, funder["received"] or ZERO, others["promised"] or ZERO, others["received"] or ZERO
    )


def balance_of(project: Project, budget: Budget) -> Balance:
    """What the funder has paid against what it will pay for."""
    received = FunderPayment.objects.filter(project=project).aggregate(sum=Sum("received_eur"))["sum"] or ZERO
    return Balance(received, budget.real, expected_of(budget))


@dataclass(frozen=True)
class CountRow:
    """One of the six counts: as the application has it, as the flows plan it, as it took place."""

    name: str
    label: str
    wanted: int | None
    planned: int
    done: int

    @property
    def lacking(self) -> int:
        """How many are missing even if all that is planned takes place."""
        return max(0, (self.wanted or 0) - max(self.planned, self.done))


def counts_of(project: Project, money: ProjectMoney) -> list[CountRow]:
    """Planned against achieved."""
    achieved = sources.achieved_of(project)
    return [
        CountRow(
            name,
            str(_field(name).verbose_name),
            getattr(money, f"planned_{name}"),
            _count(achieved.planned, name),
            _count(achieved.done, name),
        )
        for name in COUNTS
    ]


def _field(name: str) -> Any:
    return ProjectMoney._meta.get_field(f"planned_{name}")


def _count(counts: Counts, name: str) -> int:
    return int(getattr(counts, name))
