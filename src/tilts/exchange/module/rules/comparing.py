"""What the module's own export has otherwise than Tilts. Pure.

A blank in the file says nothing and changes nothing. Rows are found by the number of the mobility; else by the names,
the day of birth and the days of the stay.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from tilts.core.names import search_key
from tilts.exchange.module.rules.heads import word_key
from tilts.exchange.module.rules.records import Column, DateStyle, Dictionary, Field, Match, Trouble, Value
from tilts.exchange.module.rules.template import TemplateRefused
from tilts.exchange.module.rules.values import CountryNames, same, to_text, to_value
from tilts.exchange.records import Cell

Kind = Literal["different", "amount", "draft", "only_there", "only_here"]

PERSON: Final = ("family_name", "given_names", "birth_date")
DAYS: Final = ("start_date", "end_date")
#: What is kept of a row that Tilts does not know, until it is settled.
OF_A_STRANGER: Final = (*PERSON, *DAYS, "email", "gender", "nationality", "receiving_country")
LONGEST: Final = 300  # letters of a text that are kept


@dataclass(frozen=True)
class Ours:
    """A row as Tilts would have it: every number it may have in the module, and what is known of it."""

    numbers: tuple[str, ...]
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Found:
    """Something the module has otherwise. ours: the place in the list of ours; row: as a spreadsheet program counts."""

    kind: Kind
    ours: int | None = None
    row: int | None = None
    number: str = ""
    field: str = ""
    our_text: str = ""
    their_text: str = ""
    person: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Comparison:
    """All that was found, and the numbers the module has given: place in the list of ours → number."""

    found: tuple[Found, ...]
    numbers: Mapping[int, str]


def compare(
    matches: Sequence[Match],
    rows: Iterable[tuple[int, Sequence[Cell]]],
    ours: Sequence[Ours],
    known: Dictionary,
    countries: Mapping[str, str],
    country_names: CountryNames,
) -> Comparison:
    """matches: of the columns of the file, in their order. countries: folded code or name → code.

    Raises TemplateRefused where nothing tells which row is whose, and for a file of another project.
    """
    places = {match.field: place for place, match in enumerate(matches) if match.field in known.fields}
    if "mobility_id" not in places and not places.keys() >= set(PERSON):
        raise TemplateRefused(Trouble("no_key"))
    # Nearly all cells are texts: half a million of them are worth a short way.
    texts = [
        (number, [cell.strip() if cell.__class__ is str else _text(cell) for cell in cells]) for number, cells in rows
    ]
    _refuse_other_project(texts, places, ours)
    return _Comparing(places, ours, known, countries, country_names).of(texts)


def _refuse_other_project(
    rows: Sequence[tuple[int, Sequence[str]]], places: Mapping[str, int], ours: Sequence[Ours]
) -> None:
    here = {str(each.values["agreement_number"]) for each in ours if each.values.get("agreement_number")}
    there = {text for _, texts in rows if (text := _at(texts, places.get("agreement_number")))}
    if here and there and not {word_key(text) for text in here} & {word_key(text) for text in there}:
        raise TemplateRefused(Trouble("other_project", {"there": min(there), "here": min(here)}))


class _Comparing:
    """What is looked up again and again for the rows of one file."""

    def __init__(
        self,
        places: Mapping[str, int],
        ours: Sequence[Ours],
        known: Dictionary,
        countries: Mapping[str, str],
        country_names: CountryNames,
    ) -> None:
        self.places, self.ours, self.known = places, ours, known
        self.countries, self.country_names = countries, country_names
        self.by_number = {number: place for place, each in enumerate(ours) for number in each.numbers}
        self.by_person: dict[tuple[str, Value | None], list[int]] = {}
        self.groups: dict[tuple[Value | None, ...], list[int]] = {}
        for place, each in enumerate(ours):
            if each.values.get("family_name"):
                key = _person_key(each.values.get("family_name"), each.values.get("given_names"))
                self.by_person.setdefault((key, each.values.get("birth_date")), []).append(place)
            else:
                self.groups.setdefault(tuple(each.values.get(day) for day in DAYS), []).append(place)
        self.compared = [
            (name, known.fields[name], place) for name, place in places.items() if known.fields[name].is_compared
        ]
        self.their_values: dict[tuple[str, str], Value | None] = {}
        self.our_texts: dict[tuple[str, Value | None], str] = {}

    def of(self, rows: Sequence[tuple[int, Sequence[str]]]) -> Comparison:
        found: list[Found] = []
        numbers: dict[int, str] = {}
        met: set[int] = set()
        # Rows with a number of ours come first, so that nobody else's row takes their place.
        for row, texts in sorted(rows, key=lambda each: self._by_number(each[1]) is None):
            place = self._by_number(texts)
            if place is None:
                place = self._by_person(texts, met)
            number = self._their(texts, "mobility_id")
            if place is None or place in met:
                person = tuple((name, text) for name in OF_A_STRANGER if (text := self._their(texts, name)))
                found.append(Found("only_there", row=row, number=number, person=person))
                continue
            met.add(place)
            if number and number != self.ours[place].numbers[0]:
                numbers[place] = number
            number = number or self.ours[place].numbers[0]
            found += self._differences(place, row, number, texts)
        missing = [place for place in range(len(self.ours)) if place not in met]
        found += [Found("only_here", place, number=self.ours[place].numbers[0]) for place in missing]
        return Comparison(tuple(found), numbers)

    def _differences(self, place: int, row: int, number: str, texts: Sequence[str]) -> Iterable[Found]:
        status = word_key(self._their(texts, "status"))
        if status and (status in self.known.draft or status.split()[0] in self.known.draft):
            yield Found("draft", place, row, number)
        values, our_texts, width = self.ours[place].values, self.our_texts, len(texts)
        for name, field, column in self.compared:  # asked hundreds of thousands of times: nearly always the texts agree
            if column >= width or not (theirs := texts[column]):
                continue
            ours = values.get(name)
            our_text = our_texts.get((name, ours))
            if our_text is None:
                our_text = self._our_text(field, ours)
            if theirs == our_text:
                continue
            meant = self._meaning(field, theirs)
            if ours is None or ours == "":
                if meant not in _NOTHING:
                    yield self._otherwise(field, place, row, number, "", theirs)
            elif meant is None or not same(ours, meant):
                yield self._otherwise(field, place, row, number, our_text, theirs)

    @staticmethod
    def _otherwise(field: Field, place: int, row: int, number: str, ours: str, theirs: str) -> Found:
        kind: Kind = "amount" if field.kind == "money" else "different"
        return Found(kind, place, row, number, field.name, ours[:LONGEST], theirs[:LONGEST])

    def _by_number(self, texts: Sequence[str]) -> int | None:
        return self.by_number.get(self._their(texts, "mobility_id"))

    def _by_person(self, texts: Sequence[str], met: set[int]) -> int | None:
        """Who has these names and this day of birth, and a stay that shares a day; else the group of these days."""
        days = [self._day(texts, name) for name in DAYS]
        family, given = (self._their(texts, name) for name in PERSON[:2])
        if not family:
            groups = [place for place in self.groups.get(tuple(days), ()) if place not in met]
            return groups[0] if len(groups) == 1 else None
        key = _person_key(family, given), self._day(texts, "birth_date")
        there = [place for place in self.by_person.get(key, ()) if place not in met and self._share(place, days)]
        exact = [place for place in there if [self.ours[place].values.get(day) for day in DAYS] == days]
        likely = exact or there
        return likely[0] if len(likely) == 1 else None

    def _share(self, place: int, days: Sequence[date | None]) -> bool:
        first, last = (self.ours[place].values.get(day) for day in DAYS)
        if not isinstance(first, date) or not isinstance(last, date):
            return True
        return not ((days[0] and days[0] > last) or (days[1] and days[1] < first))

    def _day(self, texts: Sequence[str], name: str) -> date | None:
        meant = self._meaning(self.known.fields[name], self._their(texts, name))
        return meant if isinstance(meant, date) else None

    def _their(self, texts: Sequence[str], name: str) -> str:
        return _at(texts, self.places.get(name))

    def _meaning(self, field: Field, text: str) -> Value | None:
        key = field.name, text
        if key not in self.their_values:
            self.their_values[key] = to_value(text, field.kind, self.known, self.countries)
        return self.their_values[key]

    def _our_text(self, field: Field, value: Value | None) -> str:
        if value is None or value == "":
            return ""
        key = field.name, value
        if key not in self.our_texts:
            self.our_texts[key] = to_text(value, field.kind, _ANY, DateStyle.ISO, self.known, self.country_names)
        return self.our_texts[key]


_ANY = Column("")
_NOTHING: Final[frozenset[Value]] = frozenset({Decimal(0), False})


def _person_key(family: Value | None, given: Value | None) -> str:
    return search_key(f"{family or ''} {given or ''}")


def _at(texts: Sequence[str], place: int | None) -> str:
    return texts[place] if place is not None and place < len(texts) else ""


def _text(cell: Cell) -> str:
    """
    >>> _text(19), _text(date(2022, 5, 2)), _text(True)
    ('19', '2022-05-02', 'true')
    """
    match cell:
        case bool():
            return str(cell).lower()
        case date():
            return cell.isoformat()
    return str(cell)
