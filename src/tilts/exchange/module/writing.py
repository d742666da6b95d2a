"""A filled template → the bytes of a file of the kind it came as. All cells are texts."""

import csv
import io
from collections.abc import Sequence

import xlsxwriter

from tilts.exchange.module.rules.records import Template
from tilts.web.exporting import CONTENT_TYPE

CSV = "text/csv; charset=utf-8"


def write(template: Template, rows: Sequence[Sequence[str]]) -> tuple[bytes, str, str]:
    """Bytes, content type and ending of the name."""
    if template.delimiter:
        return _text_file(template, rows), CSV, "csv"
    return _workbook(template, rows), CONTENT_TYPE, "xlsx"


def _text_file(template: Template, rows: Sequence[Sequence[str]]) -> bytes:
    """In UTF-8 with its mark, which spreadsheet programs need to see."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=template.delimiter, lineterminator="\r\n")
    writer.writerows(template.above)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _workbook(template: Template, rows: Sequence[Sequence[str]]) -> bytes:
    file = io.BytesIO()
    # Texts stay texts: no formulas, addresses or numbers are made of them.
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        as_text, head = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet(template.sheet[:31])
        sheet.set_column(template.left, template.left + len(template.columns), 18, as_text)
        for number, texts in enumerate([*template.above, *rows]):
            form = head if number < len(template.above) else as_text
            for place, text in enumerate(texts):
                if text:
                    sheet.write_string(number, template.left + place, text, form)
        sheet.freeze_panes(len(template.above), 0)
        for name, lines in template.other_sheets:
            other = book.add_worksheet(name[:31])
            for number, texts in enumerate(lines):
                for place, text in enumerate(texts):
                    if text:
                        other.write_string(number, place, text)
    return file.getvalue()
