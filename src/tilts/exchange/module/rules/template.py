"""The cells of an uploaded file → the template in it: where its heads stand, what they allow, what is wrong. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tilts.exchange.module.rules.heads import head_key, word_key
from tilts.exchange.module.rules.records import Column, DateStyle, Dictionary, Template, Trouble
from tilts.exchange.records import Book, Cell, Layout, Sheet

LOOKED_AT = 15  # filled rows in which heads are looked for
LEAST_COLUMNS = 3
MOST_COLUMNS = 300
MOST_CHOICES = 400  # of one column
MOST_MARKS = 3  # rows of marks below the heads

Row = tuple[int, tuple[Cell, ...]]


class TemplateRefused(Exception):
    """The file is no template that can be filled; `troubles` say why."""

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__(", ".join(trouble.code for trouble in troubles))
        self.troubles = troubles


def find_heads(book: Book, known: Dictionary) -> tuple[Sheet, int]:
    """The visible sheet and the place among its rows where the heads stand: most heads that are known, else most texts.

    Raises TemplateRefused where nothing looks like heads.
    """
    best: tuple[tuple[int, int, int], Sheet, int] | None = None
    for order, sheet in enumerate(book.sheets):
        if sheet.is_hidden:
            continue
        for place, (_, cells) in enumerate(sheet.rows[:LOOKED_AT]):
            texts = [_text(cell) for cell in cells]
            filled = [text for text in texts if text]
            if len(filled) < LEAST_COLUMNS or any(not isinstance(cell, str) for cell in cells):
                continue
            hits = sum(head_key(text) in known.by_head for text in filled)
            words = len({head_key(text) for text in filled})
            score = (hits, words if not hits else 0, -order)
            if best is None or score > best[0]:
                best = score, sheet, place
    if best is None:
        raise TemplateRefused(Trouble("no_heads"))
    return best[1], best[2]


def read_template(book: Book, known: Dictionary) -> Template:
    """Raises TemplateRefused for merged or doubled heads, a formula as a head, too many columns, no heads at all."""
    sheet, place = find_heads(book, known)
    layout = book.layouts.get(sheet.name, Layout())
    number, cells = sheet.rows[place]
    heads = _within([_text(cell) for cell in cells])
    _refuse(heads, number, layout)
    below = sheet.rows[place + 1 :]
    marks = _marks(below, len(heads), known)
    mark_rows = [[_text(cell) for cell in row] for _, row in (*_above(sheet.rows[:place], known), *below[:marks])]
    choices = _choices(book, sheet, layout, heads, number)
    columns = tuple(_column(at, head, mark_rows, choices, known) for at, head in enumerate(heads))
    left_out = len(below) - marks
    notes = [Trouble("rows_left_out", {"rows": left_out})] if left_out else []
    if formulas := [cell for cell in layout.formulas if int(re.sub(r"\D", "", cell)) > number]:
        notes.append(Trouble("formulas_left_out", {"cells": ", ".join(formulas[:5])}))
    return Template(
        sheet=sheet.name,
        columns=columns,
        above=tuple(_texts(sheet.rows[: place + 1 + marks], len(heads))),
        left=layout.left - 1,
        date_style=_date_style(heads, mark_rows),
        delimiter=book.delimiter,
        other_sheets=tuple(
            (each.name, tuple(_texts(each.rows, max((len(row) for _, row in each.rows), default=0))))
            for each in book.sheets
            if each.name != sheet.name and not each.is_hidden
        ),
        notes=tuple(notes),
    )


def read_heads(book: Book, known: Dictionary) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The heads of the module's own export and the rows below them. Raises TemplateRefused for doubled or no heads."""
    sheet, place = find_heads(book, known)
    number, cells = sheet.rows[place]
    heads = _within([_text(cell) for cell in cells])
    _refuse(heads, number, Layout())
    below = sheet.rows[place + 1 :]
    return tuple(heads), tuple(below[_marks(below, len(heads), known) :])


def _refuse(heads: Sequence[str], number: int, layout: Layout) -> None:
    """`number`: of the row of heads. Told together, so that the file is mended in one go."""
    troubles = []
    for top, left, bottom, right in layout.merged:
        if top <= number <= bottom and left < right:
            troubles.append(
                Trouble("merged_heads", {"row": number, "first": column_name(left), "last": column_name(right)})
            )
    if formulas := [cell for cell in layout.formulas if int(re.sub(r"\D", "", cell)) == number]:
        troubles.append(Trouble("formula_as_head", {"cell": formulas[0]}))
    if not troubles:  # a merged head is read as several like ones
        first: dict[str, int] = {}
        for at, head in enumerate(heads):
            key = head_key(head) or head
            if not head:
                troubles.append(Trouble("head_empty", {"column": column_name(layout.left + at), "row": number}))
            elif key in first:
                values = {"first": column_name(layout.left + first[key]), "second": column_name(layout.left + at)}
                troubles.append(Trouble("head_twice", {"head": head, **values}))
            else:
                first[key] = at
    if len(heads) > MOST_COLUMNS:
        troubles = [Trouble("too_many_columns", {"columns": len(heads), "most": MOST_COLUMNS})]
    if troubles:
        raise TemplateRefused(*troubles[:_MOST_TOLD])


_MOST_TOLD = 5


