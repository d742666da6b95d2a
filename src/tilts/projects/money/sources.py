"""What higher subjects tell of a project's money: whom it is promised to, what must be there before it is paid.

Projects know no stays, so mobilities register in `AppConfig.ready()`:

    sources.register_promises("stays", promises_of)      # who is to be paid what
    sources.register_own("support", support_of)          # what the school itself is due for them
    sources.register_condition("papers", missing_papers) # what is missing before an instalment is due
    sources.register_counts("stays", counts_of)          # the six counts, as planned in flows and as achieved

Several of each may be registered; a name is taken once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tilts.accounts.models import School
from tilts.projects.money.rules import Counts, Parts, together, total

if TYPE_CHECKING:
    from tilts.projects.models import Project


@dataclass(frozen=True)
class Promise:
    """What a person is to be paid for one stay, as it is worked out now.

    source: names the stay within the school for ever, such as "mobility/17". label: the flow, no name of a person.
    problem: a sentence why there is no sum. earned: what the funder pays for, once the stay took place. bought: what
    the school itself buys out of the grant, such as tickets.
    """

    source: str
    person_id: int
    label: str
    parts: Parts
    url: str = ""
    problem: str = ""
    is_provisional: bool = False
    earned: Parts = field(default_factory=dict)
    bought: Parts = field(default_factory=dict)

    @property
    def total(self) -> Decimal:
        return total(self.parts)


@dataclass(frozen=True)
class OwnSupport:
    """What the funder pays the school itself: for all who are to travel, and for those who did."""

    expected: Parts = field(default_factory=dict)
    earned: Parts = field(default_factory=dict)


@dataclass(frozen=True)
class Achieved:
    """The six counts as flows plan them, and as they took place."""

    planned: Counts = field(default_factory=Counts)
    done: Counts = field(default_factory=Counts)


@dataclass(frozen=True)
class Instalment:
    """An instalment that somebody asks the papers of."""

    source: str
    number: int
    count: int

    @property
    def is_last_of_several(self) -> bool:
        return self.number == self.count > 1


TellPromises = Callable[["Project", School], Sequence[Promise]]
TellOwn = Callable[["Project", School], OwnSupport]
TellCounts = Callable[["Project"], Achieved]
#: Sentences of what is missing for each instalment; who has all papers is left out.
TellMissing = Callable[["Project", Sequence[Instalment]], Mapping[Instalment, Sequence[str]]]

_promises: dict[str, TellPromises] = {}
_own: dict[str, TellOwn] = {}
_counts: dict[str, TellCounts] = {}
_conditions: dict[str, TellMissing] = {}


def register_promises(name: str, tell: TellPromises) -> None:
    """Say whom a project's money is to be promised to."""
    _promises[name] = tell


def register_own(name: str, tell: TellOwn) -> None:
    """Say what the school itself is due."""
    _own[name] = tell


def register_counts(name: str, tell: TellCounts) -> None:
    """Say what the project has achieved."""
    _counts[name] = tell


def register_condition(name: str, tell: TellMissing) -> None:
    """Say what is missing before an instalment is due."""
    _conditions[name] = tell


def promises_of(project: "Project", school: School) -> list[Promise]:
    """Everybody the project's money is to be promised to."""
    return [promise for tell in _promises.values() for promise in tell(project, school)]


def own_support_of(project: "Project", school: School) -> OwnSupport:
    """What the school itself is due, from all who tell."""
    told = [tell(project, school) for tell in _own.values()]
    return OwnSupport(together(each.expected for each in told), together(each.earned for each in told))


def achieved_of(project: "Project") -> Achieved:
    """The six counts, from all who tell."""
    told = [tell(project) for tell in _counts.values()]
    return Achieved(sum((each.planned for each in told), Counts()), sum((each.done for each in told), Counts()))


def missing_for(project: "Project", instalments: Sequence[Instalment]) -> dict[Instalment, list[str]]:
    """What is missing for each of the instalments; an empty list: nothing, or nobody asks for anything."""
    found: dict[Instalment, list[str]] = {each: [] for each in instalments}
    for tell in _conditions.values():
        for instalment, sentences in tell(project, instalments).items():
            found[instalment] += sentences
    return found
