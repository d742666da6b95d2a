"""What only a whole column can tell: the order of days and months, or of names, and groups written once a block."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from tilts.core.names import sort_key
from tilts.exchange import heads
from tilts.exchange.fields import order_told, plain
from tilts.exchange.fields.names import order_of
from tilts.exchange.records import Cell

Numbered = Sequence[tuple[int, Cell]]  # cells with the number of their row

MOST_FILLED = 0.7  # share of people with a group of their own
SORTED, NOT_SORTED = 0.9, 0.75  # share of neighbours in the order of the alphabet


def months_come_first(cells: Sequence[Cell]) -> bool:
    """Two dates that can only be month/day/year, and none that can only be day/month/year."""
    told = [order_told(cell) for cell in cells if isinstance(cell, str)]
    return told.count("month") > 1 and "day" not in told


def doubtful_days(cells: Numbered) -> frozenset[int]:
    """Rows with a text that may be day/month/year or month/day/year, while others of the column are of both kinds.

    One "03/19/2004" among a dozen days after the 12th is a slip; one among few leaves the others in doubt.
    """
    told = [(number, order_told(cell), cell) for number, cell in cells if isinstance(cell, str)]
    orders = [order for _, order, _ in told]
    months, days = orders.count("month"), orders.count("day")
    if not months or months * 3 <= days or months_come_first([cell for _, cell in cells]):
        return frozenset()
    return frozenset(number for number, order, cell in told if order == "either" and not _is_the_same(cell))


def swapped_days(cells: Numbered) -> frozenset[int]:
    """Rows whose day and month Excel has probably swapped.

    An Excel set to month/day/year turns 03.09.2004 into a date, 9 March, and leaves 23.09.2004 as text; one set to
    day/month/year does the like to an American list. So the column proves it when texts with a number after 12 in the
    place that Excel took for the month stand beside real dates with no day after the 12th.
    """
    dates = [(number, cell) for number, cell in cells if isinstance(cell, date)]
    told = [order_told(cell) for _, cell in cells if isinstance(cell, str)]
    proofs = {order for order in told if order}
    if len(proofs) != 1 or "either" in proofs:  # either: a text that Excel would have turned as well
        return frozenset()
    if len(dates) + len(told) < 3 or any(day.day > 12 for _, day in dates):
        return frozenset()
    return frozenset(number for number, day in dates if day.day != day.month)


def name_order(texts: Sequence[str]) -> heads.NameOrder:
    """Which part of full names stands first where the head tells no order; "" where the names do not tell it either.

    Endings tell it (-shvili, a patronymic), and a list sorted by its first words begins with the family name.
    """
    told = [order for text in texts if (order := order_of(text))]
    if told:
        return "family_first" if told.count("family_first") * 2 > len(told) else "given_first"
    names = [words for text in texts if len(words := plain(text).split()) > 1 and "," not in text]
    by_first, by_last = _order_share([words[0] for words in names]), _order_share([words[-1] for words in names])
    return "family_first" if len(names) > 3 and by_first >= SORTED and by_last <= NOT_SORTED else ""


def groups_by_block(cells: Sequence[str]) -> list[str]:
    """A group written once, above the people it holds, as the group of each; else the cells as they are.

    >>> groups_by_block(["A", "", "B", ""]), groups_by_block(["A", "A", "", "B"])
    (['A', 'A', 'B', 'B'], ['A', 'A', '', 'B'])
    """
    filled = [cell for cell in cells if cell]
    if not cells or not cells[0] or len(filled) == len(cells) or any(a == b for a, b in pairwise(filled)):
        return list(cells)
    if len(filled) > MOST_FILLED * len(cells):  # nearly everyone has one: those without simply lack it
        return list(cells)
    groups: list[str] = []
    for cell in cells:
        groups.append(cell or groups[-1])
    return groups


def _order_share(words: Sequence[str]) -> float:
    """Share of neighbours in the order of the alphabet: plain letters', or the Latvian one with its own Č and Š."""
    if len(words) < 2:
        return 0.0
    plain_letters = sum(a <= b for a, b in pairwise(map(heads.key, words)))
    latvian = sum(a <= b for a, b in pairwise(sort_key(word, "lv") for word in words))
    return max(plain_letters, latvian) / (len(words) - 1)


def _is_the_same(text: str) -> bool:
    """ "05/05/2004": whatever comes first."""
    day, month, _ = (int(part) for part in plain(text).replace(".", "/").replace("-", "/").rstrip("/").split("/"))
    return day == month
