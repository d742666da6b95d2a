"""One line of life of two organisations: what there was between them, in order, and what it was a return of. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from tilts.core.partial_dates import PartialDate


class Kind(StrEnum):
    """What there was. A return visit is never recorded: it follows from the order."""

    FIRST_CONTACT = "first_contact"
    MEETING = "meeting"
    VISIT_THERE = "visit_there"  # we were with them
    VISIT_HERE = "visit_here"  # they were with us
    RETURN_VISIT_THERE = "return_visit_there"
    RETURN_VISIT_HERE = "return_visit_here"
    AGREEMENT = "agreement"
    PROJECT = "project"
    MOBILITY_THERE = "mobility_there"
    MOBILITY_HERE = "mobility_here"
    EVENT = "event"


#: Of each visit the one that it may be a return of, and what it is called then.
_VISITS: Final = {
    Kind.VISIT_THERE: (Kind.VISIT_HERE, Kind.RETURN_VISIT_THERE),
    Kind.VISIT_HERE: (Kind.VISIT_THERE, Kind.RETURN_VISIT_HERE),
}


@dataclass(frozen=True)
class Moment:
    """One of them. `texts`: what it is called, by language; `facts`: more about it, worded; `url`: its own page.

    is_planned: planned, and not known to have been done, also when its days are over.
    """

    kind: Kind
    when: PartialDate | None
    texts: dict[str, str] = field(default_factory=dict)
    until: PartialDate | None = None
    facts: tuple[str, ...] = ()
    url: str = ""
    is_planned: bool = False
    is_stated: bool = False  # known from a page or a report, by its counts

    def is_over(self, today: date) -> bool:
        """Whether its last day, as far as it is known, lies before today."""
        last = self.until or self.when
        return last is not None and last.last_day < today


def line_of_life(moments: Iterable[Moment]) -> list[Moment]:
    """In order of time, what has no date last; what is known to the year stands before what is known to its days.

    The first visit in one direction that follows a visit in the other is a return visit.

    >>> there, here = Moment(Kind.VISIT_THERE, PartialDate(2012, 5)), Moment(Kind.VISIT_HERE, PartialDate(2014))
    >>> [each.kind.value for each in line_of_life([here, there])]
    ['visit_there', 'return_visit_here']
    """
    ordered = sorted(moments, key=lambda each: (each.when is None, str(each.when or "")))
    seen: list[Kind] = []
    found = []
    for each in ordered:
        if each.kind in _VISITS and not each.is_planned:
            before, as_return = _VISITS[each.kind]
            is_return = each.kind not in seen and before in seen and each.when is not None
            seen.append(each.kind)
            each = replace(each, kind=as_return) if is_return else each
        found.append(each)
    return found
