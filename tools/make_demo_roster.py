"""Write the demo school's class list: a class teacher's spreadsheet as it would come, with two rows to mend.

    python tools/make_demo_roster.py

Makes src/tilts/demo/files/roster_lmt21.xlsx and, for the tests, the same list as a Latvian Windows program exports it
to CSV (windows-1257, semicolons). All people are invented.
"""

import csv
import io
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

ROOT = Path(__file__).parents[1]
WORKBOOK = ROOT / "src/tilts/demo/files/roster_lmt21.xlsx"
TEXT = ROOT / "tests/exchange/files/roster_lmt21_windows1257.csv"

HEADS = ("Nr. p.k.", "Uzvārds", "Vārds", "Grupa", "Dz. dat.", "Mob. tālr.", "E-pasts", "Piezīmes")
ABOVE = ("Izglītojamo saraksts praksei Vācijā, 2022. gada maijs", "Audzinātāja: Līvija Straumīte")
GROUP = "LMT-21"

# Family name, given names, date of birth (a real date, or text as the teacher typed it), telephone, e-mail, notes
PEOPLE: tuple[tuple[str, str, date | str, int | str, str, str], ...] = (
    ("Ābelniece", "Sintija", date(2004, 3, 9), 26100101, "sintija.abelniece@example.org", ""),
    ("Baltiņš", "Renārs", date(2003, 11, 24), 26100102, "renars.baltins@example.org", ""),
    ("Bērzkalne-Liepa", "Elīna Marta", date(2004, 1, 30), "+371 26100103", "elina.marta@example.org", ""),
    ("CĪRUĻNIEKS", "EDGARS", "17.08.2003", 26100104, "Edgars.Cirulnieks@example.org", ""),
    ("Dzenuška", "Raivo", date(2005, 2, 14), 26100105, "raivo.dzenuska@example.org", "18 gadi vēl nav"),
    ("Eglāja", "Madara", date(2004, 6, 2), "26 100 106", "madara.eglaja@example.org", ""),
    ("Grebežniece", "Ilga", "5.12.2003.", 26100107, "", ""),
    ("Ivanovska", "Darja", "31.02.2004", 26100108, "darja.ivanovska@example.org", ""),
    ("Jefimčiks", "Artūrs", date(2004, 9, 19), 26100109, "arturs.jefimciks@example.org", ""),
    ("Kivleniece", "Anita", date(2003, 7, 7), "", "anita.kivleniece@example.org", ""),
    ("Lazdovskis", "Jānis Uldis", date(2004, 4, 28), "26100111", "janis.lazdovskis@example.org", ""),
    ("Mežsarga", "Annija", date(2004, 10, 12), "371 26100112", "annija.mezsarga@example.org", ""),
    ("Ņikiforenko", "Jekaterina", "2004. gada 3. maijs", 26100113, "jekaterina.n@example.org", ""),
    ("Pabierzs", "Ralfs", date(2003, 12, 21), 26100114, "ralfs.pabierzs@example.org", "brauc pirmo reizi"),
    ("Rundzāne", "", date(2004, 2, 29), 26100115, "rundzane@example.org", ""),
    ("Spūlīte", "Keita", date(2004, 8, 15), 26100116, "keita.spulite@example.org", ""),
    ("Šmulāne", "Līga", "22/05/2004", 26100117, "liga.smulane@example.org", ""),
    ("Ūdrēns", "Pauls", date(2005, 1, 11), 26100118, "pauls.udrens@example.org", ""),
    ("Vasiļkovs", "Maksims", date(2003, 9, 30), 26100119, "maksims.vasilkovs@example.org", ""),
    ("Žukovska", "Kristīne", date(2004, 5, 6), 26100120, "kristine.zukovska@example.org", ""),
)
BELOW = f"Kopā: {len(PEOPLE)}"


def workbook() -> bytes:
    """The xlsx; the same bytes every time."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": ABOVE[0], "created": datetime(2022, 1, 31)})  # noqa: DTZ001 - as Excel keeps it
    sheet = book.add_worksheet(GROUP)
    bold, boxed = book.add_format({"bold": True}), book.add_format({"bold": True, "border": 1, "bg_color": "#dde7f0"})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for row, text in enumerate(ABOVE):
        sheet.write_string(row, 0, text, bold)
    top = len(ABOVE) + 1
    sheet.write_row(top, 0, HEADS, boxed)
    for row, (family_name, given_names, born_on, phone, email, notes) in enumerate(PEOPLE, start=top + 1):
        sheet.write_number(row, 0, row - top)
        for column, cell in enumerate((family_name, given_names, GROUP, born_on, phone, email, notes), start=1):
            if isinstance(cell, date):
                sheet.write_datetime(row, column, cell, day)
            elif isinstance(cell, int):
                sheet.write_number(row, column, cell)
            else:
                sheet.write_string(row, column, cell)
    sheet.write_string(top + len(PEOPLE) + 1, 1, BELOW, bold)
    for column, width in enumerate((8, 18, 14, 9, 20, 15, 32, 18)):
        sheet.set_column(column, column, width)
    book.close()
    return file.getvalue()


def text() -> bytes:
    """The same rows as a spreadsheet program exports them in Latvia."""
    file = io.StringIO()
    lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
    blank = [""] * (len(HEADS) - 1)
    lines.writerows([text, *blank] for text in (*ABOVE, ""))
    lines.writerow(HEADS)
    for number, (family_name, given_names, born_on, *rest) in enumerate(PEOPLE, start=1):
        shown = born_on.strftime("%d.%m.%Y") if isinstance(born_on, date) else born_on
        lines.writerow((number, family_name, given_names, GROUP, shown, *rest))
    lines.writerow(["", BELOW, *blank[1:]])
    return file.getvalue().encode("cp1257")


if __name__ == "__main__":
    for path, data in ((WORKBOOK, workbook()), (TEXT, text())):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
