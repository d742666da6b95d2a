"""Invented people in any number, with as many different names as a big school has."""

from collections.abc import Iterator
from itertools import count as numbers
from itertools import islice

_LATVIAN_GIVEN = (
    *("Jānis", "Ieva", "Žanete", "Ēriks", "Līga", "Rūta", "Māris", "Ģirts", "Ķērsta", "Ņina", "Čārlijs", "Šarlote"),
    *("Anna Elīza", "Kristers", "Agnese", "Uģis", "Zane", "Pēteris", "Dārta", "Mārtiņš Kārlis", "Ilze", "Edgars"),
)
_GEORGIAN_GIVEN = (
    "ქეთევან",
    "ნინო",
    "გიორგი",
    "თამარ",
    "ლუკა",
    "მარიამ",
    "ზურაბ",
    "ელენე",
    "დავით",
    "სალომე",
    "ირაკლი",
)
_LATVIAN_STEMS = (
    *("Bērz", "Kalm", "Liep", "Šķēl", "Ķēn", "Žag", "Āb", "Ozoln", "Vītol", "Zvirb", "Krūm", "Dzērv", "Gulb", "Rudz"),
    *("Plūm", "Salm", "Egl", "Pūp", "Vēj", "Strazd", "Cīrul", "Grāv", "Lāc", "Vilk", "Briež", "Sniedz", "Kļav", "Oš"),
)
_LATVIAN_ENDINGS = ("iņš", "iņa", "ietis", "iete", "ājs", "āja", "enieks", "eniece", "āns", "āne", "ītis", "īte")
_GEORGIAN_STEMS = (
    *("გელ", "მახარ", "კაპან", "ბერიძ", "ლომ", "ჩიქოვ", "ნოზ", "წერეთ", "ქავთარ", "შენგელ", "ჭავჭ", "ხარაზ", "ჯაფარ"),
)
_GEORGIAN_ENDINGS = ("აშვილი", "აძე", "იანი", "ელი", "ავა", "ია", "უა", "იშვილი")


def full_names(count: int) -> Iterator[tuple[str, str]]:
    """(given names, family name), Latvian and Georgian in turns; no pair comes twice among the first 80 000.

    >>> list(full_names(2))
    [('Jānis', 'Bērziņš'), ('ქეთევან', 'გელაშვილი')]
    """
    latvian = _pairs(_LATVIAN_GIVEN, _families(_LATVIAN_STEMS, _LATVIAN_ENDINGS))
    georgian = _pairs(_GEORGIAN_GIVEN, _families(_GEORGIAN_STEMS, _GEORGIAN_ENDINGS))
    both = (name for pair in zip(latvian, georgian, strict=False) for name in pair)
    return islice(both, count)


def _families(stems: tuple[str, ...], endings: tuple[str, ...]) -> list[str]:
    single = [stem + ending for ending in endings for stem in stems]
    return [*single, *(f"{first}-{second}" for first in single[:40] for second in single[40:])]


def _pairs(given: tuple[str, ...], families: list[str]) -> Iterator[tuple[str, str]]:
    # Every family name takes the next given name at each turn, so that pairs differ as long as they can.
    for number in numbers():
        turn, place = divmod(number, len(families))
        yield given[(place + turn) % len(given)], families[place]
