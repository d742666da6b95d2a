"""Reads one parameter file, and refuses a malformed one by its name and key.

A file is one parameter: title, unit, the day it was last compared with its sources, and values. Each value tells the
first and the last call it holds for, its status and its reference; a call between or after them has no figure. See
docs/funding/index.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from tilts.funding.rules import KINDS, STATUSES, ParameterUse, RateKind, Reference, Status, is_whole_cents

_HEAD_KEYS: Final = frozenset({"title", "unit", "checked_on", "values"})
_VALUE_KEYS: Final = frozenset({"from_call", "to_call", "status", "reference", "value"})


class ParameterError(ValueError):
    """A parameter file that can't be trusted; the message names the file and the key."""


@dataclass(frozen=True)
class Entry:
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
        return mapping_of(self.file, f"{self.place}.value", self.value)

    def by_kind(self) -> dict[str, Any]:
        """The value as a mapping from the kinds of participant that have figures of their own, one of them or both."""
        return keys_of(self.file, f"{self.place}.value", self.value, set(), set(KINDS))

    def kinds(self) -> tuple[RateKind, ...]:
        """For whom the value holds: `participants`, or both kinds where it names none."""
        named = self.scopes.get("participants", KINDS)
        for kind in named:
            if kind not in KINDS:
                raise self.error("participants", f"must be of {', '.join(KINDS)}: {kind!r}")
        return tuple(kind for kind in KINDS if kind in named)

    def rows(self, required: set[str], optional: set[str]) -> Iterator[tuple[str, "Entry", dict[str, Any]]]:
        """The value's rows, each with the key it stands under and an entry of its own status and reference."""
        if not isinstance(self.value, list):
            raise self.error("value", f"must be a list: {self.value!r}")
        for number, row in enumerate(self.value):
            key = f"value[{number}]"
            place = f"{self.place}.{key}"
            keys_of(self.file, place, row, required, optional | {"status", "reference", "note"})
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
class Layout:
    """What one kind of file holds: the table it fills, the extra keys of its values, how these become figures."""

    table: str
    figures: Callable[[Entry], Iterator[tuple[Any, Any]]]
    scopes: tuple[str, ...] = ()


def figures_by_year(files: Iterable[tuple[Path, Layout]]) -> dict[int, dict[str, dict[Any, Any]]]:
    """Call year → table → figures, from files and what each holds. Raises ParameterError, also for two values."""
    years: dict[int, dict[str, dict[Any, Any]]] = {}
    for path, layout in files:
        for entry in read_file(path, layout.scopes):
            for name, figure in layout.figures(entry):
                for year in range(entry.from_call, entry.to_call + 1):
                    figures = years.setdefault(year, {}).setdefault(layout.table, {})
                    if name in figures:
                        raise entry.error("value", f"two values for {name!r} in call {year}")
                    figures[name] = figure
    return years


def read_file(path: Path, scopes: tuple[str, ...]) -> Iterator[Entry]:
    """The file's values that have a figure; one whose status is `missing` is checked and left out."""
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  (built on SafeLoader)
    except yaml.YAMLError as error:
        raise ParameterError(f"{path.name}: no YAML: {error}") from error
    document = keys_of(path.name, "file", content, _HEAD_KEYS, {"national_agency"})
    if not isinstance(document["checked_on"], date):
        raise ParameterError(f"{path.name}: checked_on: must be a day like 2026-11-21: {document['checked_on']!r}")
    if not isinstance(document["values"], list) or not document["values"]:
        raise ParameterError(f"{path.name}: values: must be a list of values")
    for number, entry in enumerate(document["values"]):
        place = f"values[{number}]"
        keys_of(path.name, place, entry, _VALUE_KEYS, {"note", *scopes})
        status = _status(path.name, place, entry["status"])
        if (entry["value"] is None) != (status == "missing"):
            raise ParameterError(f"{path.name}: {place}.value: null goes with the status missing, and only with it")
        checked = Entry(
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


def mapping_of(file: str, place: str, found: object) -> dict[Any, Any]:
    if not isinstance(found, dict):
        raise ParameterError(f"{file}: {place}: must be a mapping: {found!r}")
    return found


def keys_of(
    file: str, place: str, found: object, required: Set[str], optional: Set[str] = frozenset()
) -> dict[str, Any]:
    """The mapping, once it is known to have all the required keys and none but these and the optional ones."""
    mapping = mapping_of(file, place, found)
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
    reference = keys_of(file, f"{place}.reference", found, {"title"}, {"url"})
    title, url = reference["title"], reference.get("url", "")
    if not isinstance(title, str) or not title.strip():
        raise ParameterError(f"{file}: {place}.reference.title: must tell what was read: {title!r}")
    if not isinstance(url, str) or (url and not url.startswith(("https://", "http://"))):
        raise ParameterError(f"{file}: {place}.reference.url: must be a web address or absent: {url!r}")
    return Reference(title, url)


def number_of(entry: Entry, key: str, given: object) -> Decimal:
    number = Decimal(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if not isinstance(number, Decimal):
        raise entry.error(key, f"must be a number: {given!r}")
    return number
