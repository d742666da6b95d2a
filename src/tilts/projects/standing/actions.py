"""Writes: taking away what the school's standing does not hold, and back again."""

from tilts.projects.standing.models import Accreditation, Award, StatedTotal
from tilts.projects.strategy.models import Goal, Strategy, StrategyRegion

Record = Award | Accreditation | Strategy | StrategyRegion | Goal | StatedTotal


def remove_record(record: Record) -> None:
    """Take away what was entered by mistake."""
    record.delete()


def put_back(record: Record) -> None:
    """Bring it back as it was. Raises IntegrityError where its project is gone."""
    record.save(force_insert=True)
