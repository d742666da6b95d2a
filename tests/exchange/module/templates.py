"""Templates as the Beneficiary Module might export them: made by us, for no real one was to be had."""

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

HEADS = (
    *("Grant Agreement No.", "Mobility activity ID", "Activity type", "Given names", "Family name", "Gender"),
    *("Date of birth", "Nationality", "Fewer opportunities", "Accompanying Person", "Sending Organisation OID"),
    *("Receiving Organisation OID", "Receiving Organisation name", "Receiving Organisation address"),
    *("Receiving country", "Receiving city", "Distance band", "Green travel", "Start Date", "End Date"),
    *("Travel Days", "Funded duration including travel days (in days)", "Individual support", "Travel support"),
    *("Virtual Component Duration", "Force majeure flag", "Force Majeure explanations (always EMPTY on export)"),
)

LISTS = {
    "Gender": ("Female", "Male", "Undefined"),
    "Fewer opportunities": ("Yes", "No"),
    "Accompanying Person": ("Yes", "No"),
    "Green travel": ("Yes", "No"),
    "Distance band": ("10 - 99 km", "100 - 499 km", "500 - 1999 km", "2000 - 2999 km"),
    "Receiving country": ("DE - Germany", "EE - Estonia", "LV - Latvia"),
    "Activity type": ("LM-SHORT-VET - Short-term learning mobility of VET learners", "SM-JOB-SHDW - Job-shadowing"),
}


def template(
    heads: Sequence[str] = HEADS,
    *,
    marks: Mapping[str, str] | None = None,
    lists: Mapping[str, Sequence[str]] | None = None,
    in_cells: Mapping[str, Sequence[str]] | None = None,
    merged: str = "",
    formula: str = "",
    rows: Sequence[Sequence[str]] = (),
) -> bytes:
    """An xlsx. marks: a row of them below the heads; lists: in a second sheet; in_cells: as lists to choose from."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Mobilities")
        sheet.write_row(0, 0, heads[:1] if merged else heads)
        if merged:
            sheet.write_row(0, 4, heads[4:])
            sheet.merge_range(merged, "Together")
        first = 1
        if marks is not None:
            sheet.write_row(1, 0, [marks.get(head, "Optional") for head in heads])
            first = 2
        for number, cells in enumerate(rows, start=first):
            for place, text in enumerate(cells):
                if text:
                    sheet.write_string(number, place, text)
        if formula:
            sheet.write_formula(formula, "=1+1", None, "2")
        for head, values in (in_cells or {}).items():
            sheet.data_validation(
                first, heads.index(head), 999, heads.index(head), {"validate": "list", "source": list(values)}
            )
        if lists:
            other = book.add_worksheet("Data dictionary")
            for place, (head, values) in enumerate(lists.items()):
                other.write_column(0, place, [head, *values])
    return file.getvalue()


#: Heads in a language of which the dictionary knows none, with the field that each is meant for.
FINNISH = {
    "Avustussopimuksen numero": "agreement_number",
    "Liikkuvuuden ID": "mobility_id",
    "Toiminnon tyyppi": "activity_type",
    "Etunimet": "given_names",
    "Sukunimi": "family_name",
    "Sähköposti (e-mail)": "email",
    "Sukupuoli": "gender",
    "Syntymäaika (PP.KK.VVVV)": "birth_date",
    "Kansalaisuus": "nationality",
    "Vähemmän mahdollisuuksia": "fewer_opportunities",
    "Mukana kulkeva henkilö": "accompanying_person",
    "Lähettävän organisaation OID": "sending_oid",
    "Vastaanottavan organisaation OID": "receiving_oid",
    "Vastaanottavan organisaation nimi": "receiving_name",
    "Vastaanottavan organisaation osoite": "receiving_address",
    "Kohdemaa": "receiving_country",
    "Kohdekaupunki": "receiving_city",
    "Etäisyysluokka": "distance_band",
    "Vihreä matkustaminen": "green_travel",
    "Alkaa (PP.KK.VVVV)": "start_date",
    "Päättyy (PP.KK.VVVV)": "end_date",
    "Matkapäivät": "travel_days",
    "Rahoitettu kesto": "funded_days",
    "Yksilötuki": "individual_support",
    "Matkatuki": "travel_support",
}
FINNISH_LISTS = {
    "Sukupuoli": ("Nainen", "Mies"),
    "Toiminnon tyyppi": LISTS["Activity type"],
    "Kansalaisuus": ("LV - Latvia", "DE - Saksa", "EE - Viro"),
    "Kohdemaa": ("LV - Latvia", "DE - Saksa", "EE - Viro"),
    "Etäisyysluokka": LISTS["Distance band"],
}
