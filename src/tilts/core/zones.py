"""Which clocks a country goes by, offline, from the time zone database."""

from functools import cache
from importlib.resources import files


def zone_of(country: str) -> str:
    """The name of a country's time zone; where it has several, that of its largest part. UTC for an unknown code.

    >>> zone_of("LV"), zone_of("GE"), zone_of("PT"), zone_of("")
    ('Europe/Riga', 'Asia/Tbilisi', 'Europe/Lisbon', 'UTC')
    """
    return _zones().get(country, "UTC")


@cache
def _zones() -> dict[str, str]:
    """The first zone of each country: the file names the most populous first."""
    zones: dict[str, str] = {}
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            country, _coordinates, zone, *_comment = line.split("\t")
            zones.setdefault(country, zone)
    return zones
