"""One line of life of two organisations: what there was between them, in order, and what it was a return of. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from tilts.core.partial_dates import PartialDate


class Kind(StrEnum):
    """What there was. A return visit is never recorded: it follows from the order."""

    FIRST_CONTACT = "first_contact"
    MEETING = "meeting"
    VISIT_THERE = "visit_there"  # we were with them
    VISIT_HERE = "visit_here"  # they were with us
    RETURN_VISIT = "return_visit"
    AGREEMENT = "agreement"
    PROJECT = "project"
    MOBILITY_THERE = "mobility_there"
    MOBILITY_HERE = "mobility_here"
    EVENT = "event"


_VISITS: Final = {Kind.VISIT_THERE: Kind.VISIT_HERE, Kind.VISIT_HERE: Kind.VISIT_THERE}


@dataclass(frozen=True)
class Moment:
    """One of them. `texts`: what it is called, by language; `facts`: more about it, worded; `url`: its own page."""

    kind: Kind
    when: PartialDate | None
    texts: dict[str, str] = field(default_factory=dict)
    until: PartialDate | None = None
    facts: tuple[str, ...] = ()
    url: str = ""
    is_planned: bool = False
    is_stated: bool = False  # known from a page or a report, by its counts


def line_of_life(moments: Iterable[Moment]) -> list[Moment]:
    """In order of time, what has no date last; what is known to the year stands before what is known to its days.

    The first visit in one direction that follows a visit in the other is a return visit.

    >>> there, here = Moment(Kind.VISIT_THERE, PartialDate(2012, 5)), Moment(Kind.VISIT_HERE, PartialDate(2014))
    >>> [each.kind.value for each in line_of_life([here, there])]
    ['visit_there', 'return_visit']
    """
    ordered = sorted(moments, key=lambda each: (each.when is None, str(each.when or "")))
    seen: list[Kind] = []
    found = []
    for each in ordered:
        if each.kind in _VISITS and not each.is_planned:
            is_return = each.kind not in seen and _VISITS[each.kind] in seen and each.when is not None
            seen.append(each.kind)
            each = replace(each, kind=Kind.RETURN_VISIT) if is_return else each
        found.append(each)
    return found
