"""Write an example of an empty template of the Beneficiary Module, to try Tilts with.

    python tools/make_demo_template.py

Makes src/tilts/demo/files/module_template_example.xlsx. No real template for vocational education was to be had: its
heads are those that are published or remembered (exchange/module/data/fields.yaml); a sheet of it says that we made it.
"""

import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

FILE = Path(__file__).parents[1] / "src/tilts/demo/files/module_template_example.xlsx"
NOTE = "EXAMPLE, made by the authors of Tilts and not by the Beneficiary Module. For real work take your project's own."

# Head, mark, values to choose from
COLUMNS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Grant Agreement No.", "Mandatory", ()),
    ("Mobility activity ID", "Mandatory", ()),
    (
        "Activity type",
        "Mandatory",
        ("LM-SHORT-VET", "LM-LONG-VET", "LM-SKILL-VET", "SM-JOB-SHDW", "SM-TTA", "SM-COUR-TRAIN"),
    ),
    ("Given names", "Mandatory", ()),
    ("Family name", "Mandatory", ()),
    ("Email", "Mandatory", ()),
    ("Gender", "Mandatory", ("Female", "Male", "Undefined")),
    ("Date of birth", "DD/MM/YYYY", ()),
    ("Nationality", "Optional", ()),
    ("Fewer opportunities", "Mandatory", ("Yes", "No")),
    ("Accompanying Person", "Mandatory", ("Yes", "No")),
    ("Sending Organisation OID", "Mandatory", ()),
    ("Receiving Organisation OID", "Optional", ()),
    ("Receiving Organisation legal name", "Optional", ()),
    ("Receiving Organisation legal address", "Optional", ()),
    ("Receiving country", "Mandatory", ()),
    ("Receiving city", "Mandatory", ()),
    ("Distance band", "Mandatory", ("10 - 99 km", "100 - 499 km", "500 - 1999 km", "2000 - 2999 km", "3000 - 3999 km")),
    ("Green travel", "Mandatory", ("Yes", "No")),
    ("Start Date", "DD/MM/YYYY", ()),
    ("End Date", "DD/MM/YYYY", ()),
    ("Travel Days", "Optional", ()),
    ("Funded duration including travel days (in days)", "Optional", ()),
    ("Individual support", "Optional", ()),
    ("Travel support", "Optional", ()),
    ("Virtual Component Duration", "Optional", ()),
    ("Force majeure flag", "Optional", ("Yes", "No")),
    ("Force Majeure explanations (always EMPTY on export)", "Optional", ()),
)


def workbook() -> bytes:
    """The xlsx; the same bytes every time."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": NOTE, "created": datetime(2022, 1, 31)})  # noqa: DTZ001 - as Excel keeps it
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        sheet, lists, note = (
            book.add_worksheet(name) for name in ("Mobility activities", "Data dictionary", "EXAMPLE")
        )
        note.write_string(0, 0, NOTE, bold)
        sheet.set_column(0, len(COLUMNS) - 1, 22, text)
        for place, (head, mark, values) in enumerate(COLUMNS):
            sheet.write_string(0, place, head, bold)
            sheet.write_string(1, place, mark)
            if values:
                lists.write_column(0, place, [head, *values])
    return file.getvalue()


if __name__ == "__main__":
    FILE.write_bytes(workbook())
    print(FILE)
