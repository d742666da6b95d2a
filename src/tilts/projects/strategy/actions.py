"""Writes: strategies with their approved paper, indicators with their figures, and the parts of a strategy."""

from collections.abc import Mapping

from django.db import transaction

from tilts.accounts.models import User
from tilts.files.actions import store_file
from tilts.projects.strategy.models import Goal, Indicator, Strategy, StrategyRegion, Target

Part = StrategyRegion | Goal | Indicator
#: By year: planned and achieved.
Figures = Mapping[int, tuple[int | None, int | None]]


@transaction.atomic
def keep_strategy(strategy: Strategy, approval: tuple[str, bytes] | None, *, by: User | None) -> Strategy:
    """Save a strategy. approval: name and bytes of the approved paper, a PDF; None leaves what is there."""
    if approval is not None:
        name, content = approval
        strategy.approval = store_file(
            content, name=name, content_type="application/pdf", permission="projects.view", by=by
        )
    strategy.save()
    return strategy


@transaction.atomic
def keep_indicator(indicator: Indicator, figures: Figures) -> Indicator:
    """Save an indicator with the figures of these years; a year without any is taken away, other years stay."""
    indicator.save()
    Target.objects.filter(indicator=indicator, year__in=figures).delete()
    Target.objects.bulk_create(
        Target(indicator=indicator, year=year, planned=planned, achieved=achieved)
        for year, (planned, achieved) in figures.items()
        if planned is not None or achieved is not None
    )
    return indicator


def remove_part(part: Part) -> None:
    """Take a region, a goal or an indicator away; a goal leaves its indicators behind."""
    part.delete()