def column_name(number: int) -> str:
    """
    >>> column_name(3), column_name(28)
    ('C', 'AB')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _within(texts: list[str]) -> list[str]:
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else str(cell)


def _texts(rows: Sequence[Row], width: int) -> Iterator[tuple[str, ...]]:
    """Rows as texts, each as wide as `width`; rows that were empty in between come back empty."""
    before = 0
    for number, cells in rows:
        yield from (() for _ in range(min(number - before - 1, LOOKED_AT)))
        before = number
        texts = [str(cell) for cell in cells[:width]]
        yield (*texts, *[""] * (width - len(texts)))


def _above(rows: Sequence[Row], known: Dictionary) -> list[Row]:
    return [row for row in rows if _is_marks(row, known)]


def _marks(below: Sequence[Row], width: int, known: Dictionary) -> int:
    """How many of the rows below the heads hold marks."""
    count = 0
    for row in below[:MOST_MARKS]:
        if not (_is_marks(row, known) or _repeats(row, width)):
            break
        count += 1
    return count


def _is_marks(row: Row, known: Dictionary) -> bool:
    filled = [key for cell in row[1] if (key := word_key(_text(cell)))]
    marks = sum(
        key in known.needed_marks or key in known.other_marks or bool(_FORM_OF_DAYS.search(key)) for key in filled
    )
    return bool(filled) and marks * 2 >= len(filled)


_FORM_OF_DAYS = re.compile(r"\b(dd|yyyy|pp|jj|aaaa|vvvv) ?(mm|kk) ?(yyyy|dd|aaaa|vvvv|jj|pp)\b")


def _repeats(row: Row, width: int) -> bool:
    """The same few words all along the row: marks in a language that nobody told us."""
    filled = [_text(cell) for cell in row[1] if _text(cell)]
    if len(filled) < max(LEAST_COLUMNS, width // 2) or any(re.search(r"\d", text) for text in filled):
        return False
    return len(Counter(filled)) <= max(2, len(filled) // 4)


def _column(
    at: int, head: str, mark_rows: Sequence[Sequence[str]], choices: Mapping[int, tuple[str, ...]], known: Dictionary
) -> Column:
    marks = [row[at] for row in mark_rows if at < len(row) and row[at]]
    keys = {word_key(mark) for mark in marks}
    needed = bool(keys & known.needed_marks) or head.rstrip().endswith("*")
    return Column(head, " · ".join(marks), needed, choices.get(at, ()))


def _date_style(heads: Sequence[str], mark_rows: Sequence[Sequence[str]]) -> DateStyle:
    """As a head or a mark writes the form of days, such as DD/MM/YYYY; else as the module's schema does."""
    for text in (*heads, *(text for row in mark_rows for text in row)):
        if found := re.search(r"\b[A-Za-z]{2}([/.])[A-Za-z]{2}\1[A-Za-z]{4}\b", text):
            return DateStyle.SLASHES if found[1] == "/" else DateStyle.DOTS
    return DateStyle.ISO


def _choices(book: Book, sheet: Sheet, layout: Layout, heads: Sequence[str], number: int) -> dict[int, tuple[str, ...]]:
    """By the lists of the cells themselves; else by a second sheet that has the head with its values."""
    found: dict[int, tuple[str, ...]] = {}
    for first, last, source in layout.choices:
        listed = _listed(source, book, sheet)
        for at in range(first - layout.left, last - layout.left + 1):
            if listed and 0 <= at < len(heads):
                found[at] = listed
    told = _data_dictionary(book, sheet)
    for at, head in enumerate(heads):
        if at not in found and (listed := told.get(head_key(head), ())):
            found[at] = listed
    return found


def _listed(source: str, book: Book, sheet: Sheet) -> tuple[str, ...]:
    source = source.strip().removeprefix("=")
    if source.startswith('"'):
        return tuple(part.strip() for part in source.strip('"').split(",") if part.strip())[:MOST_CHOICES]
    found = re.fullmatch(r"(?:'?([^'!]+)'?!)?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)", source)
    if not found:
        return ()
    name, first, top, last, bottom = found.groups()
    there = next((each for each in book.sheets if each.name == (name or sheet.name)), None)
    if there is None or first != last:
        return ()
    at = _number(first) - book.layouts.get(there.name, Layout()).left
    cells = [row[at] for number, row in there.rows if int(top) <= number <= int(bottom) and 0 <= at < len(row)]
    return tuple(text for cell in cells if (text := _text(cell)))[:MOST_CHOICES]


def _data_dictionary(book: Book, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Folded head → values, from sheets that have a column for each head, or rows of a head and one of its values."""
    told: dict[str, list[str]] = {}
    wanted = {head_key(_text(cell)) for _, cells in sheet.rows[:LOOKED_AT] for cell in cells}
    for each in book.sheets:
        if each.name == sheet.name or not each.rows:
            continue
        heads = [(at, head) for at, head in enumerate(each.rows[0][1]) if head_key(_text(head)) in wanted]
        for at, head in heads:
            values = [_text(row[at]) for _, row in each.rows[1:] if at < len(row) and _text(row[at])]
            told.setdefault(head_key(_text(head)), []).extend(values)
        for _, row in () if heads else each.rows:
            if len(row) >= 2 and _text(row[0]) and _text(row[1]):
                parts = re.split(r"[;\n]|, ", str(row[1]))
                told.setdefault(head_key(_text(row[0])), []).extend(part.strip() for part in parts if part.strip())
    return {key: tuple(dict.fromkeys(values))[:MOST_CHOICES] for key, values in told.items()}


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
