"""The tables of Nordplus and of the lump sums of partnerships (KA2), call year by call year."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from tilts.core.places import country_codes
from tilts.funding.loading.files import Entry, Layout, ParameterError, figures_by_year, keys_of, number_of
from tilts.funding.rules import NordplusTables, ParameterUse

_UNITS_OF_A_STAY: Final = frozenset({"day", "week", "month", "first_week", "later_week"})
_DOMESTIC: Final = "domestic"


def load_nordplus(folder: Path) -> dict[int, NordplusTables]:
    """Tables by call year. Raises ParameterError."""
    found = {}
    for year, figures in sorted(figures_by_year(_files(folder, _NORDPLUS)).items()):
        travel = figures.get("travel", {})
        domestic = travel.pop(_DOMESTIC, None)
        found[year] = NordplusTables(
            year, travel, domestic, figures.get("subsistence", {}), figures.get("management", {})
        )
    return found


def load_lump_sums(folder: Path) -> dict[int, Mapping[str, tuple[ParameterUse, ...]]]:
    """Call year → action → its lump sums, the smallest first. Raises ParameterError."""
    return {year: found["lump_sums"] for year, found in sorted(figures_by_year(_files(folder, _KA2)).items())}


def _files(folder: Path, layouts: Mapping[str, Layout]) -> Iterator[tuple[Path, Layout]]:
    for path in sorted(folder.glob("*.yaml")):
        if path.name not in layouts:
            raise ParameterError(f"{path.name}: no such parameter")
        yield path, layouts[path.name]


def _travel(entry: Entry) -> Iterator[tuple[str, ParameterUse]]:
    value = keys_of(entry.file, f"{entry.place}.value", entry.value, {"zones", _DOMESTIC})
    yield _DOMESTIC, entry.parameter("nordplus.travel.domestic", entry.amount("value.domestic", value[_DOMESTIC]))
    for euro, codes in value["zones"].items():
        if not str(euro).isdigit():
            raise entry.error(f"value.zones.{euro}", "must be whole euro")
        for code in entry.words(f"value.zones.{euro}", codes):
            if code not in country_codes():
                raise entry.error(f"value.zones.{euro}", f"no country has the code {code!r}")
            yield code, entry.parameter(f"nordplus.travel.{code}", entry.amount("value.zones", int(euro)))


def _subsistence(entry: Entry) -> Iterator[tuple[str, dict[str, ParameterUse]]]:
    for activity, units in entry.mapping().items():
        key = f"value.{activity}"
        given = keys_of(entry.file, f"{entry.place}.{key}", units, {"day"}, set(_UNITS_OF_A_STAY))
        yield (
            activity,
            {
                unit: entry.parameter(f"nordplus.subsistence.{activity}.{unit}", entry.amount(f"{key}.{unit}", euro))
                for unit, euro in given.items()
            },
        )


def _management(entry: Entry) -> Iterator[tuple[str, dict[str, ParameterUse]]]:
    for part, figures in entry.mapping().items():
        key = f"value.{part}"
        given = keys_of(entry.file, f"{entry.place}.{key}", figures, {"coordinator", "partner", "above"})
        yield (
            part,
            {
                name: entry.parameter(f"nordplus.management.{part}.{name}", number_of(entry, f"{key}.{name}", euro))
                for name, euro in given.items()
            },
        )


def _lump_sums(entry: Entry) -> Iterator[tuple[str, tuple[ParameterUse, ...]]]:
    for action, sums in entry.mapping().items():
        if not isinstance(sums, list) or sums != sorted(sums):
            raise entry.error(f"value.{action}", f"must be a list of amounts, the smallest first: {sums!r}")
        yield (
            action,
            tuple(
                entry.parameter(f"lump_sum.{action}", entry.amount(f"value.{action}[{number}]", each))
                for number, each in enumerate(sums)
            ),
        )


_NORDPLUS: Final = {
    "travel.yaml": Layout("travel", _travel),
    "subsistence.yaml": Layout("subsistence", _subsistence),
    "management.yaml": Layout("management", _management),
}
_KA2: Final = {"lump_sums.yaml": Layout("lump_sums", _lump_sums)}
