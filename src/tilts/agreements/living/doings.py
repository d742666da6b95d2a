"""What fulfils a planned activity. The doing side points to the activity, and tells of it here.

doings.register(lambda activities: {activity.pk: [Doing(flow.name, flow.get_absolute_url(), ...)] ...})
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tilts.core.partial_dates import PartialDate


@dataclass(frozen=True)
class Doing:
    """A flow, a visit, an event that fulfils a planned activity."""

    label: str
    url: str
    on: date | None
    is_done: bool  # it has taken place; otherwise it is planned
    permission: str  # who may open its page
    known: PartialDate | None = None  # when, where only the month or the year is known

    @property
    def told(self) -> PartialDate | None:
        """When, as far as it is known."""
        return self.known or (PartialDate(self.on.year, self.on.month, self.on.day) if self.on else None)


#: From numbers of planned activities to what fulfils each.
Source = Callable[[Sequence[int]], Mapping[int, Sequence[Doing]]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Tell of what fulfils planned activities; called in `AppConfig.ready()`."""
    _sources.append(source)


def doings_of(activities: Sequence[int]) -> dict[int, list[Doing]]:
    """What fulfils each of these planned activities, the earliest first."""
    found: dict[int, list[Doing]] = {number: [] for number in activities}
    for source in _sources:
        for number, doings in source(activities).items():
            found[number] += doings
    return {number: sorted(each, key=lambda doing: doing.on or date.max) for number, each in found.items()}
