"""Reads the parameter files into the tables of each call year, and refuses a malformed file by its name and key.

A file is one parameter: title, unit, the day it was last compared with its sources, and values. Each value tells the
first and the last call it holds for, its status and its reference; a call between or after them has no figure. See
docs/funding/index.md.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from tilts.core.places import country_codes
from tilts.funding.rules import (
    KINDS,
    STATUSES,
    Activity,
    Band,
    ParameterUse,
    RateKind,
    Reference,
    Status,
    Tables,
    Tier,
    TierDays,
    is_whole_cents,
)

PARAMETERS: Final = Path(__file__).parent / "parameters"
PROGRAMME: Final = "erasmus_ka1"

SECTORS: Final = ("VET", "SCH")
EUR: Final = "EUR"
EUR_PER_DAY: Final = "EUR per day"

_HEAD_KEYS: Final = frozenset({"title", "unit", "checked_on", "values"})
_VALUE_KEYS: Final = frozenset({"from_call", "to_call", "status", "reference", "value"})
_AGENCY_CODE: Final = re.compile(r"[A-Z]{2}\d\d")


class ParameterError(ValueError):
    """A parameter file that can't be trusted; the message names the file and the key."""


def tables_for(call_year: int) -> Tables:
    """The figures of one call year; a year that no file speaks of has none."""
    return _published().get(call_year) or Tables(call_year, countries=country_codes())


def load(folder: Path = PARAMETERS) -> dict[int, Tables]:
    """Tables by call year from a folder of parameter files. Raises ParameterError."""
    years: dict[int, dict[str, dict[Any, Any]]] = {}  # call year → table → figures
    for path, layout in _files(folder / PROGRAMME):
        for entry in _read(path, layout.scopes):
            for name, figure in layout.figures(entry):
                for year in range(entry.from_call, entry.to_call + 1):
                    figures = years.setdefault(year, {}).setdefault(layout.table, {})
                    if name in figures:
                        raise entry.error("value", f"two values for {name!r} in call {year}")
                    figures[name] = figure
    return {year: _tables(year, found) for year, found in sorted(years.items())}


@cache
def _published() -> Mapping[int, Tables]:
    return load()


@dataclass(frozen=True)
class _Entry:
    """One value of a file, its head checked; `place` is where it stands, for messages."""

    file: str
    place: str
    unit: str
    agency: str
    from_call: int
    to_call: int
    status: Status
    reference: Reference
    scopes: Mapping[str, tuple[str, ...]]
    value: Any

    def error(self, key: str, complaint: str) -> ParameterError:
        return ParameterError(f"{self.file}: {self.place}.{key}: {complaint}")

    def parameter(self, key: str, value: Decimal | str, unit: str | None = None) -> ParameterUse:
        return ParameterUse(key, value, unit or self.unit, self.from_call, self.status, self.reference)

    def mapping(self) -> dict[Any, Any]:
        return _mapping(self.file, f"{self.place}.value", self.value)

    def by_kind(self) -> dict[str, Any]:
        """The value as a mapping from the kinds of participant that have figures of their own, one of them or both."""
        return _keys(self.file, f"{self.place}.value", self.value, set(), set(KINDS))

    def kinds(self) -> tuple[RateKind, ...]:
        """For whom the value holds: `participants`, or both kinds where it names none."""
        named = self.scopes.get("participants", KINDS)
        for kind in named:
            if kind not in KINDS:
                raise self.error("participants", f"must be of {', '.join(KINDS)}: {kind!r}")
        return tuple(kind for kind in KINDS if kind in named)

    def rows(self, required: set[str], optional: set[str]) -> Iterator[tuple[str, "_Entry", dict[str, Any]]]:
        """The value's rows, each with the key it stands under and an entry of its own status and reference."""
        if not isinstance(self.value, list):
            raise self.error("value", f"must be a list: {self.value!r}")
        for number, row in enumerate(self.value):
            key = f"value[{number}]"
            place = f"{self.place}.{key}"
            _keys(self.file, place, row, required, optional | {"status", "reference", "note"})
            own = replace(
                self,
                status=_status(self.file, place, row["status"]) if "status" in row else self.status,
                reference=_reference(self.file, place, row["reference"]) if "reference" in row else self.reference,
            )
            yield key, own, row

    def amount(self, key: str, amount: object) -> Decimal:
        """EUR, 0 or more, in whole cents."""
        number = Decimal(amount) if isinstance(amount, int) and not isinstance(amount, bool) else amount
        if not isinstance(number, Decimal) or number < 0 or not is_whole_cents(number):
            raise self.error(key, f"must be an amount in whole cents, 0 or more: {amount!r}")
        return number

    def count(self, key: str, count: object) -> int:
        if not isinstance(count, int) or isinstance(count, bool) or count < 0:
            raise self.error(key, f"must be a whole number, 0 or more: {count!r}")
        return count

    def words(self, key: str, text: object) -> list[str]:
        """Codes between blanks. They stand in one string because YAML reads a bare NO, Norway, as "false"."""
        if not isinstance(text, str):
            raise self.error(key, f"must be codes between blanks, in quotes: {text!r}")
        return text.split()


