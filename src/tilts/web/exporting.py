"""Lists as spreadsheets.

Every text is a text cell, so that `+371 67 000 000` and `=x` come back as they were; numbers and days are cells of
their kind, which a spreadsheet can add and sort.

    export_table(table, "partners")                     # a django-tables2 table as it stands, sorted and filtered
    export_table(table, "partners", extra=[Column(_("PIC"), lambda partner: partner.pic)])
    export_rows(queryset, [Column(_("Name"), str)], "people")
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_LONGEST_TEXT = 32_767  # letters in a cell, the most that spreadsheets read
_WIDEST = 60  # of a column, in letters


@dataclass(frozen=True)
class Column:
    """A column of a spreadsheet: its head, and what it says of a row."""

    head: str | Promise
    value: Callable[[Any], Any]


def export_rows(rows: Iterable[Any], columns: Sequence[Column], name: str) -> HttpResponse:
    """The rows as a spreadsheet to be saved as `name`.xlsx."""
    return _answer([str(column.head) for column in columns], ([c.value(row) for c in columns] for row in rows), name)


def export_table(table: Any, name: str, extra: Sequence[Column] = ()) -> HttpResponse:
    """All pages of a django-tables2 table, in its order, as a spreadsheet to be saved as `name`.xlsx.

    A cell says what the page says, without links; numbers and days stay what they are. Where a cell of the page joins
    two things or says less than a day, the table tells what the spreadsheet says: by `value_<column>` and, for the
    head, by `export_heads`. Columns without a head (buttons) are left out. extra: further columns, of the records.
    """
    shown = [column for column in table.columns if str(column.header).strip()]
    renamed = getattr(table, "export_heads", {})
    named = (renamed.get(column.name, column.header) for column in shown)
    heads = [str(head) for head in chain(named, (column.head for column in extra))]
    rows = (
        [*(_cell_of(row, column) for column in shown), *(column.value(row.record) for column in extra)]
        for row in table.rows
    )
    return _answer(heads, rows, name)


def _cell_of(row: Any, column: Any) -> Any:
    if hasattr(column._table, f"value_{column.name}"):
        return row.get_cell_value(column.name)
    raw = column.accessor.resolve(row.record, quiet=True)
    if isinstance(raw, int | float | Decimal | date) and not isinstance(raw, bool):
        return raw
    said = row.get_cell_value(column.name)
    return "" if said is None or said == column.default else said


def _answer(heads: list[str], rows: Iterable[list[Any]], name: str) -> HttpResponse:
    response = HttpResponse(workbook(heads, rows), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def workbook(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A workbook of one sheet: a bold head that stays in view, then the rows."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    head, day, moment = (
        book.add_format(form)
        for form in ({"bold": True}, {"num_format": "yyyy-mm-dd"}, {"num_format": "yyyy-mm-dd hh:mm"})
    )
    widths = [len(text) for text in heads]
    for column, text in enumerate(heads):
        sheet.write_string(0, column, text, head)
    last = 0
    for last, values in enumerate(rows, start=1):
        for column, value in enumerate(values):
            if isinstance(value, datetime):
                sheet.write_datetime(last, column, _naive(value), moment)
            elif isinstance(value, date):
                sheet.write_datetime(last, column, value, day)
            elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                sheet.write_number(last, column, value)
            elif text := _text(value):
                sheet.write_string(last, column, text)
                widths[column] = max(widths[column], max(map(len, text.splitlines()), default=0))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, max(10, min(width + 2, _WIDEST)))
    sheet.freeze_panes(1, 0)
    if heads:
        sheet.autofilter(0, 0, last, len(heads) - 1)
    book.close()
    return file.getvalue()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "".join(_readable(str(value)))[:_LONGEST_TEXT]


def _readable(text: str) -> Iterator[str]:
    """The letters that a spreadsheet may hold: no control signs but tab and line break."""
    return (letter for letter in text if letter in "\t\n" or letter >= " ")


def _naive(moment: datetime) -> datetime:
    return localtime(moment).replace(tzinfo=None) if is_aware(moment) else moment
