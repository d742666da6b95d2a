"""The parameter files as tables of each call year: a year that no file speaks of has none, never another year's."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tilts.core.places import country_codes
from tilts.funding.loading.erasmus import load_erasmus
from tilts.funding.loading.files import ParameterError
from tilts.funding.loading.partnerships import load_lump_sums, load_nordplus
from tilts.funding.rules import NordplusTables, ParameterUse, Tables

__all__ = [
    "PARAMETERS",
    "PROGRAMME",
    "ParameterError",
    "load",
    "lump_sums_for",
    "newest_call",
    "newest_nordplus",
    "nordplus_for",
    "tables_for",
]

PROGRAMME: Final = "erasmus_ka1"
PARAMETERS: Final = Path(__file__).parents[1] / "parameters"


def tables_for(call_year: int) -> Tables:
    """The figures of one call year of Erasmus+ mobility; a year that no file speaks of has none."""
    return _published().get(call_year) or Tables(call_year, countries=country_codes())


def newest_call() -> int:
    """The last call year of Erasmus+ mobility whose travel grants the files know."""
    return max(year for year, tables in _published().items() if tables.bands)


def nordplus_for(call_year: int) -> NordplusTables:
    """The figures of one call year of Nordplus."""
    return _nordplus().get(call_year) or NordplusTables(call_year)


def newest_nordplus() -> int:
    """The last call year of Nordplus that the files know."""
    return max(_nordplus())


def lump_sums_for(call_year: int) -> Mapping[str, tuple[ParameterUse, ...]]:
    """The lump sums of partnerships by action, such as KA220."""
    return _lump_sums().get(call_year, {})


def load(folder: Path = PARAMETERS) -> dict[int, Tables]:
    """Tables of Erasmus+ mobility by call year from a folder of parameter files. Raises ParameterError."""
    return load_erasmus(folder / PROGRAMME)


@cache
def _published() -> Mapping[int, Tables]:
    return load()


@cache
def _nordplus() -> Mapping[int, NordplusTables]:
    return load_nordplus(PARAMETERS / "nordplus")


@cache
def _lump_sums() -> Mapping[int, Mapping[str, tuple[ParameterUse, ...]]]:
    return load_lump_sums(PARAMETERS / "erasmus_ka2")
