"""Reads: what ties the school to a partner by where both are, and who else is near that partner."""

import math
from dataclasses import dataclass
from decimal import Decimal

from tilts.accounts.schools import current_school
from tilts.core.names import search_key
from tilts.core.places import Point, distance_km, towns_near
from tilts.partners import queries
from tilts.partners.models import DirectoryEntry, Partner, StudyProgramme
from tilts.partners.rules.ties import REGION_KM, Place, Sign, ties
from tilts.partners.rules.titles import telling_words, trunk
from tilts.partners.teaching.priorities import priority_countries

MOST = 10
_MOST_TOLD = 20


def ties_with(partner: Partner) -> list[Sign]:
    """What ties the school to a partner, the nearest first."""
    school = current_school()
    ours = Place(school.country, school.town, Point(school.latitude, school.longitude))
    theirs = Place(partner.country, partner.town, partner.place)
    others = Partner.objects.exclude(pk=partner.pk).order_by().values_list("country", flat=True).distinct()
    return ties(ours, theirs, others)


@dataclass(frozen=True)
class Near:
    """An organisation like a partner, not far from it: one of the school's partners, or one of the directory."""

    km: Decimal
    partner: Partner | None = None
    entry: DirectoryEntry | None = None


def near_to(partner: Partner) -> list[Near]:
    """Organisations of the same kind less than 100 km from a partner, the nearest first, at most ten.

    The own partners wherever they are, and those of the directory in the same country that are no partners yet.
    """
    found = [*_partners_near(partner), *_entries_near(partner)]
    return sorted(found, key=lambda each: (each.km, str(each.partner or each.entry)))[:MOST]


def _partners_near(partner: Partner) -> list[Near]:
    north = REGION_KM / 111  # a degree of latitude
    east = min(180.0, north / max(0.01, math.cos(math.radians(partner.latitude))))
    around = Partner.objects.filter(
        kind=partner.kind,
        latitude__range=(partner.latitude - north, partner.latitude + north),
        longitude__range=(partner.longitude - east, partner.longitude + east),
    ).exclude(pk=partner.pk)
    measured = [Near(distance_km(partner.place, each.place), partner=each) for each in around]
    return [each for each in measured if each.km < REGION_KM]


def _entries_near(partner: Partner) -> list[Near]:
    km = {town.name: distance for town, distance in towns_near(partner.place, partner.country, REGION_KM)}
    known = Partner.objects.filter(country=partner.country).values_list("search_key", flat=True)
    entries = (
        DirectoryEntry.objects.filter(country=partner.country, town__in=km, kind=partner.kind)
        .exclude(search_key__in=list(known))
        .order_by("-call_year", "pk")[: 20 * MOST]
    )
    return [Near(km[entry.town], entry=entry) for entry in entries]


@dataclass(frozen=True)
class Told:
    """A school of the directory whose name tells of what we teach, and by which of its words."""

    entry: DirectoryEntry
    words: tuple[str, ...]


def told_by_name() -> list[Told]:
    """Schools of the directory, no partners yet, whose name tells of a field that we teach; at most twenty.

    Where the school puts countries first, only those there. First those whose name tells most, then the latest listed.
    """
    texts = [
        text
        for programme in StudyProgramme.objects.filter(partner=None)
        for text in (*programme.titles.values(), *(programme.field.labels.values() if programme.field else ()))
    ]
    begins = sorted({trunk(word) for word in telling_words(*texts)})
    if not begins:
        return []
    first, school = priority_countries(), current_school()
    found = queries.directory_beginning(begins).filter(kind=Partner.Kind.SCHOOL)
    if first:
        found = found.filter(country__in=first)
    known = {(school.country, search_key(school.name)), *Partner.objects.values_list("country", "search_key")}
    latest = found.order_by("-call_year", "pk")[: 20 * _MOST_TOLD]
    told = [
        Told(each, _telling(each.name, begins)) for each in latest if (each.country, each.search_key[:300]) not in known
    ]
    return sorted((each for each in told if each.words), key=lambda each: -len(each.words))[:_MOST_TOLD]


def _telling(name: str, begins: list[str]) -> tuple[str, ...]:
    return tuple(word for word in name.split() if any(search_key(word).startswith(begin) for begin in begins))