@dataclass(frozen=True)
class _Layout:
    """What one kind of file holds: the table it fills, the extra keys of its values, how these become figures."""

    table: str
    figures: Callable[[_Entry], Iterator[tuple[Any, Any]]]
    scopes: tuple[str, ...] = ()


def _actions(entry: _Entry) -> Iterator[tuple[str, str]]:
    for action, sector in entry.mapping().items():
        if sector not in SECTORS:
            raise entry.error(f"value.{action}", f"must be one of {', '.join(SECTORS)}: {sector!r}")
        yield action, sector


def _activities(entry: _Entry) -> Iterator[tuple[tuple[str, str], Activity]]:
    for key, own, row in entry.rows({"name", "participant", "least", "most"}, {"ec_code"}):
        name, least, most = row["name"], own.count(f"{key}.least", row["least"]), own.count(f"{key}.most", row["most"])
        if most < least:
            raise entry.error(f"{key}.most", f"must not be less than {least}: {most}")
        if row["participant"] not in KINDS:
            raise entry.error(f"{key}.participant", f"must be one of {', '.join(KINDS)}: {row['participant']!r}")
        for sector in entry.scopes.get("sectors", SECTORS):
            limits = (
                own.parameter(f"activity.{sector}.{name}.{end}", Decimal(days))
                for end, days in (("least", least), ("most", most))
            )
            yield (sector, name), Activity(name, row["participant"], row.get("ec_code", ""), *limits)


def _agencies(entry: _Entry) -> Iterator[tuple[str, None]]:
    for code in entry.words("value", entry.value):
        if not _AGENCY_CODE.fullmatch(code):
            raise entry.error("value", f"no code of a national agency: {code!r}")
        yield code, None


def _bands(entry: _Entry) -> Iterator[tuple[int, tuple[ParameterUse, ParameterUse | None]]]:
    last = -1
    for key, own, row in entry.rows({"from_km", "standard"}, {"green"}):
        from_km = own.count(f"{key}.from_km", row["from_km"])
        if from_km <= last or (last < 0 < from_km):
            raise entry.error(f"{key}.from_km", f"bands must begin at 0 and go outwards: {from_km}")
        last = from_km
        rates = {
            mode: own.parameter(f"travel.from_{from_km}_km.{mode}", own.amount(f"{key}.{mode}", row[mode]), EUR)
            for mode in ("standard", "green")
            if mode in row
        }
        yield from_km, (rates["standard"], rates.get("green"))


def _travel_days(entry: _Entry) -> Iterator[tuple[str, ParameterUse]]:
    for mode, days in _keys(entry.file, f"{entry.place}.value", entry.value, {"standard", "green"}).items():
        yield mode, entry.parameter(f"travel_days.{mode}", Decimal(entry.count(f"value.{mode}", days)))


