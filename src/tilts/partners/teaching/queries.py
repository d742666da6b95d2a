"""Reads: what we teach and others teach, side by side; who teaches most of what we teach."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from tilts.core.memory import collector_at_rest
from tilts.partners.models import Partner, StudyProgramme
from tilts.partners.rules import matching
from tilts.partners.teaching.priorities import priority_countries


def compared(programme: StudyProgramme) -> matching.Programme:
    """A study programme as the rules compare it."""
    return matching.Programme(
        key=programme.pk,
        titles=programme.titles,
        isced_code=programme.isced_code,
        eqf_level=programme.eqf_level,
        content=programme.content,
        school=programme.partner_id or 0,
    )


@dataclass(frozen=True)
class Pair:
    """One of our programmes and one of theirs that go together."""

    ours: StudyProgramme
    theirs: StudyProgramme
    score: int
    is_close: bool

    @cached_property
    def reasons(self) -> list[matching.Reason]:
        return matching.reasons(compared(self.ours), compared(self.theirs))

    @property
    def reached(self) -> int:
        return sum(reason.points for reason in self.reasons)

    @property
    def possible(self) -> int:
        return sum(reason.possible for reason in self.reasons)


@dataclass(frozen=True)
class SideBySide:
    """What two schools teach: what goes together, the best first, and what only one of them teaches."""

    pairs: list[Pair]
    only_ours: list[StudyProgramme]
    only_theirs: list[StudyProgramme]
    own_count: int

    @property
    def shared_count(self) -> int:
        """How many of ours go together with one of theirs."""
        return self.own_count - len(self.only_ours)


def side_by_side(partner: Partner, *, is_each_once: bool = True) -> SideBySide:
    """What we and a partner teach; each programme in its best pair, or in every pair that goes together."""
    ours = {each.pk: each for each in StudyProgramme.objects.filter(partner=None)}
    theirs = {each.pk: each for each in StudyProgramme.objects.filter(partner=partner)}
    found = matching.matches(map(compared, ours.values()), map(compared, theirs.values()))
    if is_each_once:
        found = matching.one_each(found)
    pairs = [Pair(ours[each.ours], theirs[each.theirs], each.score, each.is_close) for each in found]
    matched = {each.ours for each in found}, {each.theirs for each in found}
    return SideBySide(
        pairs,
        [each for key, each in ours.items() if key not in matched[0]],
        [each for key, each in theirs.items() if key not in matched[1]],
        len(ours),
    )


def who_teaches_the_same() -> list[matching.Shared]:
    """The school's partners by how much of what it teaches they teach, too; those who share nothing are left out."""
    ours = map(compared, StudyProgramme.objects.filter(partner=None))
    with collector_at_rest():
        return matching.by_school(matching.matches(ours, _taught_by_partners()))


def _taught_by_partners() -> Iterable[matching.Programme]:
    """Without making a model of each of perhaps ten thousand."""
    rows = StudyProgramme.objects.exclude(partner=None).order_by("pk")
    for key, school, titles, isced_code, eqf_level, units, outcomes in rows.values_list(
        "pk", "partner_id", "titles", "isced_code", "eqf_level", "units", "outcomes"
    ).iterator(chunk_size=5000):
        content = StudyProgramme(units=units, outcomes=outcomes).content if units or outcomes else {}
        yield matching.Programme(key, titles, isced_code, eqf_level, content, school)


@dataclass(frozen=True)
class Possible:
    """A partner that teaches some of what we teach."""

    partner: Partner
    shared: matching.Shared
    titles: list[str]  # of our programmes that they teach, too
    is_priority: bool = False  # in a country that the school puts first


def possible_partners(most: int = 100) -> list[Possible]:
    """The partners who teach most of what we teach, at most so many.

    Of those who share as many programmes, first those in a country that the school puts first.
    """
    first = priority_countries()
    ranked = who_teaches_the_same()[:most]
    partners = Partner.objects.in_bulk([each.school for each in ranked])
    ranked.sort(key=lambda each: (-each.close, -len(each.pairs), partners[each.school].country not in first))
    ours = StudyProgramme.objects.in_bulk({pair.ours for each in ranked for pair in each.pairs})
    return [
        Possible(
            partners[each.school],
            each,
            [ours[pair.ours].title for pair in each.pairs],
            partners[each.school].country in first,
        )
        for each in ranked
    ]


def own_programmes() -> QuerySet[StudyProgramme]:
    """What the school itself teaches."""
    return StudyProgramme.objects.filter(partner=None)


def schools_telling_nothing() -> QuerySet[Partner]:
    """The partners of which it is not known what they teach, though they are schools; those taken over are left out."""
    return Partner.objects.filter(kind=Partner.Kind.SCHOOL, programmes=None, successor=None)
