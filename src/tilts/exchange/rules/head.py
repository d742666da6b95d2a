"""Which row of a sheet holds the heads, and which column is used for what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tilts.exchange import heads
from tilts.exchange.fields import plain
from tilts.exchange.records import NECESSARY, Cell, Sheet

NEAR, FAR = 30, 100  # filled rows from the top in which the heads are looked for, first and at last
NAMES = frozenset({"family_name", "given_names", "full_name"})
CONTACTS = frozenset({"phone", "email"})
MOST = 0.6  # of the rows below a head: enough to tell what the column holds

Column = tuple[int, str, str]  # place in the row from 0, head as written, our field or ""


@dataclass(frozen=True)
class Head:
    """The heads of one table: for each column that is used its place, head and field."""

    number: int  # of the row; of two rows the lower one
    columns: tuple[Column, ...]
    not_used: tuple[str, ...]
    name_order: heads.NameOrder = ""
    alone: str = ""  # the one name's field that was taken for a full name
    above: frozenset[str] = frozenset()  # texts of the upper row, where the heads stand in two

    @cached_property
    def fields(self) -> frozenset[str]:
        return frozenset(field for _, _, field in self.columns)

    @cached_property
    def written(self) -> dict[str, str]:
        """Field → head as written; of two columns with one field the first."""
        found = {field: head for _, head, field in reversed(self.columns)}
        if "full_name" in found:
            found |= {"family_name": found["full_name"], "given_names": found["full_name"]}
        if "personal_code" in found:  # tells the date of birth where no column of its own does
            found.setdefault("born_on", found["personal_code"])
        return found

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset(text for _, text, _ in self.columns)

    @property
    def missing(self) -> list[str]:
        return [field for field in NECESSARY if field not in self.written]

    @cached_property
    def parents(self) -> dict[int, heads.Parent]:
        """Place → mother or father, where the list has columns for both: a name and a telephone belong together."""
        found = {place: heads.parent_of(text) for place, text, field in self.columns if field.startswith("guardian_")}
        return found if {"mother", "father"} <= set(found.values()) else {}

    @cached_property
    def joined(self) -> frozenset[int]:
        """Places of columns that make one text together: a guardian's names, a second given name, a date in parts."""
        parts = {
            (heads.parent_of(text), heads.part_of_name(text)): place
            for place, text, field in self.columns
            if field == "guardian_name"
        }
        guardians = {
            place
            for (who, part), place in parts.items()
            if part and {(who, "family_name"), (who, "given_names")} <= parts.keys()
        }
        second = {place for place, text, field in self.columns if field == "given_names" and heads.is_second_name(text)}
        return frozenset(guardians | second | _date_in_parts(self.columns).keys())


def find_heads(sheet: Sheet) -> tuple[Head, ...]:
    """The heads of the list in a sheet: several where it stands in columns side by side, none where there is none.

    They are the row, or the two rows, with most heads that we know among the first ones, at least two of which one is
    necessary.
    """
    return _heads_within(sheet, NEAR) or _heads_within(sheet, FAR)


def _heads_within(sheet: Sheet, count: int) -> tuple[Head, ...]:
    rows = sheet.rows[:count]
    one_row = [head for number, cells in rows if (head := head_of(number, columns_of(cells)))]
    two_rows = [head for upper, lower in pairwise(rows) if (head := _in_two_rows(upper, lower))]
    # Of equals the first; two rows before the one they contain, for an upper head may tell whose the lower one is.
    candidates = [*two_rows, *one_row]
    if not candidates:
        return ()
    best = max(candidates, key=lambda head: len(head.fields))
    best = next((head for head in two_rows if head.number == best.number), best)
    # Heads in two rows, the upper ones merged downwards: the lower row holds them all, and below it the list begins.
    below = [head for head in candidates if head.number == best.number + 1 and head.fields == best.fields]
    best = below[0] if below else best
    return _side_by_side(_with_parts(_with_one_name(best, sheet), sheet))


def columns_of(cells: Sequence[Cell]) -> list[Column]:
    """Every text of a row as a head."""
    texts = [plain(cell) if isinstance(cell, str) else "" for cell in cells]
    return [(place, text, heads.field_of(text)) for place, text in enumerate(texts) if text]


def head_of(number: int, known: Sequence[Column], above: frozenset[str] = frozenset()) -> Head | None:
    """The heads of a row, if it has at least two that we know and one of them is necessary."""
    columns = tuple(column for column in known if column[2])
    found = {field for _, _, field in columns}
    if len(found) < 2 or not found & (NAMES | {"born_on"}):
        return None
    if parts := _date_in_parts(known):
        columns = (
            *(column for column in columns if column[0] not in parts and column[2] != "born_on"),
            *parts.values(),
        )
    alone = ""
    order: heads.NameOrder = next((heads.name_order(text) for _, text, field in columns if field == "full_name"), "")
    if "full_name" in found and "family_name" in found and "given_names" not in found:
        columns = _renamed(columns, "full_name", "given_names")  # "Name" beside "Surname"
    elif "full_name" in found and "given_names" in found and "family_name" not in found:
        columns = _renamed(columns, "full_name", "family_name")  # "Name" beside "Vorname"
    elif "full_name" in found and {"family_name", "given_names"} <= found:
        columns = tuple(column for column in columns if column[2] != "full_name")
    elif "full_name" not in found and len(found & NAMES) == 1:  # "Vārds" alone: perhaps both names stand there
        alone = next(iter(found & NAMES))
        columns = _renamed(columns, alone, "full_name")
        order = "family_first" if alone == "family_name" else ""
    used = {place for place, _, _ in columns}
    not_used = tuple(text for place, text, _ in known if place not in used)
    return Head(number, columns, not_used, order, alone, above)


