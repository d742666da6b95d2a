"""Organisations as Erasmus+ open data lists them: what comes with the package, and the official lists of projects.

The European Commission publishes the lists of projects as CSV (CC BY 4.0), one project a row: the coordinator and up
to some forty partners, each with name, type, address and country code. The lists name no OID; where a list has a
column for it, it is taken.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tilts.core.names import search_key
from tilts.core.places import country_codes, town
from tilts.partners.rules import BadNumber, Number, read_number

DATA: Final = Path(__file__).parent / "data"
PACKAGED: Final = ("erasmus_accredited.csv", "erasmus_consortia.csv")

#: Country codes of the European Commission that are not ISO's.
_EU_CODES: Final = {"EL": "GR", "UK": "GB"}
#: Types of organisations, by how they begin → kind of partner; the first that fits.
_KINDS: Final = (
    ("school", "school"),
    ("higher education", "university"),
    ("research", "university"),
    ("local public", "municipality"),
    ("regional public", "authority"),
    ("national public", "authority"),
    ("public", "authority"),
    ("small and medium", "company"),
    ("large enterprise", "company"),
    ("foundation", "association"),
    ("non-governmental", "association"),
    ("ngo", "association"),
    ("social partner", "association"),
    ("civil society", "association"),
)
#: Parts of words, in plain letters, by which a school is known: towns and regions own many, which the lists call
#: public bodies.
_SCHOOL: Final = re.compile("schul|school|skol|tehnik|technik|szkol|lyce|liceo|college|kolled|koled|gymnas")
_PUBLIC: Final = ("municipality", "authority")
#: People who take part by themselves: they are no organisations, and personal.
_PERSONS: Final = re.compile("natural person|individual|informal group|group of young people|private person", re.I)
#: Words of a status that ended an accreditation.
_ENDED: Final = re.compile("terminat|withdr|reject|not awarded", re.I)


class NoProjectList(ValueError):
    """A file that is no list of projects; `missing` names the heads it lacks."""

    def __init__(self, missing: Iterable[str]) -> None:
        self.missing = tuple(missing)
        super().__init__(f"no list of projects, these columns are missing: {', '.join(self.missing)}")


@dataclass(frozen=True)
class Listed:
    """An organisation as a list names it; what the list does not tell is empty."""

    name: str
    country: str  # ISO 3166
    town: str
    address: str
    kind: str  # of Partner.Kind
    website: str
    oid: str
    accreditation: str  # empty where it has ended
    call_year: int  # of the row it was read from
    other_names: tuple[str, ...] = ()  # that older lists give it

    @property
    def key(self) -> tuple[str, str]:
        """What tells organisations apart: country and name in plain letters."""
        return self.country, search_key(self.name)[:400]


def packaged() -> Iterator[Listed]:
    """The organisations that come with Tilts: accredited ones, and those of some consortia."""
    with (DATA / "erasmus_accredited.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Listed(
                name=row["name"],
                country=row["country_code"],
                town=_town(row["city"], row["country_code"]),
                address="",
                kind=_kind(row["organisation_type"], row["name"]),
                website=_website(row["website"]),
                oid="",
                accreditation="" if _ENDED.search(row["status"]) else row["accreditation_id"],
                call_year=int(row["call_year"]),
            )
    with (DATA / "erasmus_consortia.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Listed(row["name"], row["country_code"], "", "", "other", "", "", "", int(row["call_year"]))


def read_project_list(path: Path) -> Iterator[Listed]:
    """Every organisation of an official list of projects, as often as the list names it.

    UTF-8 with or without mark; commas, semicolons or tabs; read row by row, so that a list of 100 MB is no burden.
    Persons, rows without a name and unknown countries are left out. Raises NoProjectList, and OSError.
    """
    with _any_length_of_cell(), path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline()
        file.seek(0)
        rows = csv.DictReader(file, delimiter=max(",;\t", key=head.count))
        groups = _groups([name or "" for name in rows.fieldnames or ()])
        for row in rows:
            for columns in groups:
                if listed := _listed(row, columns):
                    yield listed


def merged(listed: Iterable[Listed]) -> dict[tuple[str, str], Listed]:
    """Each organisation once: what the newest row says, and from older ones what it leaves open."""
    found: dict[tuple[str, str], Listed] = {}
    for each in listed:
        if not each.key[1]:
            continue
        known = found.get(each.key)
        if known is None:
            found[each.key] = each
            continue
        newer, older = (each, known) if each.call_year >= known.call_year else (known, each)
        blanks = {
            name: getattr(older, name)
            for name in ("town", "address", "website", "oid", "accreditation")
            if not getattr(newer, name)
        }
        if newer.kind == "other":
            blanks["kind"] = older.kind
        found[each.key] = replace(newer, **blanks)
    return found


def one_each(read: Mapping[tuple[str, str], Listed]) -> dict[tuple[str, str], Listed]:
    """Those of a country that have a number in common become one: the newest name is shown, the others stand beside it.

    >>> old = Listed("Raplamaa RK", "EE", "", "", "school", "", "E10000001", "", 2020)
    >>> new = replace(old, name="Rapla Kolledž", call_year=2024)
    >>> [(each.name, each.other_names) for each in one_each(merged([old, new])).values()]
    [('Rapla Kolledž', ('Raplamaa RK',))]
    """
    found: dict[tuple[str, str], Listed] = {}
    by_number: dict[tuple[str, str], tuple[str, str]] = {}
    for each in sorted(read.values(), key=lambda listed: (-listed.call_year, listed.key)):
        numbers = [(each.country, number) for number in (each.oid, each.accreditation) if number]
        newer = next((by_number[number] for number in numbers if number in by_number), each.key)
        if newer in found:
            known = found[newer]
            others = dict.fromkeys((*known.other_names, each.name, *each.other_names))
            joined = merged([known, replace(each, name=known.name)])[newer]
            found[newer] = replace(joined, other_names=tuple(name for name in others if name != known.name))
        else:
            found[newer] = each
        by_number |= dict.fromkeys(numbers, newer)
    return found


def _groups(heads: list[str]) -> list[dict[str, str]]:
    """Which columns tell of one organisation: the coordinator, then partner 1, 2, ..."""
    by_plain = {" ".join(head.casefold().replace("’", "'").split()): head for head in heads}
    common = {
        field: head
        for field, plain in (("reference", "project identifier"), ("call_year", "call year"))
        if (head := by_plain.get(plain))
    }
    status = next((head for plain, head in by_plain.items() if plain.endswith("status")), None)
    coordinator = _organisation_columns(by_plain, "coordinating organisation ", "coordinator's ")
    wanted = {
        "Project Identifier": "reference" in common,
        "Call year": "call_year" in common,
        "Coordinating organisation name": "name" in coordinator,
        "Coordinator's country": "country" in coordinator,
    }
    if missing := [head for head, is_there in wanted.items() if not is_there]:
        raise NoProjectList(missing)
    groups = [common | ({"status": status} if status else {}) | coordinator]
    number = 1
    while "name" in (
        partner := _organisation_columns(by_plain, f"partner {number} ", f"partner {number} organisation ")
    ):
        groups.append({"call_year": common["call_year"]} | partner)
        number += 1
    return groups


def _organisation_columns(by_plain: Mapping[str, str], *begins: str) -> dict[str, str]:
    ends = {
        "name": ("name",),
        "type": ("type",),
        "address": ("address",),
        "country": ("country",),
        "website": ("website",),
        "oid": ("oid", "organisation id", "id"),
    }
    return {
        field: by_plain[begin + end]
        for field, endings in ends.items()
        for begin in reversed(begins)
        for end in reversed(endings)
        if begin + end in by_plain
    }


def _listed(row: Mapping[str, str | None], columns: Mapping[str, str]) -> Listed | None:
    cell = {field: " ".join((row.get(head) or "").split()) for field, head in columns.items()}
    country = _EU_CODES.get(cell.get("country", "").upper(), cell.get("country", "").upper())
    year = re.search(r"20\d\d", cell["call_year"])
    if not cell["name"] or country not in country_codes() or not year or _PERSONS.search(cell.get("type", "")):
        return None
    address = cell.get("address", "")
    return Listed(
        name=cell["name"][:400],
        country=country,
        town=_town(address.rsplit(",", 1)[-1], country),
        address=address[:400],
        kind=_kind(cell.get("type", ""), cell["name"]),
        website=_website(cell.get("website", "")),
        oid=_number(Number.OID, cell.get("oid", "")),
        accreditation=(
            "" if _ENDED.search(cell.get("status", "")) else _number(Number.ACCREDITATION, cell.get("reference", ""))
        ),
        call_year=int(year[0]),
    )


def _kind(organisation_type: str, name: str) -> str:
    plain = organisation_type.strip().casefold()
    kind = next((kind for begin, kind in _KINDS if plain.startswith(begin)), "other")
    return "school" if kind in _PUBLIC and _SCHOOL.search(search_key(name)) else kind


def _number(kind: Number, text: str) -> str:
    try:
        return read_number(kind, text)
    except BadNumber:
        return ""


def _town(text: str, country: str) -> str:
    """The town as the list of towns writes it, or as it stands: "6900 Bregenz", "Praha 4", "Cesena (FC)"."""
    plain = " ".join(re.sub(r"\(.*?\)|\b[A-Z]{1,2}-?\d[\w-]*|\b\d[\w-]*", " ", text).split()).strip(" -,.")
    if not re.search(r"[^\W\d_]{2}", plain) or plain.casefold() in {"unknown", "null"}:
        return ""
    known = town(plain, country)
    return known.name if known else plain[:100]


def _website(text: str) -> str:
    """An address with its scheme; empty for what is none."""
    plain = text.strip()
    if not plain or re.search(r"[\s@]", plain) or "." not in plain:
        return ""
    return (plain if re.match("https?://", plain, re.I) else f"https://{plain}")[:300]


@contextmanager
def _any_length_of_cell() -> Iterator[None]:
    """Summaries of projects are longer than the csv module expects of a cell."""
    before = csv.field_size_limit(1_000_000)
    try:
        yield
    finally:
        csv.field_size_limit(before)