def _rate_tiers(entry: _Entry) -> Iterator[tuple[str, TierDays]]:
    for kind, days in entry.by_kind().items():
        key = f"value.{kind}"
        begins, last = _keys(entry.file, f"{entry.place}.{key}", days, {"begins"}, {"last"})["begins"], days.get("last")
        if not isinstance(begins, list) or not begins or begins[0] != 1 or begins != sorted(set(begins)):
            raise entry.error(f"{key}.begins", f"must be days in order, from 1: {begins!r}")
        if last is not None and entry.count(f"{key}.last", last) < begins[-1]:
            raise entry.error(f"{key}.last", f"must not be before day {begins[-1]}: {last}")
        yield kind, TierDays(tuple(begins), last)


def _country_groups(entry: _Entry) -> Iterator[tuple[tuple[RateKind, str], ParameterUse]]:
    for code, group in _groups(entry):
        for kind in entry.kinds():
            yield (kind, code), group


def _groups(entry: _Entry) -> Iterator[tuple[str, ParameterUse]]:
    for group, codes in entry.mapping().items():
        for code in entry.words(f"value.{group}", codes):
            if code not in country_codes():
                raise entry.error(f"value.{group}", f"no country has the code {code!r}")
            yield code, entry.parameter(f"country_group.{code}", str(group))


def _outside_groups(entry: _Entry) -> Iterator[tuple[tuple[str, str, str], ParameterUse]]:
    for code, group in _groups(entry):
        for action in entry.scopes.get("actions", ()):
            for agency in entry.scopes.get("national_agencies", ("",)):
                yield (action, agency, code), group


def _daily_rates(entry: _Entry) -> Iterator[tuple[tuple[str, str, str, str], tuple[Tier, ...]]]:
    for kind, groups in entry.by_kind().items():
        for group, rates in _mapping(entry.file, f"{entry.place}.value.{kind}", groups).items():
            key = f"value.{kind}.{group}"
            days = list(_mapping(entry.file, f"{entry.place}.{key}", rates))
            if not days or days[0] != 1 or days != sorted(days):
                raise entry.error(key, f"must give the rate from day 1 and from later days, in order: {days!r}")
            for sector in entry.scopes.get("sectors", SECTORS):
                name = f"individual_support.{entry.agency}.{sector}.{kind}.group_{group}"
                tiers = tuple(
                    Tier(day, entry.parameter(f"{name}.day_{day}", entry.amount(f"{key}.{day}", rate), EUR_PER_DAY))
                    for day, rate in rates.items()
                )
                yield (entry.agency, sector, kind, str(group)), tiers


_LAYOUTS: Final = {
    "actions.yaml": _Layout("actions", _actions),
    "activities.yaml": _Layout("activities", _activities, ("sectors",)),
    "country_groups.yaml": _Layout("country_groups", _country_groups, ("participants",)),
    "country_groups_outside.yaml": _Layout("outside_groups", _outside_groups, ("actions", "national_agencies")),
    "national_agencies.yaml": _Layout("national_agencies", _agencies),
    "rate_tiers.yaml": _Layout("tier_days", _rate_tiers),
    "travel.yaml": _Layout("bands", _bands),
    "travel_days.yaml": _Layout("travel_days", _travel_days),
}
_DAILY_RATES: Final = _Layout("daily_rates", _daily_rates, ("sectors",))


def _files(folder: Path) -> Iterator[tuple[Path, _Layout]]:
    for path in sorted(folder.rglob("*.yaml")):
        layout = _DAILY_RATES if path.parent.name == "individual_support" else _LAYOUTS.get(path.name)
        if layout is None:
            raise ParameterError(f"{path.name}: no such parameter")
        yield path, layout


def _tables(year: int, figures: dict[str, dict[Any, Any]]) -> Tables:
    bands = figures.pop("bands", {})
    edges = [*bands, None]
    return Tables(
        call_year=year,
        countries=country_codes(),
        national_agencies=frozenset(figures.pop("national_agencies", ())),
        bands=tuple(
            Band(from_km, to_km, *rates) for (from_km, rates), to_km in zip(bands.items(), edges[1:], strict=True)
        ),
        **figures,
    )


