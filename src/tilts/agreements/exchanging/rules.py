"""By which version a copy is told, and which planned activity of it is which of a newer version. Pure."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from tilts.agreements.rules import ON_THE_WAY

#: An activity in all its languages.
Said = frozenset[str]

#: So much of a text must have stayed for it to be the same activity, worded anew: 0 to 1.
_ALIKE = 0.6


def told_by(state: str, versions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What an agreement in this state says: the last version, or what was signed last once a change was dropped.

    >>> told = [{"position": 1, "in_force_on": "2026-11-25"}, {"position": 2, "in_force_on": ""}]
    >>> told_by("proposed", told)["position"], told_by("in_force", told)["position"]
    (2, 1)
    """
    signed = [each for each in versions if each["in_force_on"]]
    return dict(versions[-1] if state in ON_THE_WAY or not signed else signed[-1])


def same_activities(old: Sequence[Said], new: Sequence[Said]) -> list[int | None]:
    """For each new activity the place of the old one that it is; None for one that comes in addition.

    First those that say the same in some language, then those worded anew, the most alike first.

    >>> visits, camp, longer = (frozenset({text}) for text in ("Visits", "A camp", "A camp in May"))
    >>> same_activities([visits, camp], [longer, visits, frozenset({"A choir"})])
    [1, 0, None]
    """
    found: dict[int, int] = {}
    left = list(range(len(old)))
    for place, said in enumerate(new):
        if (same := next((each for each in left if old[each] & said), None)) is not None:
            found[place] = same
            left.remove(same)
    pairs = [
        (_alike(old[each], said), place, each) for place, said in enumerate(new) if place not in found for each in left
    ]
    for alike, place, each in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if alike >= _ALIKE and place not in found and each in left:
            found[place] = each
            left.remove(each)
    return [found.get(place) for place in range(len(new))]


def _alike(old: Said, new: Said) -> float:
    return max((SequenceMatcher(None, a, b, autojunk=False).ratio() for a in old for b in new), default=0.0)
