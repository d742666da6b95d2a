"""Which study programmes of two schools go together, how well, and why. Pure.

The score can be redone by hand. Field, level, title, and what is taught give points; they are shown as a share of the
points that could be had, 0 to 100. A level, units or outcomes that one side does not tell of are left out of both sums,
and so are units and outcomes that no language tells on both sides.

    the same detailed field 45, the same narrow one 20, the same broad one 5     of 45
    the same level 15, one level apart 8                                         of 15
    the words of the titles, in the nearest pair of languages                    of 25
    units and learning outcomes that say the same                                of 15
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from tilts.partners.rules.titles import common_words, likeness, paired_lines, stems

FIELD, LEVEL, TITLE, CONTENT = 45, 15, 25, 15  # points to be had
NARROW, BROAD, NEAR_LEVEL = 20, 5, 8

#: From which score on two programmes go together, and from which on they are as good as one.
RELATED: Final = 35
CLOSE: Final = 60


class Why(StrEnum):
    """What a reason is about: the criterion and what was found."""

    SAME_FIELD = "same_field"
    SAME_NARROW_FIELD = "same_narrow_field"
    SAME_BROAD_FIELD = "same_broad_field"
    OTHER_FIELD = "other_field"
    FIELD_UNKNOWN = "field_unknown"
    SAME_LEVEL = "same_level"
    NEAR_LEVEL = "near_level"
    OTHER_LEVEL = "other_level"
    LEVEL_UNKNOWN = "level_unknown"
    SAME_TITLE = "same_title"
    COMMON_WORDS = "common_words"
    OTHER_TITLE = "other_title"
    COMMON_CONTENT = "common_content"
    OTHER_CONTENT = "other_content"
    CONTENT_UNKNOWN = "content_unknown"
    CONTENT_IN_OTHER_LANGUAGES = "content_in_other_languages"


@dataclass(frozen=True)
class Reason:
    """What one criterion gives. `possible` is 0 where it is left out; `values` is what its sentence needs.

    lines: of units and outcomes, ours and theirs that say the same, the nearest first.
    """

    why: Why
    points: int
    possible: int
    values: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Programme:
    """A study programme as it is compared. `key` names it, `school` whose it is; both mean nothing here."""

    key: int
    titles: Mapping[str, str]  # by language
    isced_code: str = ""  # 2 to 4 digits of ISCED-F 2013
    eqf_level: int | None = None
    content: Mapping[str, Sequence[str]] = field(default_factory=dict)  # units and outcomes, by language
    school: int = 0

    @cached_property
    def title_stems(self) -> tuple[frozenset[str], ...]:
        """Of each title."""
        return tuple(found for title in self.titles.values() if (found := stems(title)))


class Match(NamedTuple):
    """Two programmes that go together, by their keys."""

    ours: int
    theirs: int
    school: int  # whose `theirs` is
    score: int

    @property
    def is_close(self) -> bool:
        return self.score >= CLOSE


def score(ours: Programme, theirs: Programme) -> int:
    """How well they go together, 0 to 100; rounded half up.

    >>> cook = Programme(1, {"en": "Cookery"}, "1013", 4)
    >>> score(cook, Programme(2, {"en": "Cookery"}, "1013", 4)), score(cook, Programme(3, {"en": "Baking"}, "0721", 4))
    (100, 18)
    """
    return _score(ours, theirs, _nearest(ours, theirs))


def _score(ours: Programme, theirs: Programme, nearest: float) -> int:
    reached = _field_points(ours.isced_code, theirs.isced_code) + _title_points(nearest)
    possible = FIELD + TITLE
    if ours.eqf_level and theirs.eqf_level:
        reached, possible = reached + _level_points(ours.eqf_level, theirs.eqf_level), possible + LEVEL
    if ours.content and theirs.content and (said := _content(ours, theirs)):
        reached, possible = reached + said.points, possible + CONTENT
    return share(reached, possible)


def share(reached: int, possible: int) -> int:
    """Points as a share of those that could be had, in whole hundredths, half up."""
    return (200 * reached + possible) // (2 * possible)


def reasons(ours: Programme, theirs: Programme) -> list[Reason]:
    """What each criterion gives; the score is the share of the points reached among the possible ones."""
    return [
        _field_reason(ours.isced_code, theirs.isced_code),
        _level_reason(ours.eqf_level, theirs.eqf_level),
        _title_reason(ours, theirs),
        _content_reason(ours, theirs),
    ]


def matches(ours: Iterable[Programme], theirs: Iterable[Programme]) -> list[Match]:
    """Every two that go together, the best first.

    Costs as much as there are programmes: only those are compared that share a narrow field or a word of a title, or
    a broad field where both tell what is taught.
    """
    index = _Index(theirs)
    found = [
        Match(own.key, other.key, other.school, points)
        for own in ours
        for other, nearest in index.candidates(own)
        if (points := _score(own, other, nearest)) >= RELATED
    ]
    return sorted(found, key=lambda match: (-match.score, match.ours, match.theirs))


def one_each(found: Iterable[Match]) -> list[Match]:
    """Of matches, the best first, those in which no programme stands twice: the best pair goes first.

    >>> one_each([Match(1, 8, 0, 90), Match(1, 9, 0, 80), Match(2, 8, 0, 70), Match(2, 9, 0, 40)])
    [Match(ours=1, theirs=8, school=0, score=90), Match(ours=2, theirs=9, school=0, score=40)]
    """
    ours, theirs, kept = set[int](), set[int](), []
    for match in found:
        if match.ours not in ours and match.theirs not in theirs:
            ours.add(match.ours)
            theirs.add(match.theirs)
            kept.append(match)
    return kept


@dataclass(frozen=True)
class Shared:
    """How much of what we teach a school teaches, too: its pairs, the best first, no programme in two of them."""

    school: int
    pairs: tuple[Match, ...]

    @property
    def close(self) -> int:
        """How many pairs are as good as one."""
        return sum(pair.is_close for pair in self.pairs)


def by_school(found: Iterable[Match]) -> list[Shared]:
    """Matches with many schools, gathered by school: first who shares most close pairs, then most pairs, then the
    highest scores.
    """
    schools: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        schools[match.school].append(match)
    gathered = [Shared(school, tuple(one_each(some))) for school, some in schools.items()]
    return sorted(
        gathered,
        key=lambda each: (-each.close, -len(each.pairs), -sum(pair.score for pair in each.pairs), each.school),
    )


class _Index:
    """Programmes by their narrow field and by the stems of their titles."""

    def __init__(self, programmes: Iterable[Programme]) -> None:
        self._programmes = list(programmes)
        self._by_field: dict[str, list[int]] = defaultdict(list)
        self._titles: list[tuple[int, int]] = []  # whose it is, and of how many stems
        self._by_stem: dict[str, list[int]] = defaultdict(list)  # titles
        for place, programme in enumerate(self._programmes):
            if len(programme.isced_code) > 2:
                self._by_field[programme.isced_code[:3]].append(place)
            if programme.content:  # what is taught can join two of one broad field
                self._by_field[programme.isced_code[:2]].append(place)
            for title in programme.title_stems:
                for each in title:
                    self._by_stem[each].append(len(self._titles))
                self._titles.append((place, len(title)))

    def candidates(self, own: Programme) -> Iterator[tuple[Programme, float]]:
        """Each with the likeness of its title: counted here, which is quicker than comparing sets of stems."""
        nearest = dict.fromkeys(self._by_field.get(own.isced_code[:3], ()), 0.0)
        if own.content:
            nearest |= dict.fromkeys(self._by_field.get(own.isced_code[:2], ()), 0.0)
        for title in own.title_stems:
            common = Counter(chain.from_iterable(self._by_stem.get(each, ()) for each in title))
            for number, count in common.items():
                place, length = self._titles[number]
                alike = 2 * count / (len(title) + length)
                if alike > nearest.get(place, 0):
                    nearest[place] = alike
        return ((self._programmes[place], alike) for place, alike in nearest.items())


# The criteria, each as points and as a reason


def _field_points(ours: str, theirs: str) -> int:
    if not ours or ours[:2] != theirs[:2]:
        return 0
    if len(ours) > 3 and ours == theirs:
        return FIELD
    return NARROW if len(ours) > 2 and ours[:3] == theirs[:3] else BROAD


def _field_reason(ours: str, theirs: str) -> Reason:
    points = _field_points(ours, theirs)
    if not ours or not theirs:
        return Reason(Why.FIELD_UNKNOWN, 0, FIELD)
    why, digits = {
        FIELD: (Why.SAME_FIELD, 4),
        NARROW: (Why.SAME_NARROW_FIELD, 3),
        BROAD: (Why.SAME_BROAD_FIELD, 2),
        0: (Why.OTHER_FIELD, 0),
    }[points]
    return Reason(why, points, FIELD, {"field": ours[:digits]} if digits else {"ours": ours, "theirs": theirs})


def _level_points(ours: int, theirs: int) -> int:
    return {0: LEVEL, 1: NEAR_LEVEL}.get(abs(ours - theirs), 0)


def _level_reason(ours: int | None, theirs: int | None) -> Reason:
    if not ours or not theirs:
        return Reason(Why.LEVEL_UNKNOWN, 0, 0)
    points = _level_points(ours, theirs)
    why = {LEVEL: Why.SAME_LEVEL, NEAR_LEVEL: Why.NEAR_LEVEL, 0: Why.OTHER_LEVEL}[points]
    return Reason(why, points, LEVEL, {"ours": str(ours), "theirs": str(theirs)})


def _nearest(ours: Programme, theirs: Programme) -> float:
    """The likeness of the titles in the two languages in which they are nearest."""
    return max((likeness(a, b) for a in ours.title_stems for b in theirs.title_stems), default=0.0)


def _title_points(nearest: float) -> int:
    return int(TITLE * nearest + 0.5)


def _title_reason(ours: Programme, theirs: Programme) -> Reason:
    points = _title_points(_nearest(ours, theirs))
    if not points:
        return Reason(Why.OTHER_TITLE, 0, TITLE)
    pairs = [(a, b) for a in ours.titles.values() for b in theirs.titles.values()]
    a, b = max(pairs, key=lambda pair: likeness(stems(pair[0]), stems(pair[1])))
    if points == TITLE:
        return Reason(Why.SAME_TITLE, points, TITLE, {"ours": a, "theirs": b})
    return Reason(Why.COMMON_WORDS, points, TITLE, {"words": ", ".join(common_words(a, b)), "ours": a, "theirs": b})


class _Said(NamedTuple):
    """What two tell in one language."""

    points: int
    lines: list[tuple[str, str]]  # in common
    shorter: int  # lines of the shorter list


def _content(ours: Programme, theirs: Programme) -> _Said | None:
    """In the language where most of the shorter list is in common; None where no language tells of both."""
    shared = sorted(ours.content.keys() & theirs.content.keys())
    found = [
        (paired_lines(a, b), min(len(a), len(b)))
        for language in shared
        if (a := ours.content[language]) and (b := theirs.content[language])
    ]
    if not found:
        return None
    common, shorter = max(found, key=lambda each: len(each[0]) / each[1])
    return _Said(int(CONTENT * len(common) / shorter + 0.5), common, shorter)


def _content_reason(ours: Programme, theirs: Programme) -> Reason:
    said = _content(ours, theirs)
    if said is None:
        is_told = any(ours.content.values()) and any(theirs.content.values())
        return Reason(Why.CONTENT_IN_OTHER_LANGUAGES if is_told else Why.CONTENT_UNKNOWN, 0, 0)
    why = Why.COMMON_CONTENT if said.points else Why.OTHER_CONTENT
    values = {"common": str(len(said.lines)), "lines": str(said.shorter)}
    return Reason(why, said.points, CONTENT, values, tuple(said.lines))