def _date_in_parts(columns: Sequence[Column]) -> dict[int, Column]:
    """Day, month and year in three columns beside each other, in any order, as columns of one date."""
    for one, two, three in zip(columns, columns[1:], columns[2:], strict=False):
        parts = {heads.part_of_date(text) for _, text, _ in (one, two, three)}
        if parts == {"day", "month", "year"} and three[0] - one[0] == 2:
            return {place: (place, text, "born_on") for place, text, _ in (one, two, three)}
    return {}


def _in_two_rows(upper: tuple[int, Sequence[Cell]], lower: tuple[int, Sequence[Cell]]) -> Head | None:
    """Heads of which the upper row tells a part: "Dzimšanas" above "datums", "Vecāki" above "Tālr." and "E-pasts".

    None unless the lower row holds heads, too; a title above the heads is no such row.
    """
    number, below = lower
    if upper[0] + 1 != number or not all(isinstance(cell, str) for cell in (*upper[1], *below)):
        return None
    lower_columns = {place: (text, field) for place, text, field in columns_of(below)}
    own = {field for _, field in lower_columns.values() if field}
    above = {place: text for place, text, _ in columns_of(upper[1])}
    has_heads = len(own) > 1 or _date_in_parts(columns_of(below))
    if not has_heads or not above or {place: text for place, (text, _) in lower_columns.items()} == above:
        return None
    columns: list[Column] = []
    spanning = ""  # an upper head reaches to the right over telephones and e-mail addresses
    for place in range(max([*above, *lower_columns]) + 1):
        text, field = lower_columns.get(place, ("", ""))
        over = above.get(place, "")
        spanning = over or (spanning if field in CONTACTS else "")
        if not text:
            if over and (field := heads.field_of(over)) and field not in own:
                columns.append((place, over, field))
            continue
        both = f"{spanning} {text}" if spanning and spanning != text else text
        if both != text and (not field or heads.is_about_others(spanning)):
            columns.append((place, both, heads.field_of(both)))
        else:
            columns.append((place, text, field))
    if own & NAMES > {field for _, _, field in columns} & NAMES:
        return None
    return head_of(number, columns, frozenset(above.values()))


def _side_by_side(head: Head) -> tuple[Head, ...]:
    """A list in two halves beside each other, with the same heads: each half with its own columns."""
    first = next((column for column in head.columns if sum(column[1] == text for _, text, _ in head.columns) > 1), None)
    if first is None:
        return (head,)
    starts = [place for place, text, _ in head.columns if text == first[1]]
    spans = zip(starts, [*starts[1:], float("inf")], strict=True)
    parts = [
        replace(head, columns=tuple(column for column in head.columns if start <= column[0] < end))
        for start, end in spans
    ]
    is_whole = not any(part.missing for part in parts)
    return tuple(parts) if is_whole else (head,)


def _with_one_name(head: Head, sheet: Sheet) -> Head:
    """ "Vārds" alone holds both names only where most of its cells have two words; else a column is missing."""
    if not head.alone:
        return head
    place = next(place for place, _, field in head.columns if field == "full_name")
    words = [len(text.split()) for text in _below(head, sheet, place) if text]
    if sum(count > 1 for count in words) * 2 > len(words):
        return head
    return replace(head, columns=_renamed(head.columns, "full_name", head.alone), alone="", name_order="")


def _with_parts(head: Head, sheet: Sheet) -> Head:
    """ "Vārds, uzvārds" above two columns, one for each: the second has no head of its own, or the same one."""
    places = [place for place, _, field in head.columns if field == "full_name"]
    if not places or (head.alone and not head.name_order):
        return head
    first, second = places[0], places[0] + 1
    used = {place: field for place, _, field in head.columns}
    if used.get(second, "full_name") != "full_name":
        return head
    pairs = [
        (one, other)
        for one, other in zip(_below(head, sheet, first), _below(head, sheet, second), strict=True)
        if one or other
    ]
    parted = [one and other and not any(map(str.isdigit, one + other)) and " " not in one for one, other in pairs]
    if not pairs or sum(map(bool, parted)) < MOST * len(pairs):
        return head
    text = next(text for place, text, _ in head.columns if place == first)
    order = ("family_name", "given_names") if head.name_order == "family_first" else ("given_names", "family_name")
    others = [column for column in head.columns if column[0] not in {first, second}]
    columns = sorted([*others, (first, text, order[0]), (second, text, order[1])])
    return replace(head, columns=tuple(columns), alone="", name_order="")


def _below(head: Head, sheet: Sheet, place: int) -> list[str]:
    """The texts of one column below the heads, "" where a row holds none."""
    return [
        plain(cell) if place < len(cells) and isinstance(cell := cells[place], str) else ""
        for number, cells in sheet.rows
        if number > head.number
    ]


def _renamed(columns: tuple[Column, ...], old: str, new: str) -> tuple[Column, ...]:
    return tuple((place, text, new if field == old else field) for place, text, field in columns)
