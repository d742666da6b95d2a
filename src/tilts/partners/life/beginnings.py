"""Since when there has been something with which partner: each subject tells what it knows, in `AppConfig.ready()`.

beginnings.register("projects", first_days_of_projects)
"""

from collections.abc import Callable, Iterable
from datetime import date

#: Tells since when there has been something with which partner: number of the partner → day.
Tell = Callable[[], Iterable[tuple[int, date]]]

_told: dict[str, Tell] = {}


def register(name: str, tell: Tell) -> None:
    """Say since when partners have been worked with: an agreement, a project, a flow."""
    _told[name] = tell


def beginnings() -> dict[int, date]:
    """The first day of working with each partner, from all who tell; a partner of whom nobody tells has none."""
    first: dict[int, date] = {}
    for tell in _told.values():
        for partner, day in tell():
            first[partner] = min(day, first.get(partner, day))
    return first
