"""Reads: what ties the school to an organisation, who is like it and near, and what the directory lets guess."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.core.places import Point, country_name, distance_km, town, towns_near
from tilts.partners import queries, rules
from tilts.partners.life.beginnings import beginnings
from tilts.partners.models import DirectoryEntry, Partner, PartnerName, PartnerNumber, StudyProgramme
from tilts.partners.rules.ties import REGION_KM, Other, Place, Sign, ties
from tilts.partners.rules.titles import begins_of, tells_of
from tilts.partners.teaching.priorities import priority_countries
from tilts.web.slots import Found

MOST = 10
_MOST_TOLD = 20
_FEWEST_LETTERS = 3  # of a word that is looked for in the whole directory


def place_of(subject: Partner | DirectoryEntry) -> Place:
    """Where an organisation is; one of the directory where the list of towns knows its town."""
    if isinstance(subject, Partner):
        return Place(subject.country, subject.town, subject.place)
    known = town(subject.town, subject.country) if subject.town else None
    return Place(subject.country, subject.town, known.point if known else None)


def ties_with(subject: Partner | DirectoryEntry) -> list[Sign]:
    """What ties the school to a partner, or would tie it to one of the directory, the nearest first."""
    school, today = current_school(), timezone.localdate()
    ours = Place(school.country, school.town, Point(school.latitude, school.longitude))
    own = subject.pk if isinstance(subject, Partner) else 0
    there = set(Partner.objects.filter(country=subject.country).order_by().values_list("pk", flat=True)) - {own}
    first = {pk: day for pk, day in beginnings().items() if day <= today} if there else {}
    others = [Other(subject.country, first.get(pk)) for pk in there]
    return ties(ours, place_of(subject), others, first.get(own))


@dataclass(frozen=True)
class Near:
    """An organisation like another, not far from it: one of the school's partners, or one of the directory."""

    km: Decimal
    partner: Partner | None = None
    entry: DirectoryEntry | None = None


def near_to(subject: Partner | DirectoryEntry) -> list[Near]:
    """Organisations of the same kind less than 100 km from one, the nearest first, at most ten.

    The own partners wherever they are, and those of the directory in the same country that are no partners yet.
    """
    point = place_of(subject).point
    if point is None:
        return []
    found = [*_partners_near(subject, point), *_entries_near(subject, point)]
    return sorted(found, key=lambda each: (each.km, str(each.partner or each.entry)))[:MOST]


def _partners_near(subject: Partner | DirectoryEntry, point: Point) -> list[Near]:
    north = REGION_KM / 111  # a degree of latitude
    east = min(180.0, north / max(0.01, math.cos(math.radians(point.latitude))))
    around = Partner.objects.filter(
        kind=subject.kind,
        latitude__range=(point.latitude - north, point.latitude + north),
        longitude__range=(point.longitude - east, point.longitude + east),
    )
    if isinstance(subject, Partner):
        around = around.exclude(pk=subject.pk)
    measured = [Near(distance_km(point, each.place), partner=each) for each in around]
    return [each for each in measured if each.km < REGION_KM]


def _entries_near(subject: Partner | DirectoryEntry, point: Point) -> list[Near]:
    km = {near.name: distance for near, distance in towns_near(point, subject.country, REGION_KM)}
    entries = DirectoryEntry.objects.filter(country=subject.country, town__in=km, kind=subject.kind)
    if isinstance(subject, DirectoryEntry):
        entries = entries.exclude(pk=subject.pk)
    latest = list(entries.order_by("-call_year", "pk")[: 20 * MOST])
    known = partners_among(latest)
    return [Near(km[entry.town], entry=entry) for entry in latest if entry.pk not in known]


def partners_among(entries: Iterable[DirectoryEntry]) -> dict[int, Partner]:
    """Which of these organisations of the directory are partners already, by number or by name: by their numbers."""
    entries = list(entries)
    numbers = {number: each.pk for each in entries for number in (each.oid, each.accreditation) if number}
    names = {
        (each.country, search_key(name)[:300]): each.pk for each in entries for name in (each.name, *each.other_names)
    }
    keys = [key for _country, key in names]
    found: dict[int, Partner] = {}
    for name in PartnerName.objects.filter(search_key__in=keys).select_related("partner"):
        if entry := names.get((name.partner.country, name.search_key)):
            found[entry] = name.partner
    for partner in Partner.objects.filter(search_key__in=keys):
        if entry := names.get((partner.country, partner.search_key)):
            found[entry] = partner
    for number in PartnerNumber.objects.filter(number__in=list(numbers)).select_related("partner"):
        found[numbers[number.number]] = number.partner
    return found


@dataclass(frozen=True)
class Told:
    """A school of the directory whose name tells of what we teach, and by which of its words."""

    entry: DirectoryEntry
    words: tuple[str, ...]


def told_by_name() -> list[Told]:
    """Schools of the directory, no partners yet, whose name tells of a field that we teach; at most twenty.

    Where the school puts countries first, only those there. First those whose name tells most, then the latest listed.
    """
    begins = begins_of(*(text for each in _own_programmes() for text in _texts_of(each)))
    if not begins:
        return []
    first, school = priority_countries(), current_school()
    found = queries.directory_beginning(begins).filter(kind=Partner.Kind.SCHOOL)
    if first:
        found = found.filter(country__in=first)
    latest = list(found.order_by("-call_year", "pk")[: 20 * _MOST_TOLD])
    known = partners_among(latest)
    told = [
        Told(each, _telling(each, begins))
        for each in latest
        if each.pk not in known and (each.country, each.search_key) != (school.country, search_key(school.name))
    ]
    return sorted((each for each in told if each.words), key=lambda each: -len(each.words))[:_MOST_TOLD]


@dataclass(frozen=True)
class Guessed:
    """A study programme of ours of which an organisation's name tells, and by which of its words."""

    programme: StudyProgramme
    words: tuple[str, ...]


def guessed_from_name(entry: DirectoryEntry) -> list[Guessed]:
    """Of what we teach an organisation of the directory may teach, by its names alone."""
    guessed = [Guessed(each, _telling(entry, begins_of(*_texts_of(each)))) for each in _own_programmes()]
    return [each for each in guessed if each.words]


def _own_programmes() -> Iterable[StudyProgramme]:
    return StudyProgramme.objects.filter(partner=None)


def _texts_of(programme: StudyProgramme) -> Iterable[str]:
    return (*programme.titles.values(), *(programme.field.labels.values() if programme.field else ()))


def _telling(entry: DirectoryEntry, begins: Iterable[str]) -> tuple[str, ...]:
    written = dict.fromkeys(word for name in (entry.name, *entry.other_names) for word in name.split())
    return tuple(word for word in written if any(tells_of(search_key(word), each) for each in begins))


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: organisations of the directory that are no partners yet; from three letters on."""
    if all(len(word) < _FEWEST_LETTERS for word in rules.words(text)):
        return []
    entries = list(queries.directory(text)[:most])
    known, language = partners_among(entries), get_language() or "en"
    return [
        Found(
            each.name,
            reverse("partners:directory_entry", args=[each.pk]),
            ", ".join(filter(None, (each.town, country_name(each.country, language)))),
        )
        for each in entries
        if each.pk not in known
    ]