def _read(path: Path, scopes: tuple[str, ...]) -> Iterator[_Entry]:
    """The file's values that have a figure; one whose status is `missing` is checked and left out."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  (built on SafeLoader)
    except yaml.YAMLError as error:
        raise ParameterError(f"{path.name}: no YAML: {error}") from error
    document = _keys(path.name, "file", content, _HEAD_KEYS, {"national_agency"})
    if not isinstance(document["checked_on"], date):
        raise ParameterError(f"{path.name}: checked_on: must be a day like 2026-11-21: {document['checked_on']!r}")
    if not isinstance(document["values"], list) or not document["values"]:
        raise ParameterError(f"{path.name}: values: must be a list of values")
    for number, entry in enumerate(document["values"]):
        place = f"values[{number}]"
        _keys(path.name, place, entry, _VALUE_KEYS, {"note", *scopes})
        status = _status(path.name, place, entry["status"])
        if (entry["value"] is None) != (status == "missing"):
            raise ParameterError(f"{path.name}: {place}.value: null goes with the status missing, and only with it")
        checked = _Entry(
            file=path.name,
            place=place,
            unit=str(document["unit"]),
            agency=str(document.get("national_agency", "")),
            from_call=_call(path.name, place, "from_call", entry),
            to_call=_call(path.name, place, "to_call", entry),
            status=status,
            reference=_reference(path.name, place, entry["reference"]),
            scopes={scope: tuple(entry[scope]) for scope in scopes if scope in entry},
            value=entry["value"],
        )
        if checked.to_call < checked.from_call:
            raise checked.error("to_call", f"must not be before {checked.from_call}: {checked.to_call}")
        if status != "missing":
            yield checked


class _Loader(yaml.SafeLoader):
    """YAML with exact decimals, in which no key may stand twice."""

    def exact(self, node: yaml.ScalarNode) -> Decimal:
        return Decimal(str(self.construct_scalar(node)))

    def unique(self, node: yaml.MappingNode) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = [key for number, key in enumerate(keys) if key in keys[:number]]
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"the key {twice[0]!r} stands twice", node.start_mark)
        return self.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.exact)
_Loader.add_constructor("tag:yaml.org,2002:map", _Loader.unique)


def _mapping(file: str, place: str, found: object) -> dict[Any, Any]:
    if not isinstance(found, dict):
        raise ParameterError(f"{file}: {place}: must be a mapping: {found!r}")
    return found


def _keys(file: str, place: str, found: object, required: Set[str], optional: Set[str] = frozenset()) -> dict[str, Any]:
    """The mapping, once it is known to have all the required keys and none but these and the optional ones."""
    mapping = _mapping(file, place, found)
    for key in sorted(required - mapping.keys()):
        raise ParameterError(f"{file}: {place}.{key}: is missing")
    for key in mapping.keys() - required - optional:
        raise ParameterError(f"{file}: {place}.{key}: no such key")
    return mapping


def _call(file: str, place: str, key: str, entry: dict[str, Any]) -> int:
    year = entry[key]
    if not isinstance(year, int) or not 1987 <= year <= 2100:  # Erasmus began in 1987
        raise ParameterError(f"{file}: {place}.{key}: must be a call year: {year!r}")
    return year


def _status(file: str, place: str, status: object) -> Status:
    for known in STATUSES:
        if status == known:
            return known
    raise ParameterError(f"{file}: {place}.status: must be one of {', '.join(STATUSES)}: {status!r}")


def _reference(file: str, place: str, found: object) -> Reference:
    reference = _keys(file, f"{place}.reference", found, {"title"}, {"url"})
    title, url = reference["title"], reference.get("url", "")
    if not isinstance(title, str) or not title.strip():
        raise ParameterError(f"{file}: {place}.reference.title: must tell what was read: {title!r}")
    if not isinstance(url, str) or (url and not url.startswith(("https://", "http://"))):
        raise ParameterError(f"{file}: {place}.reference.url: must be a web address or absent: {url!r}")
    return Reference(title, url)
