"""Small files as schools send them, made in memory."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from tilts.exchange.records import Cell, Sheet

TODAY = date(2022, 1, 31)


def sheet_of(*rows: Sequence[Cell], name: str = "", is_hidden: bool = False) -> Sheet:
    """A sheet as the reading gives it: empty rows are counted and left out."""
    return Sheet(name, tuple((number, tuple(row)) for number, row in enumerate(rows, start=1) if row), is_hidden)


def workbook_of(sheets: dict[str, Sequence[Sequence[Cell]]], hidden: Sequence[str] = ()) -> bytes:
    """An xlsx with real dates and numbers; texts stay texts, formulas too."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write(number, column, cell)
        if name in hidden:
            sheet.hide()
    book.close()
    return file.getvalue()


def ods_of(rows_xml: str) -> bytes:
    """An OpenDocument spreadsheet with the given table rows."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<manifest xmlns="{office}:manifest:1.0"/>')
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0"'
            f' xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">'
            f"{rows_xml}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def ods_row(*texts: str) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def ods_blank_rows(count: int) -> str:
    """Empty rows as LibreOffice writes them: one element for all."""
    return f'<table:table-row table:number-rows-repeated="{count}"><table:table-cell/></table:table-row>'
