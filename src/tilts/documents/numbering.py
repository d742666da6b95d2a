"""Gives papers their numbers: each once and for good, and no number twice.

A paper is known by a name that its subject makes up, such as "flow:3/G17". Printed anew, in another language or after a
change of the pattern, it keeps the number it has. Without a pattern the number is what the subject proposes.
"""

import re
from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from tilts.accounts.actions import note
from tilts.accounts.models import AccessEvent, User
from tilts.documents.models import Numbering, PaperNumber

#: What a pattern may hold in braces.
PLACES = ("year", "number")
_PLACE = re.compile(r"\{([^{}]*)\}")


def checked_pattern(pattern: str) -> str:
    """The pattern without blanks around it; empty: papers are numbered as their subjects propose.

    Raises ValidationError for one that would give the same number twice, or holds what can't be filled.
    """
    pattern = " ".join(pattern.split())
    if not pattern:
        return ""
    if unknown := [place for place in _PLACE.findall(pattern) if place not in PLACES]:
        raise ValidationError(_("“{%(place)s}” can't be filled: only {year} and {number} can.") % {"place": unknown[0]})
    if "{number}" not in pattern:
        raise ValidationError(_("The pattern needs {number}: without it all papers would have the same."))
    if set("{}") & set(_PLACE.sub("", pattern)):
        raise ValidationError(_("A brace is missing: write {year} and {number}."))
    return pattern


def filled(pattern: str, *, year: int, number: int) -> str:
    """One number by a checked pattern.

    >>> filled("{year}/{number}", year=2027, number=14)
    '2027/14'
    """
    return pattern.replace("{year}", str(year)).replace("{number}", str(number))


@transaction.atomic
def numbers_for(papers: Sequence[tuple[str, str]], on: date) -> dict[str, str]:
    """The number of each paper, by its name; who has none yet gets the next, in the order given.

    papers: pairs of name and the number proposed where the school has no pattern. on: the day of issue, for the year.
    A number that was given before, by whatever pattern, is passed over. Where the pattern has the year, each year
    begins with 1. Two that ask at the same time wait for each other.
    """
    if not papers:
        return {}
    names = [name for name, _proposed in papers]
    numbering = _locked()
    known = dict(PaperNumber.objects.filter(paper__in=names).values_list("paper", "number"))
    new = [(name, proposed) for name, proposed in papers if name not in known]
    given = _by_pattern(numbering, len(new), on.year) if numbering.pattern else _as_proposed([each for _, each in new])
    known |= {name: number for (name, _proposed), number in zip(new, given, strict=True)}
    PaperNumber.objects.bulk_create([PaperNumber(paper=name, number=known[name]) for name, _proposed in new])
    if new:
        numbering.save(update_fields=["next_number", "year"])
    return known


def numbering_of_school() -> Numbering:
    """How the current school counts; not yet stored where nobody has said so."""
    return Numbering.objects.first() or Numbering()


@transaction.atomic
def change_numbering(*, pattern: str, next_number: int, by: User) -> None:
    """Count by another pattern, or on from another number; what is given stays."""
    numbering = _locked()
    if (numbering.pattern, numbering.next_number) == (pattern, next_number):
        return
    numbering.pattern, numbering.next_number, numbering.year = pattern, next_number, None
    numbering.save()
    note(AccessEvent.Verb.SETTINGS, by=by, details=["numbering"])


def _locked() -> Numbering:
    numbering, _is_new = Numbering.objects.get_or_create()
    return Numbering.objects.select_for_update().get(pk=numbering.pk)


def _by_pattern(numbering: Numbering, count: int, year: int) -> list[str]:
    """The next numbers that nobody has."""
    if "{year}" in numbering.pattern:
        if numbering.year is not None and year > numbering.year:
            numbering.next_number = 1
        numbering.year = max(year, numbering.year or 0)
    free: list[str] = []
    while missing := count - len(free):
        first = numbering.next_number
        numbering.next_number += missing
        tried = [filled(numbering.pattern, year=year, number=number) for number in range(first, first + missing)]
        taken = _taken(tried)
        free += [number for number in tried if number not in taken]
    return free


def _as_proposed(numbers: Sequence[str]) -> list[str]:
    """The numbers themselves; one that somebody has gets an addition."""
    taken = _taken(numbers)
    free: list[str] = []
    for number in numbers:
        own, count = number, 1
        while own in taken:
            count += 1
            own = f"{number}-{count}"
            taken |= _taken([own])
        taken.add(own)
        free.append(own)
    return free


def _taken(numbers: Sequence[str]) -> set[str]:
    return set(PaperNumber.objects.filter(number__in=numbers).values_list("number", flat=True))
